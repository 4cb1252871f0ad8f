"""The packages that some commands need beyond the core, and how to get them."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.util import find_spec
from typing import Final

from citewell.errors import ExtraMissing

PACKAGES: Final = ("bibtexparser", "hishel", "httpx", "pypdf", "rapidfuzz", "trafilatura")
"""What the extra ``evidence`` of ``pyproject.toml`` brings, as it is imported."""
PLOT_PACKAGES: Final = ("matplotlib",)
"""What the extra ``report`` brings."""


def require_extra() -> None:
    """Raise ``ExtraMissing`` unless every package of the extra ``evidence`` is installed; none is imported for that."""
    hint = "python3 scripts/refs.py installs them and runs the command; a build needs none of them"
    _require(PACKAGES, hint)


def require_plots() -> None:
    """Raise ``ExtraMissing`` unless every package of the extra ``report`` is installed; none is imported for that."""
    hint = (
        'python3 scripts/report.py installs the extra "report" and runs the command; the report as JSON '
        "(--format json) needs none of it"
    )
    _require(PLOT_PACKAGES, hint)


def _require(packages: Iterable[str], hint: str) -> None:
    missing = [name for name in packages if find_spec(name) is None]
    if missing:
        raise ExtraMissing(f"this command needs packages that are not installed: {', '.join(missing)}", hint)
