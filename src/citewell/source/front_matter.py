"""The front matter: the keys between the ``---`` lines at the head of an article."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from citewell.model.article import FrontMatter
from citewell.model.keys import ShownText, group_of
from citewell.model.problems import AnyProblem, Problem
from citewell.model.source_location import Placed, SourceText, Span
from citewell.model.yaml_problems import FrontMatterError, FrontMatterShape
from citewell.source.characters import find_odd_characters
from citewell.source.decode import decode_group
from citewell.source.documents import read_yaml_document

_FENCE: Final = re.compile(r"^---[ \t]*$", re.MULTILINE)
_UNCLOSED_END: Final = re.compile(r"^(?:[ \t]*$|[#:]|[A-Z].*[^:]$)", re.MULTILINE)


class Split(NamedTuple):
    """Where the front matter's YAML is (``None`` without one), where the body begins, and what is wrong."""

    yaml: Span | None
    body_start: int
    error: FrontMatterError | None = None


class FrontMatterRead(NamedTuple):
    """Front matter as far as it could be read, where the body begins, every problem, and the texts readers see."""

    front: FrontMatter
    body_start: int
    problems: tuple[AnyProblem, ...]
    texts: tuple[ShownText, ...] = ()


def split_front_matter(source: SourceText) -> Split:
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


def read_front_matter(source: SourceText, slug: str, model: type[FrontMatter] = FrontMatter) -> FrontMatterRead:
    """Read the front matter of an article, whose keys ``model`` declares; odd characters of the whole source are noted.

    A title that cannot be read is replaced by the slug, so that the rest can go on.
    """
    found = split_front_matter(source)
    problems = list(find_odd_characters(source))
    if found.error:
        problems.append(Problem(source.locate(Span(0, 0)), FrontMatterShape(found.error)))
    untitled = Placed(slug, Span(0, 0))
    if found.yaml is None:
        nothing = decode_group(group_of(model), None, source, {"title": untitled})
        return FrontMatterRead(model(untitled), found.body_start, tuple(problems), nothing.texts)
    document = read_yaml_document(group_of(model), source, found.yaml, {"title": untitled})
    assert document.value is not None, "a title is all it needs"
    return FrontMatterRead(document.value, found.body_start, (*problems, *document.problems), document.texts)
