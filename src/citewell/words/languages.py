"""The languages a site can be in: those that Material for MkDocs has texts in, and whose plural forms CLDR knows.

Thai is not among them: no sign ends its sentences, and each sentence must have its own sources.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

_TAG: Final = re.compile(
    r"(?P<language>[a-z]{2,3})(?:-[a-z]{4})?(?:-(?:[a-z]{2}|[0-9]{3}))?(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*",
    re.IGNORECASE,
)
"""A language, perhaps with its script, region and variants: BCP 47 (RFC 5646, section 2.1), without extensions."""
_BY_CATEGORIES: Final = {
    "": "id ja ko ms my sa vi zh",
    "one": "af az bg bn da de el en eo et eu fa fi gl hi hu hy is ka kn lb mk mn nb nl nn si sq sv ta te tl tr ur uz",
    "one many": "ca es fr it pt",
    "one few": "hr ro sr",
    "one two": "he",
    "one two few": "sl",
    "one few many": "be cs lt pl ru sk uk",
    "zero one": "lv",
    "zero one two few many": "ar cy",
}
PLURALS: Final[Mapping[str, frozenset[str]]] = {
    language: frozenset((*categories.split(), "other"))
    for categories, languages in _BY_CATEGORIES.items()
    for language in languages.split()
}
"""The plural categories that numbers have in a language (CLDR 44, cardinals), by its BCP 47 primary subtag."""

_ORDER: Final = ("zero", "one", "two", "few", "many", "other")

_OF_SEVERAL_NUMBERS: Final = {
    "zero": "lv",
    "one": "be hr is lt lv mk ru sl sr tl uk",
    "two": "sl",
}
"""Languages in which such a category has further numbers (as above): ``one`` is 1, 21 and 31 in Russian.

That French counts 0 as ``one``, as others do, is no matter: the program never counts nothing in words.
"""


_NAMES: Final[dict[str, str]] = dict(
    pair.split(":")
    for pair in """arabic:ar bulgarian:bg catalan:ca chinese:zh croatian:hr czech:cs danish:da dutch:nl english:en
    estonian:et finnish:fi french:fr german:de greek:el hebrew:he hindi:hi hungarian:hu icelandic:is
    indonesian:id italian:it japanese:ja korean:ko latin:la latvian:lv lithuanian:lt norwegian:nb persian:fa
    polish:pl portuguese:pt romanian:ro russian:ru sanskrit:sa serbian:sr slovak:sk slovenian:sl spanish:es
    swedish:sv tamil:ta turkish:tr ukrainian:uk urdu:ur vietnamese:vi welsh:cy""".split()
)


def tag_of(name: str) -> str:
    """The tag of a language that an editor wrote by its English name: ``la`` for ``Latin``; nothing for others."""
    return _NAMES.get(name.strip().lower(), "")


def forms_of(language: str) -> str:
    """The plural categories of a language, in CLDR's order, for a message: ``one, many, other``."""
    known = PLURALS.get(primary(language), frozenset({"one", "other"}))
    return ", ".join(category for category in _ORDER if category in known)


def says_its_number(category: str, language: str) -> bool:
    """Whether a form is for one number, which its words may say in place of a figure: ``once``."""
    return category in ("zero", "one", "two") and language not in _OF_SEVERAL_NUMBERS.get(category, "").split()


def canonical(tag: str) -> str:
    """A tag as it is usually written: ``pt-BR`` for ``PT-br``, ``zh-Hant`` for ``zh-hant`` (RFC 5646, 2.1.1)."""
    first, *rest = tag.lower().split("-")
    cased = {2: str.upper, 4: str.title}
    return "-".join([first, *(cased.get(len(part), str)(part) for part in rest)])


def is_tag(text: str) -> bool:
    """Whether a text is the tag of a language: ``he``, ``pt-BR``, ``zh-Hant``."""
    return _TAG.fullmatch(text) is not None


def primary(tag: str) -> str:
    """The language of a tag without its region and script: ``pt`` for ``pt-BR``."""
    return tag.partition("-")[0].lower()
