"""A file that a command makes where somebody asked for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from citewell.errors import CannotWrite, reason

if TYPE_CHECKING:
    from pathlib import Path


def write_new_file(file: Path, data: bytes) -> None:
    """Write a file that is not there yet: what somebody has filled in must not be lost. Raises ``CannotWrite``."""
    try:
        with file.open("xb") as new:
            new.write(data)
    except FileExistsError:
        raise CannotWrite(f"{file} already exists", "choose another name, or move it away") from None
    except OSError as error:
        raise CannotWrite(f"{file}: cannot be written ({reason(error)})") from error
