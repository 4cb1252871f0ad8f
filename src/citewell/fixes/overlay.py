"""The desk on which files are mended: each is read once, changed here as often as need be, and written at the end."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from citewell.diagnostics import Fix
from citewell.fixes.apply_edits import apply
from citewell.source.files import Allowance, ReadBytes, SourceFile, read_bytes


class Change(NamedTuple):
    """A file that was mended: what the disk held when it was read, and what it should hold."""

    file: SourceFile
    before: bytes
    after: bytes


@dataclass(slots=True)
class Desk:
    """Files by their shown paths: as they were read and as they are now. ``made`` counts the corrections."""

    made: int = 0
    _read: dict[str, Change] = field(default_factory=dict)

    def read(self, file: SourceFile, allowance: Allowance) -> ReadBytes:
        """The bytes of a file as they are here; at first those of the disk. What could not be read is not kept."""
        known = self._read.get(file.shown)
        if known is not None:
            return ReadBytes(known.after)
        found = read_bytes(file, allowance)
        if found.data is not None:
            self._read[file.shown] = Change(file, found.data, found.data)
        return found

    def mend(self, path: str, fixes: Iterable[Fix]) -> None:
        """Make corrections in one file."""
        known = self._read[path]
        text, made = apply(known.after.decode(), fixes)
        self._read[path] = known._replace(after=text.encode())
        self.made += made

    @property
    def changes(self) -> tuple[Change, ...]:
        """The files that are no longer what they were, in the order of their paths."""
        return tuple(
            self._read[path] for path in sorted(self._read) if self._read[path].before != self._read[path].after
        )
