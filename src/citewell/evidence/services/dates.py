"""CSL dates (``{"date-parts": [[2014, 1, 31]]}``) from what services write. A part that cannot be is left out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Any, Final, TypeAlias

from citewell.evidence.items.dates import read_date, year_span

CslDate: TypeAlias = dict[str, Any]

_LONGEST: Final = 200  # characters of a date in words
_SEASON: Final = re.compile(r"[0-9]{4}-2[1-4]")  # no service writes EDTF's seasons: 2020-21 is two years
_AMERICAN: Final = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([12][0-9]{3})(?: .*)?")


def from_numbers(parts: Iterable[object]) -> list[int]:
    """Year, month and day as far as they are a date that exists; empty without a year of four digits."""
    numbers = [_number(part) for part in list(parts)[:3]]
    if not numbers or numbers[0] is None or not 1000 <= numbers[0] <= 2999:
        return []
    known = [numbers[0]]
    for number in numbers[1:]:
        if number is None or not _exists([*known, number]):
            break
        known.append(number)
    return known


def from_parts(value: object) -> CslDate | None:
    """A date as Crossref and CSL have it, a range too; ``raw``, ``literal`` and plain texts are read as words."""
    if isinstance(value, str):
        return from_words(value)
    if not isinstance(value, dict):
        return None
    lists = value.get("date-parts")
    dates = [from_numbers(one) for one in lists[:2] if isinstance(one, list)] if isinstance(lists, list) else []
    if not dates or not dates[0]:
        words = value.get("raw") or value.get("literal")
        return from_words(words) if isinstance(words, str) else None
    season = _number(value.get("season"))
    if season in range(1, 5) and len(dates[0]) == 1:
        return {"date-parts": [dates[0]], "season": season}
    return csl_date(*dates)


def from_words(words: str) -> CslDate | None:
    """A date in words or figures, as ``items.dates`` reads it: ``2009 Mar 3``, ``2000 Nov-Dec``, ``Spring 2000``."""
    words = words[:_LONGEST].strip()
    found = read_date(year_span(words) if _SEASON.fullmatch(words) else words)
    if found is None:
        return None
    ends = [[int(part) for part in end.rstrip("~?%").split("-")] for end in found.text.split("/") if end]
    first = ends[0]
    if len(ends) == 1 and first[1:2] and first[1] > 20:
        return {"date-parts": [first[:1]], "season": first[1] - 20}
    return csl_date(*(from_numbers(end) for end in ends))


def from_american(words: str) -> CslDate | None:
    """``1/31/2014 0:00``, as spreadsheets of the United States write it; where that cannot be, the year."""
    match = _AMERICAN.fullmatch(words[:_LONGEST].strip())
    if not match:
        return from_words(words)
    month, day, year = match.groups()
    return csl_date(from_numbers([year, month, day]))


def csl_date(first: list[int], last: list[int] | None = None) -> CslDate | None:
    """A date, or a range if its end is not before its beginning."""
    if not first:
        return None
    ends = [first, last] if last and last > first else [first]
    return {"date-parts": ends}


def iso(value: CslDate | None) -> str:
    """The beginning of a date as ``2014``, ``2014-01`` or ``2014-01-31``; empty for none."""
    if value is None:
        return ""
    return "-".join(f"{part:02d}" for part in value["date-parts"][0])


def _number(value: object) -> int | None:
    """A whole number, also one written as text."""
    if isinstance(value, str):
        return int(value) if re.fullmatch(r"\s*[0-9]{1,4}\s*", value, re.ASCII) else None
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _exists(parts: list[int]) -> bool:
    try:
        date(*(*parts, 1, 1)[:3])
    except (ValueError, OverflowError):
        return False
    return True
