"""A heading: it names what follows and claims nothing, so it carries no citation."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from citewell.markup import Markup
from citewell.messages import Words
from citewell.model.blocks import Html, Node, Parser, Passage, Prose, RawBlock, Role
from citewell.model.inlines import join_text
from citewell.model.source_location import Span
from citewell.model.text_problems import EmptyHeading

NAMES = ("heading",)


@dataclass(frozen=True, slots=True)
class Heading:
    """``## words``; ``anchor`` is its id on the page."""

    span: Span
    level: int
    anchor: str
    prose: Prose

    @property
    def children(self) -> tuple[Node, ...]:
        return (self.prose,)


NODES = (Heading,)


def parse(raw: RawBlock, parser: Parser) -> Heading | None:
    """Read the words and give them an id; a heading without words is a problem."""
    prose = parser.prose(raw.inline, Role.HEADING) if raw.inline else None
    if prose is None or not join_text(prose.inlines):
        parser.note(EmptyHeading(), raw.span)
        return None
    return Heading(raw.span, raw.level, parser.anchor(join_text(prose.inlines)), prose)


def list_passages(node: Heading, _words: Words, _emergency_number: str) -> Iterator[Passage]:
    """The heading, to which a search result leads."""
    yield Passage(node.prose, node.level, node.anchor)


def render(node: Heading, html: Html) -> Markup:
    """A Markdown heading with its id, so that contents and search see it."""
    return html.heading(node.level, node.anchor, node.prose)
