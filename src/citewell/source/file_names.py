"""Names of files and folders that work everywhere: in addresses, on every file system, in a reviewer's eyes."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from citewell.diagnostics import Location
from citewell.model.file_problems import BadName, NameFault
from citewell.model.problems import Problem
from citewell.model.source_location import SourceText
from citewell.source.characters import find_odd_characters

#: Lower-case words joined by hyphens: safe in addresses, on every file system and as an HTML id.
SLUG: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
LONGEST_SLUG: Final = 80
_LONGEST: Final = 100  # characters of a file's name
_PLAIN: Final = re.compile(rf"[A-Za-z0-9][A-Za-z0-9._-]{{0,{_LONGEST - 1}}}")
# Hidden files (also .DS_Store, LibreOffice's .~lock.x#, Vim's .x.swp), copies that editors and merges keep, the lock of
# a file open in Word (~$x.docx) and its drafts, downloads under way, and what desktops and network drives put in.
_DEBRIS: Final = re.compile(
    r"\..*|.*~|~\$.*|#.*#|.*\.(?:sw[g-px]|te?mp|bak|orig|rej|asd|wbk|part|crdownload)|.*___jb_(?:tmp|old)___"
    r"|(?:eh)?thumbs(?:_vista)?\.db|desktop\.ini|icon\r|__macosx|@eadir|\$recycle\.bin|system volume information",
    re.IGNORECASE | re.DOTALL,
)

#: Device names of Windows: no file or folder can be called so there, with any ending (learn.microsoft.com, "Naming
#: Files, Paths, and Namespaces").
_DEVICE: Final = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?", re.IGNORECASE | re.DOTALL)


def is_slug(name: str) -> bool:
    """Whether a name is lower-case words joined by hyphens, at most ``LONGEST_SLUG`` characters."""
    return len(name) <= LONGEST_SLUG and SLUG.fullmatch(name) is not None


def suggest_slug(name: str) -> str:
    """The slug nearest to a name: ``Rückenschmerz 2`` gives ``ruckenschmerz-2``; empty when nothing is left."""
    return re.sub(r"[^a-z0-9]+", "-", _ascii(name).lower()).strip("-")[:LONGEST_SLUG].strip("-")


def is_debris(name: str) -> bool:
    """Whether it is a file that editors, version control or the desktop leave: never content, so never read."""
    return _DEBRIS.fullmatch(name) is not None


def fold_name(name: str) -> str:
    """What two names share when some file system cannot keep them apart: case and Unicode form taken away."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def make_name_visible(name: str) -> str:
    """A name as messages show it: what is not UTF-8, cannot be seen or breaks a line is written out."""
    text = name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    return "".join(_visible(character) for character in text)


def judge_file_name(name: str, shown: str) -> Problem[BadName] | None:
    """Judge a file's name; ``shown`` is its path."""
    if _DEVICE.fullmatch(name):
        stem, dot, ending = name.partition(".")
        return Problem(Location(shown), BadName(NameFault.WINDOWS_DEVICE, f"{stem}-1{dot}{ending}"))
    if name.endswith("."):
        return Problem(Location(shown), BadName(NameFault.DOT_AT_END, name.rstrip(".")))
    if _PLAIN.fullmatch(name):
        return None
    stem, dot, ending = _ascii(name).rpartition(".")
    like = re.sub(r"[^A-Za-z0-9._-]+", "-", stem or ending).strip("-._")
    instead = f"{like}.{ending}" if like and dot and stem else like
    fault = _fault_of(name) or NameFault.NOT_PLAIN
    return Problem(Location(shown), BadName(fault, instead, len(name), _LONGEST))


def judge_slug(name: str, shown: str, ending: str = "") -> Problem[BadName] | None:
    """Judge a name that becomes part of an address; ``ending`` is what follows it in the file's name."""
    if _DEVICE.fullmatch(name):
        return Problem(Location(shown), BadName(NameFault.WINDOWS_DEVICE, f"{name}-page{ending}"))
    if is_slug(name):
        return None
    like = suggest_slug(name)
    instead = like + ending if like else ""
    if SLUG.fullmatch(name):
        return Problem(Location(shown), BadName(NameFault.TOO_LONG, instead, len(name), LONGEST_SLUG))
    return Problem(Location(shown), BadName(_fault_of(name) or NameFault.NOT_A_SLUG, instead, len(name), _LONGEST))


def _fault_of(name: str) -> NameFault | None:
    """What is wrong with a name besides letters that it may not hold."""
    if not name.isprintable() or find_odd_characters(SourceText("", name)):
        return NameFault.INVISIBLE
    if unicodedata.normalize("NFC", name) != name:
        return NameFault.SEPARATE_ACCENTS
    return NameFault.TOO_LONG if len(name) > _LONGEST else None


def _ascii(name: str) -> str:
    return unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()


def _visible(character: str) -> str:
    hidden = unicodedata.category(character)[0] in "CZ" and character != " "
    return character.encode("unicode_escape").decode() if hidden else character
