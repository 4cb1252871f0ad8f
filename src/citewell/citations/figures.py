"""The figures of an entry in NLM style: dates, pages, editions."""

from __future__ import annotations

import re
from typing import Final

from citewell.model.references import PartialDate

_MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DASH: Final = re.compile(r"\s*[-‐‑–—]+\s*")
_PAGE: Final = re.compile(r"([A-Za-z]*)([0-9]+)")


def date_words(date: PartialDate | None) -> str:
    """A date as far as it is known: ``2009``, ``2009 Oct``, ``2013 Dec 11``; empty when there is none."""
    if date is None:
        return ""
    parts = [str(date.year)]
    if date.month is not None:
        parts.append(_MONTHS[date.month - 1])
        if date.day is not None:
            parts.append(str(date.day))
    return " ".join(parts)


def pages(text: str) -> str:
    """Page numbers with only those figures of a last page that change: ``3072-80``, ``S2-7``, ``12-9``.

    After NLM's indexing manual, section 10.2. A range whose ends are not alike (``iv-xii``, ``126A-127A``) stays
    whole.
    """
    ranges = (_pages(part) for part in re.split(r"\s*[,;]\s*", text.strip()) if part)
    return ", ".join(ranges)


def _pages(text: str) -> str:
    """One page or one range of pages."""
    first, dash, last = (_DASH.sub("-", text)).partition("-")
    start, end = _PAGE.fullmatch(first), _PAGE.fullmatch(last)
    if not dash or not start or not end or end[1] not in ("", start[1]):
        return f"{first}{dash}{last}"
    low, high = start[2], end[2]
    if len(low) != len(high) or high <= low:
        return f"{first}-{last}"
    changed = next(index for index in range(len(low)) if low[index] != high[index])
    return f"{first}-{high[changed:]}"


def edition(text: str) -> str:
    """An edition without a stop: ``2nd ed`` for ``2``, ``Revised ed`` for ``Revised edition``."""
    plain = " ".join(text.split()).rstrip(".")
    if plain.isascii() and plain.isdigit():
        return f"{_ordinal(int(plain))} ed"
    if re.fullmatch(r"(?i)[0-9]+(st|nd|rd|th)", plain):
        return f"{plain} ed"
    return re.sub(r"(?i)\bedition$", "ed", plain)


def _ordinal(value: int) -> str:
    ending = "th" if value % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    return f"{value}{ending}"
