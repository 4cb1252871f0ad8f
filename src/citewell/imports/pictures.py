"""Pictures of a document as files beside the article: their bytes judged, and their names made plain."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import Final, Protocol
from urllib.parse import unquote, urlsplit

from citewell.imports.document import Notes, PictureBlock
from citewell.source.file_names import suggest_slug

#: What begins a picture of each kind that a site may have (the formats' own specifications).
_KINDS: Final = ((b"\x89PNG\r\n\x1a\n", "png"), (b"\xff\xd8\xff", "jpg"), (b"RIFF", "webp"))
_LARGEST: Final = 20 * 1024 * 1024
_LONGEST_NAME: Final = 60
_SHOWN: Final = 80


class PictureReader(Protocol):
    """Gives the bytes of a picture by its address in the document, or the reason why not, a clause."""

    def __call__(self, address: str, /) -> bytes | str: ...


class PictureFolder:
    """Pictures in the folder of an imported file, and below it: never beside or above, whatever a document says."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder.resolve()

    def __call__(self, address: str) -> bytes | str:
        parts = urlsplit(address)
        if parts.scheme or parts.netloc:
            return "it is on the web: download it if you may use it"
        try:
            file = (self._folder / unquote(parts.path)).resolve()
            if not file.is_relative_to(self._folder) or PurePosixPath(unquote(parts.path)).is_absolute():
                return "it is not in the folder of the imported file"
            if not file.is_file():
                return "there is no such file"
            if file.stat().st_size > _LARGEST:
                return "it is too large"
            return file.read_bytes()
        except (OSError, ValueError):
            return "it cannot be read"


class PictureFiles:
    """Collects the pictures of an article; each gets a name of its own."""

    def __init__(self, reader: PictureReader, notes: Notes) -> None:
        self.data: dict[str, bytes] = {}
        self._reader, self._notes = reader, notes

    def add(self, picture: PictureBlock) -> str:
        """The name of a picture's file. One that cannot be had has a name too, so that the check asks for the file."""
        shown = picture.address[:_SHOWN] or picture.alt or "a picture in the file"
        found = picture.data if picture.data is not None else self._reader(picture.address)
        kind = _find_kind(found) if isinstance(found, bytes) else ""
        why = found if isinstance(found, str) else "" if kind else "it is not an SVG, PNG, JPEG or WebP picture"
        name = self._make_name(picture, kind)
        if why:
            self._notes.guess(f"A picture was not copied, because {why}: {shown}")
        elif isinstance(found, bytes):
            self.data[name] = found
        if not picture.alt:
            self._notes.guess(f"The picture {name} has no alternative text: say what it shows.")
        return name

    def _make_name(self, picture: PictureBlock, kind: str) -> str:
        path = PurePosixPath(
            unquote(urlsplit(picture.address).path.replace("\\", "/"))
            if "://" in picture.address or picture.address
            else ""
        )
        ending = kind or path.suffix.lower().lstrip(".").replace("jpeg", "jpg")
        stem = suggest_slug(path.stem) or suggest_slug(picture.alt) or "picture"
        stem = stem[:_LONGEST_NAME].strip("-")
        ending = ending if ending.isalnum() and ending.isascii() else "png"
        number, name = 1, f"{stem}.{ending}"
        while name in self.data:
            number += 1
            name = f"{stem}-{number}.{ending}"
        return name


def _find_kind(data: bytes) -> str:
    """The ending of a picture's file by its first bytes, or ""."""
    if data[:1000].lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"<svg", b"<?xml", b"<!--")) and b"<svg" in data[:4000]:
        return "svg"
    found = next((kind for start, kind in _KINDS if data.startswith(start)), "")
    return "" if found == "webp" and data[8:12] != b"WEBP" else found
