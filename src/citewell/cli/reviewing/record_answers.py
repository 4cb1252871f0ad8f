"""Record the answers of a reviewer: her verdicts, and the sections that she approves with them.

What cannot be read, or is about something else, is named; everything else is recorded. A section is only signed if each
claim in it has a "yes" that is about the claim as it is now, and its headings, pictures and order are those that the
packet showed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from citewell.article_context import ArticleContext
from citewell.citations.find_reference import find_similar_keys
from citewell.citations.sections import list_sections
from citewell.cli.reviewing.answers_file import read_answers
from citewell.cli.reviewing.article_to_review import read_article_to_review
from citewell.cli.reviewing.people import find_reviewer
from citewell.cli.reviewing.record_review import PreparedReview, ReviewRequest, prepare_review
from citewell.diagnostics import Diagnostic
from citewell.errors import ReviewRefused
from citewell.formats.terminal_text import count_noun, make_visible
from citewell.messages import Words
from citewell.model.answer_problems import (
    AnswersMismatch,
    AnswersOfAnother,
    UnknownAnswerer,
    WantedValue,
    WrongAnswerValue,
)
from citewell.model.problems import AnyProblem, Problem
from citewell.model.reviews import PersonVerdicts, RecordedVerdict, Review
from citewell.packet.answers import Answers
from citewell.packet.article_library import ArticleLibrary, open_library
from citewell.packet.match_answers import MatchedAnswers, match_answers, refuse_other_article
from citewell.project import Project
from citewell.reviews.names import name_section
from citewell.reviews.new_review import make_person_verdicts
from citewell.rules import report_problems

_ID: Final = re.compile(r"(.+)-[0-9a-f]{8}(?:-[0-9]+)?")
_CLOCKS: Final = timedelta(days=1)  # how far the reviewer's clock may be ahead of this one: it may be tomorrow there


@dataclass(frozen=True, slots=True)
class AnswersRequest:
    """What somebody asks to record: a file, and what it does not say itself.

    ``article`` and ``by`` may be ``None``. ``only_verdicts``: nothing is to be signed.
    """

    file: Path
    article: str | None
    by: str | None
    only_verdicts: bool


@dataclass(frozen=True, slots=True)
class PreparedAnswers:
    """What would be recorded (``None``: nothing can be), what was found in the file, and what is left open."""

    review: PreparedReview | None
    findings: tuple[Diagnostic, ...]
    left_open: tuple[str, ...] = ()
    is_known: bool = False


@dataclass(frozen=True, slots=True)
class ComparedAnswers:
    """A file of answers beside the article; ``matched`` is ``None`` where the file is not about it, or nobody's."""

    findings: tuple[Diagnostic, ...]
    slug: str = ""
    by: str = ""
    answers: Answers | None = None
    context: ArticleContext | None = None
    matched: MatchedAnswers | None = None


def prepare_answers(project: Project, request: AnswersRequest, today: date) -> PreparedAnswers:
    """What a file of answers would record. Raises ``ReviewRefused`` where a review by its person would be refused."""
    compared = compare_answers(project, request, today)
    answers, context, matched = compared.answers, compared.context, compared.matched
    if answers is None or context is None or matched is None or not matched.verdicts:
        return PreparedAnswers(None, compared.findings)
    approves = answers.signed and not request.only_verdicts
    review, refused = _prepare(project, compared, answers, matched, today, approves=approves)
    left_open = (f"No section is approved: {refused}",) if refused else tuple(_describe_open(matched, context))
    return PreparedAnswers(review, compared.findings, left_open, _is_recorded(review))


def compare_answers(project: Project, request: AnswersRequest, today: date) -> ComparedAnswers:
    """Read a file of answers, and compare it with the article as it is. Raises ``ReviewRefused`` if there is none."""
    content = open_library(project, today)
    read = read_answers(request.file, content.site.words)
    answers = read.answers
    if answers is None:
        return ComparedAnswers(report_problems(read.problems))
    fatal = _find_fatal_problem(answers, request, content, today)
    if fatal is not None:
        return ComparedAnswers(report_problems([fatal]))
    slug, by = _find_slug(answers, request), request.by or answers.by
    context = content.read(slug) if slug in content.files else None
    if context is None:
        read_article_to_review(project, slug, today)  # which says why there is none
        raise AssertionError(slug)
    answers = _keep_own_rows(answers, slug)
    matched = match_answers(answers, context)
    findings = report_problems((*read.problems, *matched.problems))
    return ComparedAnswers(findings, slug, by, answers, context, matched)


def _find_fatal_problem(
    answers: Answers, request: AnswersRequest, content: ArticleLibrary, today: date
) -> AnyProblem | None:
    """What leaves unknown whose answers these are, or what they are about."""
    people, by = content.site.people, request.by or answers.by
    if request.by and answers.by and request.by != answers.by:
        return Problem(answers.by_place, AnswersOfAnother(AnswersMismatch.PERSON, answers.by[:80], request.by))
    if by not in people:
        near = find_similar_keys(by, tuple(people)) if by else ()
        return Problem(answers.by_place, UnknownAnswerer(by[:80], near[0] if near else ""))
    if answers.on and answers.on > today + _CLOCKS:
        return Problem(answers.place, WrongAnswerValue("on", WantedValue.DAY, answers.on.isoformat()))
    slugs = _list_slugs(answers)
    if request.article is None:
        if len(slugs) == 1:
            return None
        named = ", ".join(slugs[:3]) + (" …" if len(slugs) > 3 else "") or "none"
        return Problem(answers.place, AnswersOfAnother(AnswersMismatch.SEVERAL_ARTICLES, named, ""))
    slug = _find_slug(answers, request)
    if answers.slug:
        return refuse_other_article(answers, slug)
    if slug not in slugs:
        return Problem(
            answers.place, AnswersOfAnother(AnswersMismatch.ARTICLE, ", ".join(slugs[:3]) or "nothing", slug)
        )
    return None


def _find_slug(answers: Answers, request: AnswersRequest) -> str:
    if request.article is None:
        return next(iter(_list_slugs(answers)), "")
    path = Path(request.article)
    return path.parent.name if path.name == "article.md" else path.name


def _list_slugs(answers: Answers) -> Sequence[str]:
    """The articles that answers are about: as the file says, or by the ids of the rows of a worksheet."""
    if answers.slug:
        return (answers.slug,)
    answered = [answer.claim for answer in answers.answers if answer.verdict]
    ids = [*answered, *sorted(answers.unread)] or [answer.claim for answer in answers.answers]
    return tuple(dict.fromkeys(found[1] for found in map(_ID.fullmatch, ids) if found))


def _keep_own_rows(answers: Answers, slug: str) -> Answers:
    """Without the rows of a worksheet that are about other articles; what they say of sections, said of all."""
    if answers.slug:
        return answers
    own = [each for each in answers.answers if (found := _ID.fullmatch(each.claim)) is None or found[1] == slug]
    return replace(answers, answers=tuple(own), sections={each.section: each.section_digest for each in own})


def _prepare(
    project: Project,
    compared: ComparedAnswers,
    answers: Answers,
    matched: MatchedAnswers,
    today: date,
    *,
    approves: bool,
) -> tuple[PreparedReview, str]:
    """The review of the sections that were approved; or only the verdicts, and why nothing can be approved now."""
    slug, by, refused = compared.slug, compared.by, ""
    if approves and matched.approved:
        request = ReviewRequest(slug, by, matched.approved, answers.note, matched.verdicts, answers.sections)
        try:
            return prepare_review(project, request, today), ""
        except ReviewRefused as refusal:  # an error in the article, or a source: no reason to lose the answers
            refused = refusal.message
    article = read_article_to_review(project, slug, today)
    reviewer = find_reviewer(article.context, by)
    record = make_person_verdicts(article.context, by, matched.verdicts, " ".join(answers.note.split()))
    return PreparedReview(article, reviewer, record, (), (), ()), refused


def _describe_open(matched: MatchedAnswers, context: ArticleContext) -> Iterator[str]:
    """The sections that are not signed, each with the number of claims that keep it from that."""
    words: Words = context.words
    for section in list_sections(context.article):
        claims = matched.open.get(section.anchor, ())
        if claims:
            name = make_visible(name_section(section, words))
            yield f"{name}: not signed, {count_noun(len(claims), 'statement')} without a yes"


def _is_recorded(review: PreparedReview) -> bool:
    """Whether the same person has recorded the same already: a file may be read twice."""
    file, record = review.article.context.reviews, review.record
    known: tuple[Review | PersonVerdicts, ...] = (*file.reviews, *file.people)
    return any(
        each.by == record.by
        and list(map(_simplify, each.verdicts)) == list(map(_simplify, record.verdicts))
        and getattr(each, "sections", {}).keys() == getattr(record, "sections", {}).keys()
        for each in known
    )


def _simplify(verdict: RecordedVerdict) -> tuple[str, str, str, str]:
    return verdict.claim, verdict.digest, verdict.verdict, verdict.note or ""
