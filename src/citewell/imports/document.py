"""A document as every reader gives it: blocks of running text with marks, and what was noticed while it was read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Text:
    """Words of one look; ``link`` is an address or "", ``raised`` says that they are superscript."""

    text: str
    strong: bool = False
    emphasis: bool = False
    link: str = ""
    raised: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """The mark of one source or several: their names on the page (``5``, or ``#cite_note-5``), and as it is written."""

    names: tuple[str, ...]
    written: str


Run: TypeAlias = Text | Mark
Runs: TypeAlias = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 6."""

    level: int
    runs: Runs


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; ``ids`` are the anchors in it, to which marks may lead, ``indent`` its level in a Word list."""

    runs: Runs
    ids: tuple[str, ...] = ()
    indent: int = 0


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list, with the anchors in it."""

    blocks: tuple[Block, ...]
    ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ItemList:
    """A list; one with numbers begins with ``start``, which is 0 for bullets."""

    items: tuple[Item, ...]
    start: int = 0


@dataclass(frozen=True, slots=True)
class Table:
    """A table by its rows; ``headed`` says that its first row names the columns."""

    rows: tuple[tuple[Runs, ...], ...]
    caption: Runs = ()
    headed: bool = True


@dataclass(frozen=True, slots=True)
class Box:
    """A box of the page; ``name`` is the block that it becomes."""

    name: str
    title: Runs
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture by its address, and the text below it. ``data`` are its bytes where the document holds them."""

    address: str
    alt: str
    caption: Runs = ()
    data: bytes | None = None


@dataclass(frozen=True, slots=True)
class Quotation:
    """Somebody else's words."""

    blocks: tuple[Block, ...]


Block: TypeAlias = Heading | Paragraph | ItemList | Table | Box | Picture | Quotation


@dataclass(frozen=True, slots=True)
class Document:
    """What a reader gives.

    ``title`` is the one that the file states apart from its text. ``remarks`` are words that are kept for the editor
    and not in the text. ``guesses`` are what was guessed or left out, each a sentence.
    """

    blocks: tuple[Block, ...]
    title: str = ""
    remarks: tuple[str, ...] = ()
    guesses: tuple[str, ...] = ()


@dataclass(slots=True)
class Notes:
    """Collects what the steps guess or leave out, each sentence once, and words for the editor."""

    guesses: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)

    def guess(self, sentence: str) -> None:
        """Note a guess."""
        if sentence not in self.guesses:
            self.guesses.append(sentence)


def plain_text(runs: Sequence[Run]) -> str:
    """The words of running text, with its marks as they are written."""
    return "".join(run.text if isinstance(run, Text) else run.written for run in runs)


def map_runs(block: Block, change: Callable[[Runs], Runs]) -> Block:
    """A block with each of its running texts changed."""
    match block:
        case Heading() | Paragraph():
            return replace(block, runs=change(block.runs))
        case ItemList():
            items = (
                replace(item, blocks=tuple(map_runs(each, change) for each in item.blocks)) for item in block.items
            )
            return replace(block, items=tuple(items))
        case Table():
            rows = tuple(tuple(change(cell) for cell in row) for row in block.rows)
            return replace(block, rows=rows, caption=change(block.caption))
        case Picture():
            return replace(block, caption=change(block.caption))
        case Box():
            return replace(
                block, title=change(block.title), blocks=tuple(map_runs(each, change) for each in block.blocks)
            )
        case Quotation():
            return replace(block, blocks=tuple(map_runs(each, change) for each in block.blocks))


def list_runs(blocks: Sequence[Block]) -> Iterator[Runs]:
    """Every running text of blocks, in reading order."""
    for block in blocks:
        match block:
            case Heading() | Paragraph():
                yield block.runs
            case ItemList():
                for item in block.items:
                    yield from list_runs(item.blocks)
            case Table():
                yield block.caption
                for row in block.rows:
                    yield from row
            case Picture():
                yield block.caption
            case Box():
                yield block.title
                yield from list_runs(block.blocks)
            case Quotation():
                yield from list_runs(block.blocks)
