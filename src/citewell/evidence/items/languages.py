"""Languages of works as BCP 47 tags (RFC 5646), whatever programs call them: ``German``, ``ger``, ``ngerman``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Final, NamedTuple

from citewell.messages.languages import PLURALS, canonical, is_tag, primary, tag_of

_NO_LANGUAGE: Final = frozenset({"und", "mul", "zxx", "mis"})
#: What LaTeX's packages babel and polyglossia call languages and their varieties.
_LATEX: Final[Mapping[str, str]] = {
    "acadian": "fr-CA", "american": "en-US", "australian": "en-AU", "austrian": "de-AT", "bahasa": "id",
    "brazil": "pt-BR", "brazilian": "pt-BR", "british": "en-GB", "canadian": "en-CA", "canadien": "fr-CA",
    "castellano": "es", "castilian": "es", "espanol": "es",
    "farsi": "fa", "francais": "fr", "frenchb": "fr", "germanb": "de", "magyar": "hu",
    "mexican": "es-MX", "naustrian": "de-AT", "newzealand": "en-NZ", "ngerman": "de", "norsk": "nb",
    "nswissgerman": "de-CH", "nynorsk": "nn", "portuges": "pt", "swissgerman": "de-CH", "ukenglish": "en-GB",
    "usenglish": "en-US",
}  # fmt: skip


class ReadLanguage(NamedTuple):
    """The tag of a language, and whether it is all that was given."""

    tag: str
    whole: bool = True


def parse_language(text: str) -> ReadLanguage | None:
    """The language of a work; the first where several are given; ``None`` for "undetermined" and what is unknown.

    Takes BCP 47, ISO 639-1 and 639-2 (MARC's codes, too), names in English and in the language itself, and LaTeX's.
    """
    text = " ".join(text.split())
    found = _find_tag(text)
    if found:
        return ReadLanguage(found)
    parts = [part for part in re.split(r"\s*(?:[;,/|]|\band\b|\s&\s)\s*", text) if part]
    tags = [tag for part in parts if (tag := _find_tag(part))]
    return ReadLanguage(tags[0], whole=len(parts) == 1) if tags else None


def _find_tag(text: str) -> str:
    """The tag of one language; empty where it is not known."""
    name = re.sub(r"\s*\([^()]*\)$|\.utf-?8$", "", text.strip().lower())
    latex = re.sub(r"[^a-z]", "", name)
    if latex in _LATEX:
        return _LATEX[latex]
    if not name or len(name) > 60 or name in _NO_LANGUAGE:
        return ""
    meant = tag_of(name) or (canonical(name) if is_tag(name) else "")
    if len(primary(meant)) == 2:
        return meant
    named = _shorten_code(meant) if meant else _list_english_names().get(name) or _list_own_names().get(name, "")
    return "" if named in _NO_LANGUAGE else named


def _shorten_code(tag: str) -> str:
    """A tag with the shorter code of its language, where there is one: ``sa`` for ``san``."""
    from babel.core import get_global  # noqa: PLC0415 - babel is slow to load, and most codes have two letters

    first, *rest = tag.split("-")
    shorter = get_global("language_aliases").get(first, first)
    known = len(shorter) == 2 or shorter in _list_english_names().values()
    return canonical("-".join([shorter, *rest])) if known else ""


@cache
def _list_english_names() -> Mapping[str, str]:
    """Languages by their English names in small letters (CLDR)."""
    from babel.core import Locale  # noqa: PLC0415 - as above

    return {name.lower(): tag for tag, name in Locale("en").languages.items() if is_tag(tag.replace("_", "-"))}


@cache
def _list_own_names() -> Mapping[str, str]:
    """The languages that a site can be in, by what they call themselves (CLDR): ``deutsch``, ``español``."""
    from babel.core import Locale  # noqa: PLC0415 - as above
    from babel.localedata import exists  # noqa: PLC0415 - as above

    known = [tag for tag in PLURALS if exists(tag)]
    return {str(Locale(tag).get_language_name(tag)).lower(): tag for tag in known}
