"""Reading ``references.lock``."""

from __future__ import annotations

from typing import Final, NamedTuple

from citewell.diagnostics import Location
from citewell.model.evidence import Lock
from citewell.model.lock_text import DamagedLock, read_lock_text
from citewell.model.problems import Problem
from citewell.model.source_location import SourceText

LOCK: Final = "references.lock"


class ReadLock(NamedTuple):
    """The lock, empty if it cannot be read, and the problem with it."""

    lock: Lock
    flaws: tuple[Problem, ...]


def read_lock(source: SourceText) -> ReadLock:
    """Read the text of the lock. One with git's conflict markers, or damaged otherwise, counts as empty."""
    try:
        return ReadLock(read_lock_text(source.text), ())
    except DamagedLock as damage:
        line = damage.line
        if damage.key:  # say where: machines write it, but people see its changes
            line = source.text.count("\n", 0, max(source.text.find(f'"{damage.key}"'), 0)) + 1
        place = Location(source.path, line, 1, line, 1)
        return ReadLock(Lock(), (Problem("lock-unreadable", place, damage.reason, damage.hint),))
