"""PDF files printed before, each with the digests of the files it shows: only what changed is printed again.

One file for each article, so the folder never holds more than the site does.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from citewell.atomic_write import write_beside
from citewell.errors import CannotWrite, ForeignFile, reason

_PDF: Final = ".pdf"
_MADE_FROM: Final = ".json"


def compute_digest(data: bytes) -> str:
    """SHA-256 in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


@dataclass(frozen=True, slots=True)
class PdfCache:
    """``folder`` keeps the PDF files; ``staged`` is the site from whose files they are printed."""

    folder: Path
    staged: Path

    def get(self, name: str, described: str) -> bytes | None:
        """The PDF of this name, if it was printed with the same description and every file it shows is unchanged."""
        try:
            known = json.loads((self.folder / f"{name}{_MADE_FROM}").read_bytes())
            pdf = (self.folder / f"{name}{_PDF}").read_bytes()
            same = known["described"] == compute_digest(described.encode()) and known["pdf"] == compute_digest(pdf)
            same = same and all(
                compute_digest((self.staged / path).read_bytes()) == was for path, was in known["from"].items()
            )
        except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):  # nothing, or damaged
            return None
        return pdf if same else None

    def store(self, name: str, described: str, files_read: Mapping[str, str], pdf: bytes) -> None:
        """Keep a PDF with the digests of the files it shows, ``files_read``. Raises ``CannotWrite``."""
        known = {
            "described": compute_digest(described.encode()),
            "pdf": compute_digest(pdf),
            "from": dict(sorted(files_read.items())),
        }
        try:
            self.folder.mkdir(exist_ok=True)
            self._write(f"{name}{_PDF}", pdf)
            self._write(f"{name}{_MADE_FROM}", json.dumps(known, indent=1).encode())
        except OSError as error:
            raise CannotWrite(f"{self.folder}: cannot be written ({reason(error)})") from error

    def keep_only(self, names: Collection[str]) -> None:
        """Remove the files of all other names. Raises ``CannotWrite``, or ``ForeignFile`` if the folder is a link."""
        if self.folder.is_symlink():  # its target is not ours to clear
            raise ForeignFile(f"{self.folder}: is not a folder", "Citewell keeps its own files there. Move it away.")
        try:
            for path in self.folder.glob("*") if self.folder.is_dir() else ():
                if path.suffix not in (_PDF, _MADE_FROM) or path.stem not in names:
                    path.unlink()
        except OSError as error:
            raise CannotWrite(f"{self.folder}: cannot be cleared ({reason(error)})") from error

    def _write(self, name: str, data: bytes) -> None:
        path = self.folder / name
        with write_beside(path, data) as temporary:
            temporary.replace(path)
