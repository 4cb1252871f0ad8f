"""Short telephone numbers for emergencies, country by country, and where a text tells readers to use one.

The countries are those that English health pages are mostly written for, each as its regulator or emergency service
gives it: United Kingdom (Ofcom, General Condition A3: 999 and 112), Ireland (ComReg: 112 and 999), European Union
(Directive (EU) 2018/1972, article 109: 112), United States (47 CFR 64.3000: 911), Canada (CRTC: 911), Australia
(Australian Communications and Media Authority: 000, 106 and, from a mobile, 112), New Zealand (Police: 111), India
(Emergency Response Support System: 112, beside 108 and 102), Singapore (Civil Defence Force: 995; Police: 999), Hong
Kong (Police: 999 and 112), Malaysia (MERS: 999 and 112), South Africa (10177 for an ambulance, 112 from a mobile, 10111
for the police).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from citewell.lazy_pattern import compile_lazily


class CountryNumbers(NamedTuple):
    """The numbers of a country: those for emergencies, and other short ones that patients may be asked to call.

    ``ambulance`` is the one to give where only one can be given.
    """

    emergency: frozenset[str]
    others: frozenset[str]
    ambulance: str


class CalledNumber(NamedTuple):
    """An emergency number in a text, its digits alone, and how it is written there."""

    number: str
    written: str


def _make_numbers(emergency: str, others: str = "") -> CountryNumbers:
    """``emergency`` begins with the number that is answered for an ambulance."""
    numbers = emergency.split()
    return CountryNumbers(frozenset(numbers), frozenset(others.split()), numbers[0])


_EU: Final = _make_numbers("112", "113 115 118 122 144 110 061")
COUNTRIES: Final = {
    r"UK|U\.K\.|United Kingdom|Great Britain|Britain|England|Scotland|Wales|Northern Ireland": _make_numbers(
        "999 112", "111 101 105"
    ),
    r"(?<!Northern )Ireland": _make_numbers("999 112"),
    r"EU|European Union|Europe|Germany|France|Netherlands|Austria|Belgium|Italy|Spain|Portugal|Malta": _EU,
    r"USA?|U\.S\.(?:A\.)?|United States(?: of America)?|America": _make_numbers("911", "988 211 311"),
    r"Canada": _make_numbers("911", "988 811"),
    r"Australia": _make_numbers("000 112 106"),
    r"New Zealand": _make_numbers("111", "105"),
    r"India": _make_numbers("112 108 102", "100 101"),
    r"Singapore": _make_numbers("995 999"),
    r"Hong Kong": _make_numbers("999 112"),
    r"Malaysia": _make_numbers("999 112"),
    r"South Africa": _make_numbers("10177 112 10111"),
}
_NAMES: Final = [(compile_lazily(rf"\b(?:{names})(?!\w)"), numbers) for names, numbers in COUNTRIES.items()]

#: What is called somewhere in an emergency. 111 (New Zealand) is the NHS's line for what is not an emergency.
KNOWN: Final = frozenset("000 110 111 112 113 115 118 119 120 144 911 995 997 998 999".split())
_SPOKEN: Final = {"triple zero": "000", "triple nine": "999", "nine-one-one": "911", "nine one one": "911"}
# What a word processor writes for a space and a hyphen.
_PLAIN: Final = str.maketrans("\u00a0\u202f\u2010\u2011", "  --")

# Three digits by themselves ("911", "9-1-1"), no part of a longer number, a price or a share; or as it is spoken.
_DIGITS: Final = r"(?<![\d.,£$€+-])(?<!\d )\d[- ]?\d[- ]?\d(?![-–.,:]?\d| \d{3}| ?[%£$€°])(?!\w)"
_NUMBER: Final = rf"(?P<number>{_DIGITS}|{'|'.join(_SPOKEN)})"
# A text without any of these holds none; looking for them is much faster than the pattern.
_GAP: Final = "[- \u00a0\u202f\u2010\u2011]?"
_HINT: Final = compile_lazily(rf"\d{_GAP}\d{_GAP}\d")
_SPOKEN_HINTS: Final = ("triple", "nine")
# What is counted or measured and called by nobody: "119 people", "911 of them", "to 999 in 2020".
_COUNTED: Final = (
    r"(?! (?:of|in \d{4}|(?:\w+ )?(?:people|persons|patients|adults|women|men|children|participants|doctors|hospitals|"
    r"cases|studies|trials|reports|records|scans|times|days|weeks|months|years|hours|minutes|mg|ml|kg|g|mm|cm|mmHg|mmol|beats|bpm|calls)|"
    r"or (?:more|less|fewer|higher|lower|above|below|over))\b)"
)
_VERB: Final = r"\b(?:call|dial|ring|phone|telephone|text|contact)(?:s|ing|ed)?\b"
# Beside the verb, or joined to it within its sentence: "call your doctor or 911", "ring for an ambulance (112)"; but
# not "ring your doctor if your pulse rises to 120".
_NUMBER_TO_CALL: Final = compile_lazily(
    rf"(?:{_VERB}:?(?: NHS| either)?|{_VERB}[^.;!?]{{0,50}}?\b(?:on|or|and)|"
    rf"{_VERB}(?:(?! (?:if|when|once) )[^.;!?]){{0,50}}?\b(?:at|to|(?:help|ambulance|services|police)(?= \(...\)))|"
    rf"\b(?:emergency (?:tele)?(?:phone )?number(?: is)?:?|(?:help|emergency services) (?:on|at)|"
    rf"emergency services(?= \(...\)))) [(“‘\"']?{_NUMBER}{_COUNTED}",
    re.IGNORECASE,
)
#: Any such number, for a text that does nothing but say whom to call.
_ALONE: Final = compile_lazily(_NUMBER + _COUNTED, re.IGNORECASE)
#: One more after another: "999 or 112".
_MORE: Final = compile_lazily(rf" ?\(?(?:or|and|/|,) ?{_NUMBER}{_COUNTED}", re.IGNORECASE)


def find_called_numbers(text: str, *, only_calls: bool = False) -> Iterator[CalledNumber]:
    """Each emergency number that a text tells its readers to use.

    ``only_calls`` is for the title of a care card, say, in which every such number is one. Elsewhere a number counts
    only after a word such as "call", because prose is full of other numbers.
    """
    if not _HINT.search(text):
        small = text.lower()
        if not any(hint in small for hint in _SPOKEN_HINTS):
            return
    text = text.translate(_PLAIN)
    for first in (_ALONE if only_calls else _NUMBER_TO_CALL).finditer(text):
        found: re.Match[str] | None = first
        while found:
            written = found["number"]
            digits = _SPOKEN.get(written.lower()) or re.sub(r"\D", "", written)
            if digits in KNOWN:
                yield CalledNumber(digits, written)
            found = None if only_calls else _MORE.match(text, found.end())


def find_numbers_of_countries(text: str) -> Iterator[CountryNumbers]:
    """The numbers of every country that a text names."""
    return (numbers for name, numbers in _NAMES if name.search(text))


def find_ambulance_number(country: str) -> str | None:
    """The number to call for an ambulance in a country, by the country's name in English; ``None`` if it is not known.

    The whole text must be the name: "Australia", not "the east of Australia".
    """
    known = (numbers for name, numbers in _NAMES if name.fullmatch(country))
    return next((numbers.ambulance for numbers in known), None)


def list_right_numbers(region: str, number: str) -> frozenset[str]:
    """Every short number that readers of a site may be asked to call.

    ``region`` and ``number`` are what ``site.yml`` says. Where the region is none of the countries known here, the
    number speaks for it: with 999 come the other numbers of the countries that use it.
    """
    own = frozenset(re.findall(r"\d+", number))
    found = list(find_numbers_of_countries(region)) or [each for _, each in _NAMES if own & each.emergency]
    return own.union(*map(_list_all, found))


def _list_all(numbers: CountryNumbers) -> Iterable[str]:
    return numbers.emergency | numbers.others
