"""Sources named in the text as other styles name them: "(NHS, 2021)", "Smith et al. (2019)", "(ibid.)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from citewell.lazy_pattern import compile_lazily
from citewell.lexicon.countries import A_COUNTRY
from citewell.messages.languages import primary

_YEAR: Final = r"(?:19[5-9]\d|20\d\d)[a-z]?"
_ANY_YEAR: Final = rf"(?:{_YEAR}|n\.d\.|in press|forthcoming)"
_AND: Final = r"(?:and|&|und|et|y|e|en|og|och|i|és|ve|и)"
_PARTICLE: Final = r"(?:de|van|von|der|den|du|da|di|la|le|el|al|ter|ten|bin|ibn|dos)"
_CAPITAL: Final = r"[^\W\d_a-zà-öø-ÿ][\w’'.-]*"
_NAME: Final = rf"(?:{_PARTICLE}[ -]){{0,3}}{_CAPITAL}"
_OTHERS: Final = (
    r"(?:et (?:al|coll)\b\.?|and (?:others|colleagues|co-workers)|u\. ?a\.|(?:y|e) col(?:s|l|abs?)?\b\.?|i wsp\.|"
    r"e\.a\.|m\. ?fl\.|ym\.|és mtsai\.?|a kol\.|ve ark\.|и (?:др|соавт)\.)"
)
# What may come before the names of a source in brackets, and the whole of one source there.
_LEAD: Final = compile_lazily(
    r"^(?:see(?: also)?|e\.g\.|cf\.|for example|i\.e\.|reviewed (?:in|by)|after|from|according to|"
    r"adapted from|data from|as in|source|in|vgl\.|siehe|voir|véase|ver|cfr\.|zob\.|zie|jf\.|se|см\.)[,:]?\s+",
    re.IGNORECASE,
)
_ITEM: Final = compile_lazily(
    rf"(?P<names>[^\d;()\[\]]{{2,120}}?),?\s?{_ANY_YEAR}(?:(?:,| and| &)\s?(?:{_YEAR}|[a-z]\b))*"
    r"(?:[,:]\s?(?:pp?\.|para\.|ch\.|S\.|s\.|str\.|p[áa]gs?\.|с\.|§)?\s?\d[\d–, -]{0,20})?"
)
_BRACKETS: Final = compile_lazily(r"[(\[](?P<inside>[^()\[\]\n]{4,300})[)\]]")
_BETWEEN: Final = compile_lazily(r";\s*|(?<=\d{4}),\s+(?=[^\W\d_])|(?<=\d{4}[a-z]),\s+(?=[^\W\d_])")
_SEVERAL: Final = compile_lazily(rf"{_NAME}[^\d;]{{0,60}}?,? {_OTHERS},?|{_NAME}(?:, {_NAME}){{0,5}},? & {_NAME},?")
# What needs no English to be a source in brackets: two people, a body's short form, one name after "vgl.".
_TWO: Final = compile_lazily(rf"{_NAME} {_AND} {_NAME},?")
_SHORT_FORM: Final = compile_lazily(r"(?P<short>[^\W\d_a-zß-öø-ÿ]{3,8}),?")
_SEE: Final = compile_lazily(r"(?:vgl\.|siehe|voir|véase|cf\.|cfr\.|zob\.|zie|jf\.|см\.)\s")
_ENGLISH: Final = "en"
_NO_BODIES: Final = frozenset(
    "AIDS BRD COVID DDR EUA GUS HIV MERS NRW RDA RFA SARS SIDA UAE UDSSR URSS USA VIH VIS".split()
)
_WORD: Final = compile_lazily(rf"(?:{_CAPITAL}|{_PARTICLE}|of|for|and|the|on|in|&|des|der|für)")
_NAME_WITH_PARTICLE: Final = compile_lazily(rf"(?:{_PARTICLE}[ -]){{1,3}}{_CAPITAL}")

_SAYS: Final = (
    r"(?:has |have )?(?:found|finds?|show(?:s|ed|n)?|report(?:s|ed)?|stat(?:e|es|ed)|argue[sd]?|suggest(?:s|ed)?|"
    r"conclude[sd]?|recommend(?:s|ed)?|note[sd]?|observe[sd]?|describe[sd]?|says?|said|estimate[sd]?|demonstrate[sd]?|"
    r"identifie[sd]|review(?:s|ed)|propose[sd]?|define[sd]?)\b"
)
_NARRATIVE: Final = compile_lazily(
    rf"\b{_NAME},? {_OTHERS},? [(\[]{_ANY_YEAR}[)\]]"
    rf"|\b(?P<two>{_NAME} {_AND} {_NAME}) [(\[]{_YEAR}[)\]]"
    rf"|\b(?P<one>{_NAME}(?: {_NAME}){{0,5}}) [(\[]{_YEAR}[)\]] {_SAYS}"
    r"|\b(?:by|[Aa]ccording to|[Ss]ee|says?|said|writes?|wrote|argues?|argued) "
    rf"(?P<by>{_NAME}(?: {_NAME}){{0,5}}) [(\[]{_YEAR}[)\]]"
)
_YEAR_IN_BRACKETS: Final = compile_lazily(rf"[(\[]{_ANY_YEAR}[)\]]")
_LATIN: Final = compile_lazily(
    r"[(\[](?:[^()\[\]\n]{0,40}\b)?(?:[Ii]bid(?:em)?|[Oo]p\. ?cit|[Ll]oc\. ?cit)\b\.?[^()\[\]\n]{0,20}[)\]]"
)
_SOURCE: Final = compile_lazily(
    r"[(\[](?:[Ss]ources?|[Rr]ef(?:erence)?s?\.?|[Ss]tud(?:y|ies)|[Cc]itations?)(?::\s?|\s(?=\d))[^()\[\]\n]{1,200}[)\]]"
    r"|\((?:REFS?|[Rr]efs?\.?|[Ss]ource\?|(?:[Cc]itation|[Ss]ource|[Rr]eference) (?:needed|missing|here)"
    r"|[Aa]dd (?:a )?(?:source|reference))\)"
    rf"|[(\[]{_NAME}(?:,? {_OTHERS})?, (?:pp?\.\s?\d[\d–-]{{0,8}}|unpublished|in preparation)[)\]]"
    r"|[(\[](?:[^()\[\]\n]{1,80}[,;] ?)?(?:[Ll]ast )?(?:[Aa]ccessed|[Rr]etrieved)(?: on| from)?:? "
    r"(?:\d|[A-Z]|https?:|www\.)[^()\[\]\n]{0,200}[)\]]"
    r"|^(?:Sources?|References?):\s.{2,}"
)
_IDENTIFIER: Final = compile_lazily(
    r"(?:\bdoi:?\s?|(?:https?://)?(?:dx\.)?doi\.org/)10\.\d{4,9}/[^\s)\]]+|\bPMID:?\s?\d{4,9}\b|\bPMC\d{5,9}\b",
    re.IGNORECASE,
)
_NEAR: Final = 20  # characters before a bracket that may name an event
_HINTS: Final = ("19", "20", "(", "[", "ource", "eference", "doi", "DOI", "PM", "pm")

# Words with a capital beside a year that name no author.
_TIMES: Final = frozenset(
    "January February March April May June July August September October November December Jan Feb Mar Apr Jun Jul Aug "
    "Sep Sept Oct Nov Dec Spring Summer Autumn Fall Winter Easter Christmas Monday Tuesday Wednesday Thursday Friday "
    "Saturday Sunday Early Late Mid Since Until Before After During From In By Between Around About Published Updated "
    "Reviewed Revised Last Founded Established Born Died Copyright Version Edition Volume Issue Figure Table Box "
    "Chapter Section Part Phase Class Type Grade Stage Group".split()
)
_LAWS_AND_EVENTS: Final = frozenset(
    "Act Acts Regulation Regulations Order Law Bill Directive Convention Declaration Treaty Code Constitution Charter "
    "Olympics Games Census Edition Version Amendment Rules Ordinance Accord Protocol Agreement War Flood Earthquake "
    "Conference Congress Summit Meeting Ebola Zika SARS MERS Mpox Chernobyl Fukushima".split()
)
_AFTER_AN_EVENT: Final = compile_lazily(
    r"\b(?:outbreak|epidemic|pandemic|conference|meeting|congress|summit|declaration|games|disaster|accident|war|"
    r"earthquake|attack|census|photo|picture|drawing|painting|film|book|song)s?$",
    re.IGNORECASE,
)


def find_author_years(text: str, language: str) -> Iterator[str]:
    """Each source that a text names otherwise than in a citation, as it is written there, in reading order.

    ``language`` is the tag of the text's language. In a text that is not in English only the forms that need no English
    are looked for: in brackets, several names, a short form in capitals, and what follows "vgl."; and identifiers.
    """
    if any(hint in text for hint in _HINTS):
        yield from (found[0] for found in sorted(_find_matches(text, primary(language)), key=re.Match.start))


def _find_matches(text: str, language: str) -> Iterator[re.Match[str]]:
    is_english = language == _ENGLISH
    for pattern in (_LATIN, _SOURCE, _IDENTIFIER) if is_english else (_LATIN, _IDENTIFIER):
        yield from pattern.finditer(text)
    for found in _BRACKETS.finditer(text):
        if _names_a_source(found["inside"], text[max(0, found.start() - _NEAR) : found.start()].rstrip(), language):
            yield found
    for found in _NARRATIVE.finditer(text) if _YEAR_IN_BRACKETS.search(text) else ():
        names = found["two"] or found["one"] or found["by"]
        if names is None or (is_english and _are_authors(names)):
            yield found


def _names_a_source(inside: str, before: str, language: str) -> bool:
    if _AFTER_AN_EVENT.search(before) or _SOURCE.match(f"({inside})") or _LATIN.match(f"({inside})"):
        return False
    for item in _BETWEEN.split(inside):
        found = _ITEM.fullmatch(_LEAD.sub("", item.strip(), count=1))
        if found is None:
            continue
        names = found["names"]
        if _is_sure(names) or (
            _are_authors(names) if language == _ENGLISH else _is_named_abroad(names, item, language)
        ):
            return True
    return False


def _is_sure(names: str) -> bool:
    """Whether there are several authors in the style of a citation: "Smith et al.", "Smith & Jones"."""
    return _SEVERAL.fullmatch(names.strip()) is not None


def _is_named_abroad(names: str, item: str, language: str) -> bool:
    """Whether the names in a text that is not in English are those of people or of a body, by their form alone."""
    short = _SHORT_FORM.fullmatch(names)
    if short:
        return short["short"] not in _NO_BODIES
    is_one = _SEE.match(item.strip()) is not None and re.fullmatch(rf"{_NAME},?", names) is not None
    is_two = _TWO.fullmatch(names) is not None
    return (is_one or is_two) and not _names_a_place_or_time(names, language)


def _names_a_place_or_time(names: str, language: str) -> bool:
    """Whether one of the names is that of a country, a month or a day: "(Mai und Juni 2020)"."""
    from citewell.messages.cldr import list_places_and_times  # noqa: PLC0415 - Babel is slow to load, and seldom needed

    known = list_places_and_times(language)
    return any(name.casefold() in known for name in re.split(rf" {_AND} ", names.rstrip(", ")))


def _are_authors(names: str) -> bool:
    """Whether words may be the names of people or of a body, and no month, place, law or event."""
    bare = re.sub(rf",? {_OTHERS}", "", names).strip(" ,")
    words = bare.replace(",", " ").split()
    if not words or not all(_WORD.fullmatch(word) for word in words):
        return False
    if words[0].islower():
        return _NAME_WITH_PARTICLE.fullmatch(bare) is not None
    if not _TIMES.isdisjoint(words) or words[-1] in _LAWS_AND_EVENTS:
        return False
    return any(len(word) > 1 and word[0].isupper() for word in A_COUNTRY.sub("", bare).split())
