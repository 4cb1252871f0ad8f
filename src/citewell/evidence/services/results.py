"""What asking a service about a work came to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, TypeAlias

from citewell.model.evidence import Notice


@dataclass(frozen=True, slots=True)
class Found:
    """The service knows the work.

    ``item`` is a CSL item (CSL 1.0.2 input data) without an id: only CSL's variables, each with a value of its kind, in
    plain words. ``notices`` are what was said of the work afterwards, ``kind`` is Citewell's word for what sort of work
    it is, where the service says so. ``unread`` are the DOIs of notices that may be graver than they seem, because
    their own records could not be read.
    """

    item: dict[str, Any]
    notices: tuple[Notice, ...] = ()
    kind: str | None = None
    unread: frozenset[str] = frozenset()

    @property
    def title(self) -> str:
        """The work's title, or nothing."""
        return str(self.item.get("title", ""))


@dataclass(frozen=True, slots=True)
class Absent:
    """The service says that there is no such work."""


@dataclass(frozen=True, slots=True)
class Unavailable:
    """The service did not say. ``reason`` is a clause in plain words, without a stop."""

    reason: str


LookUp: TypeAlias = Found | Absent | Unavailable
