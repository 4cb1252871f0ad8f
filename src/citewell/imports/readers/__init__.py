"""What can be imported, one file a format: ``ENDINGS`` of its files, and ``read_document``.

``read_document(data, base)`` takes the bytes of a file and the address of a page, or "". It gives a ``Document`` and
raises ``ContentUnreadable`` for what is not of its format.
"""

from __future__ import annotations

import pkgutil
import re
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pathlib import PurePath
from typing import TYPE_CHECKING, Final, Protocol

from citewell.errors import ContentUnreadable

if TYPE_CHECKING:
    from citewell.imports.document import Document

#: What begins a page: a saved one may be called ``page.txt``, and one from the web has no ending.
_LOOKS_LIKE_HTML: Final = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html|head|body|meta|div|h1|p)\b", re.IGNORECASE
)
_ZIP: Final = b"PK\x03\x04"
_OLD_WORD: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # [MS-CFB] 2.2: old Word files, and new ones with a password


class DocumentReader(Protocol):
    """A module of this folder."""

    ENDINGS: tuple[str, ...]

    def read_document(self, data: bytes, base: str, /) -> Document:
        """Read a document; ``base`` is the address that its links and pictures are relative to, or ""."""
        ...


@cache
def list_readers() -> Mapping[str, DocumentReader]:
    """The readers by their names."""
    names = sorted(entry.name for entry in pkgutil.iter_modules(__path__))
    return {name: import_module(f"{__name__}.{name}") for name in names}


def choose_reader(name: str, data: bytes) -> DocumentReader:
    """The reader for a file: by what it holds where that is certain, else by the ending of its name.

    Raises ``ContentUnreadable`` for a file of another program.
    """
    readers = list_readers()
    if data.startswith(_OLD_WORD):
        raise ContentUnreadable(
            f"{name}: is a file of Word before 2007, or one with a password",
            "Open it in Word or LibreOffice and save it as .docx without a password.",
        )
    ending = PurePath(name).suffix.lower()
    found = next((key for key, reader in readers.items() if ending in reader.ENDINGS), None)
    if data.startswith(_ZIP) and found != "pandoc":
        found = "docx"
    elif _LOOKS_LIKE_HTML.match(data) and found in (None, "text"):
        found = "html"
    if found is None:
        known = ", ".join(sorted(each for reader in readers.values() for each in reader.ENDINGS))
        raise ContentUnreadable(f"{name}: this kind of file cannot be imported", f"Files that can: {known}.")
    return readers[found]
