"""A document as every reader gives it: blocks of running text with marks, and what was noticed while it was read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class TextRun:
    """Words of one look; ``link`` is an address or "", ``raised`` says that they are superscript."""

    text: str
    strong: bool = False
    emphasis: bool = False
    link: str = ""
    raised: bool = False


@dataclass(frozen=True, slots=True)
class SourceMark:
    """The mark of one source or several: their names on the page (``5``, or ``#cite_note-5``), and as it is written."""

    names: tuple[str, ...]
    written: str


Run: TypeAlias = TextRun | SourceMark
Runs: TypeAlias = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class HeadingBlock:
    """A heading of level 1 to 6."""

    level: int
    runs: Runs


@dataclass(frozen=True, slots=True)
class ParagraphBlock:
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
class ListBlock:
    """A list; one with numbers begins with ``start``, which is 0 for bullets."""

    items: tuple[Item, ...]
    start: int = 0


@dataclass(frozen=True, slots=True)
class TableBlock:
    """A table by its rows; ``headed`` says that its first row names the columns."""

    rows: tuple[tuple[Runs, ...], ...]
    caption: Runs = ()
    headed: bool = True


@dataclass(frozen=True, slots=True)
class BoxBlock:
    """A box of the page; ``name`` is the block that it becomes."""

    name: str
    title: Runs
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class PictureBlock:
    """A picture by its address, and the text below it. ``data`` are its bytes where the document holds them."""

    address: str
    alt: str
    caption: Runs = ()
    data: bytes | None = None


@dataclass(frozen=True, slots=True)
class QuotationBlock:
    """Somebody else's words."""

    blocks: tuple[Block, ...]


Block: TypeAlias = HeadingBlock | ParagraphBlock | ListBlock | TableBlock | BoxBlock | PictureBlock | QuotationBlock


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
    _left_out: dict[str, list[str]] = field(default_factory=dict)

    def guess(self, sentence: str) -> None:
        """Note a guess."""
        if sentence not in self.guesses:
            self.guesses.append(sentence)

    def leave_out(self, why: str, what: str) -> None:
        """Note something small that was left out, of which there may be many; ``why`` ends before the list of them."""
        listed = self._left_out.setdefault(why, [])
        if what not in listed:
            listed.append(what)

    def list_guesses(self) -> tuple[str, ...]:
        """All that was noted, with one sentence for each reason why something was left out."""
        return (*self.guesses, *(f"{why}: {name_some(listed)}" for why, listed in self._left_out.items()))


def name_some(names: Sequence[str], most: int = 5) -> str:
    """The first names of many, and how many more there are."""
    more = f" and {len(names) - most} more" if len(names) > most else ""
    return f"{', '.join(names[:most])}{more}"


def join_runs(runs: Sequence[Run]) -> str:
    """The words of running text, with its marks as they are written."""
    return "".join(run.text if isinstance(run, TextRun) else run.written for run in runs)


def map_runs(block: Block, change: Callable[[Runs], Runs]) -> Block:
    """A block with each of its running texts changed."""
    match block:
        case HeadingBlock() | ParagraphBlock():
            return replace(block, runs=change(block.runs))
        case ListBlock():
            items = (
                replace(item, blocks=tuple(map_runs(each, change) for each in item.blocks)) for item in block.items
            )
            return replace(block, items=tuple(items))
        case TableBlock():
            rows = tuple(tuple(change(cell) for cell in row) for row in block.rows)
            return replace(block, rows=rows, caption=change(block.caption))
        case PictureBlock():
            return replace(block, caption=change(block.caption))
        case BoxBlock():
            return replace(
                block, title=change(block.title), blocks=tuple(map_runs(each, change) for each in block.blocks)
            )
        case QuotationBlock():
            return replace(block, blocks=tuple(map_runs(each, change) for each in block.blocks))


def list_runs(blocks: Sequence[Block]) -> Iterator[Runs]:
    """Every running text of blocks, in reading order."""
    for block in blocks:
        match block:
            case HeadingBlock() | ParagraphBlock():
                yield block.runs
            case ListBlock():
                for item in block.items:
                    yield from list_runs(item.blocks)
            case TableBlock():
                yield block.caption
                for row in block.rows:
                    yield from row
            case PictureBlock():
                yield block.caption
            case BoxBlock():
                yield block.title
                yield from list_runs(block.blocks)
            case QuotationBlock():
                yield from list_runs(block.blocks)
