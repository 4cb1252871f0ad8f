"""CSL dates in all the ways Zotero and pandoc write them."""

from __future__ import annotations

import re
from datetime import date
from typing import Any, Final

from citewell.model.place import Placed
from citewell.model.references import PartialDate
from citewell.source.fields import text_of, wrong

_EDTF: Final = re.compile(r"([0-9]{4})(?:-([0-9]{1,2})(?:-([0-9]{1,2}))?)?")
_NUMBER: Final = re.compile(r"[0-9]{1,4}")
_EXAMPLE: Final = "write 2024, 2024-01 or 2024-01-31"


def csl_date(value: Any) -> PartialDate:
    """A date known to the year, month or day.

    Takes ``2024-01`` (EDTF, as pandoc writes it now), ``date-parts`` (CSL JSON), ``raw``, and ``year``, ``month`` and
    ``day`` (older pandoc and Better BibTeX, also as a list of one). Ranges and seasons are refused, not shortened.
    """
    if isinstance(value, list):
        if len(value) != 1 or not isinstance(value[0], dict):
            raise wrong("must be one date", _EXAMPLE)
        value = value[0]
    return _from_parts(value) if isinstance(value, dict) else _from_text(text_of(value).text)


def _from_text(text: str) -> PartialDate:
    match = _EDTF.fullmatch(text.strip())
    if match is None:
        raise wrong(f'must be a date, not "{text}"', _EXAMPLE)
    return _existing([part for part in match.groups() if part is not None])


def _from_parts(value: dict[str, Any]) -> PartialDate:
    keys = set(value)
    if keys == {"date-parts"}:
        return _existing(_one_date(value["date-parts"]))
    if keys in ({"raw"}, {"literal"}):
        return _from_text(text_of(next(iter(value.values()))).text)
    if "year" in keys and keys <= {"year", "month", "day"} and ("month" in keys or "day" not in keys):
        return _existing([_number(value[part]) for part in ("year", "month", "day") if part in keys])
    raise wrong("must be one date of year, month and day", _EXAMPLE)


def _one_date(parts: Any) -> list[str]:
    if not (isinstance(parts, list) and len(parts) == 1 and isinstance(parts[0], list) and 1 <= len(parts[0]) <= 3):
        raise wrong('must have "date-parts" of one date, such as [[2024, 1, 31]]', _EXAMPLE)
    return [_number(part) for part in parts[0]]


def _number(value: Any) -> str:
    if not isinstance(value, Placed) or not _NUMBER.fullmatch(value.text):
        raise wrong("must have a year, month and day in figures", _EXAMPLE)
    return value.text


def _existing(parts: list[str]) -> PartialDate:
    numbers = [int(part) for part in parts]
    try:
        date(*(*numbers, *(1, 1))[:3])
    except ValueError:
        raise wrong(f"names a date that does not exist: {'-'.join(parts)}") from None
    return PartialDate(*numbers)
