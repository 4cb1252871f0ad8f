"""A paragraph: one or more sentences, each with its sources or the reason why it has none."""

from __future__ import annotations

from dataclasses import dataclass

from citewell.markup import Markup, element
from citewell.model.blocks import Html, Node, Parser, Prose, RawBlock, Role
from citewell.model.source_location import Span

NAMES = ("paragraph",)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text between blank lines."""

    span: Span
    prose: Prose

    @property
    def children(self) -> tuple[Node, ...]:
        return (self.prose,)


NODES = (Paragraph,)


def parse(raw: RawBlock, parser: Parser) -> Paragraph | None:
    """Read the text; an empty paragraph is left out."""
    return Paragraph(raw.span, parser.prose(raw.inline, Role.PROSE)) if raw.inline else None


def render(node: Paragraph, html: Html) -> Markup:
    """``p``."""
    return element("p", html.inlines(node.prose))
