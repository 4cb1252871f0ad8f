"""Lists that a page or a word processor shows with characters, put back together: lines that begin with a bullet."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from citewell.imports.document import Block, Item, ListBlock, ParagraphBlock, Runs, join_runs
from citewell.imports.runs import cut_start
from citewell.markup.pasted import find_pasted_bullets

_SPACE: Final = r"[ \t\u00a0\u2007\u202f]"
#: Letters and dashes that begin an item only among others.
_MAYBE: Final = re.compile(rf"(?P<mark>[-–—*o§vqü]){_SPACE}+(?=\S)")
_NUMBER: Final = re.compile(rf"(?P<number>\d{{1,3}})[.)](?:{_SPACE}+|(?=\D))(?=\S)")


class Line(NamedTuple):
    """A line that begins an item: how far it is set in, its bullet, its number (0 for a bullet), and its words."""

    indent: int
    bullet: str
    number: int
    runs: Runs
    ids: tuple[str, ...] = ()


def read_item_line(runs: Runs, indent: int, among_items: bool) -> Line | None:
    """The item that a line is. ``among_items`` says that the line before or after it is certainly one."""
    words = join_runs(runs)
    pasted = next(iter(find_pasted_bullets(words, within_lines=False)), None)
    if pasted:
        return Line(indent, pasted.characters, 0, cut_start(runs, pasted.start + len(pasted.characters)))
    found = _MAYBE.match(words) if among_items else None
    if found:
        return Line(indent, found["mark"], 0, cut_start(runs, found.end()))
    numbered = _NUMBER.match(words)
    if numbered and among_items:
        return Line(indent, "1", int(numbered["number"]), cut_start(runs, numbered.end()))
    return None


def gather_lists(blocks: Sequence[Block]) -> list[Block]:
    """Blocks with each run of paragraphs that are items as one list."""
    gathered: list[Block] = []
    waiting: list[Line] = []
    for at, block in enumerate(blocks):
        line = _read_paragraph(block, blocks, at, bool(waiting))
        if line:
            waiting.append(line)
            continue
        gathered += nest(waiting)
        waiting = []
        gathered.append(block)
    return [*gathered, *nest(waiting)]


def _read_paragraph(block: Block, blocks: Sequence[Block], at: int, among: bool) -> Line | None:
    if not isinstance(block, ParagraphBlock):
        return None
    following = blocks[at + 1] if at + 1 < len(blocks) else None
    before = blocks[at - 1] if at else None
    certain = among or _continues(block, following) or (isinstance(before, ParagraphBlock) and _ends_in_colon(before))
    line = read_item_line(block.runs, block.indent, certain or bool(block.indent))
    return line._replace(ids=block.ids) if line else None


def _continues(block: ParagraphBlock, following: Block | None) -> bool:
    """Whether the paragraph after this one is the next item: with the same bullet, or the next number."""
    if not isinstance(following, ParagraphBlock):
        return False
    one, other = read_item_line(block.runs, 0, True), read_item_line(following.runs, 0, True)
    return bool(one and other and one.bullet == other.bullet and (not one.number or other.number == one.number + 1))


def _ends_in_colon(block: ParagraphBlock) -> bool:
    return join_runs(block.runs).rstrip().endswith(":")


def nest(lines: Sequence[Line]) -> list[Block]:
    """Lines as lists: what is set in further, or has a bullet first seen after its neighbour's, is below it."""
    if not lines:
        return []
    ranks: dict[str, int] = {}
    for line in lines:
        ranks.setdefault(line.bullet, len(ranks))
    depths = [(line.indent, ranks[line.bullet]) for line in lines]
    return list(_build(lines, depths))


def _build(lines: Sequence[Line], depths: Sequence[tuple[int, int]]) -> Iterator[Block]:
    items: list[Item] = []
    at, top = 0, depths[0]
    first = lines[0]
    while at < len(lines):
        end = at + 1
        while end < len(lines) and depths[end] > depths[at]:
            end += 1
        if items and (bool(lines[at].number) != bool(first.number) or depths[at] < top):
            yield ListBlock(tuple(items), first.number)
            items, first, top = [], lines[at], depths[at]
        below = tuple(_build(lines[at + 1 : end], depths[at + 1 : end])) if end > at + 1 else ()
        own = (ParagraphBlock(lines[at].runs),) if lines[at].runs else ()
        items.append(Item((*own, *below), lines[at].ids))
        at = end
    yield ListBlock(tuple(items), first.number)
