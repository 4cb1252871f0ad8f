"""The pictures beside an article: checked, measured and ready to be published."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePosixPath
from typing import Final, NamedTuple

from citewell.diagnostics import Location
from citewell.model.article import Picture
from citewell.model.flaws import Flaw
from citewell.source.files import PICTURE, SourceFile, decode, read_bytes
from citewell.source.picture_sizes import format_of, size_of
from citewell.source.svg import read_svg

_LARGEST: Final = 20_000
_EXPORT: Final = "export the picture again"


class ReadPictures(NamedTuple):
    """Pictures by file name, and every flaw. A picture with a flaw is there, but without data: it cannot get out."""

    pictures: dict[str, Picture]
    flaws: tuple[Flaw, ...]


def read_pictures(files: Iterable[SourceFile]) -> ReadPictures:
    """Read the pictures of one article."""
    pictures: dict[str, Picture] = {}
    flaws: list[Flaw] = []
    for file in files:
        picture, noted = read_picture_file(file)
        pictures[picture.name] = picture
        flaws += noted
    return ReadPictures(pictures, tuple(flaws))


def read_picture_file(file: SourceFile) -> tuple[Picture, tuple[Flaw, ...]]:
    """Read one picture. Sizes are CSS pixels; an SVG's text is kept as it was checked."""
    data, flaws = read_bytes(file, PICTURE)
    name = PurePosixPath(file.shown).name
    if data is None:
        return Picture(name, b"", 0, 0), flaws
    if not data:
        return Picture(name, b"", 0, 0), (Flaw("empty-file", Location(file.shown)),)
    if name.lower().endswith(".svg"):
        return _svg(name, data, file.shown)
    return _bitmap(name, data, file.shown)


def _svg(name: str, data: bytes, shown: str) -> tuple[Picture, tuple[Flaw, ...]]:
    source, flaws = decode(data, shown)
    if source is None:
        return Picture(name, b"", 0, 0), flaws
    size, flaws = read_svg(source)
    if size is None and not flaws:
        flaws = (_unreadable(shown, "the picture gives no size", 'add a viewBox, such as viewBox="0 0 800 450"'),)
    checked = b"" if flaws else source.text.encode()
    return Picture(name, checked, *(size or (0, 0))), flaws


def _bitmap(name: str, data: bytes, shown: str) -> tuple[Picture, tuple[Flaw, ...]]:
    kind, ending = format_of(data), PurePosixPath(name).suffix.lower()
    if kind is None:
        detail = "this is no PNG, JPEG or WebP picture, whatever its name says"
        return Picture(name, b"", 0, 0), (_unreadable(shown, detail, _EXPORT),)
    size = size_of(kind, data)
    if size is None or max(size) > _LARGEST:
        detail = f"the {kind.name} picture is damaged"
        if size is not None:
            detail = f"the picture is more than {_LARGEST:,} pixels wide or high"
        return Picture(name, b"", 0, 0), (_unreadable(shown, detail, _EXPORT),)
    if ending not in kind.endings:
        detail = f'this is a {kind.name} picture, although its name ends in "{ending}"'
        return Picture(name, b"", *size), (_unreadable(shown, detail, f'let its name end in "{kind.endings[0]}"'),)
    return Picture(name, data, *size), ()


def _unreadable(shown: str, detail: str, way: str) -> Flaw:
    return Flaw("picture-unreadable", Location(shown), detail, way)
