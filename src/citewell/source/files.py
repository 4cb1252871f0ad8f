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
from citewell.model.problems import Problem
from citewell.model.source_location import SourceText, Span

MEBIBYTE: Final = 1024 * 1024

_FORMS: Final = {
    stat.S_IFDIR: "a folder",
    stat.S_IFIFO: "a named pipe",
    stat.S_IFSOCK: "a socket",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
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
    """How large one sort of file may be, in bytes, and what it is called (``an article``)."""

    noun: str
    size: int


#: The longest review articles are a few hundred KiB of text; beyond this a file is a mistake that slows every build.
ARTICLE: Final = Allowance("an article", 2 * MEBIBYTE)
#: Some 2,000 references fit; DESIGN sets this bound for YAML.
YAML: Final = Allowance("a YAML file", MEBIBYTE)
#: What is known of some 10,000 references.
LOCK: Final = Allowance("a lock", 16 * MEBIBYTE)
#: Readers on a slow connection load it in full.
PICTURE: Final = Allowance("a picture", 2 * MEBIBYTE)


class SourceFile(NamedTuple):
    """A file of the content: where it is, and its path in messages (relative to the project, with ``/``)."""

    path: Path
    shown: str


class ReadBytes(NamedTuple):
    """The bytes of a file, or ``None`` when it could not be taken, and why."""

    data: bytes | None
    flaws: tuple[Problem, ...] = ()


class ReadText(NamedTuple):
    """The text of a file, or ``None`` when it could not be taken, and why."""

    source: SourceText | None
    flaws: tuple[Problem, ...] = ()


Read: TypeAlias = Callable[[SourceFile, Allowance], ReadBytes]


def read_bytes(file: SourceFile, allowance: Allowance) -> ReadBytes:
    """Read a regular file within its allowance; its size is looked at before a byte is read."""
    try:
        before = os.lstat(file.path)
        odd = form(before)
        if odd is not None:
            return ReadBytes(None, (Problem(odd[0], Location(file.shown), odd[1]),))
        if before.st_size > allowance.size:
            return _refused_size(file, allowance, before.st_size)
        return _read(file, allowance)
    except OSError as error:
        return ReadBytes(None, (Problem("file-unreadable", Location(file.shown), reason(error)),))


def read_text(file: SourceFile, allowance: Allowance, read: Read = read_bytes) -> ReadText:
    """Read a text file. Raises nothing about its content: what is wrong comes back as flaws.

    ``read`` gives the bytes; another one than the disk's may hold what was not saved yet.
    """
    data, flaws = read(file, allowance)
    return ReadText(None, flaws) if data is None else decode(data, file.shown)


def decode(data: bytes, shown: str) -> ReadText:
    """Bytes as text: UTF-8, its byte order mark dropped, line ends as line feeds; never with NUL or stacked accents."""
    if data.startswith(_UTF16_MARKS):
        return _refused_encoding(Location(shown), "the file is UTF-16, not UTF-8")
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        before = _with_line_feeds(data[: error.start].decode())
        place = SourceText(shown, before + "?").locate(Span(len(before), len(before) + 1))
        return _refused_encoding(place, f"byte 0x{data[error.start]:02X} is not UTF-8")
    source = SourceText(shown, _with_line_feeds(text))
    nul = source.text.find("\x00")
    if nul >= 0:
        return ReadText(None, (Problem("nul-character", source.locate(Span(nul, nul + 1))),))
    if stack := next(find_stacked_accents(source.text), None):
        return ReadText(None, (Problem("stacked-accents", source.locate(stack), f"{stack.end - stack.start:,}"),))
    if not source.text.strip():
        return ReadText(None, (Problem("empty-file", Location(shown)),))
    return ReadText(source)


def form(status: os.stat_result) -> tuple[str, str] | None:
    """What kind of flaw it is that something is no regular file, and its name in words; ``None`` for a regular file."""
    if stat.S_ISREG(status.st_mode):
        return None
    if stat.S_ISLNK(status.st_mode):
        return "symlink", ""
    return "not-a-regular-file", _FORMS.get(stat.S_IFMT(status.st_mode), "a special file")


def in_mebibytes(size: int) -> str:
    """A size in bytes for people: ``2 MiB``, ``2.1 MiB``; never rounded down to what is allowed."""
    tenths = -(-size * 10 // MEBIBYTE)
    return f"{tenths // 10:,} MiB" if tenths % 10 == 0 else f"{tenths / 10:,.1f} MiB"


def _read(file: SourceFile, allowance: Allowance) -> ReadBytes:
    descriptor = os.open(file.path, _FLAGS)
    with open(descriptor, "rb") as stream:  # noqa: PTH123 - a Path cannot open with these flags
        odd = form(os.fstat(descriptor))
        if odd is not None:  # exchanged between the look and the opening
            return ReadBytes(None, (Problem(odd[0], Location(file.shown), odd[1]),))
        data = stream.read(allowance.size + 1)
    if len(data) > allowance.size:  # grown meanwhile
        return _refused_size(file, allowance, len(data))
    return ReadBytes(data)


def _refused_size(file: SourceFile, allowance: Allowance, size: int) -> ReadBytes:
    most = in_mebibytes(allowance.size)
    detail = f"the file is {in_mebibytes(size)}; {allowance.noun} may have at most {most}"
    return ReadBytes(None, (Problem("file-too-large", Location(file.shown), detail, "split it or make it smaller"),))


def _refused_encoding(place: Location, detail: str) -> ReadText:
    hint = "save the file as UTF-8 (most editors: Save as, Encoding)"
    return ReadText(None, (Problem("not-utf8", place, detail, hint),))


def _with_line_feeds(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
