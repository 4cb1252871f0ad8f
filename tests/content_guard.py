"""Engine tests read fixtures only: reading this repository's own content fails, but for the demonstration's few tests.

So the content can be another one tomorrow, and an article that is corrected breaks no test of the program.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

OWN_CONTENT: Final = Path(__file__).resolve().parents[1] / "content_src"
_FOLDER: Final = str(OWN_CONTENT)
#: What Python announces before it reads a file or lists a folder. Source: Python's "Audit events table".
_READING: Final = frozenset({"open", "os.listdir", "os.scandir"})
_permits: list[None] = []


class OwnContentRead(AssertionError):
    """An engine test has read this repository's own content."""


@contextmanager
def permit_own_content() -> Iterator[None]:
    """Let the demonstration's own tests read its content."""
    _permits.append(None)
    try:
        yield
    finally:
        _permits.pop()


def guard_own_content() -> None:
    """Raise ``OwnContentRead``, from now on and in this process, wherever the repository's own content is read."""
    sys.addaudithook(_refuse_own_content)


def _refuse_own_content(event: str, arguments: tuple[object, ...]) -> None:
    if event in _READING and not _permits and isinstance(arguments[0], (str, bytes, os.PathLike)):
        path = os.fsdecode(arguments[0])
        if path.startswith(_FOLDER) and path[len(_FOLDER) :][:1] in {"", os.sep}:
            raise OwnContentRead(f"{path}: tests of the engine read tests/sites/, never the repository's own content")
