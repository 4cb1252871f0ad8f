"""Names that hold a digest of what is in the file: ``assets/citewell.3f2a9c1b7d04.css``, ``pagefind/3f2a9c1b7d04/``.

A page names the very bytes that it was made with, so what a reader loads later, after another release, is either those
or nothing; and what has such a name never changes, so browsers may keep it.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Final

_LENGTH: Final = 12  # hexadecimal digits: 48 bits, for a handful of files of one name
_DIGITS: Final = re.compile(rf"[0-9a-f]{{{_LENGTH}}}")


def content_digest(data: bytes) -> str:
    """The digits in the name of a file with this content."""
    return hashlib.sha256(data).hexdigest()[:_LENGTH]


def folder_digest(files: Mapping[str, bytes]) -> str:
    """The digits that name a folder with these files, by their path in it."""
    lines = (f"{path} {hashlib.sha256(data).hexdigest()}\n" for path, data in sorted(files.items()))
    return content_digest("".join(lines).encode("utf-8", "surrogateescape"))


def add_digest(path: PurePosixPath, data: bytes) -> PurePosixPath:
    """The name of a file that holds ``data``: the digits before its ending."""
    return path.with_name(f"{path.stem}.{content_digest(data)}{path.suffix}")


def remove_digest(path: PurePosixPath) -> PurePosixPath:
    """The name that the file had before: as the theme, and every other engine, has it."""
    stem, _, digits = path.stem.rpartition(".")
    return path.with_name(f"{stem}{path.suffix}") if stem and is_digest(digits) else path


def is_digest(name: str) -> bool:
    """Whether a part of a name has the form of a digest."""
    return _DIGITS.fullmatch(name) is not None
