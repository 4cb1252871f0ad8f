"""The worksheet (``citewell claims --format csv``), read back as a spreadsheet program saved it.

Excel, LibreOffice and Google Sheets write a semicolon or a tab for the comma, other line ends and encodings; people
add, move and hide columns and rows. What a row means is decided by its id and its digest alone.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from citewell.diagnostics import Location
from citewell.model.answer_problems import AnswersError, UnknownAnswerVerdict, WantedValue, WrongAnswerValue
from citewell.model.problems import AnyProblem, Facts, Problem
from citewell.model.reviews import ClaimVerdict
from citewell.model.source_location import SourceText
from citewell.packet.answers import (
    MOST_NOTE,
    Answers,
    ClaimAnswer,
    ReadAnswers,
    clean_note,
    has_digest_form,
    has_id_form,
    parse_verdict,
    refuse_file,
)

GUARD: Final = "#"
"""What is before a digest in its cell: with it no spreadsheet takes ``1:30`` for a time."""
ID: Final = "Id"
DIGEST: Final = "Digest"
SECTION: Final = "Section"
"""Its cells hold the id of the section and, after a space, the digest of that."""
TEXT: Final = "Text"
VERDICT: Final = "Verdict"
NOTE: Final = "Note"
_NEEDED: Final = (ID, DIGEST, SECTION, VERDICT)
_BETWEEN: Final = (",", ";", "\t")
_LARGEST_CELL: Final = 100_000  # characters


class _Row(NamedTuple):
    """A row: its number as spreadsheets count, the line of the file where it begins, and its cells."""

    number: int
    line: int
    cells: Sequence[str]


class _Column(NamedTuple):
    """Where a column is: its number from 0, or ``None`` where the worksheet has none."""

    name: str
    place: int | None

    def read(self, row: _Row) -> str:
        return row.cells[self.place] if self.place is not None and self.place < len(row.cells) else ""

    def cell(self, row: _Row) -> str:
        """The name of a cell in a spreadsheet, such as ``G12``."""
        letters, rest = "", (self.place or 0) + 1
        while rest:
            rest, letter = divmod(rest - 1, 26)
            letters = chr(ord("A") + letter) + letters
        return f"{letters}{row.number}"


def read_worksheet(source: SourceText, own_words: Mapping[str, ClaimVerdict]) -> ReadAnswers:
    """The answers in a worksheet. It does not say whose they are. ``own_words`` as for ``parse_verdict``."""
    start = Location(source.path)
    try:
        rows = list(_list_rows(source.text))
    except csv.Error as error:
        return refuse_file(start, AnswersError.BROKEN_TABLE, str(error))
    if not rows:
        return refuse_file(start, AnswersError.EMPTY)
    head, *body = rows
    names = [cell.strip().casefold() for cell in head.cells]
    columns = {}
    for name in (*_NEEDED, TEXT, NOTE):
        places = [index for index, written in enumerate(names) if written == name.casefold()]
        if len(places) > 1:
            return refuse_file(start, AnswersError.COLUMN_TWICE, name)
        if not places and name in _NEEDED:
            return refuse_file(start, AnswersError.NO_COLUMN, name)
        columns[name] = _Column(name, places[0] if places else None)
    reader = _Reader(source.path, columns, own_words)
    answers = tuple(answer for row in body if (answer := reader.read(row)))
    whole = Answers("", "", None, True, "", answers, frozenset(reader.unread), start, start)
    return ReadAnswers(whole, tuple(reader.problems))


def _list_rows(text: str) -> Iterator[_Row]:
    """The rows that are not empty. Raises ``csv.Error`` for what is not a table."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    says_separator = lines[0].casefold().startswith("sep=")  # Excel's own line about what is between cells, no row
    if says_separator:
        lines[0] = ""
    head = next((line for line in lines if line.strip()), "")
    between = max(_BETWEEN, key=head.count)
    csv.field_size_limit(_LARGEST_CELL)
    reader = csv.reader(io.StringIO("\n".join(lines)), delimiter=between, strict=True)
    before = 0
    for number, cells in enumerate(reader, 0 if says_separator else 1):
        if any(cell.strip() for cell in cells):
            yield _Row(number, before + 1, cells)
        before = reader.line_num


class _Reader:
    """Reads the rows below the heads."""

    def __init__(self, path: str, columns: Mapping[str, _Column], own_words: Mapping[str, ClaimVerdict]) -> None:
        self._path = path
        self._columns = columns
        self._own_words = own_words
        self.problems: list[AnyProblem] = []
        self.unread: set[str] = set()

    def read(self, row: _Row) -> ClaimAnswer | None:
        """The answer in a row; ``None``, with a problem, if it is not one."""
        place = Location(self._path, row.line, 1, row.line, 1)
        claim, digest, verdict, text = (self._columns[name].read(row).strip() for name in (ID, DIGEST, VERDICT, TEXT))
        digest = digest.removeprefix(GUARD)
        note = clean_note(_remove_guard(self._columns[NOTE].read(row)))
        is_row = has_id_form(claim) and has_digest_form(digest)
        if not is_row and not (verdict or note):
            return None  # a row that somebody added, without an answer
        if not is_row:
            name, value = (DIGEST, digest) if has_id_form(claim) else (ID, claim)
            wanted = WantedValue.DIGEST if has_id_form(claim) else WantedValue.CLAIM
            self._note(place, WrongAnswerValue(name, wanted, value[:80], self._columns[name].cell(row)))
            self.unread.update({claim} - {""})
            return None
        cell = self._columns[VERDICT].cell(row)
        parsed = parse_verdict(verdict, self._own_words)
        if isinstance(parsed, UnknownAnswerVerdict):
            self._note(place, replace(parsed, cell=cell))
            self.unread.add(claim)
            return None
        section, _, section_digest = self._columns[SECTION].read(row).strip().removeprefix(GUARD).partition(" ")
        if not (section and has_digest_form(section_digest)):
            column = self._columns[SECTION]
            self._note(
                place, WrongAnswerValue(SECTION, WantedValue.DIGEST, column.read(row).strip()[:80], column.cell(row))
            )
            self.unread.add(claim)
            return None
        if len(note) > MOST_NOTE:
            self._note(place, WrongAnswerValue(NOTE, WantedValue.NOTE, note[:80], self._columns[NOTE].cell(row)))
        assert not isinstance(parsed, Facts)
        return ClaimAnswer(
            claim, digest, _remove_guard(text), parsed, note[:MOST_NOTE], place, cell, section, section_digest
        )

    def _note(self, place: Location, facts: Facts) -> None:
        self.problems.append(Problem(place, facts))


def _remove_guard(cell: str) -> str:
    """A cell without the apostrophe that keeps a spreadsheet from taking it for a formula."""
    return cell[1:] if cell[:1] == "'" and cell[1:2] and not cell[1:2].isalnum() else cell
