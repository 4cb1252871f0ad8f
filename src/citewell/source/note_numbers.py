"""Numbers where another system puts the mark of a source: ``[1]``, ``^1^``, ``cancer.12``, ``cancer¹``, ``(1, 2)``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from citewell.lazy_pattern import compile_lazily
from citewell.model.source_location import Span

_RAISED: Final = "¹²³⁰⁴-⁹"
_LIST: Final = r"\d{1,3}(?:[,–-]\d{1,3})*"
_SURE: Final = compile_lazily(
    rf"\[\d{{1,3}}(?:\s*[,;–-]\s*\d{{1,3}})*\]|(?<!\d)\^{_LIST}\^"
    # Glued to the full stop, comma or quotation mark before: ``.¹``, ``.12,13``, ``.(12)``, ``.[a]``.
    rf"|(?<=[.!?,;:”\"])[{_RAISED}]+(?:[,⁻–-][{_RAISED}]+)*"
    rf"|(?:(?<=[^\W\d_]{{3}}[.!?])|(?<=[)%”’\"][.!?]))(?:{_LIST}|\({_LIST}\))(?=\s|$)"
    r"|(?<=[.!?,;])\[(?:[a-z]|[ivx]{1,4})\]"
    # Below the text: ``¹ Smith 2020``.
    rf"|^[{_RAISED}]+(?=[ \t]+[A-Z])"
    r"|(?<=[\w.,;!?])[†‡]+",
    re.MULTILINE,
)
# What may have an interval in square brackets after it: "95% CI [12-30]", "IQR: [2, 9]", "range [0-10]".
_BEFORE_INTERVAL: Final = compile_lazily(
    r"(?:\b(?:CI|CrI|IQR|(?i:ranges?|ranging|ranged|intervals?))(?: (?:is|was|of|from))?|=)[:,]? ?$"
)
# Glued to a word, which must not be a unit or have a number of its own: ``cancer¹``, ``cancer^1``, ``cancer1,2``.
_AT_WORD: Final = compile_lazily(
    rf"(?<=[^\W\d_]{{3}})(?:(?P<raised>[{_RAISED}]+(?:[,⁻–-][{_RAISED}]+)*)(?![⁺⁻\w·])|(?P<caret>\^{_LIST})(?![\w^])"
    rf"|(?<=[a-z]{{4}})(?P<plain>\d{{1,2}}(?:[,–-]\d{{1,2}})+)(?=[.,;:]?(?:\s|$)))"
)
# The end of an address or DOI so far: "doi:10.1136/bmj.123" ends in no note number.
_ADDRESS: Final = compile_lazily(r"(?:://|\bwww\.|\b10\.\d{4,9}/)\S*$")
_LONGEST_ADDRESS: Final = 200
_LAST_WORD: Final = compile_lazily(r"[^\W\d_]+$")
_UNIT: Final = compile_lazily(
    r"(?:milli|centi|deci|kilo|micro|square|cubic)?(?:met(?:re|er)s?|foot|feet|inch(?:es)?|yards?|miles?|sec|min|mol|days?)"
    r"|chi|eta|rho|tau|sigma|omega|lambda",
    re.IGNORECASE,
)
_HAS_A_NUMBER: Final = compile_lazily(
    r"omega|alpha|beta|gamma|delta|vitamins?|covid|types?|grades?|stages?|steps?|phases?|groups?|levels?|classe?s?|"
    r"tables?|figures?|box(?:es)?|sections?|chapters?|parts?|days?|weeks?|years?|scores?|numbers?|interleukin|cox",
    re.IGNORECASE,
)
# In round brackets after a word: ``studies (1, 2)``, and at the end of a clause ``cancer (3).``
_IN_BRACKETS: Final = compile_lazily(
    r"(?P<word>[^\W\d_]{2,40})[ \u00a0]"
    r"(?P<number>\((?P<first>\d{1,2})(?:(?P<more>(?:[–-]\d{1,2})?(?:[,;]\s?\d{1,2}(?:[–-]\d{1,2})?)+)\)|\)(?=[.,;:?!]|\s*$)))"
)
# What may be counted or measured in brackets: "in three strengths (5, 10, 20)", "the worst pain (10)".
_COUNTED: Final = compile_lazily(
    r"(?:age|pain|scale|score|range|median|mean|value|result|size|dose|strength|minute|hour|day|week|month|year|time|"
    r"type|grade|stage|level|class|group|number|phase|step|part|item|row|column|table|figure|box|section|chapter|page|"
    r"visit|point|question|answer|option|categor|gene|chromosome|tablet|pill|cell|set|unit|degree|adult|patient|participant|case|list)(?:e?s|y|ies)?|"
    r"aged|worst|best|bad|severe|most|least|none|possible|imaginable|call|ring|dial|phone|only|twice|once|people|women|men|children|"
    r"zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve",
    re.IGNORECASE,
)
_LONGEST: Final = 40  # letters of a word that may have a number of its own
_ENUMERATED: Final = compile_lazily(r"\(\d{1,3}\)\s+[^\W\d_]")
_TELLING: Final = compile_lazily(rf"[\[^.!?,;:”\"][\d({_RAISED}a-z]|[{_RAISED}†‡]|[^\W\d_][\^\d]|\(\d|\[\d")


def find_note_numbers(text: str) -> Iterator[Span]:
    """The place of each such number in a text, in no order."""
    if not _TELLING.search(text):  # most text has none
        return
    for sure in _SURE.finditer(text):
        if not _is_interval(sure, text) and not _is_in_address(sure, text):
            yield Span(*sure.span())
    for at_word in _AT_WORD.finditer(text):
        kind = str(at_word.lastgroup)
        own = _HAS_A_NUMBER if kind == "plain" else _UNIT
        word = _LAST_WORD.search(text, max(0, at_word.start() - _LONGEST), at_word.start())
        if word and not own.fullmatch(word[0]):
            yield Span(*at_word.span(kind))
    for bracketed in _IN_BRACKETS.finditer(text):
        if _is_a_mark(bracketed, text):
            yield Span(*bracketed.span("number"))


def _is_interval(found: re.Match[str], text: str) -> bool:
    """Whether two numbers in square brackets are the limits of a range."""
    return (
        found[0][-1] == "]"
        and not found[0][1:-1].isdigit()
        and bool(_BEFORE_INTERVAL.search(text, max(0, found.start() - _LONGEST), found.start()))
    )


def _is_in_address(found: re.Match[str], text: str) -> bool:
    return _ADDRESS.search(text, max(0, found.start() - _LONGEST_ADDRESS), found.start()) is not None


def _is_a_mark(found: re.Match[str], text: str) -> bool:
    """Whether numbers in brackets are not ages, doses or scores, nor those of "(1) rest, (2) a walk"."""
    if _COUNTED.fullmatch(found["word"]) or not int(found["first"]):
        return False
    numbers = [int(each) for each in re.findall(r"\d+", found["number"])]
    if found["more"]:
        return numbers == sorted(set(numbers))
    return not _ENUMERATED.search(text) and "(0)" not in text and "%" not in text
