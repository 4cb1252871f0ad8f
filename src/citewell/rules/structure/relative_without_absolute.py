"""A relative number stands alone: "twice as likely", "30% less", with no word on how many people it means.

"Doubles the risk" can mean from 1 to 2 in 10 people or from 1 to 2 in a million. Readers who get only the relative
number think that risks and benefits are larger than they are.

It is enough that the absolute number stands in the same sentence, or in the one before or after it in the same block:
a count ("11 of 1,172 people", "1 in 10"), a rate ("3 in every 100,000", "5 per 1,000"), two percentages to compare
("from 2% to 4%") or a percentage of people. Changes of an amount are not meant ("halve the dose", "blood pressure fell
by 10%").

Mend it by adding the numbers from the same source. If the source gives none, say so.

Wrong: `Smokers are twice as likely to have it. [@example-study]`

Right: `It affects 2 in 100 smokers and 1 in 100 others, so smokers are twice as likely to have it. [@example-study]`
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Final

from citewell.citations.number import NumberedArticle
from citewell.diagnostics import Severity
from citewell.model.article import ArticleKind
from citewell.model.claims import Claim, Status
from citewell.rules.rule import Context, Finding, article_rule, shortened

_STATEMENTS: Final = (Status.CITED, Status.UNCITED)
_NUMBER: Final = r"\d{1,12}(?:[.,]\d{1,6}){0,4}"
_PERCENT: Final = rf"{_NUMBER} ?(?:%|per ?cent\b)"
_WORDED: Final = r"(?:one|two|three|four|five|six|seven|eight|nine|ten)"
_COUNT: Final = rf"(?:{_NUMBER}|{_WORDED})"
_TIMES: Final = rf"(?:twice|(?:{_COUNT}|several|many)(?:[ -]to[ -]{_COUNT})?[ -]times|{_COUNT}[ -]?fold|half)"
_PART: Final = r"(?:half|(?:an?|one|two|three)[ -](?:third|quarter|fifth|tenth)s?)"
_ABOUT: Final = (
    r"(?:(?:about|around|up to|nearly|almost|roughly|over|more than|less than|at least|as much as|between) )?"
)
_CHANCE: Final = r"(?:risks?|chances?|odds|likelihood|rates?|probability)"
_MORE: Final = r"(?:more|less|fewer|higher|lower|greater|smaller|larger|increased|reduced)"
_CHANGE: Final = r"(?:reduction|increase|decrease|drop|rise|fall|improvement)"
_CHANGES: Final = r"(?:reduc|increas|decreas|lower|rais|cut|drop|fall|fell|rise|rose)\w*"
_RELATIVE: Final = re.compile(
    rf"\b(?:{_PERCENT} (?:{_MORE}|(?:\w+ )?{_CHANGE})\b|{_PART} (?:more|less|fewer|higher|lower)\b|"
    rf"{_CHANGES}\b[^.;]{{0,50}}? by {_ABOUT}(?:{_PERCENT}|{_PART})|"
    rf"{_TIMES} (?:as (?:likely|common|often|high|many|frequent)|{_MORE}|{_CHANGE}|the {_CHANCE})\b|"
    rf"{_CHANCE} (?:\w+ ){{0,3}}(?:doubl|tripl|trebl|quadrupl|halv)(?:e|es|ed)\b|"
    rf"(?:doubl|tripl|trebl|quadrupl|halv)(?:e|es|ed|ing) (?:the |your |their |his |her |a person’s )?{_CHANCE}\b|"
    rf"(?:relative risk|risk ratio|odds ratio|hazard ratio)s?\b[^.;]{{0,20}}?\d)",
    re.IGNORECASE,
)
# A text without any of these holds no such number; looking for them is much faster than the pattern.
_HINTS: Final = (
    *("%", "per cent", "percent", "times", "twice", "half", "halv", "fold", "third", "quarter", "fifth", "tenth"),
    *("doubl", "tripl", "trebl", "quadrupl", "ratio", "relative risk"),
)
# "Cut your salt by half" and "your heart rate rises by 20%" are about an amount, and nobody asks of how many people.
_AMOUNT: Final = (
    r"\b(?:doses?|dosage|salt|sugar|fat|weight|calories|energy|alcohol|intake|speed|pressure|heart rate|pulse|volume|"
    r"flow|temperature|oxygen|insulin|glucose|HbA1c|cholesterol|LDL|HDL|triglycerides|iron|hormones?|levels?|fluids?|"
    r"water|milk|muscle (?:mass|strength)|bone (?:mass|density|loss)|"
    r"blood(?! (?:clots?|cancers?|tests?|infections?|poisoning)))\b"
)
_OF_AN_AMOUNT: Final = re.compile(
    rf"\w+ (?:(?!(?:in|with|among|for|from|after) )[\w’'-]+ ){{0,4}}?{_AMOUNT}", re.IGNORECASE
)
_AFTER_AN_AMOUNT: Final = re.compile(
    rf"{_AMOUNT}(?: (?:levels?|is|was|are|were|can|may|will|often|usually|then|also))* $", re.IGNORECASE
)
_BEFORE_AN_AMOUNT: Final = re.compile(rf" (?:(?:in|of) )?(?:\w+ )?{_AMOUNT}", re.IGNORECASE)
_OF_PEOPLE: Final = re.compile(rf"\b(?:{_CHANCE}|likely|common|often|frequent)\b", re.IGNORECASE)
_PEOPLE: Final = r"(?:people|patients|women|men|adults|children|participants|cases|those|them|us)"
_ABSOLUTE: Final = re.compile(
    rf"\b(?:{_COUNT} (?:\w+ )?(?:of|in|out of) (?:every |each |the |all |about |some )*"
    rf"(?:{_NUMBER}(?! ?%)|{_WORDED}\b|hundred|thousand|million)|"
    rf"of (?:the |these |about )*{_NUMBER} [^.;]{{1,90}}?, (?:\w+ )?{_NUMBER}\b|"
    rf"per (?:{_NUMBER}|hundred|thousand|million)|"
    rf"{_PERCENT} of (?:the |all |these |those )?(?:\w+ )?{_PEOPLE}\b|"
    rf"{_PERCENT}[^;]{{0,80}}? (?:to|and|or|versus|vs\.?|against|than|with|rather than) (?:\w+ ){{0,3}}?{_PERCENT}|"
    rf"{_NUMBER} (?:percentage points?|(?:more|fewer|extra) {_PEOPLE}))",
    re.IGNORECASE,
)


@article_rule("ART017", Severity.WARNING)
def rule(numbered: NumberedArticle, _context: Context) -> Iterator[Finding]:
    """Every statement with a relative number and no absolute one beside it."""
    article = numbered.article
    if article.kind is not ArticleKind.ARTICLE:
        return
    rows = article.claims
    blocks = [node.span.start for node in article.body]
    for place, row in enumerate(rows):
        if row.status in _STATEMENTS and _is_relative(row.text):
            beside = [row, *_beside(blocks, rows, place)]
            if not any(_ABSOLUTE.search(each.text) for each in beside):
                yield Finding(
                    article.locate(row.span),
                    f'a relative number alone: "{shortened(row.text)}"',
                    "add how many people it means, for example 2 in 100 instead of 1 in 100",
                )


def _is_relative(text: str) -> bool:
    small = text.lower()
    if not any(hint in small for hint in _HINTS):
        return False
    return any(not _is_of_an_amount(found, text) for found in _RELATIVE.finditer(text))


def _is_of_an_amount(found: re.Match[str], text: str) -> bool:
    """Whether a change is one of a dose, a blood pressure or the like, not of how often something happens."""
    if _OF_PEOPLE.search(text, found.start(), found.end() + len(" frequent")):
        return False
    return bool(
        _OF_AN_AMOUNT.match(found[0])
        or _AFTER_AN_AMOUNT.search(text, max(0, found.start() - 40), found.start())
        or _BEFORE_AN_AMOUNT.match(text, found.end())
    )


def _beside(blocks: Sequence[int], rows: Sequence[Claim], place: int) -> Iterator[Claim]:
    """The rows directly before and after one that stand in the same block; ``blocks`` is where each begins."""
    block = bisect_right(blocks, rows[place].span.start)
    for other in (place - 1, place + 1):
        if 0 <= other < len(rows) and bisect_right(blocks, rows[other].span.start) == block:
            yield rows[other]
