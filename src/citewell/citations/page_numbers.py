"""Page numbers as bibliographies and locators write them: ``230-8``, ``e12–e19``, ``S3``, ``iv``, ``230, 235–7``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

_DASHES: Final = "-‐‑‒–—−"
_PAGE: Final = r"(?:(?P<{0}prefix>[A-Za-z]{{0,3}})(?P<{0}number>[0-9]{{1,7}})|(?P<{0}roman>[ivxlcdm]{{1,9}}))"
_PART: Final = re.compile(
    _PAGE.format("")
    + r"(?P<goes_on>\.?e[0-9]{1,3}|[a-z]|ff?\.?|\+)?"
    + rf"(?:\s*[{_DASHES}]\s*{_PAGE.format('last_')}(?:\.?e[0-9]{{1,3}}|[a-z])?)?"
)
_BETWEEN_PARTS: Final = re.compile(r"\s*(?:[,;&]|\band\b|\bdiscussion\b)\s*(?:\b(?:and|discussion)\b)?\s*")
_TERM: Final = re.compile(r"^\s*(?:pages?|pp?)(?:\.\s*|\s+|(?=[0-9]))", re.IGNORECASE)
_ROMAN: Final = re.compile("m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})")
_VALUES: Final = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}


_ROMAN_PAGES: Final = "roman"


class Pages(NamedTuple):
    """Pages from one to another, both included; ``prefix`` is what their numbers begin with, in upper case.

    The prefix is "" for plain numbers and "roman" for Roman ones. A page alone begins and ends with itself; ``open``
    says that there are more after the last.
    """

    first: int
    last: int
    prefix: str = ""
    open: bool = False


def parse_pages(text: str) -> tuple[Pages, ...]:
    """The pages that a text names, in its order; none where any part of it is something else or makes no sense."""
    parts = [part for part in _BETWEEN_PARTS.split(_TERM.sub("", text).strip()) if part]
    found = [_read_part(part) for part in parts]
    pages = tuple(each for each in found if each is not None)
    return pages if len(pages) == len(parts) else ()


def find_pages_outside(named: Sequence[Pages], work: Sequence[Pages]) -> tuple[Pages, ...]:
    """Those of the pages that somebody names which are not, as far as can be judged, among those of the work.

    A page alone may be only the first one of the work, or the number of an article, so it says nothing.
    """
    is_one_page = len(work) == 1 and work[0].first == work[0].last
    if is_one_page and not work[0].open:
        return ()
    return tuple(page for page in named if work and all(_is_outside(page, each) for each in work))


def count_pages(work: Sequence[Pages]) -> int:
    """How many pages a work has."""
    return sum(each.last - each.first + 1 for each in work)


def find_page_counted_from_one(page: Pages, work: Sequence[Pages]) -> str:
    """The printed number of a page that may have been counted from the start of a PDF file, "" if there is none."""
    if page.prefix or page.first < 1 or page.first > count_pages(work):
        return ""
    left = page.first
    for part in work:
        pages = part.last - part.first + 1
        if left <= pages:
            return f"{part.prefix}{part.first + left - 1}"
        left -= pages
    return ""


def _is_outside(page: Pages, part: Pages) -> bool:
    if page.prefix == _ROMAN_PAGES and not part.prefix:
        return True  # an article with plain numbers has no Roman ones; pages of a supplement have letters
    if page.prefix != part.prefix and (page.prefix or part.prefix == _ROMAN_PAGES):
        return False
    return page.first < part.first or (page.last > part.last and not part.open)


def _read_part(part: str) -> Pages | None:
    found = _PART.fullmatch(part)
    if found is None:
        return None
    if found["roman"]:
        first, last = _read_roman_numeral(found["roman"]), _read_roman_numeral(found["last_roman"] or found["roman"])
        return Pages(first, last, _ROMAN_PAGES) if 0 < first <= last and not found["last_number"] else None
    first = int(found["number"])
    prefix, last_prefix = found["prefix"].upper(), (found["last_prefix"] or "").upper()
    if found["last_roman"] or last_prefix not in ("", prefix):
        return None
    last = _complete_last_page(found["number"], found["last_number"]) if found["last_number"] else first
    goes_on = found["goes_on"] or ""
    return Pages(first, last, prefix, goes_on.startswith(("f", "+"))) if last >= first else None


def _complete_last_page(first: str, last: str) -> int:
    """The last number of a range in full: ``8`` after ``230`` is 238."""
    return int(first[: len(first) - len(last)] + last) if len(last) < len(first) else int(last)


def _read_roman_numeral(written: str) -> int:
    if not _ROMAN.fullmatch(written):
        return 0
    values = [_VALUES[letter] for letter in written]
    return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))
