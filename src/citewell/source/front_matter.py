"""What stands between the ``---`` lines at the head of an article."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from citewell.model.article import FrontMatter
from citewell.model.keys import ShownText, group_of
from citewell.model.problems import Problem
from citewell.model.source_location import Placed, SourceText, Span
from citewell.source.characters import odd_characters
from citewell.source.decode import decode
from citewell.source.documents import read_document

_FENCE: Final = re.compile(r"^---[ \t]*$", re.MULTILINE)
_UNCLOSED_END: Final = re.compile(r"^(?:[ \t]*$|[#:]|[A-Z].*[^:]$)", re.MULTILINE)
_EXAMPLE: Final = 'write "---" as the first line, then "title: …" and the other keys, then "---" again'


class Split(NamedTuple):
    """Where the front matter's YAML stands (``None`` without one), where the body begins, and what is odd (or "")."""

    yaml: Span | None
    body_start: int
    fault: str = ""


class FrontMatterRead(NamedTuple):
    """Front matter as far as it could be read, where the body begins, every problem, and the texts readers see."""

    front: FrontMatter
    body_start: int
    flaws: tuple[Problem, ...]
    texts: tuple[ShownText, ...] = ()


def split(source: SourceText) -> Split:
    """Find the front matter.

    When its closing line is missing, it is taken to end at the first line that cannot belong to it, so that the body's
    own faults are still found.
    """
    text = source.text
    opening = _FENCE.match(text, len(text) - len(text.lstrip()))
    if opening is None:
        return Split(None, 0, "there is no front matter")
    start = min(opening.end() + 1, len(text))
    closing = _FENCE.search(text, start)
    fault = "the front matter does not begin in the first line" if opening.start() else ""
    if closing is None:
        end = _UNCLOSED_END.search(text, start)
        stop = end.start() if end else len(text)
        return Split(Span(start, stop), stop, "the front matter has no closing line")
    return Split(Span(start, closing.start()), min(closing.end() + 1, len(text)), fault)


def read_front_matter(source: SourceText, slug: str, model: type[FrontMatter] = FrontMatter) -> FrontMatterRead:
    """Read the front matter of an article, whose keys ``model`` declares; odd characters of the whole source are noted.

    A title that cannot be read is replaced by the slug, so that the rest can go on.
    """
    found = split(source)
    flaws = list(odd_characters(source))
    if found.fault:
        flaws.append(Problem("front-matter", source.locate(Span(0, 0)), found.fault, _EXAMPLE))
    untitled = Placed(slug, Span(0, 0))
    if found.yaml is None:
        nothing = decode(group_of(model), None, source, {"title": untitled})
        return FrontMatterRead(model(untitled), found.body_start, tuple(flaws), nothing.texts)
    document = read_document(group_of(model), source, found.yaml, {"title": untitled})
    assert document.value is not None, "a title is all it needs"
    return FrontMatterRead(document.value, found.body_start, (*flaws, *document.flaws), document.texts)
