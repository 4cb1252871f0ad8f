"""What stands between the ``---`` lines at the head of an article."""

from __future__ import annotations

import re
from typing import Annotated, Any, Final, NamedTuple

from pydantic import BeforeValidator, PlainValidator

from citewell.model.article import (
    ArticleType,
    Correction,
    FrontMatter,
    Illustration,
    PublicationStatus,
    Withdrawal,
)
from citewell.model.problems import AnyProblem, Problem
from citewell.model.source_location import Placed, SourceText, Span
from citewell.model.yaml_problems import FrontMatterError, FrontMatterShape
from citewell.source.characters import find_odd_characters
from citewell.source.documents import read_document
from citewell.source.fields import Day, Line, LineOrNothing, one_of
from citewell.source.validate import Typed

_FENCE: Final = re.compile(r"^---[ \t]*$", re.MULTILINE)
_UNCLOSED_END: Final = re.compile(r"^(?:[ \t]*$|[#:]|[A-Z].*[^:]$)", re.MULTILINE)


class Split(NamedTuple):
    """Where the front matter's YAML stands (``None`` without one), where the body begins, and what is wrong."""

    yaml: Span | None
    body_start: int
    error: FrontMatterError | None = None


class FrontMatterRead(NamedTuple):
    """Front matter as far as it could be read, where the body begins, and every problem."""

    front: FrontMatter
    body_start: int
    problems: tuple[AnyProblem, ...]


class IllustrationTyped(Typed):
    """``illustration:``."""

    file: Line
    alt: LineOrNothing = None


class WithdrawalTyped(Typed):
    """``withdrawn:``."""

    date: Day
    reason: Line
    instead: Line | None = None


class CorrectionTyped(Typed):
    """One item of ``corrections:``."""

    date: Day
    text: Line


def _type_or_nothing(value: Any) -> ArticleType | None:
    return None if isinstance(value, Placed) and not value.text.strip() else one_of(ArticleType)(value)


def _one_or_several(value: Any) -> Any:
    """One text in place of a list of one."""
    return [value] if isinstance(value, Placed) and value.text.strip() else value


class FrontMatterTyped(Typed):
    """The keys of an article's front matter. What may be missing is for the rules to judge."""

    title: Line
    description: LineOrNothing = None
    status: Annotated[PublicationStatus, PlainValidator(one_of(PublicationStatus))] = PublicationStatus.PUBLISHED
    type: Annotated[ArticleType | None, PlainValidator(_type_or_nothing)] = None
    authors: tuple[Line, ...] = ()
    published: Day | None = None
    updated: Day | None = None
    topics: tuple[Line, ...] = ()
    index: tuple[Line, ...] = ()
    illustration: IllustrationTyped | None = None
    emergency_link: Line | None = None
    related_questions: tuple[Line, ...] | None = None
    related_articles: tuple[Line, ...] | None = None
    not_related: tuple[Line, ...] = ()
    withdrawn: WithdrawalTyped | None = None
    corrections: tuple[CorrectionTyped, ...] = ()
    was: Annotated[tuple[Line, ...], BeforeValidator(_one_or_several)] = ()


def split(source: SourceText) -> Split:
    """Find the front matter.

    When its closing line is missing, it is taken to end at the first line that cannot belong to it, so that the body's
    own faults are still found.
    """
    text = source.text
    opening = _FENCE.match(text, len(text) - len(text.lstrip()))
    if opening is None:
        return Split(None, 0, FrontMatterError.ABSENT)
    start = min(opening.end() + 1, len(text))
    closing = _FENCE.search(text, start)
    error = FrontMatterError.NOT_IN_FIRST_LINE if opening.start() else None
    if closing is None:
        end = _UNCLOSED_END.search(text, start)
        stop = end.start() if end else len(text)
        return Split(Span(start, stop), stop, FrontMatterError.NOT_CLOSED)
    return Split(Span(start, closing.start()), min(closing.end() + 1, len(text)), error)


def read_front_matter(source: SourceText, slug: str) -> FrontMatterRead:
    """Read the front matter of an article; odd characters of the whole source are noted on the way.

    A title that cannot be read is replaced by the slug, so that the rest can go on.
    """
    found = split(source)
    problems = list(find_odd_characters(source))
    if found.error:
        problems.append(Problem(source.locate(Span(0, 0)), FrontMatterShape(found.error)))
    untitled = Placed(slug, Span(0, 0))
    if found.yaml is None:
        return FrontMatterRead(FrontMatter(untitled), found.body_start, tuple(problems))
    document = read_document(FrontMatterTyped, source, found.yaml, {"title": untitled})
    assert document.value is not None, "a title is all it needs"
    return FrontMatterRead(_model(document.value), found.body_start, (*problems, *document.problems))


def _model(typed: FrontMatterTyped) -> FrontMatter:
    picture, gone = typed.illustration, typed.withdrawn
    return FrontMatter(
        title=typed.title,
        description=typed.description,
        status=typed.status,
        type=typed.type,
        authors=tuple(typed.authors),
        published=typed.published,
        updated=typed.updated,
        topics=tuple(typed.topics),
        index=tuple(typed.index),
        illustration=Illustration(picture.file, picture.alt) if picture else None,
        emergency_link=typed.emergency_link,
        related_questions=typed.related_questions,
        related_articles=typed.related_articles,
        not_related=tuple(typed.not_related),
        withdrawal=Withdrawal(gone.date, gone.reason, gone.instead) if gone else None,
        corrections=tuple(Correction(each.date, each.text) for each in typed.corrections),
        was=tuple(typed.was),
    )
