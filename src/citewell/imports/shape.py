"""From the blocks of a page to those of an article: its title, its levels of headings, its boxes and its lists."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from citewell.imports.document import (
    Block,
    BoxBlock,
    HeadingBlock,
    Item,
    ListBlock,
    Notes,
    ParagraphBlock,
    PictureBlock,
    QuotationBlock,
    Runs,
    SourceMark,
    TextRun,
    join_runs,
    list_runs,
)
from citewell.imports.lift import lift_blocks
from citewell.imports.lists import gather_lists
from citewell.imports.runs import split_lines

_TAKEAWAY: Final = re.compile(
    r"(?:the )?(?:key|main) (?:take-?aways?|points?|messages?|facts?)\s*:?|take-?aways?\s*:?|in short\s*:?",
    re.IGNORECASE,
)
_DO: Final = re.compile(r"do|do’?s|what to do", re.IGNORECASE)
_DONT: Final = re.compile(r"do(?:n['’]t|n['’]ts| not)|what not to do", re.IGNORECASE)
_CARDS: Final = frozenset({"emergency", "urgent", "non-urgent"})
_LONGEST_REMARK: Final = 40  # words before the title: a name, a date, what a picture shows


@dataclass(frozen=True, slots=True)
class Shaped:
    """A title and the blocks below it."""

    title: str
    blocks: tuple[Block, ...]


def shape_article(blocks: Sequence[Block], title: str, stated: str, notes: Notes) -> Shaped:
    """Shape blocks into an article. ``title`` is the one that somebody asked for, ``stated`` the one of the file.

    Without either, the first heading is the title. What is before that heading becomes remarks.
    """
    found, body = _take_title(list(blocks), notes)
    if not found and stated and join_runs(next(list_runs(body), ())).strip() == stated:
        body = body[1:]
    chosen = title or found or stated
    if title and found and title != found:
        notes.remarks.append(f"Title of the page: {found}")
    if stated and chosen not in stated:
        notes.remarks.append(f"Title of the file: {stated}")
    body = list(_name_boxes(_level_headings(body), notes))
    return Shaped(chosen, tuple(_place_takeaway(body)))


def restore_lists(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Blocks with each line of a paragraph as one, lines that begin with bullets as lists, and only those nested."""
    return tuple(lift_blocks(gather_lists(list(_split_breaks(blocks)))))


def _split_breaks(blocks: Iterable[Block]) -> Iterator[Block]:
    """Paragraphs without line breaks in them: each line is one."""
    for block in blocks:
        match block:
            case ParagraphBlock():
                for line in split_lines(block.runs):
                    if line:
                        yield replace(block, runs=line)
            case BoxBlock() | QuotationBlock():
                yield replace(block, blocks=tuple(gather_lists(list(_split_breaks(block.blocks)))))
            case ListBlock():
                items = (Item(tuple(_split_breaks(item.blocks)), item.ids) for item in block.items)
                yield replace(block, items=tuple(items))
            case _:
                yield block


def _take_title(blocks: list[Block], notes: Notes) -> tuple[str, list[Block]]:
    """The first heading of level 1, and the rest. Short lines before it, such as names and dates, are remarks."""
    at = next((at for at, block in enumerate(blocks) if isinstance(block, HeadingBlock) and block.level == 1), None)
    if at is None:
        return "", blocks
    heading = blocks[at]
    assert isinstance(heading, HeadingBlock)
    before: list[Block] = []
    for block in blocks[:at]:
        words = " ".join(join_runs(runs) for runs in list_runs([block])).split()
        marked = any(isinstance(run, SourceMark) for runs in list_runs([block]) for run in runs)
        if isinstance(block, ParagraphBlock | ListBlock) and len(words) <= _LONGEST_REMARK and not marked:
            notes.remarks.append(f"Before the title: {' '.join(words)}")
        else:
            before.append(block)
    rest = blocks[at + 1 :]
    if any(isinstance(run, SourceMark) for run in heading.runs):  # a title holds none
        rest = [ParagraphBlock(heading.runs), *rest]
    return " ".join(join_runs(heading.runs).split()), [*before, *rest]


def _level_headings(blocks: Sequence[Block]) -> Iterator[Block]:
    """Headings of levels 2 and 3, with none skipped."""
    levels = sorted({block.level for block in blocks if isinstance(block, HeadingBlock)})
    last = 1
    for block in blocks:
        if isinstance(block, HeadingBlock):
            last = min(2 + levels.index(block.level), 3, last + 1)
            yield replace(block, level=last)
        else:
            yield block


def _name_boxes(blocks: Iterable[Block], notes: Notes) -> Iterator[Block]:
    """Blocks with the boxes that have a name of their own, and others as plain blocks where they hold what none may."""
    rest = list(blocks)
    taken = False
    while rest:
        block = rest.pop(0)
        label = join_runs(block.runs).strip() if isinstance(block, HeadingBlock | ParagraphBlock) else ""
        following = rest[0] if rest else None
        if (
            label
            and following is not None
            and (name := _name_labelled(label, following))
            and not (name == "takeaway" and taken)
        ):
            taken |= name == "takeaway"
            notes.remarks.append(f"Title of a box: {label}")
            yield BoxBlock(name, (), (rest.pop(0),))
        elif isinstance(block, BoxBlock):
            shaped = _shape_box(block, notes)
            taken |= isinstance(shaped[0], BoxBlock) and shaped[0].name == "takeaway" if shaped else False
            yield from shaped
        else:
            yield block


def _name_labelled(label: str, following: Block) -> str:
    """The block that a heading and what is below it make."""
    if _TAKEAWAY.fullmatch(label):
        return (
            "key-takeaways"
            if isinstance(following, ListBlock)
            else "takeaway"
            if isinstance(following, ParagraphBlock)
            else ""
        )
    if isinstance(following, ListBlock):
        return "do" if _DO.fullmatch(label) else "dont" if _DONT.fullmatch(label) else ""
    return ""


def _shape_box(box: BoxBlock, notes: Notes) -> list[Block]:
    """A box with contents that its block may have; else as a note, or as the blocks in it."""
    kinds = [type(block) for block in box.blocks]
    title = join_runs(box.title).strip()
    if not box.blocks:
        return [ParagraphBlock(box.title)] if box.title else []
    if any(kind not in (ParagraphBlock, ListBlock) for kind in kinds):
        return [*([HeadingBlock(3, box.title)] if box.title else []), *box.blocks]
    if title and (box.name in _CARDS or any(each.fullmatch(title) for each in (_TAKEAWAY, _DO, _DONT))):
        notes.remarks.append(f"Title of a box: {title}")
    if box.name == "takeaway" or (title and _TAKEAWAY.fullmatch(title)):
        if kinds == [ListBlock]:
            return [BoxBlock("key-takeaways", (), box.blocks)]
        return [BoxBlock("takeaway", () if _TAKEAWAY.fullmatch(title or "in short") else box.title, box.blocks)]
    if kinds == [ListBlock] and (_DO.fullmatch(title) or _DONT.fullmatch(title)):
        return [BoxBlock("do" if _DO.fullmatch(title) else "dont", (), box.blocks)]
    if box.name in _CARDS and kinds in ([ListBlock], [ListBlock, ParagraphBlock]):
        return [replace(box, title=_clean_card_title(box.title))]
    if box.name in _CARDS:
        notes.guess(
            f'The card "{title}" has no list as its first part, so it became a note: make it a card of three colons.'
        )
    return [replace(box, name="note")]


def _clean_card_title(title: Runs) -> Runs:
    """The action of a care card; how urgent it is, the block says itself."""
    words = re.sub(
        r"^\s*(?:non-urgent advice|urgent advice|immediate action required|emergency)\s*:\s*",
        "",
        join_runs(title),
        flags=re.IGNORECASE,
    )
    return (TextRun(" ".join(words.split()).removesuffix(":")),)


def drop_empty_headings(blocks: Sequence[Block], notes: Notes) -> Iterator[Block]:
    """Blocks without headings that have nothing below them, such as a list that a program on the page would fill."""
    for at, block in enumerate(blocks):
        following = blocks[at + 1] if at + 1 < len(blocks) else None
        ends = following is None or (
            isinstance(following, HeadingBlock) and isinstance(block, HeadingBlock) and following.level <= block.level
        )
        if isinstance(block, HeadingBlock) and ends and not any(isinstance(run, SourceMark) for run in block.runs):
            notes.remarks.append(f"A heading with nothing below it: {join_runs(block.runs)}")
        else:
            yield block


def _place_takeaway(blocks: list[Block]) -> list[Block]:
    """The takeaway before all other blocks, where an article has it."""
    first = next((block for block in blocks if isinstance(block, BoxBlock) and block.name == "takeaway"), None)
    return [first, *(block for block in blocks if block is not first)] if first else blocks


__all__ = ["PictureBlock", "Shaped", "shape_article"]
