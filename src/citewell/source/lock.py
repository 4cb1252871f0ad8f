"""``references.lock``: what looking references up found, as it was written."""

from __future__ import annotations

from typing import Final, NamedTuple

from citewell.diagnostics import Location
from citewell.model.evidence import Lock
from citewell.model.file_problems import UnreadableLock
from citewell.model.lock_text import DamagedLock, read_lock_text
from citewell.model.problems import Problem
from citewell.model.source_location import SourceText

LOCK: Final = "references.lock"


class ReadLock(NamedTuple):
    """The lock, empty when it cannot be read, and why it cannot."""

    lock: Lock
    problems: tuple[Problem[UnreadableLock], ...]


def read_lock(source: SourceText) -> ReadLock:
    """Read the text of the lock. One with marks of a git conflict, or damaged otherwise, counts as empty."""
    try:
        return ReadLock(read_lock_text(source.text), ())
    except DamagedLock as damage:
        line = damage.line
        if damage.facts.key:  # say where: machines write it, but people see its changes
            line = source.text.count("\n", 0, max(source.text.find(f'"{damage.facts.key}"'), 0)) + 1
        place = Location(source.path, line, 1, line, 1)
        return ReadLock(Lock(), (Problem(place, damage.facts),))
