"""The packages that "citewell refs" needs beyond the core, and how to get them."""

from __future__ import annotations

from importlib.util import find_spec
from typing import Final

from citewell.errors import EvidenceMissing

PACKAGES: Final = ("bibtexparser", "hishel", "httpx", "pypdf", "rapidfuzz", "trafilatura")
"""What the extra ``evidence`` of ``pyproject.toml`` brings, as it is imported."""


def require_extra() -> None:
    """Raise ``EvidenceMissing`` unless every package of the extra is installed; none is imported for that."""
    missing = [name for name in PACKAGES if find_spec(name) is None]
    if missing:
        raise EvidenceMissing(
            f"this command needs packages that are not installed: {', '.join(missing)}",
            "python3 scripts/refs.py installs them and runs the command; a build needs none of them",
        )
