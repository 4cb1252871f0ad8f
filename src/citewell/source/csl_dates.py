"""CSL dates in all the ways Zotero and pandoc write them."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Any, Final

from citewell.model.references import PartialDate
from citewell.model.source_location import Placed
from citewell.model.yaml_problems import Expectation
from citewell.source.fields import read_typed_text, refuse

_EDTF: Final = re.compile(r"([0-9]{4})(?:-([0-9]{1,2})(?:-([0-9]{1,2}))?)?[~?%]?")
_NO_END: Final = ("", "..")  # what EDTF, and pandoc, write where a range has none
_NUMBER: Final = re.compile(r"[0-9]{1,4}")
_SEASONS: Final = range(21, 25)  # EDTF (ISO 8601-2) writes spring to winter as months 21 to 24


def read_csl_date(value: Any) -> PartialDate:
    """A date known to the year, season, month or day, or a range of two such dates.

    Takes ``2024-01`` and ``2024-01/2024-03`` (EDTF, as pandoc writes it now; 2024-21 is spring), ``date-parts`` and
    ``season`` (CSL JSON), ``raw``, and ``year``, ``month``, ``day`` (older pandoc and Better BibTeX, also as a list of
    one or two). A range may have no end (``2024/``; in ``date-parts`` its end is ``[0]``). That a date is not certain
    (``circa``, or EDTF's ``~``, ``?`` and ``%`` after it) is read and not kept, because NLM style does not print it.
    """
    if isinstance(value, list):
        if not 1 <= len(value) <= 2 or not all(isinstance(one, dict) for one in value):
            raise refuse(Expectation.ONE_DATE)
        return _range([_from_parts(one) for one in value])
    return _from_parts(value) if isinstance(value, dict) else _from_text(read_typed_text(value).text)


def _from_text(text: str) -> PartialDate:
    first, *last = (one.strip() for one in text.split("/"))
    goes_on = len(last) == 1 and last[0] in _NO_END
    matches = [_EDTF.fullmatch(one) for one in ([first] if goes_on else [first, *last])]
    if len(matches) > 2 or None in matches:
        raise refuse(Expectation.DATE, text)
    dates = [_existing([part for part in match.groups() if part]) for match in matches if match]
    return replace(dates[0], goes_on=True) if goes_on else _range(dates)


def _from_parts(value: dict[str, Any]) -> PartialDate:
    keys = set(value) - {"circa"}
    if "date-parts" in keys and keys <= {"date-parts", "season"}:
        return _in_season(_from_lists(_dates(value["date-parts"])), value)
    if keys in ({"raw"}, {"literal"}):
        return _from_text(read_typed_text(value[keys.pop()]).text)
    if keys == {"year", "season"}:
        return _in_season(_existing([_number(value["year"])]), value)
    if "year" in keys and keys <= {"year", "month", "day"} and ("month" in keys or "day" not in keys):
        return _existing([_number(value[part]) for part in ("year", "month", "day") if part in keys])
    raise refuse(Expectation.DATE_OF_PARTS)


def _from_lists(dates: list[list[str]]) -> PartialDate:
    if len(dates) == 2 and dates[1] == ["0"]:
        return replace(_existing(dates[0]), goes_on=True)
    return _range([_existing(one) for one in dates])


def _dates(parts: Any) -> list[list[str]]:
    """The one or two dates of ``date-parts``."""
    if not (
        isinstance(parts, list)
        and 1 <= len(parts) <= 2
        and all(isinstance(one, list) and 1 <= len(one) <= 3 for one in parts)
    ):
        raise refuse(Expectation.DATE_PARTS)
    return [[_number(part) for part in one] for one in parts]


def _number(value: Any) -> str:
    if not isinstance(value, Placed) or not _NUMBER.fullmatch(value.text):
        raise refuse(Expectation.DATE_FIGURES)
    return value.text


def _existing(parts: list[str]) -> PartialDate:
    year, *rest = map(int, parts)
    if len(rest) == 1 and rest[0] in _SEASONS and year:
        return PartialDate(year, season=rest[0] - _SEASONS.start + 1)
    try:
        date(*(year, *rest, 1, 1)[:3])
    except ValueError:
        raise refuse(Expectation.EXISTING_DATE, "-".join(parts)) from None
    month, day = (*rest, None, None)[:2]
    return PartialDate(year, month, day)


def _range(ends: list[PartialDate]) -> PartialDate:
    """One date, or the first with the second as its end; a range from a day to the same day is that day."""
    first, last = ends[0], ends[-1]
    if first == last:
        return first
    if _order(last) < _order(first):
        raise refuse(Expectation.DATE_RANGE)
    return replace(first, until=last)


def _order(date_: PartialDate) -> tuple[int, int, int]:
    """What sorts dates; the month of a season is its first in the north."""
    return date_.year, date_.month or 3 * (date_.season or 0), date_.day or 0


def _in_season(date_: PartialDate, value: dict[str, Any]) -> PartialDate:
    """A year with the ``season`` beside it, 1 to 4 as CSL JSON counts them."""
    if "season" not in value:
        return date_
    season = _number(value["season"])
    if season not in {"1", "2", "3", "4"} or date_.month or date_.until or date_.goes_on:
        raise refuse(Expectation.SEASON)
    return replace(date_, season=int(season))
