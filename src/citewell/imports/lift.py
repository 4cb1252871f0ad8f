"""What an article may not have within a list, a quotation or a box comes after it: pictures and tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from citewell.imports.document import (
    Block,
    BoxBlock,
    HeadingBlock,
    Item,
    ListBlock,
    ParagraphBlock,
    PictureBlock,
    QuotationBlock,
    TableBlock,
)


def lift_blocks(blocks: Iterable[Block]) -> Iterator[Block]:
    """Blocks in which lists, quotations and boxes hold only paragraphs and lists; nothing is lost."""
    for block in blocks:
        if isinstance(block, ListBlock | QuotationBlock):
            own, lifted = _part(block)
            yield own
            yield from lifted
        elif isinstance(block, BoxBlock):
            inside, lifted = _part_all(block.blocks)
            yield replace(block, blocks=tuple(inside))
            yield from lifted
        else:
            yield block


def _part(block: ListBlock | QuotationBlock) -> tuple[Block, list[Block]]:
    """A block with what may be in it, and what must come after it."""
    if isinstance(block, QuotationBlock):
        inside, lifted = _part_all(block.blocks)
        return replace(block, blocks=tuple(inside)), lifted
    items: list[Item] = []
    after: list[Block] = []
    for item in block.items:
        inside, lifted = _part_all(item.blocks)
        after += lifted
        if inside:
            items.append(replace(item, blocks=tuple(inside)))
    return replace(block, items=tuple(items)), after


def _part_all(blocks: Sequence[Block]) -> tuple[list[Block], list[Block]]:
    inside: list[Block] = []
    lifted: list[Block] = []
    for block in blocks:
        match block:
            case TableBlock() | PictureBlock():
                lifted.append(block)
            case HeadingBlock():
                inside.append(ParagraphBlock(block.runs))
            case BoxBlock():
                own, after = _part_all(block.blocks)
                inside += [*([ParagraphBlock(block.title)] if block.title else []), *own]
                lifted += after
            case QuotationBlock():
                own, after = _part_all(block.blocks)
                inside += own
                lifted += after
            case ListBlock():
                below, after = _part(block)
                inside.append(below)
                lifted += after
            case _:
                inside.append(block)
    return inside, lifted
