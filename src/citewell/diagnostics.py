"""A finding about content: a value with a location, a code, a message and, if there is one, a hint."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How bad a finding is: an error stops publication, a warning does not; advice is shown only to those who ask."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in a source file.

    ``path`` is relative to the project, with ``/``. Lines and columns count from 1, columns in Unicode code points;
    the end is exclusive. A finding about a whole file is at 1:1.
    """

    path: str
    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Fix:
    """A safe correction: replace the text at ``location`` by ``replacement``; ``title`` says so in words."""

    title: str
    location: Location
    replacement: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding about one place in the content."""

    code: str
    severity: Severity
    location: Location
    message: str
    hint: str | None = None
    fix: Fix | None = None

    @property
    def sort_key(self) -> tuple[Location, str, str]:
        """Reading order: file, place, code."""
        return (self.location, self.code, self.message)


def has_errors(diagnostics: tuple[Diagnostic, ...]) -> bool:
    """Whether any of the findings stops publication."""
    return any(diagnostic.severity is Severity.ERROR for diagnostic in diagnostics)
