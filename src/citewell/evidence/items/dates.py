"""Dates as other programs write them, in the form of a bibliography file: ``2024-01-31``, ``2024-01/2024-03``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, Final, NamedTuple, TypeAlias

_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SEASONS: Final = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}  # EDTF (ISO 8601-2)
_EDTF: Final = re.compile(r"([0-9]{4})(?:-([0-9]{1,2})(?:-([0-9]{1,2}))?)?([~?%]?)")
_COMPACT: Final = re.compile(r"([12][0-9]{3})([0-9]{2})([0-9]{2})")
_STAMP: Final = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})[T ][0-9:.]+(?:Z|[+-][0-9:]+)?")
_WORD: Final = re.compile(r"[0-9]+|[A-Za-z]+")
_ORDINAL: Final = re.compile(r"(?<=[0-9])(?:st|nd|rd|th)\b", re.IGNORECASE)
_MONTH_BEGUN: Final = re.compile(r"[12][0-9]{3} [A-Z][a-z]{2}\b")
_YEAR: Final = re.compile(r"(?<![0-9])[12][0-9]{3}(?![0-9])")
_SPAN: Final = re.compile(r"([12][0-9]{3}) ?(-|–|—|--|/) ?([0-9]{2}|[12][0-9]{3})")
_SLASHED: Final = re.compile(r"([0-9]{4})/([0-9]{1,2})?(?:/([0-9]{1,2})?)?(?:/[\s/]*(.*))?")
_LONGEST: Final = 200  # characters of a date in words
_EDTF_SEASON: Final = re.compile(r"[0-9]{4}-2[1-4]")  # no service writes EDTF's seasons: 2020-21 is two years
_AMERICAN: Final = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([12][0-9]{3})(?: .*)?")
_TIME: Final = re.compile(r"[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?")

CslDate: TypeAlias = dict[str, Any]
"""``{"date-parts": [[2014, 1, 31]]}``: a date, or a range of two, as CSL JSON has it."""


class ReadDate(NamedTuple):
    """A date as a bibliography file has it, and whether it is all that was given."""

    text: str
    whole: bool = True


def read_date(value: Any) -> ReadDate | None:
    """The date of a text (``2013 Dec 11``, but not ``11/2013``) or of CSL JSON's mapping; ``None`` if there is none.

    A year in a text that is not a date ("Spring issue 2013, in press") is taken, but ``whole`` is false; with the
    month where PubMed names days ("2013 Nov 15-30").
    """
    if isinstance(value, Mapping):
        return _read_mapping(value)
    if isinstance(value, Sequence) and not isinstance(value, str):
        ends = [_read_mapping(one) for one in value if isinstance(one, Mapping)]
        known = [one for one in ends if one]
        if not 1 <= len(known) == len(value) <= 2:
            return None
        return _make_range(known[0], known[-1])
    return _read_text(str(value)) if value is not None else None


def expand_year_span(text: str) -> str:
    """The text of a field that holds years, ``2020-21`` and ``2009/10`` as ``2020/2021`` and ``2009/2010`` (EDTF).

    Two figures are a year only if it is the next one; so ``2009-03`` stays March. Any other text stays as it is.
    """
    match = _SPAN.fullmatch(text.strip())
    if not match:
        return text
    first, last = int(match[1]), int(match[3])
    if len(match[3]) == 2:
        last += first - first % 100 + (100 if last == 0 else 0)
        if last != first + 1:
            return text
    return f"{first}/{last}" if last > first else text


def _read_text(text: str) -> ReadDate | None:
    text = " ".join(text.split())
    stamp = _STAMP.fullmatch(text)
    exact = _read_edtf(stamp[1] if stamp else text) or _read_edtf(expand_year_span(text))
    if exact:
        return ReadDate(exact)
    compact = _COMPACT.fullmatch(text)
    if compact and (date := _format_parts([int(part) for part in compact.groups()])):
        return ReadDate(date)
    slashed = _SLASHED.fullmatch(text)
    if slashed and (date := _format_parts([int(part) for part in slashed.groups()[:3] if part])):
        return ReadDate(date, whole=not slashed[4] or bool(_TIME.fullmatch(slashed[4])))
    worded = _read_words(text) or _read_two_months(text)
    if worded:
        return ReadDate(worded)
    begun = _MONTH_BEGUN.match(text)
    known = _read_words(begun[0]) if begun else None
    year = _YEAR.search(text)
    return ReadDate(known or year[0], whole=False) if year else None


def _read_edtf(text: str) -> str | None:
    """A date, or a range of two, that is written so already, its figures filled up; ``None`` for any other text."""
    first, *last = (part.strip() for part in text.split("/"))
    start = _read_edtf_day(first)
    if len(last) > 1 or not start:
        return None
    if not last:
        return start
    if last[0] in {"", ".."}:
        return f"{start}/"
    end = _read_edtf_day(last[0])
    return _join_ends(start, end) if end else None


def _read_edtf_day(text: str) -> str | None:
    match = _EDTF.fullmatch(text)
    if not match:
        return None
    parts = [int(part) for part in match.groups()[:3] if part]
    written = _format_parts(parts)
    return written + match[4] if written else None


def _format_parts(parts: Sequence[int]) -> str | None:
    """Year, month (21 to 24 are seasons) and day as text, if there is such a day; a month or day 0 is not known."""
    known = next((at for at, part in enumerate(parts) if part == 0), len(parts))
    if not 1 <= len(parts) <= 3 or any(parts[known:]):
        return None
    parts = parts[:known]
    if not parts:
        return None
    if not (len(parts) == 2 and parts[1] in _SEASONS.values() and 0 < parts[0] <= 9999):
        try:
            date(*(*parts, 1, 1)[:3])
        except (ValueError, OverflowError):
            return None
    return "-".join([f"{parts[0]:04d}", *(f"{part:02d}" for part in parts[1:])])


def _read_words(text: str) -> str | None:
    """``11 December 2013``, ``Dec 11, 2013``, ``2013 Nov-Dec``, ``Spring 2013``."""
    text = _ORDINAL.sub("", text)
    words = _WORD.findall(text)
    if not 2 <= len(words) <= 4 or not re.fullmatch(r"[A-Za-z0-9 ,./–-]+", text):
        return None
    years = [int(word) for word in words if word.isdigit() and len(word) == 4]
    days = [int(word) for word in words if word.isdigit() and len(word) <= 2]
    named = [_month_number(word) for word in words if word.isalpha()]
    months = [month for month in named if month]
    if len(years) != 1 or len(months) != len(named) or len(years) + len(days) + len(named) != len(words):
        return None
    if len(months) == 1 and len(days) <= 1:
        return _format_parts([years[0], months[0], *days])
    if len(months) == 2 and not days:
        ends = [_format_parts([years[0], month]) for month in months]
        return _join_ends(ends[0], ends[1]) if ends[0] and ends[1] else None
    return None


def _read_two_months(text: str) -> str | None:
    """``2020 Dec-2021 Jan``, as PubMed writes an issue for two years."""
    ends = [_read_words(end) for end in re.split("[-–/]", text)]
    return _join_ends(ends[0], ends[1]) if len(ends) == 2 and ends[0] and ends[1] else None


def _month_number(word: str) -> int | None:
    small = word.lower()
    if small in _SEASONS:
        return _SEASONS[small]
    full = date.min.replace(month=_MONTHS.index(small[:3]) + 1).strftime("%B").lower() if small[:3] in _MONTHS else ""
    return _MONTHS.index(small[:3]) + 1 if full and (full.startswith(small) or small == "sept") else None


def _read_mapping(value: Mapping[str, Any]) -> ReadDate | None:
    """CSL JSON's ``date-parts`` (with ``season``, ``circa``), ``raw``, ``literal``; ``year``, ``month``, ``day``."""
    given = {name: part for name, part in value.items() if part not in (None, "", [])}
    circa = str(given.pop("circa", "false")).lower() not in {"false", "0"}
    found = _read_given(given)
    if found is None or not circa:
        return found
    known = "/" not in found.text and not found.text.endswith(("~", "?", "%"))
    return ReadDate(f"{found.text}~", found.whole) if known else found._replace(whole=False)


def _read_given(given: Mapping[str, Any]) -> ReadDate | None:
    season = given.get("season")
    if "date-parts" in given:
        found = _read_lists(given["date-parts"])
        rest = given.keys() - {"date-parts", "season"}
    elif "year" in given:
        found = _read_numbers([given[part] for part in ("year", "month", "day") if part in given])
        rest = given.keys() - {"year", "month", "day", "season"}
    else:
        texts = [_read_text(expand_year_span(str(given[name]))) for name in ("raw", "literal") if name in given]
        found = next((text for text in texts if text), None)
        rest = given.keys() - {"raw"} if "raw" in given else given.keys() - {"literal"}
    if found is None:
        return None
    if season is not None:
        number = int(str(season)) if re.fullmatch("[1-4]", str(season)) else _SEASONS.get(str(season).lower(), 0)
        number = number + 20 if 0 < number < 20 else number
        if not number or not re.fullmatch("[0-9]{4}", found.text):
            return found._replace(whole=False)
        found = found._replace(text=f"{found.text}-{number}")
    return found._replace(whole=found.whole and not rest)


def _read_lists(lists: Any) -> ReadDate | None:
    if not isinstance(lists, list) or not 1 <= len(lists) <= 2:
        return None
    first = _read_numbers(lists[0])
    if first is None or len(lists) == 1:
        return first
    if isinstance(lists[1], list) and [str(part) for part in lists[1]] == ["0"]:
        return ReadDate(f"{first.text}/")
    last = _read_numbers(lists[1])
    return _make_range(first, last) if last else None


def _read_numbers(parts: Any) -> ReadDate | None:
    """Year, month and day in figures as far as they are a date; empty parts (``[2013, null]``) are left out."""
    if not isinstance(parts, list):
        return None
    texts = [str(part) for part in parts if part not in (None, "")]
    if not texts or not all(re.fullmatch(r"[0-9]{1,4}", text) for text in texts):
        return _read_text(" ".join(texts))  # a month in words, or a whole date in the place of a year
    numbers = [int(text) for text in texts]
    tried = ((_format_parts(numbers[:length]), length) for length in range(len(numbers), 0, -1))
    return next((ReadDate(written, length == len(numbers)) for written, length in tried if written), None)


def _make_range(first: ReadDate, last: ReadDate) -> ReadDate | None:
    text = _join_ends(first.text, last.text)
    return ReadDate(text, first.whole and last.whole) if text else None


def _join_ends(first: str, last: str) -> str | None:
    """A range, or one date where both ends are the same; ``None`` if it ends before it begins."""
    if first == last:
        return first
    if "/" in first or "/" in last:
        return None
    return f"{first}/{last}" if _sort_key(first) <= _sort_key(last) else None


def _sort_key(text: str) -> tuple[int, ...]:
    year, month, day = ([int(part) for part in text.rstrip("~?%").split("-")] + [0, 0])[:3]
    return year, 3 * (month - 20) if month > 20 else month, day


def existing_parts(parts: Iterable[object]) -> list[int]:
    """Year, month and day as far as they are a date that exists; empty without a year of four digits."""
    numbers = [_parse_number(part) for part in list(parts)[:3]]
    if not numbers or numbers[0] is None or not 1000 <= numbers[0] <= 2999:
        return []
    known = [numbers[0]]
    for number in numbers[1:]:
        if number is None or not _exists([*known, number]):
            break
        known.append(number)
    return known


def parse_csl_date(value: object) -> CslDate | None:
    """A date as Crossref and CSL have it, a range too; ``raw``, ``literal`` and plain texts are read as words."""
    if isinstance(value, str):
        return parse_date_words(value)
    if not isinstance(value, dict):
        return None
    lists = value.get("date-parts")
    dates = [existing_parts(one) for one in lists[:2] if isinstance(one, list)] if isinstance(lists, list) else []
    if not dates or not dates[0]:
        words = value.get("raw") or value.get("literal")
        return parse_date_words(words) if isinstance(words, str) else None
    season = _parse_number(value.get("season"))
    if season in range(1, 5) and len(dates[0]) == 1:
        return {"date-parts": [dates[0]], "season": season}
    return make_csl_date(*dates)


def parse_date_words(words: str) -> CslDate | None:
    """A date in words or figures, as ``items.dates`` reads it: ``2009 Mar 3``, ``2000 Nov-Dec``, ``Spring 2000``."""
    words = words[:_LONGEST].strip()
    found = read_date(expand_year_span(words) if _EDTF_SEASON.fullmatch(words) else words)
    if found is None:
        return None
    ends = [[int(part) for part in end.rstrip("~?%").split("-")] for end in found.text.split("/") if end]
    first = ends[0]
    if len(ends) == 1 and first[1:2] and first[1] > 20:
        return {"date-parts": [first[:1]], "season": first[1] - 20}
    return make_csl_date(*(existing_parts(end) for end in ends))


def parse_american_date(words: str) -> CslDate | None:
    """``1/31/2014 0:00``, as spreadsheets of the United States write it; where that cannot be, the year."""
    match = _AMERICAN.fullmatch(words[:_LONGEST].strip())
    if not match:
        return parse_date_words(words)
    month, day, year = match.groups()
    return make_csl_date(existing_parts([year, month, day]))


def make_csl_date(first: list[int], last: list[int] | None = None) -> CslDate | None:
    """A date, or a range if its end is not before its beginning."""
    if not first:
        return None
    ends = [first, last] if last and last > first else [first]
    return {"date-parts": ends}


def format_iso(value: CslDate | None) -> str:
    """The beginning of a date as ``2014``, ``2014-01`` or ``2014-01-31``; empty for none."""
    if value is None:
        return ""
    return "-".join(f"{part:02d}" for part in value["date-parts"][0])


def _parse_number(value: object) -> int | None:
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
