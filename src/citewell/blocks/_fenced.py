"""The content between the colons of a fence."""

from __future__ import annotations

from citewell.model.blocks import Node, Parser, RawBlock
from citewell.model.text_problems import EmptyFence


def read_fence_content(raw: RawBlock, parser: Parser) -> tuple[Node, ...]:
    """The blocks inside a fence; that there are none is a problem."""
    if not raw.children:
        parser.note(EmptyFence(raw.kind), raw.span)
    return parser.blocks(raw.children)
