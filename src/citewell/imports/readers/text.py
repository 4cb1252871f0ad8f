"""Text as copied from a page or sent by e-mail: its lines, with bullets, tabs and numbers as a browser writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from citewell.errors import ContentUnreadable
from citewell.evidence.imports.file_text import decode_file
from citewell.imports.document import Block, Document, HeadingBlock, Notes, ParagraphBlock, Runs, TableBlock, TextRun
from citewell.imports.lists import Line, nest, read_item_line
from citewell.imports.runs import tidy
from citewell.markup.pasted import find_pasted_table

ENDINGS = (".txt", ".text")
_EMPTY_LINES: Final = re.compile(r"\n(?:[ \t\u00a0]*\n)+")
_LONGEST_HEADING: Final = 160  # characters; a title may be a long question
_WRAPPED: Final = range(45, 100)  # characters of a line that a mail program broke
_ENDS_SENTENCE: Final = re.compile(r"[.;,:!…][\"”’)\]]*$|\]$|\)\.$|[¹²³⁰⁴-⁹]$")
#: Where a browser lost the tab between two cells: "patternMay", "rest. [6]Often".
_GLUE: Final = re.compile(r"(?<=[a-zß-öø-ÿ\])%.])(?=[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ -])")
_LONGEST_GLUED_ROW: Final = 1200


def read_document(data: bytes, _base: str) -> Document:
    """Read a text; what is a heading, and where the cells of a table are, are guesses."""
    text, faults = decode_file(data)
    if text is None or not any(map(str.isalnum, text)):
        raise ContentUnreadable("the file has no text" if text is not None else faults[0].message)
    notes = Notes([f"Line {fault.line}: {fault.message}." for fault in faults])
    blocks = tuple(
        _read_groups(text.expandtabs(4) if "\t" in text and not re.search(r"\S\t+\S", text) else text, notes)
    )
    return Document(blocks, "", tuple(notes.remarks), notes.list_guesses())


def _read_groups(text: str, notes: Notes) -> Iterator[Block]:
    """The blocks of each group of lines; an empty line between two items parts nothing."""
    groups = [group.split("\n") for group in _EMPTY_LINES.split(text.strip("\n")) if group.strip()]
    headings = 0
    waiting: list[Line] = []
    for number, lines in enumerate(groups):
        items = list(_read_items(lines))
        if items:
            waiting += items
            continue
        yield from nest(waiting)
        waiting = []
        if _is_heading(lines, number == len(groups) - 1):
            yield HeadingBlock(2 if headings else 1, _runs(lines[0]))
            headings += 1
        else:
            yield from _read_lines(lines, notes)
    yield from nest(waiting)
    if headings > 1:
        notes.guess(f"{headings} short lines without a full stop were taken for the title and headings.")


def _read_items(lines: Sequence[str]) -> Iterator[Line]:
    """The items of a group of lines that begins with one; nothing if it does not."""
    found: list[Line] = []
    for at, line in enumerate(lines):
        following = lines[at + 1] if at + 1 < len(lines) else ""
        indent = len(line) - len(line.lstrip())
        item = read_item_line(
            _runs(line), indent, bool(found) or indent > 0 or read_item_line(_runs(following), 0, True) is not None
        )
        if item:
            found.append(item)
        elif not found:
            return
        else:  # the rest of an item that was wrapped
            last = found[-1]
            found[-1] = last._replace(runs=tidy([*last.runs, TextRun(" "), *_runs(line)]))
    yield from found


def _is_heading(lines: Sequence[str], last: bool) -> bool:
    line = lines[0].strip()
    return (
        len(lines) == 1
        and not last
        and len(line) <= _LONGEST_HEADING
        and not _ENDS_SENTENCE.search(line)
        and "\t" not in line
    )


def _read_lines(lines: Sequence[str], notes: Notes) -> Iterator[Block]:
    table = _read_table(lines) or _read_glued_table(lines, notes)
    if table:
        yield table
        return
    lengths = [len(line.rstrip()) for line in lines]
    wrapped = len(lines) > 1 and all(length in _WRAPPED for length in lengths[:-1]) and lengths[-1] < _WRAPPED.stop
    if wrapped and not all(re.search(r"[.!?\]]$", line.rstrip()) for line in lines[:-1]):
        yield ParagraphBlock(_runs(" ".join(lines)))
        return
    at = 0
    while at < len(lines):  # a list may begin below the words that introduce it
        items = list(_read_items(lines[at:]))
        if items and at:
            yield from nest(items)
            return
        yield ParagraphBlock(_runs(lines[at]))
        at += 1


def _read_table(lines: Sequence[str]) -> TableBlock | None:
    """A table by its tabs."""
    text = "\n".join(lines)
    found = find_pasted_table(text)
    if found is None or text[: found.start].strip() or text[found.end :].strip():
        return None
    width = max(map(len, found.rows))
    return TableBlock(tuple(tuple(_runs(cell) for cell in [*row, *[""] * (width - len(row))]) for row in found.rows))


def _read_glued_table(lines: Sequence[str], notes: Notes) -> TableBlock | None:
    """A table whose tabs were lost: each line has as many places where a word is glued to a capital."""
    if len(lines) < 3 or any(len(line) > _LONGEST_GLUED_ROW for line in lines):
        return None
    cuts = [[found.start() for found in _GLUE.finditer(line)] for line in lines]
    count = len(cuts[0])
    if not count or any(len(each) != count for each in cuts):
        return None
    notes.guess(
        f"{len(lines)} lines were taken for a table of {count + 1} columns: the characters between its cells were "
        "lost, and a cell was begun wherever a word is glued to a capital letter. Compare each cell with the page."
    )
    bounds = [[0, *each, len(line)] for each, line in zip(cuts, lines, strict=True)]
    return TableBlock(
        tuple(tuple(_runs(line[a:b]) for a, b in pairwise(each)) for each, line in zip(bounds, lines, strict=True))
    )


def _runs(line: str) -> Runs:
    return tidy([TextRun(line)])
