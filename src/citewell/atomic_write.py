"""Replace a file in one step: a reader sees the old file or the new one, never a part."""

from __future__ import annotations

import contextlib
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


@contextmanager
def write_beside(path: Path, data: bytes, like: os.stat_result | None = None) -> Iterator[Path]:
    """Write a new file in the folder of ``path``, for the caller to rename; it is removed if it was not renamed.

    It is on the disk in full before the ``with`` block begins.

    ``like`` gives it the owner and permissions of another file. Raises ``OSError`` when the system refuses.
    """
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(6)}")  # such a name is not content
    try:
        with temporary.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())  # a power cut must not leave the name with an empty file
        if like is not None:
            made = temporary.stat()
            if (made.st_uid, made.st_gid) != (like.st_uid, like.st_gid):
                os.chown(temporary, like.st_uid, like.st_gid)
            temporary.chmod(like.st_mode & 0o7777)
        yield temporary
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink()
