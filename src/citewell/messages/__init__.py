"""Every text of the interface, from one catalogue: ``en.yml`` beside this file, or a translation of it.

A text is asked for by its section and name (``words("article.contents")``). What differs by number is written once for
each of the language's plural categories, as CLDR names them (``one``, ``few``, ``other`` …); days are written as the
language writes them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple, TypeAlias, TypeVar

import yaml

from citewell.markup import Child, Markup, join
from citewell.messages import days
from citewell.messages.languages import primary

if TYPE_CHECKING:
    from citewell.messages.cldr import Cldr

Forms: TypeAlias = Mapping[str, str]
"""A text by plural category; ``other`` is always there."""
Texts: TypeAlias = Mapping[str, "str | Forms"]
"""Texts by ``section.name``."""
Named = TypeVar("Named", bound="str | None")

ENGLISH: Final = "en"
_BRITISH: Final = (ENGLISH, "en-GB")  # ours is, and needs none of Babel's data
CATALOGUE: Final = Path(__file__).with_name("en.yml")
PLACE: Final = re.compile(r"\{(\w+)\}")


class Words:
    """The texts of the interface in the language of a site (a BCP 47 tag); what is not translated is English.

    ``texts`` are the site's own.
    """

    def __init__(self, language: str = ENGLISH, texts: Texts | None = None) -> None:
        self.language = language
        self.texts = texts or {}
        self._is_british = language in _BRITISH

    def __call__(self, name: str, /, **values: object) -> str:
        """A text with its places filled: ``words("source.back", letter="b", number=2)``."""
        return self._filled(self._text(name), values)

    def __contains__(self, name: str) -> bool:
        """Whether there is a text of a name."""
        return name in self.texts or name in catalogue()

    def counted(self, name: str, count: int, /, **values: object) -> str:
        """The form of a text for a number, which replaces ``{count}``: ``1 article``, ``1,975 articles``."""
        forms = self._forms(name)
        if isinstance(forms, str):
            return self._filled(forms, {"count": self.number(count), **values})
        chosen = forms.get(self._plural(count), forms["other"])
        return self._filled(chosen, {"count": self.number(count), **values})

    def forms(self, name: str, /) -> Forms:
        """A text that differs by number, in each of its forms: for scripts, which choose one and fill its places."""
        found = self._forms(name)
        return {"other": found} if isinstance(found, str) else found

    def marked(self, name: str, /, **parts: Child) -> Markup:
        """A text as HTML, with elements at its places: ``words.marked("report.help", contact=link)``."""
        return join([parts[piece] if is_place else piece for piece, is_place in self.pieces(name)])

    def pieces(self, name: str, /) -> Iterator[tuple[str, bool]]:
        """A text cut at its places: words, and names of places, of which the flag tells them."""
        pieces = PLACE.split(self._text(name))  # words and names of places, by turns
        return ((piece, bool(at % 2)) for at, piece in enumerate(pieces) if piece)

    def listed(self, names: Sequence[str]) -> str:
        """Names in a row: ``a``, ``a and b``, ``a, b and c``."""
        return _in_a_row(names, self)

    def listed_marked(self, names: Sequence[Markup]) -> Markup:
        """The same of elements."""
        return _in_a_row(names, self.marked)

    def several(self, name: str, /) -> Sequence[str]:
        """The lines of a text that is a short list."""
        return self._text(name).strip().split("\n")

    def section(self, name: str, /) -> dict[str, str]:
        """The texts of a section by their names, places as they are written: for templates, which fill them."""
        return {key.partition(".")[2]: self._text(key) for key in catalogue() if key.startswith(f"{name}.")}

    def number(self, count: int) -> str:
        """A whole number as the language groups its digits."""
        if self._is_british:
            return f"{count:,}"
        return _load_cldr(self.language).format_number(count)

    def language_name(self, tag: str) -> str:
        """What a language is called: ``German`` for ``de-AT``; empty for one that CLDR does not know."""
        return _load_cldr(self.language).name_language(primary(tag))

    def day(self, when: date) -> str:
        """A day in words: ``22 November 2026``."""
        if self._is_british:
            return days.day(when)
        return _load_cldr(self.language).format_day(when)

    def on_day(self, when: str) -> str:
        """When something was, as far as it is known: ``on 31 January 2014``, ``in January 2014``, ``in 2014``.

        ``when`` is written ``2014-01-31``, ``2014-01`` or ``2014``; "" if it is not a date.
        """
        first = days.first_day(when)
        if first is None:
            return ""
        if when.count("-") > 1:
            return self("date.on_day", day=self.day(first))
        if "-" in when:
            return self("date.in_month", month=self._known_in_part(first, "yMMMM"))
        return self("date.in_year", year=self._known_in_part(first, "y"))

    @property
    def direction(self) -> Literal["ltr", "rtl"]:
        """Which way the language is written: HTML's ``dir``."""
        return "rtl" if not self._is_british and _load_cldr(self.language).is_right_to_left else "ltr"

    @property
    def _plural(self) -> Callable[[int], str]:
        if self._is_british:
            return lambda count: "one" if count == 1 else "other"
        return _load_cldr(self.language).plural

    def _known_in_part(self, first: date, skeleton: str) -> str:
        """A month or a year; ``skeleton`` are the fields to show, as CLDR writes them."""
        if self._is_british:
            return days.month(first) if "M" in skeleton else str(first.year)
        return _load_cldr(self.language).format_part(first, skeleton)

    def _forms(self, name: str) -> str | Forms:
        """The text by its whole name; the catalogue is not read before somebody asks."""
        return self.texts[name] if name in self.texts else catalogue()[name]

    def _text(self, name: str) -> str:
        found = self._forms(name)
        assert isinstance(found, str), f"{name} depends on a number"
        return found

    @staticmethod
    def _filled(written: str, values: Mapping[str, object]) -> str:
        return written.format_map(values)  # only names are in brackets: the reader of translations makes sure


class Catalogue(NamedTuple):
    """The English texts, and the names of those that are protected.

    A protected text tells readers how far a page can be trusted, or what to do in an emergency: an English site
    cannot word it otherwise, and a translation of it counts only for the English text that it was made from.
    """

    texts: Texts
    protected: frozenset[str]


class _Protected(NamedTuple):
    """What ``!protected`` says of a text, or of all texts of a section."""

    value: Any


class _CatalogueLoader(yaml.CSafeLoader):
    """Reads ``!protected``, which nothing but the catalogue may say."""


def _construct_protected(loader: yaml.CSafeLoader, node: yaml.Node) -> _Protected:
    if isinstance(node, yaml.MappingNode):
        return _Protected(loader.construct_mapping(node, deep=True))
    assert isinstance(node, yaml.ScalarNode), "the catalogue has texts and groups of them"
    return _Protected(loader.construct_scalar(node))


_CatalogueLoader.add_constructor("!protected", _construct_protected)


@cache
def read_catalogue() -> Catalogue:
    """The catalogue as its file declares it."""
    sections = yaml.load(CATALOGUE.read_text(encoding="utf-8"), Loader=_CatalogueLoader)  # noqa: S506 - a safe loader
    texts: dict[str, str | Forms] = {}
    protected = set()
    for section, declared in sections.items():
        whole = isinstance(declared, _Protected)
        for name, text in (declared.value if whole else declared).items():
            if whole or isinstance(text, _Protected):
                protected.add(f"{section}.{name}")
            texts[f"{section}.{name}"] = text.value if isinstance(text, _Protected) else text
    return Catalogue(texts, frozenset(protected))


def catalogue() -> Texts:
    """The English texts, which name all there are."""
    return read_catalogue().texts


def write_starting_file() -> str:
    """The English texts as the file that a translator begins with: without ``!protected``, and without its remark."""
    text = CATALOGUE.read_text(encoding="utf-8")
    head, _, rest = text.partition("\n\n")
    remark = head[: head.index('#\n# "!protected"')].rstrip().replace(', without "!protected"', "")
    return f"{remark}\n\n{rest.replace(': !protected', ':')}"


def _in_a_row(names: Sequence[Named], put: Callable[..., Named]) -> Named:
    whole = names[0]
    for at, name in enumerate(names[1:], 2):
        whole = put("list.last" if at == len(names) else "list.more", before=whole, next=name)
    return whole


@cache
def _load_cldr(language: str) -> Cldr:
    from citewell.messages.cldr import Cldr  # noqa: PLC0415 - Babel takes a tenth of a second, which English need not wait

    return Cldr(language)
