"""What every block has in common, and the two protocols a block type is written against.

A block type lives in one file of ``citewell.blocks``: its node, ``parse(raw, parser)`` and ``render(node, html)``. It
knows neither who reads the Markdown (``Parser``, implemented in ``citewell.source``) nor who writes the page (``Html``,
implemented in ``citewell.render``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple, Protocol

from citewell.markup import Markup
from citewell.messages import Words
from citewell.model.inlines import Inline
from citewell.model.problems import Facts
from citewell.model.source_location import Span


class Role(StrEnum):
    """What a run of text is on the page: only prose makes claims.

    Headings and labels name what follows; what is computed follows from the claims beside it.
    """

    PROSE = "prose"
    HEADING = "heading"
    LABEL = "label"
    COMPUTED = "computed"


@dataclass(frozen=True, slots=True)
class Prose:
    """A run of running text in a block. ``block`` is the name of the block around it, as the ledger shows it."""

    span: Span
    role: Role
    block: str
    inlines: tuple[Inline, ...]


class Passage(NamedTuple):
    """A piece of text that a search finds.

    ``level`` is that of a heading, 0 for other text; ``anchor`` is the id of a heading to which a result may lead.
    """

    text: Prose | str
    level: int = 0
    anchor: str = ""


class Block(Protocol):
    """A node of the page. ``children`` lists everything in it that is shown, in reading order."""

    @property
    def span(self) -> Span: ...
    @property
    def children(self) -> Sequence[Node]: ...


Node = Prose | Block


def walk_nodes(nodes: Iterable[Node]) -> Iterator[Node]:
    """Every node below, each before its children, in reading order."""
    waiting = [*nodes][::-1]  # a list of our own: recursion would hand each node up through every level
    while waiting:
        node = waiting.pop()
        yield node
        if not isinstance(node, Prose):
            waiting += reversed(node.children)


def walk_prose(nodes: Iterable[Node]) -> Iterator[Prose]:
    """Every run of text below, in reading order."""
    return (node for node in walk_nodes(nodes) if isinstance(node, Prose))


@dataclass(frozen=True, slots=True)
class PictureUse:
    """A picture as the text names it: its file and its alternative text, each a run of the source."""

    span: Span
    file: str
    alt: Prose


@dataclass(frozen=True, slots=True)
class RawInline:
    """Text to be read as inlines: ``offsets[i]`` is the place of ``content[i]`` in the source, the last one its end."""

    content: str
    offsets: Sequence[int]

    @property
    def span(self) -> Span:
        """The stretch of the source it was taken from."""
        return Span(self.offsets[0], self.offsets[-1])


@dataclass(frozen=True, slots=True)
class RawBlock:
    """A block as Markdown alone sees it, before a block type reads it.

    ``kind`` is Markdown's word (``paragraph``, ``heading``, ``bullet_list``, ``ordered_list``, ``list_item``,
    ``blockquote``, ``table``, ``table_row``, ``table_cell``) or the name in a colon fence. ``inline`` is the text of a
    paragraph, heading or cell, ``title`` what follows a fence's name, ``level`` a heading's level or the first number
    of an ordered list.
    """

    kind: str
    span: Span
    children: tuple[RawBlock, ...] = ()
    inline: RawInline | None = None
    title: RawInline | None = None
    level: int = 0


class Parser(Protocol):
    """What a block type may ask of the reader."""

    @property
    def words(self) -> Words:
        """The texts of the interface, for sentences that a block makes of what its editor wrote."""

    def blocks(self, raw: Iterable[RawBlock]) -> tuple[Node, ...]:
        """Read blocks inside this one."""

    def prose(self, raw: RawInline, role: Role) -> Prose:
        """Read running text."""

    def picture(self, raw: RawInline) -> PictureUse | None:
        """Read text that is exactly one picture, ``![alternative text](file)``; else ``None``."""

    def anchor(self, words: str) -> str:
        """A stable id made of these words, unique on the page."""

    def note(self, facts: Facts, span: Span) -> None:
        """Note a problem; reading goes on."""


class Html(Protocol):
    """What a block type may ask of the page writer."""

    @property
    def words(self) -> Words:
        """The texts of the interface."""

    @property
    def emergency_number(self) -> str:
        """The number to call in an emergency, or nothing."""

    def blocks(self, nodes: Iterable[Node]) -> Markup:
        """The blocks inside this one."""

    def inlines(self, prose: Prose) -> Markup:
        """Running text with its citation marks, without an element around it."""

    def heading(self, level: int, anchor: str, prose: Prose) -> Markup:
        """A heading of the page, as Markdown in the page itself and as an element inside a block."""

    def picture(self, use: PictureUse) -> Markup:
        """A picture from the article's folder as an ``img`` with its size."""
