"""What mending changes, as a unified diff that ``git apply`` and ``patch -p1`` take."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import unified_diff

from citewell.fixes.desk import Change

_NO_NEWLINE = "\\ No newline at end of file"


def difference(change: Change) -> Iterator[str]:
    """The lines of the diff of one file, without line feeds at their ends; a carriage return stays where it is one."""
    path = change.file.shown + "\t" * (" " in change.file.shown)  # without it `patch` ends a name at its first space
    for line in unified_diff(_lines(change.before), _lines(change.after), f"a/{path}", f"b/{path}", lineterm="\n"):
        if line.endswith("\n"):
            yield line[:-1]
        else:
            yield line
            yield _NO_NEWLINE


def _lines(data: bytes) -> list[str]:
    """A file in lines as diffs understand them: ended by line feeds alone, which stay."""
    lines = [f"{line}\n" for line in data.decode().split("\n")]
    lines[-1] = lines[-1][:-1]
    return lines if lines[-1] else lines[:-1]
