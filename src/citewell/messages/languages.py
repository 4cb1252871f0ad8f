"""The languages a site can be in: those that Material for MkDocs has texts in, and whose plural forms CLDR knows.

Thai is not among them: no character ends its sentences, and each sentence must have its own sources.
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
_OF_TWO_LETTERS: Final = frozenset(
    """aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo
    es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg
    ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn
    no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn so sq sr ss st su sv sw
    ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu""".split()
)
"""All languages of two letters (ISO 639-1, and ``sh``): for a country's letters a screen reader has no voice."""
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


_BY_THREE_LETTERS: Final[dict[str, str]] = dict(
    pair.split(":")
    for pair in """alb:sq ara:ar arm:hy baq:eu ben:bn bul:bg cat:ca ces:cs chi:zh cym:cy cze:cs dan:da deu:de dut:nl
    ell:el eng:en est:et eus:eu fas:fa fin:fi fra:fr fre:fr geo:ka ger:de glg:gl gre:el heb:he hin:hi hrv:hr hun:hu
    hye:hy ice:is ind:id isl:is ita:it jpn:ja kat:ka kor:ko lat:la lav:lv lit:lt mac:mk may:ms mkd:mk msa:ms nld:nl
    nno:nn nob:nb nor:no per:fa pol:pl por:pt ron:ro rum:ro rus:ru slk:sk slo:sk slv:sl spa:es sqi:sq srp:sr swe:sv
    tam:ta tur:tr ukr:uk urd:ur vie:vi wel:cy zho:zh""".split()
)
"""What libraries and PubMed write (ISO 639-2, both its forms) for languages whose tags have two letters."""

_BY_COUNTRIES: Final = {"cn": "zh", "cz": "cs", "dk": "da", "gr": "el", "jp": "ja", "ua": "uk"}


def tag_of(name: str) -> str:
    """The tag that an editor meant with a language's English name, other letters or other characters; else nothing.

    ``la`` for ``Latin``, ``de`` for ``ger``, ``cs`` for ``cz``, ``pt-BR`` for ``pt_BR``, ``en-GB`` for ``en-UK``.
    """
    first, *rest = name.strip().lower().replace("_", "-").split("-")
    language = _NAMES.get(first) or _BY_THREE_LETTERS.get(first) or _BY_COUNTRIES.get(first, first)
    tag = canonical("-".join([language, *("gb" if part == "uk" else part for part in rest)]))
    return tag if is_tag(tag) and tag.lower() != name.lower() else ""


def forms_of(language: str) -> tuple[str, ...]:
    """The plural categories of a language, in CLDR's order: ``one``, ``many``, ``other``."""
    known = PLURALS.get(primary(language), frozenset({"one", "other"}))
    return tuple(category for category in _ORDER if category in known)


def says_its_number(category: str, language: str) -> bool:
    """Whether a form is for one number, which its words may say in place of a figure: ``once``."""
    return category in ("zero", "one", "two") and language not in _OF_SEVERAL_NUMBERS.get(category, "").split()


def canonical(tag: str) -> str:
    """A tag as it is usually written: ``pt-BR`` for ``PT-br``, ``zh-Hant`` for ``zh-hant`` (RFC 5646, 2.1.1)."""
    first, *rest = tag.lower().split("-")
    cased = {2: str.upper, 4: str.title}
    return "-".join([first, *(cased.get(len(part), str)(part) for part in rest)])


def is_tag(text: str) -> bool:
    """Whether a text is the tag of a language: ``he``, ``pt-BR``, ``zh-Hant``; any three letters are taken for one."""
    if not _TAG.fullmatch(text):
        return False
    first, *rest = text.lower().split("-")
    return (len(first) > 2 or first in _OF_TWO_LETTERS) and "uk" not in rest  # the region is called GB


def primary(tag: str) -> str:
    """The language of a tag without its region and script: ``pt`` for ``pt-BR``."""
    return tag.partition("-")[0].lower()
