"""``:::{key-takeaways}``: what to remember, as a list near the end of the article."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from citewell.blocks._fenced import read_fence_content
from citewell.blocks.list import List
from citewell.markup import Markup, element, join
from citewell.model.blocks import Html, Node, Parser, RawBlock
from citewell.model.source_location import Span
from citewell.model.text_problems import FenceContent, FenceTitle

NAMES = ("key-takeaways",)
FENCED = True
HOLDS: Final = "one list"
_ANCHOR: Final = "key-takeaways"


@dataclass(frozen=True, slots=True)
class KeyTakeaways:
    """One list; ``anchor`` is the id of its heading."""

    span: Span
    anchor: str
    children: tuple[Node, ...]


NODES = (KeyTakeaways,)


def parse(raw: RawBlock, parser: Parser) -> KeyTakeaways:
    """Read its list; anything else in it, or a title, is a problem."""
    if raw.title:
        parser.note(FenceTitle(raw.kind), raw.title.span)
    children = read_fence_content(raw, parser)
    for child in children:
        if not isinstance(child, List):
            parser.note(FenceContent(raw.kind), child.span)
    return KeyTakeaways(raw.span, parser.anchor(_ANCHOR), children)


def render(node: KeyTakeaways, html: Html) -> Markup:
    """A section named by its heading."""
    heading = element("h2", html.words("key_takeaways.title"), id=node.anchor)
    content = join([heading, html.blocks(node.children)], "\n")
    return element("section", content, class_="takeaways", aria_labelledby=node.anchor)
