"""Pages that say near their top that they were retracted, are in doubt, or were withdrawn or replaced."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from citewell.model.evidence import NoticeKind


class PageNotice(NamedTuple):
    """A notice on a page: its kind, and the sentence that contains it."""

    kind: NoticeKind
    words: str


_ARTICLE: Final = "(?:article|chapter|letter|manuscript|paper|preprint)"
_WORK: Final = (
    "(?:advice|article|chapter|content|document|edition|fact ?sheet|guidance|guide|guidelines?|information|leaflet"
    "|letter|manuscript|page|paper|pathway|policy|preprint|publication|recommendations?|report|resource|review|standard"
    "|statement|summary|version|work)"
)
_IS: Final = (
    r"(?:has|have|was|were|is|are) (?:(?:now|since|recently|formally|officially|subsequently|been|being) ){0,3}"
)
_DONE: Final = (
    "(?:archived|discontinued|replaced|rescinded|retired|stood down|superseded|updated and replaced"
    "|withdrawn(?! from (?:sale|the market)))"
)
#: Where a page speaks of itself: at the beginning of a line or a sentence. A text about another work ("The study was
#: large. This paper was retracted in 2010.") names that first, so "paper" and "study" only count where a line begins.
_LABEL: Final = (
    r"(?:(?:editor|publisher)(?:'|’)?s?(?:'|’)? note|note|retracted(?: article)?|retraction(?: notice)?)[^\w\n]"
)
_LINE: Final = rf"^[^\w\n]{{0,5}}(?:{_LABEL}{{1,3}} ?){{0,2}}"
_SENTENCE: Final = rf"(?:{_LINE}|[.!:] )"
_CONCERN: Final = "(?:editorial )?(?:expression|statement|notice) of (?:editorial )?concern"

#: The same in other languages, as pages there say it of themselves.
_RETRACTED_ELSEWHERE: Final = (
    r"dies(?:e|er|es) (?:artikel|beitrag|arbeit|studie) (?:wurde|ist)(?: [\w.]+){0,6}? (?:zurückgezogen|retrahiert)\b",
    r"cet(?:te)? (?:article|étude|publication) (?:a été|est)(?: \w+){0,2} (?:rétract|retir)ée?\b",
    r"est[ea] (?:artículo|trabajo|publicación|estudio) (?:ha sido|fue|está) (?:retractad|retirad)[oa]\b",
    r"quest(?:o|a|')? ?(?:articolo|studio|pubblicazione) è stat[oa] (?:ritrattat|ritirat)[oa]\b",
    r"est[ea] (?:artigo|trabalho|estudo|publicação) foi (?:retratad|retirad)[oa]\b",
    r"(?:dit artikel|deze publicatie|deze studie) (?:is|werd)(?: \w+){0,3} (?:terug|in)getrokken\b",
    r"(?:denna artikel|den här artikeln) har dragits tillbaka\b",
    r"denne artik(?:el|kelen) er (?:blevet )?trukket tilba(?:ge|ke)\b",
    r"(?:ten|niniejszy) artykuł został wycofany\b",
    r"(?:эта )?статья (?:была )?(?:отозвана|ретрагирована)\b",
    r"bu makale geri çekil\w+",
    r"[本该此](?:文|论文|文章)(?:已被?|被)?(?:撤稿|撤回)",
    r"(?:この|本)(?:論文|記事)は.{0,12}撤回され",
    r"이 논문은 .{0,12}철회되",
)
_RETRACTED: Final = (
    rf"{_LINE}this (?:\w+[ -]){{0,3}}?(?:paper|study|trial) {_IS}(?:retracted|withdrawn by)\b"
    rf"|{_SENTENCE}this (?:\w+[ -]){{0,3}}?(?!paper\b){_WORK} {_IS}retracted\b"
    rf"|{_SENTENCE}this (?:\w+[ -]){{0,3}}?(?!paper\b){_ARTICLE} {_IS}(?:withdrawn\b(?! from (?:sale|the market))"
    r"|removed\b(?! from))"
    rf"|\b(?:authors?|editors?|editors?-in-chief|journal|publishers?) (?:has|have) (?:\w+ )?retracted this {_WORK}\b"
    rf"|\ba retraction(?: note| notice)? (?:to|of|for) this {_WORK} (?:has been|was) (?:published|issued)\b"
    r"|^(?:this is a )?retracted(?: article| paper| publication| chapter)?[.:!]?$"
    r"|^[^\w\n]{0,5}(?:" + "|".join(_RETRACTED_ELSEWHERE) + ")"
)
_DOUBTED: Final = (
    rf"\ban? {_CONCERN} (?:to|about|for|on|regarding|concerning) this {_WORK} (?:has been|was) (?:published|issued)\b"
    rf"|\ban? {_CONCERN} (?:has been|was) (?:published|issued|posted) (?:to|about|for|on|regarding) this {_WORK}\b"
    rf"|{_SENTENCE}this (?:\w+[ -]){{0,3}}?{_WORK} (?:is|has been) (?:the )?subject (?:of|to) an? {_CONCERN}\b"
    rf"|\bthere is an? {_CONCERN} (?:about|for|on) this {_WORK}\b"
    rf"|^{_CONCERN}[.:!]?$"
    rf"|{_SENTENCE}this (?:\w+[ -]){{0,3}}?{_WORK} {_IS}(?:partially|partly) retracted\b"
)
#: The words, from the work to what happened to it. "This guideline replaces …" is about another, and does not match;
#: nor does a part of the work ("recommendation 1.2 was withdrawn"), or consent that was withdrawn.
_SUPERSEDED: Final = (
    rf"(?<!\bin )(?<!\bof )(?<!\bby )(?<!from )\bthis (?:\w+[ -]){{0,4}}?"
    rf"{_WORK}(?: \([^)]{{1,40}}\)| [A-Z]{{2,4}}\d{{1,4}})? {_IS}{_DONE}\b"
    r"|\bthis is not the (?:most recent|latest|current) version\b"
    r"|\b(?:there is|there’s|there's) a (?:newer|more recent) version of this\b"
    r"|\ba (?:newer|more recent) version of this \w+ (?:is available|has been published|exists)\b"
    rf"|\bthis (?:\w+[ -]){{0,2}}?{_WORK} is (?:no longer (?:current|valid|maintained|in use)|out of date|obsolete)\b"
    rf"|^(?:withdrawn|superseded|retired|archived)(?: {_WORK})?[.:!]?(?: on \d.{{4,20}})?$"
)
_SAYS_SO: Final = tuple(
    (kind, re.compile(words, re.IGNORECASE | re.MULTILINE))
    for kind, words in (
        (NoticeKind.RETRACTION, _RETRACTED),
        (NoticeKind.CONCERN, _DOUBTED),
        (NoticeKind.SUPERSEDED, _SUPERSEDED),
    )
)
_NOTE_NUMBERS: Final = re.compile(r"(?<=[^\W\d_])[⁰¹²³⁴-⁹]+")
_ENDS: Final = frozenset({". ", "! ", ": "})
_ANOTHER: Final = re.compile(
    r"\b(?:articles?|papers?|stud(?:y|ies)|trials?|reports?|research|et al|claimed|published)\b", re.IGNORECASE
)
"""What a line says of another work before it goes on with "This article was retracted"."""
_TOP: Final = 2_000  # characters: what comes later is about something else
_LONGEST: Final = 300


def find_page_notice(text: str, main: str) -> PageNotice | None:
    """The gravest notice on a page, or ``None``.

    ``text`` is all that is seen, ``main`` the main text without menus.
    """
    text, main = (_NOTE_NUMBERS.sub("", each) for each in (text, main))
    top = main[:_TOP]
    heading = text.find(main[:60]) if main else -1
    before = text[max(heading - _TOP, 0) : heading] if heading > 0 else text[:_TOP]
    for kind, words in _SAYS_SO:
        for place in (top, before):
            for match in words.finditer(place):
                if not _is_about_another_work(place, match):
                    return PageNotice(kind, _sentence_around(place, match))
    return None


def _is_about_another_work(text: str, match: re.Match[str]) -> bool:
    """Whether "this article" in a line refers to another work that the line names first."""
    begin = text.rfind("\n", 0, match.start()) + 1
    return match[0][:2] in _ENDS and _ANOTHER.search(text, begin, match.start()) is not None


def _sentence_around(text: str, match: re.Match[str]) -> str:
    """The sentence that contains words; some patterns include the end of the sentence before."""
    start = match.start() + (2 if match[0][:2] in _ENDS else 0)
    begin = max(text.rfind("\n", 0, start), text.rfind(". ", 0, start) + 1) + 1
    stop = re.compile(r"[.!](?=\s|$)|\n|$").search(text, match.end())
    return " ".join(text[begin : stop.end() if stop else match.end()].split())[:_LONGEST]
