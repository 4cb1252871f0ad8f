"""PDF files that were printed before, each with what it was printed from, so that only what changed is printed again.

One file for each article, so the folder never holds more than the site does.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from citewell.atomic_write import written_beside
from citewell.errors import CannotWrite, ForeignFile, reason

_PDF: Final = ".pdf"
_MADE_FROM: Final = ".json"


def digest(data: bytes) -> str:
    """SHA-256 in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


@dataclass(frozen=True, slots=True)
class PdfCache:
    """The folder of what was printed before, and the staged site, whose files a PDF is printed from."""

    folder: Path
    staged: Path

    def get(self, name: str, asked: str) -> bytes | None:
        """The PDF of this name, if it was asked for with the same words and every file it shows is what it was."""
        try:
            known = json.loads((self.folder / f"{name}{_MADE_FROM}").read_bytes())
            pdf = (self.folder / f"{name}{_PDF}").read_bytes()
            same = known["asked"] == digest(asked.encode()) and known["pdf"] == digest(pdf)
            same = same and all(digest((self.staged / path).read_bytes()) == was for path, was in known["from"].items())
        except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):  # nothing, or damaged
            return None
        return pdf if same else None

    def put(self, name: str, asked: str, read: Mapping[str, str], pdf: bytes) -> None:
        """Keep a PDF with the digests of the files it was printed ``read``ing. Raises ``CannotWrite``."""
        known = {"asked": digest(asked.encode()), "pdf": digest(pdf), "from": dict(sorted(read.items()))}
        try:
            self.folder.mkdir(exist_ok=True)
            self._write(f"{name}{_PDF}", pdf)
            self._write(f"{name}{_MADE_FROM}", json.dumps(known, indent=1).encode())
        except OSError as error:
            raise CannotWrite(f"{self.folder}: cannot be written ({reason(error)})") from error

    def keep_only(self, names: Collection[str]) -> None:
        """Remove what is of no article any more. Raises ``CannotWrite``, or ``ForeignFile`` if a link stands there."""
        if self.folder.is_symlink():  # what it leads to is not ours to clear
            raise ForeignFile(f"{self.folder}: is not a folder", "Citewell keeps its own files there. Move it away.")
        try:
            for path in self.folder.glob("*") if self.folder.is_dir() else ():
                if path.suffix not in (_PDF, _MADE_FROM) or path.stem not in names:
                    path.unlink()
        except OSError as error:
            raise CannotWrite(f"{self.folder}: cannot be cleared ({reason(error)})") from error

    def _write(self, name: str, data: bytes) -> None:
        path = self.folder / name
        with written_beside(path, data) as temporary:
            temporary.replace(path)
