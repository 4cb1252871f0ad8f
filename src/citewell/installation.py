"""What comes with the program besides its code: the handbook and the lock files, in a wheel as in a checkout.

A wheel holds them in the package, where ``pyproject.toml`` has them put; a checkout keeps them at its top.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

_PACKAGE: Final = Path(__file__).resolve().parent
_CHECKOUT: Final = _PACKAGE.parents[1]


def find_checkout() -> Path | None:
    """The folder of the repository, if the program runs from one; ``None`` if it was installed."""
    return _CHECKOUT if (_CHECKOUT / "scripts" / "_environment.py").is_file() else None


def find_handbook() -> Path:
    """The folder of the handbook's pages, Markdown files."""
    return _find("handbook", "handbook")


def find_lock(name: str) -> Path:
    """The lock file of the packages that a build needs (``build``), or of those and an extra's (``evidence``)."""
    return _find("locks", "requirements") / f"{name}.txt"


def _find(in_package: str, in_checkout: str) -> Path:
    """A checkout's own folder comes first: what a wheel left in the package would be older."""
    checkout = find_checkout()
    return checkout / in_checkout if checkout else _PACKAGE / in_package
