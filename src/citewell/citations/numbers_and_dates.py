"""The figures of an entry in NLM style: dates, pages, editions, and whether a number is one."""

from __future__ import annotations

import re
from typing import Final

from citewell.model.references import PartialDate

YEAR, MONTH, DAY = 1, 2, 3
"""How exactly a date is given."""

_MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_SEASONS: Final = ("Spring", "Summer", "Autumn", "Winter")
_SPACED_DASH: Final = re.compile(r"\s*[-‐‑‒–—−]+\s*")
_PAGE: Final = re.compile(r"(|.*[^0-9])([0-9]+)")
_LABEL: Final = re.compile(r"(?:pp?\.|\bpp\b)\s*(?=[A-Za-z]*[0-9])", re.IGNORECASE)
_AND: Final = re.compile(r"(\s+(?:&|and)\s+)")
_NOTE: Final = re.compile(r", (?=[^\W\d_]{4,} (?:[^\W\d_]+ )?[A-Za-z]*[0-9])")  # "discussion 450", "author reply 451"
_COUNT: Final = re.compile(r"\b[0-9]{1,3}\b")  # what counts editions; four figures are a year
_NUMBER: Final = r"[A-Za-zÀ-ɏ]*[0-9]+[A-Za-zÀ-ɏ]*"
_NUMBERS: Final = re.compile(rf"{_NUMBER}(?:\s*[-–,&]\s*{_NUMBER})*")


def format_date(date: PartialDate | None, exact: int = DAY) -> str:
    """A date as far as it is known and asked for: ``2009``, ``2009 Oct``, ``2013 Dec 11``, ``2009 Spring``.

    Of a range, the end gives only what its start does not: ``2020 Mar 4–9``, ``2020 Mar–Apr``; one without an end
    shows that by its dash: ``2020–``. Empty without a date.
    """
    if date is None:
        return ""
    start = _list_date_parts(date, exact)
    if date.until is None:
        return f"{' '.join(start)}{'–' if date.goes_on else ''}"
    end = _list_date_parts(date.until, exact)
    same = next((index for index, (one, other) in enumerate(zip(start, end, strict=False)) if one != other), None)
    if same is None:  # one is a part of the other: 2019, and 2019 December
        return " ".join(start if len(start) > len(end) else end)
    return f"{' '.join(start)}–{' '.join(end[same:])}"


def _list_date_parts(date: PartialDate, exact: int) -> list[str]:
    parts = [str(date.year)]
    if date.season is not None:
        parts.append(_SEASONS[date.season - 1])
    if date.month is not None:
        parts.append(_MONTHS[date.month - 1])
        if date.day is not None:
            parts.append(str(date.day))
    return parts[:exact]


def shorten_page_ranges(text: str) -> str:
    """Page numbers with only those figures of a last page that change: ``3072–80``, ``S2–7``, ``12–9``.

    After NLM's indexing manual, section 10.2. Letters before both numbers are printed once (``S9–12``). A range whose
    ends are not alike (``iv–xii``, ``126A–127A``) stays whole. Several ranges have a comma between them, and what
    follows the article a semicolon, as PubMed writes it: ``445–50; discussion 450–2``, ``1–10; quiz 11``. A label, a
    last page that is the first, and a range named twice are left out.
    """
    parts = filter(None, re.split(r"\s*[,;]\s*", _LABEL.sub("", text.strip())))
    ranges = ("".join(map(_shorten_page_range, _AND.split(part))) for part in parts)
    return _NOTE.sub("; ", ", ".join(dict.fromkeys(ranges)))


def _shorten_page_range(text: str) -> str:
    """One page or one range of pages."""
    first, dash, last = (_SPACED_DASH.sub("–", text)).partition("–")
    if first == last:
        return first
    start, end = _PAGE.fullmatch(first), _PAGE.fullmatch(last)
    if "–" in last:  # hyphens inside numbers: S-12-S-19
        return text
    if not dash or not start or not end or end[1] not in ("", start[1], start[1].rpartition(" ")[2]):
        return f"{first}{dash}{last}"
    low = start[2]
    high = low[: -len(end[2])] + end[2]  # whole, where it is cut already: 1985–88
    if len(high) > len(low):
        return f"{first}–{high}"
    if high <= low:
        return f"{first}–{last}"
    changed = next(index for index in range(len(low)) if low[index] != high[index])
    return f"{first}–{high[changed:]}"


def collapse_range(text: str) -> str:
    """A range of volumes or issues that ends where it begins (``3-3``) as one number; any other text as it is."""
    first, dash, last = (_SPACED_DASH.sub("–", text)).partition("–")
    return first if dash and first == last else text


def format_edition(text: str) -> str:
    """An edition without a stop: ``2nd ed`` for ``2``, ``2nd–3rd eds`` for ``2-3``, ``2017 ed`` for a year.

    Words (``Revised edition``) stay as they are.
    """
    if not is_number(text):
        return text
    numbers = _COUNT.sub(_format_ordinal, re.sub(r"(?<=\w)-(?=\w)", "–", text))
    return f"{numbers} {choose_noun(text, 'ed', 'eds')}"


def _format_ordinal(number: re.Match[str]) -> str:
    value = int(number[0])
    ending = "th" if value % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    return f"{value}{ending}"


def choose_noun(text: str, one: str, several: str) -> str:
    """The word for what a number counts: ``no.`` for ``NG12``, ``nos.`` for ``4-5``; empty when it is not a number."""
    if not is_number(text):
        return ""
    return several if re.search(r"[-–,&]", text) else one


def is_number(text: str) -> bool:
    """Whether CSL takes a text for a number or several: ``5``, ``NG12``, ``4-5``, but not ``Second`` or ``CG 88``."""
    return _NUMBERS.fullmatch(text) is not None
