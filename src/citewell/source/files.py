"""Reading one source file safely: a regular file, not too large, in UTF-8. Nothing else is opened or read."""

from __future__ import annotations

import codecs
import os
import stat
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NamedTuple, TypeAlias

from citewell.diagnostics import Location
from citewell.errors import reason
from citewell.model.accents import find_stacked_accents
from citewell.model.file_problems import (
    EmptyFile,
    FileSort,
    FileTooLarge,
    NotUtf8,
    NulCharacter,
    SpecialFile,
    SpecialForm,
    StackedAccents,
    SymbolicLink,
    UnreadableFile,
)
from citewell.model.problems import AnyProblem, Problem
from citewell.model.source_location import SourceText, Span

MEBIBYTE: Final = 1024 * 1024

_FORMS: Final = {
    stat.S_IFDIR: SpecialForm.FOLDER,
    stat.S_IFIFO: SpecialForm.NAMED_PIPE,
    stat.S_IFSOCK: SpecialForm.SOCKET,
    stat.S_IFCHR: SpecialForm.DEVICE,
    stat.S_IFBLK: SpecialForm.DEVICE,
}
#: Never follow a link, never wait for the other end of a pipe. Where the system has no such flag, lstat has to do.
_FLAGS: Final = (
    os.O_RDONLY
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)
_UTF16_MARKS: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


@dataclass(frozen=True, slots=True)
class Allowance:
    """How large one sort of file may be, in bytes."""

    sort: FileSort
    size: int


#: The longest review articles are a few hundred KiB of text; beyond this a file is a mistake that slows every build.
ARTICLE: Final = Allowance(FileSort.ARTICLE, 2 * MEBIBYTE)
#: Some 2,000 references fit; DESIGN sets this bound for YAML.
YAML: Final = Allowance(FileSort.YAML, MEBIBYTE)
#: What is known of some 10,000 references.
LOCK: Final = Allowance(FileSort.LOCK, 16 * MEBIBYTE)
#: Readers on a slow connection load it in full.
PICTURE: Final = Allowance(FileSort.PICTURE, 2 * MEBIBYTE)
#: Some 100 KiB hold the letters of most languages; a reader on a slow connection waits for them.
FONT: Final = Allowance(FileSort.FONT, MEBIBYTE // 2)
#: Several times the theme's own style sheet.
STYLES: Final = Allowance(FileSort.STYLES, MEBIBYTE // 4)
#: What the strictest of the usual hosts takes (Cloudflare Pages: 25 MiB a file).
STATIC: Final = Allowance(FileSort.STATIC, 25 * MEBIBYTE)


class SourceFile(NamedTuple):
    """A file of the content: where it is, and its path in messages (relative to the project, with ``/``)."""

    path: Path
    shown: str


class Listing(NamedTuple):
    """The files and the folders in a folder."""

    files: list[SourceFile]
    folders: list[SourceFile]


class ReadBytes(NamedTuple):
    """The bytes of a file, or ``None`` when it could not be taken, and why."""

    data: bytes | None
    problems: tuple[AnyProblem, ...] = ()


class ReadText(NamedTuple):
    """The text of a file, or ``None`` when it could not be taken, and why."""

    source: SourceText | None
    problems: tuple[AnyProblem, ...] = ()


Read: TypeAlias = Callable[[SourceFile, Allowance], ReadBytes]


def read_bytes(file: SourceFile, allowance: Allowance) -> ReadBytes:
    """Read a regular file within its allowance; its size is looked at before a byte is read."""
    try:
        before = os.lstat(file.path)
        odd = judge_form(before)
        if odd is not None:
            return ReadBytes(None, (Problem(Location(file.shown), odd),))
        if before.st_size > allowance.size:
            return _refuse_size(file, allowance, before.st_size)
        return _read_opened(file, allowance)
    except OSError as error:
        return ReadBytes(None, (Problem(Location(file.shown), UnreadableFile(reason(error))),))


def read_text(file: SourceFile, allowance: Allowance, read: Read = read_bytes) -> ReadText:
    """Read a text file. Raises nothing about its content: what is wrong comes back as problems.

    ``read`` gives the bytes; another one than the disk's may hold what was not saved yet.
    """
    data, problems = read(file, allowance)
    return ReadText(None, problems) if data is None else decode_text(data, file.shown)


def decode_text(data: bytes, shown: str) -> ReadText:
    """Bytes as text: UTF-8, its byte order mark dropped, line ends as line feeds; never with NUL or stacked accents."""
    if data.startswith(_UTF16_MARKS):
        return ReadText(None, (Problem(Location(shown), NotUtf8(None)),))
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        before = _normalise_line_ends(data[: error.start].decode())
        place = SourceText(shown, before + "?").locate(Span(len(before), len(before) + 1))
        return ReadText(None, (Problem(place, NotUtf8(data[error.start])),))
    source = SourceText(shown, _normalise_line_ends(text))
    nul = source.text.find("\x00")
    if nul >= 0:
        return ReadText(None, (Problem(source.locate(Span(nul, nul + 1)), NulCharacter("\x00")),))
    if stack := next(find_stacked_accents(source.text), None):
        return ReadText(None, (Problem(source.locate(stack), StackedAccents(stack.end - stack.start)),))
    if not source.text.strip():
        return ReadText(None, (Problem(Location(shown), EmptyFile()),))
    return ReadText(source)


def judge_form(status: os.stat_result) -> SymbolicLink | SpecialFile | None:
    """What is wrong with something that is not a regular file; ``None`` for a regular file."""
    if stat.S_ISREG(status.st_mode):
        return None
    if stat.S_ISLNK(status.st_mode):
        return SymbolicLink()
    return SpecialFile(_FORMS.get(stat.S_IFMT(status.st_mode), SpecialForm.OTHER))


def format_size(size: int) -> str:
    """A size in bytes for people: ``2 MiB``, ``2.1 MiB``; never rounded down to what is allowed."""
    tenths = -(-size * 10 // MEBIBYTE)
    return f"{tenths // 10:,} MiB" if tenths % 10 == 0 else f"{tenths / 10:,.1f} MiB"


def _read_opened(file: SourceFile, allowance: Allowance) -> ReadBytes:
    descriptor = os.open(file.path, _FLAGS)
    with open(descriptor, "rb") as stream:  # noqa: PTH123 - a Path cannot open with these flags
        odd = judge_form(os.fstat(descriptor))
        if odd is not None:  # exchanged between the look and the opening
            return ReadBytes(None, (Problem(Location(file.shown), odd),))
        data = stream.read(allowance.size + 1)
    if len(data) > allowance.size:  # grown meanwhile
        return _refuse_size(file, allowance, len(data))
    return ReadBytes(data)


def _refuse_size(file: SourceFile, allowance: Allowance, size: int) -> ReadBytes:
    return ReadBytes(None, (Problem(Location(file.shown), FileTooLarge(allowance.sort, size, allowance.size)),))


def _normalise_line_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
