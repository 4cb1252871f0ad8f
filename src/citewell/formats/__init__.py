"""How findings, the ledger, references and so on are written out: a folder each, a format a file.

The name of a format is that of its file, and ``--format`` offers what is in the folder: adding a file is all it takes.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Final, Generic, Protocol, TypeVar, cast

if TYPE_CHECKING:
    from citewell.citations.impact import Impact
    from citewell.citations.reference_status import ReferenceStatus
    from citewell.claim_records import ArticleClaims
    from citewell.model.report import Report
    from citewell.model.site import Site
    from citewell.team_report.figures import TeamReport


class FindingsFormat(Protocol):
    """A module of ``findings/``."""

    def format_findings(self, report: Report, quiet: bool) -> Iterator[str]:
        """The lines of a report; with ``quiet`` the findings alone."""


class LedgerFormat(Protocol):
    """A module of ``ledger/``."""

    def format_ledger(self, articles: Iterable[ArticleClaims]) -> Iterator[str]:
        """The lines of the ledger of these articles."""


class ReferencesFormat(Protocol):
    """A module of ``references/``."""

    def format_references(self, list_statuses: Iterable[ReferenceStatus]) -> Iterator[str]:
        """The lines of a list of references."""

    def format_resolved(self, list_statuses: Iterable[ReferenceStatus], asked: int, quiet: bool) -> Iterator[str]:
        """The lines after ``asked`` of these references were looked up; with ``quiet`` those that need somebody."""


class ImpactFormat(Protocol):
    """A module of ``impact/``."""

    def format_impact(self, found: Impact, site: Site) -> Iterator[str]:
        """The lines for what was found on this site."""


class TeamReportFormat(Protocol):
    """A module of ``report/``."""

    def format_report(self, report: TeamReport) -> Iterator[str]:
        """The lines of the report to the team."""


Format_co = TypeVar("Format_co", covariant=True)


class FormatFolder(Generic[Format_co]):
    """The formats of one folder; ``Format_co`` is what each of its modules offers."""

    def __init__(self, folder: str) -> None:
        self._folder = folder

    @property
    def names(self) -> list[str]:
        """The names of the formats, in alphabetical order. None is imported for that."""
        return sorted(entry.name for entry in pkgutil.iter_modules([str(Path(__file__).parent / self._folder)]))

    def load(self, name: str) -> Format_co:
        """Import the format of this name."""
        return cast("Format_co", import_module(f"{__name__}.{self._folder}.{name}"))


FINDINGS: Final = FormatFolder[FindingsFormat]("findings")
LEDGER: Final = FormatFolder[LedgerFormat]("ledger")
REFERENCES: Final = FormatFolder[ReferencesFormat]("references")
IMPACT: Final = FormatFolder[ImpactFormat]("impact")
REPORT: Final = FormatFolder[TeamReportFormat]("report")
