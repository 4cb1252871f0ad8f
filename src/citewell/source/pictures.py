"""The pictures beside an article: checked, measured, and ready to be published without their metadata."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePosixPath
from typing import NamedTuple

from citewell.diagnostics import Location
from citewell.model.article import Picture
from citewell.model.file_problems import EmptyFile, PictureError, UnreadablePicture
from citewell.model.problems import AnyProblem, Problem
from citewell.source.files import PICTURE, SourceFile, decode_text, read_bytes
from citewell.source.picture_formats import Format, detect_format, read_bitmap
from citewell.source.picture_formats.bitmap import Bitmap
from citewell.source.picture_size import judge_size
from citewell.source.svg import adapts_to_dark, read_svg
from citewell.source.svg_metadata import strip_metadata


class ReadPictures(NamedTuple):
    """Pictures by file name, and every problem. A picture with a problem has no data, so it cannot be published."""

    pictures: dict[str, Picture]
    problems: tuple[AnyProblem, ...]


class ReadPicture(NamedTuple):
    """One picture, and what is wrong with it."""

    picture: Picture
    problems: tuple[AnyProblem, ...]


def read_pictures(files: Iterable[SourceFile]) -> ReadPictures:
    """Read the pictures of one article."""
    pictures: dict[str, Picture] = {}
    problems: list[AnyProblem] = []
    for file in files:
        picture, noted = read_picture_file(file)
        pictures[picture.name] = picture
        problems += noted
    return ReadPictures(pictures, tuple(problems))


def read_picture_file(file: SourceFile) -> ReadPicture:
    """Read one picture. Sizes are CSS pixels, as browsers draw it."""
    data, problems = read_bytes(file, PICTURE)
    name = PurePosixPath(file.shown).name
    if data is None:
        return ReadPicture(Picture(name, b"", 0, 0), problems)
    if not data:
        return ReadPicture(Picture(name, b"", 0, 0), (Problem(Location(file.shown), EmptyFile()),))
    if name.lower().endswith(".svg"):
        return _read_svg_file(name, data, file.shown)
    return _read_bitmap_file(name, data, file.shown)


def _read_svg_file(name: str, data: bytes, shown: str) -> ReadPicture:
    source, unread = decode_text(data, shown)
    if source is None:
        return ReadPicture(Picture(name, b"", 0, 0), unread)
    size, problems = read_svg(source)
    if size is None and not problems:
        problems = (_report(shown, UnreadablePicture(PictureError.NO_SIZE)),)
    if problems or size is None:
        return ReadPicture(Picture(name, b"", *(size or (0, 0))), problems)
    picture = Picture(name, strip_metadata(source.text).encode(), *size, adapts=adapts_to_dark(source.text))
    return ReadPicture(picture, ())


def _read_bitmap_file(name: str, data: bytes, shown: str) -> ReadPicture:
    kind, ending = detect_format(data), PurePosixPath(name).suffix.lower()
    if kind is None:
        problem = _report(shown, UnreadablePicture(PictureError.UNKNOWN_FORMAT))
        return ReadPicture(Picture(name, b"", 0, 0), (problem,))
    bitmap = read_bitmap(kind, data)
    if bitmap is None:
        problem = _report(shown, UnreadablePicture(PictureError.DAMAGED, format=kind.name))
        return ReadPicture(Picture(name, b"", 0, 0), (problem,))
    if facts := _explain_refusal(kind, bitmap, ending):
        return ReadPicture(Picture(name, b"", *bitmap.size), (_report(shown, facts),))
    return ReadPicture(Picture(name, bitmap.data, *bitmap.size), ())


def _explain_refusal(kind: Format, bitmap: Bitmap, ending: str) -> UnreadablePicture | None:
    """Why an undamaged picture cannot be published; ``None`` if it can."""
    if large := judge_size(bitmap.size):
        return large
    if ending not in kind.endings:
        return UnreadablePicture(PictureError.OTHER_ENDING, kind.name, found=ending, instead=kind.endings[0])
    return UnreadablePicture(PictureError.UNTURNED, kind.name) if bitmap.asks_for_turn else None


def _report(shown: str, facts: UnreadablePicture) -> AnyProblem:
    return Problem(Location(shown), facts)
