"""Names of files and folders that work everywhere: in addresses, on every file system, in a reviewer's eyes."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from citewell.diagnostics import Location
from citewell.model.problems import Problem
from citewell.model.source_location import SourceText
from citewell.source.characters import odd_characters

#: Lower-case words joined by hyphens: safe in addresses, on every file system and as an HTML id.
SLUG: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
LONGEST_SLUG: Final = 80
_PLAIN: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")
_KEPT_BY_WINDOWS: Final = "Windows keeps this name for a device, so it could not be copied there"
# Hidden files (also .DS_Store, LibreOffice's .~lock.x#, Vim's .x.swp), copies that editors and merges keep, the lock of
# a file open in Word (~$x.docx) and its drafts, downloads under way, and what desktops and network drives put in.
_LEFT_BEHIND: Final = re.compile(
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


def slug_like(name: str) -> str:
    """The slug nearest to a name: ``Rückenschmerz 2`` gives ``ruckenschmerz-2``; empty when nothing is left."""
    return re.sub(r"[^a-z0-9]+", "-", _ascii(name).lower()).strip("-")[:LONGEST_SLUG].strip("-")


def is_left_behind(name: str) -> bool:
    """Whether editors, version control or the desktop leave such files about: never content, so never looked at."""
    return _LEFT_BEHIND.fullmatch(name) is not None


def same_name(name: str) -> str:
    """What two names share when some file system cannot keep them apart: case and Unicode form taken away."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def shown_name(name: str) -> str:
    """A name as messages show it: what is not UTF-8, cannot be seen or breaks a line is written out."""
    text = name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    return "".join(_visible(character) for character in text)


def file_name_flaw(name: str, shown: str) -> Problem | None:
    """Judge a file's name."""
    if _DEVICE.fullmatch(name):
        stem, dot, ending = name.partition(".")
        return Problem("bad-name", Location(shown), _KEPT_BY_WINDOWS, f"{stem}-1{dot}{ending}")
    if _PLAIN.fullmatch(name):
        return None
    stem, dot, ending = _ascii(name).rpartition(".")
    like = re.sub(r"[^A-Za-z0-9._-]+", "-", stem or ending).strip("-._")
    way = f"{like}.{ending}" if like and dot and stem else like
    return Problem(
        "bad-name", Location(shown), _why(name, "letters a to z, figures, hyphens, dots and underscores"), way
    )


def slug_flaw(name: str, shown: str, ending: str = "") -> Problem | None:
    """Judge a name that becomes part of an address; ``ending`` is what follows it in the file's name."""
    if _DEVICE.fullmatch(name):
        return Problem("bad-name", Location(shown), _KEPT_BY_WINDOWS, f"{name}-page{ending}")
    if is_slug(name):
        return None
    like = slug_like(name)
    long = f"the name has {len(name)} characters; {LONGEST_SLUG} are the most"
    detail = long if SLUG.fullmatch(name) else _why(name, "lower-case letters a to z, figures and single hyphens")
    return Problem("bad-name", Location(shown), detail, like + ending if like else "")


def _why(name: str, wanted: str) -> str:
    if not name.isprintable() or odd_characters(SourceText("", name)):
        return "the name holds characters that cannot be shown"
    if unicodedata.normalize("NFC", name) != name:
        return "the name holds letters with separate accents (decomposed Unicode), which not every system finds again"
    if len(name) > 100:
        return f"the name has {len(name)} characters; 100 are the most"
    return f"a name may hold only {wanted}"


def _ascii(name: str) -> str:
    return unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()


def _visible(character: str) -> str:
    hidden = unicodedata.category(character)[0] in "CZ" and character != " "
    return character.encode("unicode_escape").decode() if hidden else character
