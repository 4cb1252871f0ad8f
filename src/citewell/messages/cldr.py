"""What CLDR knows of a language, from Babel. Import it where it is needed: English, and most checks, do without."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton
from babel.numbers import format_decimal


class Cldr:
    """How a language (a BCP 47 tag) writes numbers and days. Raises ``ValueError`` for one that CLDR does not know."""

    def __init__(self, language: str) -> None:
        self._locale = _find_locale(language)

    @property
    def plural(self) -> Callable[[int], str]:
        """Gives the plural category of a number, such as ``one``, ``few`` or ``other``."""
        return self._locale.plural_form

    @property
    def is_right_to_left(self) -> bool:
        """Whether the language is written from right to left."""
        return self._locale.text_direction == "rtl"

    def format_number(self, count: int) -> str:
        """A whole number with its digits grouped."""
        return str(format_decimal(count, locale=self._locale))

    def format_day(self, when: date) -> str:
        """A day in words."""
        return str(format_date(when, "long", locale=self._locale))

    def format_part(self, when: date, skeleton: str) -> str:
        """The fields of a day that ``skeleton`` names as CLDR does: ``yMMMM`` is year and month."""
        return str(format_skeleton(skeleton, when, locale=self._locale))

    def name_language(self, primary: str) -> str:
        """What a language is called: ``German`` for ``de``; empty for one that CLDR does not know."""
        return str(self._locale.languages.get(primary, ""))


def _find_locale(language: str) -> Locale:
    """The locale of a tag; where CLDR does not know it, its last parts do not count: ``he`` for ``he-US``."""
    try:
        return Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError) as error:  # the second for more variants than Babel reads
        shorter = language.rpartition("-")[0]
        if not shorter:
            raise ValueError(f"CLDR does not know {language}") from error
        return _find_locale(shorter)


@cache
def list_places_and_times(language: str) -> frozenset[str]:
    """The names of countries, months and days in a language, casefolded; ``language`` is a primary subtag.

    None for a language that CLDR does not know.
    """
    try:
        locale = Locale.parse(language)
    except (UnknownLocaleError, ValueError):
        return frozenset()
    times = [
        name
        for calendar in (locale.months, locale.days)
        for widths in calendar.values()
        for width in ("abbreviated", "wide")
        for name in widths[width].values()
    ]
    return frozenset(name.rstrip(".").casefold() for name in (*locale.territories.values(), *times))
