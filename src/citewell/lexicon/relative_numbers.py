"""Relative and absolute numbers in words: "twice as likely" and "30% less" on one side, "2 in 100" on the other."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final

from citewell.lazy_pattern import compile_lazily
from citewell.lexicon.risks_of_people import CHANGE, CHANGES, FACTORS, MORE, is_of_people

_NUMBER: Final = r"\d{1,12}(?:[.,]\d{1,6}){0,4}"
_PERCENT: Final = rf"{_NUMBER}[ \u00a0\u202f]?(?:%|per ?cent\b)"
_WORDED: Final = r"(?:one|two|three|four|five|six|seven|eight|nine|ten)"
_COUNT: Final = rf"(?:{_NUMBER}|{_WORDED})"
_TIMES: Final = rf"(?:twice|(?:{_COUNT}|several|many)(?:[ -]to[ -]{_COUNT})?[ -]times|{_COUNT}[ -]?fold|half)"
_PART: Final = r"(?:half|(?:an?|one|two|three)[ -](?:third|quarter|fifth|tenth)s?)"
_ABOUT: Final = (
    r"(?:(?:about|around|up to|nearly|almost|roughly|over|more than|less than|at least|as much as|between|another|"
    r"a further|an extra|an estimated|approximately|some|just|only) )?"
)
_CHANCE: Final = r"(?:risks?|chances?|odds|likelihood|rates?|probability)"
_EVENTS: Final = r"(?:deaths|cases|falls|fractures|strokes|heart attacks|infections|cancers|clots|relapses|admissions)"
_SPAN: Final = rf"(?:{_NUMBER}(?: to |[ ]?[–-][ ]?))?{_PERCENT}"
_RELATIVE: Final = compile_lazily(
    rf"\b(?:{_PERCENT} (?:{MORE}|(?:relative risk |\w+ )?{CHANGE})\b|{_PART} (?:more|less|fewer|higher|lower)\b|"
    rf"{CHANGES} {_ABOUT}{_PERCENT}(?! of\b)|"
    rf"{CHANGES}\b[^.;]{{0,50}}? (?:by {_ABOUT}(?:{_SPAN}|{_PART})|{_COUNT}[ -]?fold\b)|"
    rf"{_TIMES} (?:as (?:likely|common|often|high|many|much|frequent)|{MORE}|{CHANGE}|"
    rf"(?:the |\w+ )?(?:{_CHANCE}|{_EVENTS})|the (?:\w+ )?average)\b|"
    rf"(?:{_CHANCE}|{_EVENTS}|mortality|incidence|prevalence|survival) (?:[\w’'-]+ ){{0,8}}?{FACTORS}(?:e|es|ed)\b|"
    rf"{FACTORS}(?:e|es|ed|ing) (?:of )?(?:[\w’'-]+ ){{0,2}}?"
    rf"(?:{_CHANCE}|(?:number of )?{_EVENTS})\b|"
    rf"{CHANGES}\b[^.;]{{0,50}}? (?:{_CHANCE}|{_EVENTS})\b[^.;]{{0,30}}? in half\b|"
    rf"{_CHANCE} [^.;]{{0,40}}?{_TIMES} that\b|(?<!absolute )risk reduction [^.;]{{0,20}}?\d|"
    rf"(?:relative risk|risk ratio|odds ratio|hazard ratio)s?\b[^.;]{{0,60}}?\d|"
    r"(?-i:(?:RR|HR)(?: (?:was|of|is))?(?: ?[=:])? ?\d\.\d|OR(?: (?:was|of|is)| ?[=:]) ?\d))",
    re.IGNORECASE,
)
# A text without any of these holds no such number; looking for them is much faster than the pattern.
_HINTS: Final = (
    *("%", "per cent", "percent", "times", "twice", "half", "halv", "fold", "third", "quarter", "fifth", "tenth"),
    *("doubl", "tripl", "trebl", "quadrupl", "ratio", "relative risk", "risk reduction"),
    *("rr ", "rr=", "rr:", "hr ", "hr=", "hr:", "or was", "or of", "or is", "or=", "or =", "or:"),
)
# "Cut your salt by half" and "your heart rate rises by 20%" are about an amount, and nobody asks of how many people.
_AMOUNT: Final = (
    r"\b(?:doses?|dosage|salt|sugar|fat|weight|calories|energy|alcohol|intake|speed|pressure|heart rate|pulse|volume|"
    r"flow|temperature|oxygen|insulin|glucose|HbA1c|cholesterol|LDL|HDL|triglycerides|iron|hormones?|levels?|fluids?|"
    r"water|milk|muscle (?:mass|strength)|bone (?:mass|density|loss)|"
    r"blood(?! (?:clots?|cancers?|tests?|infections?|poisoning)))\b"
)
_OF_AN_AMOUNT: Final = compile_lazily(
    rf"\w+ (?:(?!(?:in|with|among|for|from|after) )[\w’'-]+ ){{0,4}}?{_AMOUNT}", re.IGNORECASE
)
_AFTER_AN_AMOUNT: Final = compile_lazily(
    rf"{_AMOUNT}(?: (?:levels?|is|was|are|were|can|may|will|often|usually|then|also))* $", re.IGNORECASE
)
_BEFORE_AN_AMOUNT: Final = compile_lazily(rf" (?:(?:in|of) )?(?:\w+ )?{_AMOUNT}", re.IGNORECASE)
_OF_PEOPLE: Final = compile_lazily(rf"\b(?:{_CHANCE}|likely|common|often|frequent)\b", re.IGNORECASE)
_PEOPLE: Final = r"(?:people|patients|women|men|adults|children|participants|cases|those|them|us)"
_ABSOLUTE: Final = compile_lazily(
    rf"\b(?:{_COUNT} (?:\w+ )?(?:of|in|out of) (?:every |each |the |all |about |some )*"
    rf"(?:{_NUMBER}(?! ?%)|{_WORDED}\b|hundred|thousand|million)|"
    rf"of (?:the |these |about )*{_NUMBER} [^.;]{{1,90}}?, (?:\w+ )?{_NUMBER}\b|"
    rf"per (?:{_NUMBER}|hundred|thousand|million)|"
    rf"{_PERCENT} of (?:the |all |these |those )?(?:\w+ )?{_PEOPLE}\b|"
    rf"{_PERCENT}[^;]{{0,80}}? (?:to|and|or|versus|vs\.?|against|than|with|rather than) (?:\w+ ){{0,3}}?{_PERCENT}|"
    rf"{_NUMBER} (?:percentage points?|(?:more|fewer|extra) {_PEOPLE}))",
    re.IGNORECASE,
)
_FROM_TO: Final = compile_lazily(r"\bfrom [^.;]{0,30}?\d[^;]{0,40}? to [^.;]{0,30}?\d", re.IGNORECASE)


class Comparison(StrEnum):
    """What a relative number compares."""

    RISK = "risk"
    AMOUNT = "amount"


def find_comparison(text: str) -> Comparison | None:
    """What a sentence compares by a factor or a share ("twice as likely", "30% less"); ``None`` if nothing.

    Nor does a dose, a blood pressure or the like count, of which nobody asks how many people it means. One that
    compares both risks and amounts compares risks.
    """
    small = text.lower()
    if not any(hint in small for hint in _HINTS):
        return None
    found = list(_RELATIVE.finditer(text))
    if any(is_of_people(text, *number.span()) for number in found):
        return Comparison.RISK
    return None if all(_is_of_a_dose(number, text) for number in found) else Comparison.AMOUNT


def _is_of_a_dose(found: re.Match[str], text: str) -> bool:
    """Whether a change is one of a dose, a blood pressure or the like, not of how often something happens."""
    if _OF_PEOPLE.search(text, found.start(), found.end() + len(" frequent")):
        return False
    return bool(
        _OF_AN_AMOUNT.match(found[0])
        or _AFTER_AN_AMOUNT.search(text, max(0, found.start() - 40), found.start())
        or _BEFORE_AN_AMOUNT.match(text, found.end())
    )


def find_absolute_numbers(text: str) -> frozenset[str]:
    """The numbers in a sentence that say of how many people: counts, rates, percentages of people or of two groups."""
    return frozenset(found[0].casefold() for found in _ABSOLUTE.finditer(text))


def gives_both_amounts(text: str) -> bool:
    """Whether a sentence says from how much to how much: "from 2 mg to 8 mg"."""
    return _FROM_TO.search(text) is not None
