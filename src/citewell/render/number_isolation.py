"""Numbers on pages written from right to left: those that would be drawn in another order are isolated.

Unicode's bidirectional algorithm (UAX #9) draws each group of digits from left to right, but the groups of one number
from right to left: a reader of "+44 20 7946 0000" would call 0000 7946 20 44+. So a number in several groups, one with
a plus or minus before it, an amount with its unit and a range are each put into ``<bdi dir="ltr">``. A range of bare
numbers runs from right to left in Arabic, and from left to right in Hebrew, Persian and Urdu.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from html import unescape
from typing import Final

from citewell.markup import Markup, element, escape_markdown, join, text
from citewell.messages import Words
from citewell.messages.languages import primary
from citewell.render.language_spans import runs_from_right
from citewell.render.page import Page

_D: Final = "[0-9\u0660-\u0669\u06f0-\u06f9]"
_SPACES: Final = " \u00a0\u2009\u202f"
_HYPHENS: Final = "\\-\u2010\u2011"
#: Without a bound on the groups, a long row of numbers that no unit follows would be read again from each of them.
_NUMBER: Final = rf"{_D}+(?:[.,:\u066b\u066c{_SPACES}]{_D}+){{0,15}}"
_UNIT: Final = (
    "(?:(?:[kcmdnpµμ]?(?:g|l|L|m|mol|Gy|Sv|J|Hz|Pa)|mcg|mmHg|k?cal|m?Eq|I?U|h|min|s|T|°[CF]?)(?![A-Za-z])|[%‰\u066a])"
    "(?:/[A-Za-z0-9µμ²³]+)*"
)
#: Only where no word goes before it: in Hebrew "ב-5 mg" the hyphen belongs to the word.
_PLUS_OR_MINUS: Final = r"(?<![^\s(])[+\-\u2212]"
_COMPARED: Final = rf"(?:(?<![^\s(])[<>≤≥±≈~+\-\u2212][{_SPACES}]?)?"
_APART: Final = r"(?<![A-Za-z0-9])"
_JOINT: Final = rf"[{_SPACES}{_HYPHENS}./]"
_GROUPS: Final = rf"\+?(?:\({_D}+\)|{_D}+)(?:{_JOINT}?\({_D}+\)|{_JOINT}{_D}+|(?<=\)){_D}+)+"
_TWO_NUMBERS: Final = rf"[1-9\u0661-\u0669\u06f1-\u06f9]{_D}*[{_HYPHENS}]{_D}+(?!{_JOINT}?[(0-9\u0660-\u0669])"


def numbers_to_isolate(language: str) -> str:
    """A regular expression for the numbers that are isolated on a page in this language, a BCP 47 tag.

    It is in the syntax that Python and JavaScript share: the search page isolates the same numbers in its results.
    """
    ranges = rf"{_APART}{_NUMBER}–{_NUMBER}|{_APART}{_GROUPS}"
    if primary(language) == "ar":
        ranges = rf"{_APART}[+0\u0660]{_D}*–{_NUMBER}|{_APART}(?!{_TWO_NUMBERS}){_GROUPS}"
    kinds = (
        rf"{_COMPARED}{_APART}{_NUMBER}(?:[\-–×]{_NUMBER}){{0,3}}[{_SPACES}]?{_UNIT}",
        ranges,
        rf"{_APART}\+{_D}+",
        rf"{_PLUS_OR_MINUS}{_NUMBER}",
    )
    return "|".join(kinds)


@cache
def _splitting(language: str) -> re.Pattern[str]:
    return re.compile(f"({numbers_to_isolate(language)})")


_TAG: Final = re.compile(r"(<[^>]*>)")  # a ">" in an attribute is escaped
_HEADING: Final = re.compile(r"(#{1,6} )(.+)( \{#[^}]*\})")


def with_numbers_isolated(page: Page, words: Words) -> Page:
    """A page whose numbers are drawn as they are read; one without words from right to left is returned as it is."""
    everywhere = words.direction == "rtl"
    if not everywhere and not runs_from_right(page.body):
        return page
    split = _splitting(words.language).split
    lines = page.body.split("\n")
    return replace(
        page, body="\n".join(_line(each, split) if everywhere or runs_from_right(each) else each for each in lines)
    )


def with_isolating_characters(plain: str, words: Words) -> str:
    """The same for plain text where no element can be: each number between U+2066 and U+2069."""
    if words.direction == "ltr":
        return plain
    return _splitting(words.language).sub("\u2066\\1\u2069", plain)


def _line(line: str, split: Callable[[str], list[str]]) -> str:
    heading = _HEADING.fullmatch(line)
    if heading is None:
        return _isolated(line, split, text)
    return f"{heading[1]}{_isolated(heading[2], split, escape_markdown)}{heading[3]}"


def _isolated(html: str, split: Callable[[str], list[str]], escape: Callable[[str], Markup]) -> str:
    """HTML with the numbers in its text isolated; ``escape`` is how its text was escaped."""
    pieces = _TAG.split(html)
    return "".join(piece if at % 2 else _text(piece, split, escape) for at, piece in enumerate(pieces))


def _text(escaped: str, split: Callable[[str], list[str]], escape: Callable[[str], Markup]) -> str:
    pieces = split(unescape(escaped))
    if len(pieces) == 1:
        return escaped
    shown = [escape(piece) for piece in pieces]
    return join([element("bdi", piece, dir="ltr") if at % 2 else piece for at, piece in enumerate(shown)])
