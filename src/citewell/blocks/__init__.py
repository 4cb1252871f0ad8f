"""The blocks an article is made of, one a file, and the walk that finds them.

A module here is a block type when it has ``NAMES`` (the raw kinds it reads), ``NODES`` (the node classes it writes),
``parse`` and ``render``; one that is written in a colon fence (``FENCED``) says what it ``HOLDS``. Adding a file is all
it takes.
A search finds the text of a block's ``children``. If a block has headings, writes text of its own, or has children that
are not text, it has ``list_passages(node, words, emergency_number)``, too.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib import import_module
from typing import Protocol

from citewell.markup import Markup
from citewell.messages import Words
from citewell.model.blocks import Block, Html, Node, Parser, Passage, Prose, RawBlock


class BlockType(Protocol):
    """What a module of this package offers."""

    NAMES: tuple[str, ...]
    NODES: tuple[type, ...]

    def parse(self, raw: RawBlock, parser: Parser) -> Block | None:
        """The node of a raw block, or ``None`` when nothing of it can be shown (a problem then says why)."""

    def render(self, node: Block, html: Html) -> Markup:
        """The node as the page shows it."""


@cache
def discover() -> tuple[BlockType, ...]:
    """Every block type, in the order of their files' names."""
    modules = (import_module(f"{__name__}.{entry.name}") for entry in pkgutil.iter_modules(__path__))
    return tuple(module for module in modules if hasattr(module, "NAMES"))


@cache
def by_name() -> Mapping[str, BlockType]:
    """Block types by the raw kind they read."""
    return {name: block for block in discover() for name in block.NAMES}


@cache
def by_node() -> Mapping[type, BlockType]:
    """Block types by the node they write."""
    return {node: block for block in discover() for node in block.NODES}


def list_passages(nodes: Iterable[Node | Passage], words: Words, emergency_number: str) -> Iterator[Passage]:
    """The text of these nodes that a search finds, in reading order; see the head of this file."""
    for node in nodes:
        if isinstance(node, Passage):
            yield node
        elif isinstance(node, Prose):
            yield Passage(node)
        else:
            own = getattr(by_node()[type(node)], "list_passages", None)
            parts = own(node, words, emergency_number) if own else node.children
            yield from list_passages(parts, words, emergency_number)


@cache
def fence_names() -> tuple[str, ...]:
    """The names an editor may write in a colon fence, sorted."""
    return tuple(sorted(name for block in discover() if getattr(block, "FENCED", False) for name in block.NAMES))


def describe_content(name: str) -> str:
    """What a block with this name in a colon fence holds, in words for a hint: its module's ``HOLDS``."""
    return str(getattr(by_name()[name], "HOLDS", ""))
