"""``:::{takeaway}``: the answer in a few sentences, at the head of the article."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from citewell.blocks._fenced import read_fence_content
from citewell.blocks.paragraph import Paragraph
from citewell.markup import Markup, element, join
from citewell.model.blocks import Html, Node, Parser, RawBlock
from citewell.model.source_location import Span
from citewell.model.text_problems import FenceContent, FenceTitle

NAMES = ("takeaway",)
FENCED = True
HOLDS: Final = "paragraphs"


@dataclass(frozen=True, slots=True)
class Takeaway:
    """One or two paragraphs; no list, no picture."""

    span: Span
    children: tuple[Node, ...]


NODES = (Takeaway,)


def parse(raw: RawBlock, parser: Parser) -> Takeaway:
    """Read its paragraphs; anything else in it, or a title, is a problem."""
    if raw.title:
        parser.note(FenceTitle(raw.kind), raw.title.span)
    children = read_fence_content(raw, parser)
    for child in children:
        if not isinstance(child, Paragraph):
            parser.note(FenceContent(raw.kind), child.span)
    return Takeaway(raw.span, children)


def render(node: Takeaway, html: Html) -> Markup:
    """A section named by its eyebrow."""
    heading = element("h2", html.words("takeaway.title"), id="takeaway")
    content = join([heading, html.blocks(node.children)], "\n")
    return element("section", content, class_="takeaway", aria_labelledby="takeaway")
