"""The status of references, for programs: one JSON object, in which what is absent is ``null``."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from citewell.citations.reference_status import ReferenceStatus
    from citewell.model.evidence import Notice


def format_references(statuses: Iterable[ReferenceStatus]) -> Iterator[str]:
    """One JSON object with ``references``: an object for each, in the order of the bibliography."""
    yield json.dumps({"references": [_convert_status(status) for status in statuses]}, indent=2)


def format_resolved(statuses: Iterable[ReferenceStatus], asked: int, quiet: bool) -> Iterator[str]:  # noqa: ARG001 - as for people
    """The same, of those that were to be looked up."""
    return format_references(statuses)


def _convert_status(status: ReferenceStatus) -> dict[str, Any]:
    locked = status.locked
    retraction = status.retraction
    return {
        "key": status.reference.key,
        "verdict": str(locked.verdict) if locked else None,
        "checked": locked.checked.isoformat() if locked else None,
        "final_url": (locked.final_url or None) if locked else None,
        "reason": (locked.reason or None) if locked else None,
        "retraction": _convert_retraction(retraction) if retraction else None,
        "uses": status.uses,
    }


def _convert_retraction(notice: Notice) -> dict[str, str | None]:
    return {
        "kind": str(notice.kind),
        "published": notice.published or None,
        "said_by": notice.said_by or None,
        "doi": notice.doi or None,
        "pmid": notice.pmid or None,
        "reason": notice.reason or None,
    }
