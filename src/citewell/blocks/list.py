"""A list, with bullets or numbers; items may hold further lists."""

from __future__ import annotations

from dataclasses import dataclass

from citewell.blocks.paragraph import Paragraph
from citewell.markup import Markup, element, join
from citewell.model.blocks import Html, Node, Parser, RawBlock
from citewell.model.source_location import Span
from citewell.model.text_problems import EmptyListItem

NAMES = ("bullet_list", "ordered_list", "list_item")


@dataclass(frozen=True, slots=True)
class ListItem:
    """One item: a paragraph, and perhaps more below it."""

    span: Span
    children: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class List:
    """``- item`` or ``1. item``; ``start`` is the first number of an ordered list, else ``None``."""

    span: Span
    start: int | None
    items: tuple[ListItem, ...]

    @property
    def children(self) -> tuple[Node, ...]:
        return self.items


NODES = (List, ListItem)


def parse(raw: RawBlock, parser: Parser) -> List | ListItem | None:
    """Read the items; one without anything in it is a problem."""
    if raw.kind == "list_item":
        children = parser.blocks(raw.children)
        if not raw.children:
            parser.note(EmptyListItem(), raw.span)
        if not children:
            return None
        return ListItem(raw.span, children)
    items = tuple(item for item in parser.blocks(raw.children) if isinstance(item, ListItem))
    return List(raw.span, raw.level if raw.kind == "ordered_list" else None, items)


def render(node: List | ListItem, html: Html) -> Markup:
    """``ul`` or ``ol``. An item's only or first paragraph has no ``p`` of its own."""
    if isinstance(node, ListItem):
        return element("li", render_item(node, html))
    items = join([render(item, html) for item in node.items], "\n")
    if node.start is None:
        return element("ul", items)
    return element("ol", items, start=node.start if node.start != 1 else None)


def render_item(item: ListItem, html: Html) -> Markup:
    """The content between an item's tags."""
    first, *rest = item.children
    if isinstance(first, Paragraph):
        return join([html.inlines(first.prose), *([html.blocks(rest)] if rest else [])], "\n")
    return html.blocks(item.children)
