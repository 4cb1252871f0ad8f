"""Days in words, as they are written in Britain: one form for readers and for editors."""

from __future__ import annotations

from datetime import date
from typing import Final

_MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def day(when: date) -> str:
    """A day: ``22 November 2026``."""
    return f"{when.day} {month(when)}"


def month(when: date) -> str:
    """The month of a day: ``November 2026``."""
    return f"{_MONTHS[when.month - 1]} {when.year}"


def first_day(when: str) -> date | None:
    """The first day that a date known in part can mean: of ``2014`` that is 1 January; ``None`` if it is not a date."""
    year, _, rest = when.partition("-")
    try:
        return date.fromisoformat(when if "-" in rest else f"{year}-{rest or '01'}-01")
    except ValueError:
        return None


def as_far_as_known(when: str) -> str:
    """``31 January 2014`` for ``2014-01-31``, ``January 2014`` for ``2014-01``, ``2014`` for ``2014``.

    "" if it is not a date.
    """
    first = first_day(when)
    if first is None:
        return ""
    return (str(first.year), month(first), day(first))[when.count("-")]
