"""How findings, the ledger and the references are written out: one format a file, and the walk that finds them.

A module here has a ``NAME`` and ``findings(report, quiet)``, which gives the lines for a report, or
``ledger(documents, bibliography)``, those for the ledger, or ``references(standings)`` and ``resolved(standings, asked,
quiet)``, those for how references stand, or ``impact(found, site)``, those for what depends on them. Adding a file is
all it takes.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:
    from types import ModuleType

    from citewell.citations.impact import Impact
    from citewell.citations.reference_status import ReferenceStatus
    from citewell.model.article import Article
    from citewell.model.references import Bibliography
    from citewell.model.report import Report
    from citewell.model.site import Site


class FindingsFormat(Protocol):
    """What a module for findings offers."""

    NAME: str

    def findings(self, report: Report, quiet: bool) -> Iterator[str]:
        """The lines of a report; with ``quiet`` the findings alone."""


class LedgerFormat(Protocol):
    """What a module for the ledger offers."""

    NAME: str

    def ledger(self, documents: Iterable[Article], bibliography: Bibliography) -> Iterator[str]:
        """The lines of the ledger of these documents, which cite this bibliography."""


class ReferencesFormat(Protocol):
    """What a module for references offers."""

    NAME: str

    def references(self, standings: Iterable[ReferenceStatus]) -> Iterator[str]:
        """The lines of a list of references."""

    def resolved(self, standings: Iterable[ReferenceStatus], asked: int, quiet: bool) -> Iterator[str]:
        """The lines after ``asked`` of these references were looked up; with ``quiet`` those that need somebody."""


class ImpactFormat(Protocol):
    """What a module for what depends on references offers."""

    NAME: str

    def impact(self, found: Impact, site: Site) -> Iterator[str]:
        """The lines for what was found on this site."""


def findings_formats() -> dict[str, FindingsFormat]:
    """Every format for findings, by name."""
    return {module.NAME: cast("FindingsFormat", module) for module in discover() if hasattr(module, "findings")}


def ledger_formats() -> dict[str, LedgerFormat]:
    """Every format for the ledger, by name."""
    return {module.NAME: cast("LedgerFormat", module) for module in discover() if hasattr(module, "ledger")}


def references_formats() -> dict[str, ReferencesFormat]:
    """Every format for references, by name."""
    return {module.NAME: cast("ReferencesFormat", module) for module in discover() if hasattr(module, "references")}


def impact_formats() -> dict[str, ImpactFormat]:
    """Every format for what depends on references, by name."""
    return {module.NAME: cast("ImpactFormat", module) for module in discover() if hasattr(module, "impact")}


@cache
def discover() -> tuple[ModuleType, ...]:
    """Every format, in the order of their files' names."""
    modules = (import_module(f"{__name__}.{entry.name}") for entry in pkgutil.iter_modules(__path__))
    return tuple(module for module in modules if hasattr(module, "NAME"))
