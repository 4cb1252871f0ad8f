"""``:::{note}``: something worth saying aside from the run of the text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from citewell.blocks._fenced import read_fence_content
from citewell.markup import Markup, element, join
from citewell.model.blocks import Html, Node, Parser, Prose, RawBlock, Role
from citewell.model.source_location import Span

NAMES = ("note",)
FENCED = True
HOLDS: Final = "paragraphs and lists"


@dataclass(frozen=True, slots=True)
class Note:
    """Paragraphs and lists, with a title or without."""

    span: Span
    title: Prose | None
    content: tuple[Node, ...]

    @property
    def children(self) -> tuple[Node, ...]:
        return (self.title, *self.content) if self.title else self.content


NODES = (Note,)


def parse(raw: RawBlock, parser: Parser) -> Note:
    """Read the title and the text below it."""
    title = parser.prose(raw.title, Role.LABEL) if raw.title else None
    return Note(raw.span, title, read_fence_content(raw, parser))


def render(node: Note, html: Html) -> Markup:
    """A box with the role of a note."""
    label = element("p", html.inlines(node.title), class_="label") if node.title else None
    content = html.blocks(node.content)
    return element("div", join([label, content], "\n") if label else content, class_="note", role="note")
