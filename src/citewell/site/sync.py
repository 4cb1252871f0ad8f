"""Have the system write a folder to the disk, and believe it only if it says that it did."""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

#: syncfs(2) is not there, or the file system has nothing to write. Everything else is a failure.
NOTHING_TO_DO: Final = frozenset({errno.ENOSYS, errno.EINVAL, errno.ENOTSUP})


def sync(folder: Path) -> None:
    """Return once everything in the file system of ``folder`` is on the disk: a power cut must not empty a file.

    On systems without syncfs(2) nothing is done. Raises ``OSError`` when the folder cannot be opened or the system
    reports that something could not be written.
    """
    syncfs = getattr(ctypes.CDLL(None, use_errno=True), "syncfs", None) if sys.platform == "linux" else None
    if syncfs is None:
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        if syncfs(descriptor) != 0 and (code := ctypes.get_errno()) not in NOTHING_TO_DO:
            raise OSError(code, os.strerror(code), str(folder))
    finally:
        os.close(descriptor)
