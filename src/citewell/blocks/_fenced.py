"""The content between the colons of a fence."""

from __future__ import annotations

from citewell.model.blocks import Node, Parser, RawBlock


def read_content(raw: RawBlock, parser: Parser, holds: str) -> tuple[Node, ...]:
    """The blocks inside a fence, which usually ``holds`` such; that there are none is the flaw ``fence-empty``."""
    if not raw.children:
        parser.flaw("fence-empty", raw.span, raw.kind, holds)
    return parser.blocks(raw.children)
