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


def as_far_as_known(when: str) -> str:
    """``31 January 2014`` for ``2014-01-31``, ``January 2014`` for ``2014-01``, ``2014`` for ``2014``.

    Nothing for what is no date.
    """
    year, _, rest = when.partition("-")
    try:
        whole = date.fromisoformat(when if "-" in rest else f"{year}-{rest or '01'}-01")
    except ValueError:
        return ""
    if "-" in rest:
        return day(whole)
    return month(whole) if rest else str(whole.year)


def on_day(when: str) -> str:
    """The same with its preposition: ``on 31 January 2014``, ``in January 2014``, ``in 2014``; or nothing."""
    known = as_far_as_known(when)
    return f"{'on' if when.count('-') > 1 else 'in'} {known}" if known else ""
