"""Every text of the interface, from one catalogue: ``en.yml`` beside this file, or a translation of it.

A text is asked for by its section and name (``words("article.contents")``). What differs by number is written once for
each of the language's plural categories, as CLDR names them (``one``, ``few``, ``other`` …); days are written as the
language writes them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

import yaml

from citewell.markup import Child, Markup, join

if TYPE_CHECKING:
    from babel import Locale

Forms: TypeAlias = Mapping[str, str]
"""A text by plural category; ``other`` is always there."""
Texts: TypeAlias = Mapping[str, "str | Forms"]
"""Texts by ``section.name``."""

ENGLISH: Final = "en"
CATALOGUE: Final = Path(__file__).with_name("en.yml")
PLACE: Final = re.compile(r"\{(\w+)\}")


class Words:
    """The texts of the interface in the language of a site (a BCP 47 tag); what is not translated is English."""

    def __init__(self, language: str = ENGLISH, texts: Texts | None = None) -> None:
        self.language = language
        self._texts = {**catalogue(), **(texts or {})}

    def __call__(self, name: str, /, **values: object) -> str:
        """A text with its places filled: ``words("source.back", letter="b", number=2)``."""
        return self._filled(self._text(name), values)

    def counted(self, name: str, count: int, /, **values: object) -> str:
        """The form of a text for a number, which stands at ``{count}``: ``1 article``, ``1,975 articles``."""
        forms = self._texts[name]
        if isinstance(forms, str):
            return self._filled(forms, {"count": self.number(count), **values})
        chosen = forms.get(self._plural(count), forms["other"])
        return self._filled(chosen, {"count": self.number(count), **values})

    def marked(self, name: str, /, **parts: Child) -> Markup:
        """A text as HTML, with elements at its places: ``words.marked("report.help", contact=link)``."""
        pieces = PLACE.split(self._text(name))  # words and names of places, by turns
        return join([parts[piece] if at % 2 else piece for at, piece in enumerate(pieces) if piece])

    def several(self, name: str, /) -> Sequence[str]:
        """The lines of a text that is a short list."""
        return self._text(name).strip().split("\n")

    def number(self, count: int) -> str:
        """A whole number as the language groups its digits."""
        if self.language == ENGLISH:
            return f"{count:,}"
        from babel.numbers import format_decimal  # noqa: PLC0415 - English needs none of its data

        return str(format_decimal(count, locale=self._locale))

    def day(self, when: date) -> str:
        """A day in words: ``22 November 2026``."""
        from babel.dates import format_date  # noqa: PLC0415 - a tenth of a second that `citewell check` need not wait

        return str(format_date(when, "d MMMM y", locale=self._locale))

    @property
    def direction(self) -> Literal["ltr", "rtl"]:
        """Which way the language is written: HTML's ``dir``."""
        return "rtl" if self._locale.text_direction == "rtl" else "ltr"

    @property
    def _locale(self) -> Locale:
        return _locale(self.language)

    @property
    def _plural(self) -> Callable[[int], str]:
        if self.language == ENGLISH:
            return lambda count: "one" if count == 1 else "other"
        return self._locale.plural_form

    def _text(self, name: str) -> str:
        found = self._texts[name]
        assert isinstance(found, str), f"{name} depends on a number"
        return found

    @staticmethod
    def _filled(written: str, values: Mapping[str, object]) -> str:
        return PLACE.sub(lambda place: str(values[place[1]]), written)


@cache
def catalogue() -> Texts:
    """The English texts, which name all there are."""
    document = yaml.safe_load(CATALOGUE.read_text(encoding="utf-8"))
    return dict(flat(document))


def flat(sections: Mapping[str, Mapping[str, str | Forms]]) -> Iterable[tuple[str, str | Forms]]:
    """The texts of a catalogue as it is written, section by section, by their whole names."""
    return ((f"{section}.{name}", text) for section, texts in sections.items() for name, text in texts.items())


@cache
def _locale(language: str) -> Locale:
    from babel import Locale  # noqa: PLC0415 - as above

    return Locale.parse(language, sep="-")
