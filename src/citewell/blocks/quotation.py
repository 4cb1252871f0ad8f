"""A quotation (``> words``): somebody else's words, cited like any statement."""

from __future__ import annotations

from dataclasses import dataclass

from citewell.markup import Markup, element
from citewell.model.blocks import Html, Node, Parser, RawBlock
from citewell.model.source_location import Span

NAMES = ("blockquote",)


@dataclass(frozen=True, slots=True)
class Quotation:
    """Paragraphs and lists in quotation."""

    span: Span
    children: tuple[Node, ...]


NODES = (Quotation,)


def parse(raw: RawBlock, parser: Parser) -> Quotation:
    """Read what is quoted."""
    return Quotation(raw.span, parser.blocks(raw.children))


def render(node: Quotation, html: Html) -> Markup:
    """``blockquote`` in a ``div``, because a block in ``docs/`` has to start with one of a few elements."""
    return element("div", element("blockquote", html.blocks(node.children)), class_="quotation")
