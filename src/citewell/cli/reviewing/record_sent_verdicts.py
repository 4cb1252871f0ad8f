"""Record the verdicts that a program, or a person with one, sent back. Nothing is signed with them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from citewell.citations.find_reference import Names, find_similar_keys
from citewell.cli.reviewing.answers_file import list_own_words, read_sent_file
from citewell.cli.reviewing.article_to_review import ArticleToReview, read_article_to_review
from citewell.cli.reviewing.people import find_reviewer
from citewell.diagnostics import Diagnostic, Location
from citewell.model.answer_problems import UnknownAnswerer, WantedValue, WrongAnswerValue
from citewell.model.problems import AnyProblem, Problem
from citewell.model.reviews import PersonVerdicts, ProgramVerdicts, RecordedVerdict
from citewell.packet.answers import Answers
from citewell.packet.article_library import ArticleLibrary, open_library
from citewell.packet.match_answers import match_answers
from citewell.project import Project
from citewell.reviews.new_review import make_person_verdicts
from citewell.reviews.record_digest import seal_record
from citewell.rules import report_problems
from citewell.verification.sent_verdicts import ReadVerdict, Sender, read_sent_verdicts


@dataclass(frozen=True, slots=True)
class ArticleVerdicts:
    """Verdicts on the claims of one article, to be added to the file of its reviews: a record for each sender."""

    article: ArticleToReview
    records: tuple[PersonVerdicts | ProgramVerdicts, ...]

    @property
    def count(self) -> int:
        """The number of verdicts."""
        return sum(len(record.verdicts) for record in self.records)


@dataclass(frozen=True, slots=True)
class PreparedVerdicts:
    """What would be recorded, how many verdicts are recorded already, and what was found in the file."""

    articles: tuple[ArticleVerdicts, ...]
    known: int
    findings: tuple[Diagnostic, ...]


def prepare_verdicts(project: Project, file: Path, today: date) -> PreparedVerdicts:
    """Read a file of verdicts, and compare each with the claim that it is about. Raises ``ReviewRefused``."""
    content = open_library(project, today)
    source, problems = read_sent_file(file)
    if source is None:
        return PreparedVerdicts((), 0, report_problems(problems))
    read = read_sent_verdicts(source.path, source.text, today, list_own_words(content.site.words))
    noted = [*read.problems]
    matched: dict[str, list[tuple[Sender, tuple[RecordedVerdict, ...]]]] = {}
    for (slug, sender), verdicts in _group(read.verdicts, content, noted).items():
        context = content.read(slug)
        if context is None:
            noted.append(_refuse(verdicts[0], WrongAnswerValue("article", WantedValue.ARTICLE, slug[:80])))
            continue
        start, given = Location(source.path), tuple(each.answer for each in verdicts)
        answers = Answers(slug, sender.by, sender.on, False, "", given, frozenset(), start, start)
        found = match_answers(answers, context, whole=False)
        noted += found.problems
        if found.verdicts:
            matched.setdefault(slug, []).append((sender, found.verdicts))
    articles, known = [], 0
    for slug, those in matched.items():
        article = read_article_to_review(project, slug, today)
        made = [_make_record(article, sender, verdicts) for sender, verdicts in those]
        new = tuple(record for record in made if not _is_recorded(article, record))
        known += sum(len(record.verdicts) for record in made if record not in new)
        articles += [ArticleVerdicts(article, new)] if new else []
    return PreparedVerdicts(tuple(articles), known, report_problems(noted))


def _group(
    verdicts: tuple[ReadVerdict, ...], content: ArticleLibrary, noted: list[AnyProblem]
) -> dict[tuple[str, Sender], list[ReadVerdict]]:
    """The verdicts by article and by whose they are; each one about no article, or by nobody, is noted."""
    groups: dict[tuple[str, Sender], list[ReadVerdict]] = {}
    people = Names(content.site.people)
    for each in verdicts:
        by = each.sender.by
        if each.article not in content.files:
            noted.append(_refuse(each, WrongAnswerValue("article", WantedValue.ARTICLE, each.article[:80])))
        elif by and by not in content.site.people:
            near = find_similar_keys(by, people)
            noted.append(_refuse(each, UnknownAnswerer(by[:80], near[0] if near else "")))
        else:
            groups.setdefault((each.article, each.sender), []).append(each)
    return groups


def _refuse(verdict: ReadVerdict, facts: WrongAnswerValue | UnknownAnswerer) -> AnyProblem:
    return Problem(verdict.answer.place, facts)


def _make_record(
    article: ArticleToReview, sender: Sender, verdicts: tuple[RecordedVerdict, ...]
) -> PersonVerdicts | ProgramVerdicts:
    if sender.by:
        find_reviewer(article.context, sender.by)
        return make_person_verdicts(article.context, sender.by, verdicts)
    record = ProgramVerdicts(sender.program, sender.version, sender.on, "", verdicts)
    return seal_record(article.context.article.slug, record)


def _is_recorded(article: ArticleToReview, record: PersonVerdicts | ProgramVerdicts) -> bool:
    """Whether the same was recorded already; of a person on any day, because their file says none that counts."""
    reviews = article.context.reviews
    if isinstance(record, ProgramVerdicts):
        return any(each.digest == record.digest for each in reviews.programs)
    given = list(_list_values(record))
    return any(each.by == record.by and list(_list_values(each)) == given for each in reviews.people)


def _list_values(record: PersonVerdicts) -> Iterator[tuple[str, str, str | None]]:
    return ((each.digest, str(each.verdict), each.note) for each in record.verdicts)
