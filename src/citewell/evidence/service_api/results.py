"""The results of asking a service about a work."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, TypeAlias

from citewell.model.evidence import Archived, Notice


@dataclass(frozen=True, slots=True)
class KnownWork:
    """The service knows the work.

    ``item`` is a CSL item (CSL 1.0.2 input data) without an id: only CSL's variables, each with a value of its type, in
    plain text; it is empty if the service keeps no records. ``notices`` are those published about the work since, and
    ``reinstated`` is the day on which a retracted work was reinstated (``2014-01-31``). ``kind`` is Citewell's word for
    the type of study or publication, if the service states it. ``unread`` are the DOIs of notices that may be graver
    than they seem, because their own records could not be read. ``copy`` is an archived copy of the page.
    """

    item: dict[str, Any] = field(default_factory=dict)
    notices: tuple[Notice, ...] = ()
    kind: str | None = None
    unread: frozenset[str] = frozenset()
    reinstated: str = ""
    copy: Archived | None = None

    @property
    def title(self) -> str:
        """The work's title, or ""."""
        return str(self.item.get("title", ""))


@dataclass(frozen=True, slots=True)
class Absent:
    """The service says that there is no such work."""


@dataclass(frozen=True, slots=True)
class Unavailable:
    """The service did not answer. ``reason`` is a clause in plain words, without a full stop."""

    reason: str


ServiceResult: TypeAlias = KnownWork | Absent | Unavailable
