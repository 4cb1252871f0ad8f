"""How findings, and the ledger, are written out: one format a file, and the walk that finds them.

A module here has a ``NAME`` and either ``findings(report, quiet)``, which gives the lines for a report, or
``ledger(documents, bibliography)``, which gives those for the ledger. Adding a file is all it takes.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:
    from types import ModuleType

    from citewell.model.article import Article
    from citewell.model.references import Bibliography
    from citewell.model.report import Report


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


def findings_formats() -> dict[str, FindingsFormat]:
    """Every format for findings, by name."""
    return {module.NAME: cast("FindingsFormat", module) for module in discover() if hasattr(module, "findings")}


def ledger_formats() -> dict[str, LedgerFormat]:
    """Every format for the ledger, by name."""
    return {module.NAME: cast("LedgerFormat", module) for module in discover() if hasattr(module, "ledger")}


@cache
def discover() -> tuple[ModuleType, ...]:
    """Every format, in the order of their files' names."""
    modules = (import_module(f"{__name__}.{entry.name}") for entry in pkgutil.iter_modules(__path__))
    return tuple(module for module in modules if hasattr(module, "NAME"))
