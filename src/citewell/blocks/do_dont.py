"""``:::{do}`` and ``:::{dont}``: what helps and what to leave, each a list; neighbours are shown side by side."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from citewell.blocks._fenced import read_fence_content
from citewell.blocks.list import List
from citewell.markup import Markup, element, join
from citewell.messages import Words
from citewell.model.blocks import Html, Node, Parser, Passage, Prose, RawBlock, Role
from citewell.model.inlines import join_text
from citewell.model.source_location import Span
from citewell.model.text_problems import FenceContent

NAMES = ("do", "dont")
FENCED = True
TOGETHER = "dos"
HOLDS: Final = "one list"
_ANCHORS: Final = {"do": "do", "dont": "don-t"}  # of those with the usual heading, in any language


@dataclass(frozen=True, slots=True)
class Advice:
    """One of the two lists; ``name`` is ``do`` or ``dont``, ``title`` is ``None`` for the usual heading."""

    span: Span
    name: str
    anchor: str
    title: Prose | None
    content: tuple[Node, ...]

    @property
    def children(self) -> tuple[Node, ...]:
        return (self.title, *self.content) if self.title else self.content


NODES = (Advice,)


def parse(raw: RawBlock, parser: Parser) -> Advice:
    """Read the list; anything else in it is a problem."""
    title = parser.prose(raw.title, Role.LABEL) if raw.title else None
    content = read_fence_content(raw, parser)
    for child in content:
        if not isinstance(child, List):
            parser.note(FenceContent(raw.kind), child.span)
    anchor = parser.anchor(join_text(title.inlines) if title else _ANCHORS[raw.kind])
    return Advice(raw.span, raw.kind, anchor, title, content)


def describe_title(node: Advice, words: Words) -> str:
    """The heading of a list, in plain words."""
    return join_text(node.title.inlines) if node.title else words(f"advice.{node.name}")


def list_passages(node: Advice, words: Words, _emergency_number: str) -> Iterator[Passage | Node]:
    """The heading without its id, because "Do" means nothing in a list of results; and the rest."""
    yield Passage(describe_title(node, words), 3)
    yield from node.content


def render(node: Advice, html: Html) -> Markup:
    """A group named by its heading; no landmark, because a page may have several with the usual headings."""
    heading = element(
        "h3", html.inlines(node.title) if node.title else describe_title(node, html.words), id=node.anchor
    )
    content = join([heading, html.blocks(node.content)], "\n")
    return element("div", content, class_=node.name, role="group", aria_labelledby=node.anchor)
