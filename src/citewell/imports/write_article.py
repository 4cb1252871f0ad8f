"""Blocks as the Markdown of an article."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Final
from unicodedata import category

from citewell.citations.find_reference import as_cited
from citewell.imports.document import (
    Block,
    BoxBlock,
    HeadingBlock,
    Item,
    ListBlock,
    ParagraphBlock,
    PictureBlock,
    QuotationBlock,
    Run,
    Runs,
    SourceMark,
    TableBlock,
    TextRun,
    join_runs,
)
from citewell.imports.escape import collapse, escape_line_start, escape_words
from citewell.imports.marks import is_between_marks

#: The most columns of a comparison, and the least: the first names the rows.
_COMPARED: Final = range(3, 5)
#: Words that no link may have: in brackets, they are the reason why a sentence has no source.
_LIKE_WAIVER: Final = re.compile(r"no\s+source\b", re.IGNORECASE)
_STOPS: Final = ".!?…,;:"


class ArticleWriter:
    """Writes blocks. ``key_of`` gives the citation key of a source by its number, ``file_of`` a picture's file."""

    def __init__(self, key_of: Callable[[str], str], file_of: Callable[[PictureBlock], str]) -> None:
        self._key_of, self._file_of = key_of, file_of

    def write(self, blocks: Sequence[Block]) -> str:
        """The body of an article."""
        return "\n".join(self._write_blocks(blocks, "")) + "\n" if blocks else ""

    def _write_blocks(self, blocks: Sequence[Block], indent: str) -> Iterator[str]:
        """The lines of blocks, with an empty line between two."""
        for at, block in enumerate(blocks):
            if at:
                yield ""
            for line in self._write_block(block):
                yield f"{indent}{line}" if line else ""

    def _write_block(self, block: Block) -> Iterator[str]:
        match block:
            case HeadingBlock():
                yield f"{'#' * block.level} {self.write_runs(block.runs)}"
            case ParagraphBlock():
                yield escape_line_start(self.write_runs(block.runs))
            case ListBlock():
                yield from self._write_list(block)
            case TableBlock():
                yield from self._write_table(block)
            case BoxBlock():
                yield f":::{{{block.name}}} {self.write_runs(block.title)}".rstrip()
                yield from self._write_blocks(block.blocks, "")
                yield ":::"
            case PictureBlock():
                yield ":::{figure}"
                yield f"![{escape_words(collapse(block.alt))}]({self._file_of(block)})"
                if block.caption:
                    yield ""
                    yield escape_line_start(self.write_runs(block.caption))
                yield ":::"
            case QuotationBlock():
                yield from (f"> {line}".rstrip() for line in self._write_blocks(block.blocks, ""))

    def _write_list(self, block: ListBlock) -> Iterator[str]:
        for at, item in enumerate(block.items):
            marker = f"{block.start + at}. " if block.start else "- "
            yield from self._write_item(item, marker)

    def _write_item(self, item: Item, marker: str) -> Iterator[str]:
        """An item: its first line after the marker, a list below it, and further paragraphs set in."""
        indent = " " * len(marker)
        started = False
        for block in item.blocks:
            if started and not isinstance(block, ListBlock):
                yield ""
            for line in self._write_block(block):
                yield (f"{indent}{line}" if started else f"{marker}{line}") if line else ""
                started = True

    def _write_table(self, table: TableBlock) -> Iterator[str]:
        rows = [row for row in table.rows if any(join_runs(cell).strip() for cell in row)]
        if rows and not table.headed:
            rows.insert(0, tuple(() for _ in rows[0]))
        if not rows:
            return
        if len(rows[0]) in _COMPARED and len(rows) > 1 and all(all(row) for row in rows):
            yield from self._write_comparison(rows, table.caption)
            return
        cells = [[self.write_runs(cell).replace("|", "\\|") for cell in row] for row in rows]
        yield f"| {' | '.join(cells[0])} |"
        yield f"|{'---|' * len(cells[0])}"
        yield from (f"| {' | '.join(row)} |" for row in cells[1:])
        if table.caption:
            yield ""
            yield f"Table: {self.write_runs(table.caption)}"

    def _write_comparison(self, rows: Sequence[tuple[Runs, ...]], caption: Runs) -> Iterator[str]:
        yield f":::{{comparison}} {self.write_runs(caption)}".rstrip()
        for row in rows:
            first, *rest = (escape_line_start(self.write_runs(cell)) for cell in row)
            yield f"- {first}"
            yield from (f"  - {cell}" for cell in rest)
        yield ":::"

    def write_runs(self, runs: Runs) -> str:
        """Running text on one line; marks side by side are one citation, after the stop of its sentence."""
        parts: list[str] = []
        rest = list(runs)
        while rest:
            run = rest.pop(0)
            if isinstance(run, TextRun):
                parts.append(self._write_text(run, "".join(parts[-2:]), rest))
                continue
            names = [run.names]
            while rest and (following := _find_next_mark(rest)):
                names.append(following.names)
            stop = _take_stop(rest)
            before = "".join(parts).rstrip()
            citation = self._write_citation([name for each in names for name in each])
            after = " " if rest and not _begins_with_stop(rest) else ""
            if rest and isinstance(first := rest[0], TextRun):
                rest[0] = replace(first, text=first.text.lstrip())
            parts = [f"{before}{stop}{' ' if before or stop else ''}{citation}{after}"]
        return re.sub(" {2,}", " ", "".join(parts)).strip()

    def _write_citation(self, numbers: Sequence[str]) -> str:
        keys = dict.fromkeys(self._key_of(number) for number in numbers)
        return f"[{'; '.join(map(as_cited, keys))}]"

    def _write_text(self, run: TextRun, before: str, after: Sequence[Run]) -> str:
        """Words with their emphasis and link, if Markdown can show them here; else the words alone."""
        text = collapse(run.text)
        core = text.strip(" ")
        if not core:
            return text
        written = escape_words(core)
        following = join_runs(after[:1])[:1]
        stars = "*" * (2 * run.strong + run.emphasis)
        lead, trail = text[: len(text) - len(text.lstrip(" "))], text[len(text.rstrip(" ")) :]
        if stars and _can_be_emphasised(before[-1:] if not lead else " ", core, following if not trail else " "):
            written = f"{stars}{written}{stars}"
        if run.link and not _LIKE_WAIVER.match(core):
            written = f"[{_escape_key(written)}]({_write_address(run.link)})"
        return f"{lead}{written}{trail}"


def _find_next_mark(rest: list[Run]) -> SourceMark | None:
    """The mark after another one, with nothing between that is not punctuation; taken from ``rest``."""
    if isinstance(rest[0], SourceMark):
        mark = rest.pop(0)
    elif len(rest) > 1 and is_between_marks(rest[0].text) and isinstance(rest[1], SourceMark):
        rest.pop(0)
        mark = rest.pop(0)
    else:
        return None
    assert isinstance(mark, SourceMark)
    return mark


def _take_stop(rest: list[Run]) -> str:
    """The stop of the sentence right after a mark, which belongs before it; taken from ``rest``."""
    if not rest or not isinstance(rest[0], TextRun):
        return ""
    text = rest[0].text
    bare = text.lstrip()
    stop, following = bare[:1], bare[1:2]
    if stop not in {".", "!", "?", "…"} or following.isalnum() or following == stop:  # ".5", "..."
        return ""
    rest[0] = replace(rest[0], text=bare[1:])
    return stop


def _begins_with_stop(rest: Sequence[Run]) -> bool:
    return join_runs(rest[:1]).lstrip()[:1] in tuple(_STOPS)


def _can_be_emphasised(before: str, core: str, after: str) -> bool:
    """Whether stars around words begin and end emphasis (CommonMark 0.31, 6.2: flanking delimiter runs)."""
    opens = not _is_punctuation(core[0]) or not before or before.isspace() or _is_punctuation(before)
    closes = not _is_punctuation(core[-1]) or not after or after.isspace() or _is_punctuation(after)
    return opens and closes and before != "*" and not core[0].isspace() and not core[-1].isspace()


def _is_punctuation(character: str) -> bool:
    return category(character)[0] in "PS"


def _escape_key(words: str) -> str:
    """The words of a link, which must not begin as a citation does."""
    return re.sub(r"^(\W*)@", r"\1\\@", words)


def _write_address(address: str) -> str:
    return address.replace("(", "%28").replace(")", "%29").replace("\\", "%5C").replace("<", "%3C").replace(">", "%3E")
