"""CSL-JSON: a list of items, as Zotero, Mendeley, Crossref and pandoc write it; also one item, or one a line."""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Any, Final

from citewell.evidence.imports.csl_items import CslValue, read_items
from citewell.evidence.imports.entry import EntryLines, ImportFault, ImportResult

_LIST: Final = re.compile(r'\s*(?:\{\s*"(?:items|references)"\s*:\s*)?\[')
_GAP: Final = re.compile(r"[\s,]*")
_CLOSED: Final = re.compile(r"[\s\]}]*")
_OPENING: Final = re.compile(r"(?m)(?:^[ \t]*|[\],}][ \t]*)(?=\{)")
_MOST: Final = 100  # faults after which the reader gives up, and places it tries after a fault


class _RepeatedName(dict[str, Any]):
    """A JSON object; a repeated field keeps its first value, and the others get a name of their own."""

    def __init__(self, pairs: list[tuple[str, Any]]) -> None:
        super().__init__()
        numbers: dict[str, int] = {}
        for name, value in pairs:
            number = numbers.get(name, 1)
            free = f"{name} {number}" if number > 1 else name
            while free in self:
                number += 1
                free = f"{name} {number}"
            numbers[name] = number
            self[free] = value


_DECODER: Final = json.JSONDecoder(
    object_pairs_hook=_RepeatedName, parse_int=str, parse_float=str, parse_constant=str, strict=False
)


def read_csl_json(text: str) -> ImportResult:
    """The entries of a text. Never raises; after a broken item, reading continues with the next."""
    return _Reader(text).read()


class _Reader:
    def __init__(self, text: str) -> None:
        self.text = text
        self.starts = [0, *(match.end() for match in re.finditer("\n", text))]
        self.faults: list[ImportFault] = []

    def read(self) -> ImportResult:
        opening = _LIST.match(self.text)
        return read_items(self._read_values(opening.end() if opening else 0), self.faults)

    def _read_values(self, at: int) -> Iterator[CslValue]:
        """Every item from an offset on, to the end of the list or the text."""
        while True:
            at = _skip_after(_GAP, self.text, at)
            if _skip_after(_CLOSED, self.text, at) == len(self.text):
                return
            try:
                data, end = _DECODER.raw_decode(self.text, at)
            except (ValueError, RecursionError) as error:
                self._note_error(error, at)
                at = self._find_next_item(at)
            else:
                yield CslValue(data, EntryLines(self._line_at(at), self._make_line_finder(at, end)))
                at = end

    def _note_error(self, error: Exception, at: int) -> None:
        said = error.msg if isinstance(error, json.JSONDecodeError) else "it is nested too deep"
        line = self._line_at(error.pos if isinstance(error, json.JSONDecodeError) else at)
        started = f" (the reference begins in line {self._line_at(at)})" if line != self._line_at(at) else ""
        self.faults.append(ImportFault(line, f"this is not JSON: {said[:1].lower()}{said[1:]}{started}"))

    def _find_next_item(self, at: int) -> int:
        """The offset of the next intact item after a broken one, or the end."""
        if len(self.faults) >= _MOST:
            self.faults.append(ImportFault(self._line_at(at), "too much is broken; the rest of the file was not read"))
            return len(self.text)
        for tried, match in enumerate(_OPENING.finditer(self.text, at + 1)):
            if tried == _MOST:
                break
            try:
                data, _ = _DECODER.raw_decode(self.text, match.end())
            except (ValueError, RecursionError):
                continue
            if {"id", "type", "title"} & data.keys():
                return match.end()
        return len(self.text)

    def _make_line_finder(self, start: int, end: int) -> Any:
        """A function that gives the line of a field of the item between two offsets."""

        def line_of(name: str) -> int:
            wanted = json.dumps(name.split(" ")[-1 if name.startswith("custom ") else 0], ensure_ascii=False)
            at = self.text.find(wanted, start, end)
            return self._line_at(at if at >= 0 else start)

        return line_of

    def _line_at(self, at: int) -> int:
        return bisect_right(self.starts, at)


def _skip_after(pattern: re.Pattern[str], text: str, at: int) -> int:
    match = pattern.match(text, at)
    return match.end() if match else at
