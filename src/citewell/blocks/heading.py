"""A heading: it names what follows and claims nothing, so it carries no citation."""

from __future__ import annotations

from dataclasses import dataclass

from citewell.markup import Markup
from citewell.model.blocks import Html, Node, Parser, Prose, RawBlock, Role
from citewell.model.inlines import plain
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
    if prose is None or not plain(prose.inlines):
        parser.note(EmptyHeading(), raw.span)
        return None
    return Heading(raw.span, raw.level, parser.anchor(plain(prose.inlines)), prose)


def render(node: Heading, html: Html) -> Markup:
    """A Markdown heading with its id, so that contents and search see it."""
    return html.heading(node.level, node.anchor, node.prose)
