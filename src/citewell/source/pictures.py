"""The pictures beside an article: checked, measured, and ready to be published without their metadata."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePosixPath
from typing import Final, NamedTuple

from citewell.diagnostics import Location
from citewell.model.article import Picture
from citewell.model.problems import Problem
from citewell.source.files import PICTURE, SourceFile, decode, read_bytes
from citewell.source.picture_formats import Format, detect_format, read_bitmap
from citewell.source.picture_formats.bitmap import SMALLER, Bitmap, describe_excess
from citewell.source.svg import adapts_to_dark, read_svg
from citewell.source.svg_metadata import drawing_alone

_EXPORT: Final = "export the picture again"


class ReadPictures(NamedTuple):
    """Pictures by file name, and every problem. A picture with a problem has no data, so it cannot be published."""

    pictures: dict[str, Picture]
    flaws: tuple[Problem, ...]


def read_pictures(files: Iterable[SourceFile]) -> ReadPictures:
    """Read the pictures of one article."""
    pictures: dict[str, Picture] = {}
    flaws: list[Problem] = []
    for file in files:
        picture, noted = read_picture_file(file)
        pictures[picture.name] = picture
        flaws += noted
    return ReadPictures(pictures, tuple(flaws))


def read_picture_file(file: SourceFile) -> tuple[Picture, tuple[Problem, ...]]:
    """Read one picture. Sizes are CSS pixels, as browsers draw it."""
    data, flaws = read_bytes(file, PICTURE)
    name = PurePosixPath(file.shown).name
    if data is None:
        return Picture(name, b"", 0, 0), flaws
    if not data:
        return Picture(name, b"", 0, 0), (Problem("empty-file", Location(file.shown)),)
    if name.lower().endswith(".svg"):
        return _read_svg_file(name, data, file.shown)
    return _read_bitmap_file(name, data, file.shown)


def _read_svg_file(name: str, data: bytes, shown: str) -> tuple[Picture, tuple[Problem, ...]]:
    source, flaws = decode(data, shown)
    if source is None:
        return Picture(name, b"", 0, 0), flaws
    size, flaws = read_svg(source)
    if size is None and not flaws:
        flaws = (_unreadable(shown, "the picture gives no size", 'add a viewBox, such as viewBox="0 0 800 450"'),)
    if flaws or size is None:
        return Picture(name, b"", *(size or (0, 0))), flaws
    return Picture(name, drawing_alone(source.text).encode(), *size, adapts=adapts_to_dark(source.text)), ()


def _read_bitmap_file(name: str, data: bytes, shown: str) -> tuple[Picture, tuple[Problem, ...]]:
    kind, ending = detect_format(data), PurePosixPath(name).suffix.lower()
    if kind is None:
        detail = "this is not a PNG, JPEG or WebP picture, whatever its name says"
        return Picture(name, b"", 0, 0), (_unreadable(shown, detail, _EXPORT),)
    bitmap = read_bitmap(kind, data)
    if bitmap is None:
        return Picture(name, b"", 0, 0), (_unreadable(shown, f"the {kind.name} picture is damaged", _EXPORT),)
    if refusal := _explain_refusal(kind, bitmap, ending):
        return Picture(name, b"", *bitmap.size), (_unreadable(shown, *refusal),)
    return Picture(name, bitmap.data, *bitmap.size), ()


def _explain_refusal(kind: Format, bitmap: Bitmap, ending: str) -> tuple[str, str] | None:
    """Why a whole picture cannot be published, and a hint."""
    if large := describe_excess(bitmap.size):
        return large, SMALLER
    if ending not in kind.endings:
        detail = f'this is a {kind.name} picture, although its name ends in "{ending}"'
        return detail, f'let its name end in "{kind.endings[0]}"'
    if bitmap.asks_for_turn:
        detail = f"the EXIF of this {kind.name} picture asks for a turn, which only some browsers make"
        return detail, "turn it in a program for pictures, and export it again"
    return None


def _unreadable(shown: str, detail: str, way: str) -> Problem:
    return Problem("picture-unreadable", Location(shown), detail, way)
