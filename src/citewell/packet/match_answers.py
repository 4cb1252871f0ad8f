"""Answers beside the article as it is now: which of them count, what is missing, and which sections are approved.

A section is approved where every claim in it was answered with "yes", and nothing else in it was found wrong. Whatever
leaves that in doubt (a claim that has changed, two answers, a word that is not a verdict) approves nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

from citewell.article_context import ArticleContext
from citewell.citations.sections import list_sections
from citewell.model.answer_problems import (
    AnsweredTwice,
    AnswersMismatch,
    AnswersOfAnother,
    AnswerToChangedClaim,
    MissingAnswer,
)
from citewell.model.claims import Claim
from citewell.model.problems import AnyProblem, Facts, Problem
from citewell.model.reviews import ClaimVerdict, RecordedVerdict
from citewell.packet.answers import Answers, ClaimAnswer
from citewell.packet.contents import asks_for_answer
from citewell.reviews.verdicts import ClaimIndex

#: How alike two texts are at least (0 to 1) for one to be named as what became of the other.
_ALIKE: Final = 0.5
#: Answers to words that are gone, beyond which they are neither compared nor kept: the file is of another time.
_MOST_OUTDATED: Final = 200


@dataclass(frozen=True, slots=True)
class MatchedAnswers:
    """``verdicts`` are to be recorded, those on old words with their old digests.

    ``approved`` are the anchors of the sections that may be signed, ``open`` those of the others, each with the
    claims of it that are not answered with "yes".
    """

    verdicts: tuple[RecordedVerdict, ...]
    approved: tuple[str, ...]
    open: Mapping[str, tuple[Claim, ...]]
    problems: tuple[AnyProblem, ...]


def match_answers(answers: Answers, context: ArticleContext, *, whole: bool = True) -> MatchedAnswers:
    """Compare answers with the article that they are about; ``whole``: each claim should have one."""
    matcher = _Matcher(answers, context)
    for answer in matcher.list_single():
        matcher.take(answer)
    if whole:
        matcher.note_missing()
    sections = list_sections(context.article)
    open_ = {section.anchor: tuple(filter(matcher.is_open, section.claims)) for section in sections}
    return MatchedAnswers(
        tuple(matcher.verdicts),
        tuple(anchor for anchor, claims in open_.items() if not claims),
        {anchor: claims for anchor, claims in open_.items() if claims},
        tuple(matcher.problems),
    )


def refuse_other_article(answers: Answers, slug: str) -> AnyProblem | None:
    """The problem of answers that are about another article."""
    if not answers.slug or answers.slug == slug:
        return None
    return Problem(answers.place, AnswersOfAnother(AnswersMismatch.ARTICLE, answers.slug, slug))


class _Matcher:
    """Takes answers one by one.

    ``verdicts`` and ``problems`` are what comes of them. A claim that a problem is about is in doubt: it is not
    answered, and nothing more is said of it.
    """

    def __init__(self, answers: Answers, context: ArticleContext) -> None:
        self.verdicts: list[RecordedVerdict] = []
        self.problems: list[AnyProblem] = []
        self._answers = answers
        self._context = context
        self._by_id = {claim.id: claim for claim in context.article.claims}
        self._index = ClaimIndex(context)
        self._known: dict[str, ClaimAnswer] = {}
        self._outdated = 0
        self._in_doubt = set(answers.unread)

    def list_single(self) -> Iterator[ClaimAnswer]:
        """The answers to claims that have one; of several that say the same, the first."""
        groups: dict[str, list[ClaimAnswer]] = {}
        for answer in self._answers.answers:
            groups.setdefault(answer.claim, []).append(answer)
        for claim, group in groups.items():
            answered = [each for each in group if each.verdict is not None] or group[:1]
            if len({(each.verdict, each.digest, each.note) for each in answered}) > 1:
                first, second = answered[:2]
                self._note(second, AnsweredTwice(first.text, first.place.line, second.cell), claim)
            elif claim not in self._in_doubt:
                yield answered[0]

    def take(self, answer: ClaimAnswer) -> None:
        """Take an answer: to a claim as it is, or to one as it was."""
        claim = self._index.find(answer.claim, answer.digest)
        if claim is not None:
            self._known[claim.id] = answer
        elif answer.verdict is not None:
            self._outdated += 1
            now = self._by_id.get(answer.claim) or self._find_new_words(answer.text)
            old = answer.text or (self._by_id[answer.claim].text if answer.claim in self._by_id else "")
            facts = AnswerToChangedClaim(old, now.text if now else "", answer.cell)
            self._note(answer, facts, now.id if now else answer.claim)
        if answer.verdict is not None and (claim or self._outdated <= _MOST_OUTDATED):
            name = claim.id if claim else answer.claim
            note = " ".join(answer.note.split()) or None
            self.verdicts.append(RecordedVerdict(name, answer.digest, answer.verdict, note))

    def note_missing(self) -> None:
        """Note each claim that needs an answer and has none, and each note without an answer."""
        for claim in self._context.article.claims:
            answer = self._known.get(claim.id)
            note = answer.note if answer else ""
            if claim.id in self._in_doubt or (answer and answer.verdict) or not (note or asks_for_answer(claim)):
                continue
            place, cell = (answer.place, answer.cell) if answer else (self._answers.place, "")
            self.problems.append(Problem(place, MissingAnswer(claim.text, note, cell)))

    def is_open(self, claim: Claim) -> bool:
        """Whether a claim keeps its section from being approved."""
        answer = self._known.get(claim.id)
        if claim.id in self._in_doubt or answer is None or answer.verdict is None:
            return claim.id in self._in_doubt or asks_for_answer(claim)
        return answer.verdict is not ClaimVerdict.YES

    def _find_new_words(self, old: str) -> Claim | None:
        """The claim whose text resembles an old one most, if any does."""
        if self._outdated > _MOST_OUTDATED:
            return None
        words = old.split()
        compared = ((SequenceMatcher(None, words, each.text.split()), each) for each in self._by_id.values())
        alike = ((matcher.ratio(), each) for matcher, each in compared if matcher.quick_ratio() >= _ALIKE)
        ratio, found = max(alike, key=lambda pair: pair[0], default=(0.0, None))
        return found if ratio >= _ALIKE else None

    def _note(self, answer: ClaimAnswer, facts: Facts, claim: str) -> None:
        self.problems.append(Problem(answer.place, facts))
        self._in_doubt.add(claim)
