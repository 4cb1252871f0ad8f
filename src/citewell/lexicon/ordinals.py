"""Ordinal numbers and dates whose full stop ends no sentence: "bis zum 5. Lebensjahr", "17. mai", "3. 5. 2020"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from citewell.lazy_pattern import compile_lazily

#: Languages whose orthographies write an ordinal as a number and a full stop.
LANGUAGES: Final = frozenset("cs da de et eu fi hr hu is lb lv nb nn no pl sk sl sr tr".split())
#: Of these, the ones that write nouns with a capital letter, so that a capital says nothing.
_CAPITAL_NOUNS: Final = frozenset("de lb".split())
_ORDINAL: Final = compile_lazily(r"(?:^|(?<=[\s(/–—-]))(?:\d{1,3}|[IVXLC]{1,6})\.$")
_HUNGARIAN_YEAR: Final = compile_lazily(r"(?:^|(?<=[\s(/–—-]))[12]\d{3}\.$")
#: Day and month, perhaps with the year; in Hungarian the year comes first.
_DATE: Final = compile_lazily(
    r"(?<![\w.,])(?:(?:0?[1-9]|[12]\d|3[01])\. ?(?:0?[1-9]|1[0-2])\.(?: ?[12]\d{3}(?!\d))?"
    r"|[12]\d{3}\. ?(?:0?[1-9]|1[0-2])\. ?(?:0?[1-9]|[12]\d|3[01])\.)"
)
_LONGEST_DATE: Final = 14
_JOINS: Final = frozenset("und oder bis sowie bzw. a nebo i lub og eller ja tai és vagy in ali ili ve veya – -".split())

# German: words before a declined ordinal, words before it or any number, and nouns that are counted.
_BEFORE_ORDINAL: Final = frozenset(
    """am im vom zum zur beim ins ans aufs ums übers der die das den dem des einem einer eines einen jedem jeden jeder
    jedes diesem diesen dieser dieses ihrem ihren ihrer ihres seinem seinen seiner seines ihr sein unser unserem unseren
    unserer meinem meinen meiner deinem deinen deiner vum um""".split()
)
_BEFORE_ANY_NUMBER: Final = frozenset("ab an auf bis in mit nach oder seit und vor zwischen".split())
_MONTHS: Final = (
    r"jan(?:uar)?|jän(?:ner)?|feb(?:ruar|er)?|mär(?:z)?|mrz|apr(?:il)?|mai|jun[io]?|jul[i]?|aug(?:ust)?|sept?(?:ember)?|"
    r"okt(?:ober)?|nov(?:ember)?|dez(?:ember)?|januar|februar|mäerz|abrëll|mee"
)
_COUNTED: Final = compile_lazily(
    rf"(?:{_MONTHS}|ssw|lj|jh|\w*(?:auflage|bindung|chromosoms?|dezils?|dosis|etappe|etage|finger|fingers|gabe|geburt|"
    r"geburtstag|generation|grad|grades|hälfte|hirnnervs?|impfung|infusion|jahr|jahres|jahrestag|jahrgang|jahrhunderts?|"
    r"jahrzehnts?|joer|kapitel|kind|klasse|kontrolle|kurs|lebensjahrzehnts?|linie|mal|messung|mittelhandknochen|minute|"
    r"monat|monats|nacht|operation|perzentile|perzentil|phase|platz|quartals?|quintils?|rang|ranges|rippe|runde|"
    r"schritt|schwangerschaft|semesters?|sitzung|spalte|stadiums?|stelle|stock|stocks|stufe|stunde|tag|tages|teil|"
    r"trimenons?|trimesters?|untersuchung|versuch|wirbels?|wirbelkörper|woche|zehe|zehen|zyklus|zeile))",
    re.IGNORECASE,
)
_GERMAN_BEGINNINGS: Final = frozenset(
    """aber alle allerdings als also am an andere auch auf aus außerdem bei beim bis bitte da dabei daher damit
    danach dann daraufhin darum das davor dazu dem den denn der des deshalb deswegen die dies diese dieser
    dieses doch dort durch ein eine einem einen einer einige er es für gegen häufig heute hier hierbei ihr ihre
    im in insgesamt jede jeder jedes jedoch kein keine man manche manchmal mehr meist meistens mit nach nachts
    nicht nie nur ob oder oft ohne schon sehr seit selten sie sind so sollte sollten sonst später statt trotz
    trotzdem über um und unter viele vom von vor während wann warum was wegen weil weitere welche wenige wenn
    wer werden wichtig wie wir wird wo zu zudem zuerst zum zunächst zur zwar zwischen""".split()
)


def is_ordinal(before: Sequence[str], number: str, following: str, language: str) -> bool | None:
    """Whether a number with its full stop belongs to the word after it; ``None`` when that is doubtful.

    ``before`` are the words before the number in their order, ``following`` is the word after it, as they are written;
    ``language`` is a primary subtag.
    """
    if language not in LANGUAGES or not following[:1].isalpha():
        return False
    years = language == "hu" and _HUNGARIAN_YEAR.search(number) is not None
    if not years and not _ORDINAL.search(number):
        return False
    if following.rstrip(".").islower():
        return True
    return _is_before_capital(before, following) if language in _CAPITAL_NOUNS else False


def is_in_date(text: str, stop: int, following: int, language: str) -> bool:
    """Whether the stop that ends at ``stop`` is inside a date, which goes on at ``following``."""
    if language not in LANGUAGES or not text[following : following + 1].isdigit():
        return False
    start = max(0, stop - _LONGEST_DATE)
    dates = _DATE.finditer(text, start, following + _LONGEST_DATE)
    return any(date.start() < stop and following < date.end() for date in dates)


def _is_before_capital(before: Sequence[str], following: str) -> bool | None:
    """The same in a language in which a capital letter may begin a noun or a sentence."""
    previous = before[-1].casefold().lstrip("([\"„“»«'") if before else ""
    if not previous or _COUNTED.fullmatch(following.rstrip(".")):
        return True
    if previous in _JOINS and len(before) > 1 and _ORDINAL.search(before[-2]):
        return True
    begins = following.casefold() in _GERMAN_BEGINNINGS
    if previous in _BEFORE_ORDINAL:
        return None if begins else True
    return None if previous in _BEFORE_ANY_NUMBER and not begins else False
