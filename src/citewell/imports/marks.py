"""The marks of sources in running text: links to the list, numbers in brackets, and raised numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from citewell.imports.document import Block, Notes, Run, Runs, SourceMark, TextRun, join_runs, list_runs, map_runs
from citewell.imports.runs import tidy
from citewell.imports.source_list import SourceEntry
from citewell.model.source_location import Span
from citewell.source.note_numbers import find_note_numbers

_RAISED: Final = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_LOWERED: Final = {ord(raised): str(digit) for digit, raised in enumerate(_RAISED)} | {
    ord("⁻"): "–",
    ord("⁾"): ")",
    ord("⁽"): "(",
}
_RAISED_NUMBER: Final = re.compile(rf"[{_RAISED}]+(?:[ ,⁻–-]{{1,2}}[{_RAISED}]+)*")
_RAISED_MARK: Final = re.compile(rf"[^\W\d]{{3}}[.,;]?[{_RAISED}]")
_NUMBERS: Final = re.compile(r"[\s\[(]*\d{1,3}(?:\s*[,;–-]\s*\d{1,3})*[\s\])]*")
_POWER: Final = re.compile(r"[+–−-]?[0-9]+")
_BETWEEN: Final = re.compile(r"[\s,;]*")
_DASH: Final = re.compile(r"\s*[–—-]\s*")
#: Before a raised number these make it a power: a figure, or a unit of length or time.
_BEFORE_POWER: Final = re.compile(
    r"(?:\d|(?:^|[\s\d/·(])(?:[mcdk]?m|ft|in|yd|s|sec|min|h|kg/m|metres?|meters?)|[χηρτσ²³])$"
)
#: A mark in round brackets, after a word and at the end of a clause; only on a page that has marks of no other kind.
_ROUND: Final = re.compile(r"(?<=[^\W\d_][ \u00a0])\(\d{1,2}(?:\s*[,;–-]\s*\d{1,2})*\)(?=[.,;:?!]|\s*$)")
_SQUARE: Final = re.compile(r"\[\d{1,3}[\],;–-]")
_LONGEST_RANGE: Final = 60  # sources that one mark may name


class MarkedText(NamedTuple):
    """Blocks with every mark resolved, how often each source is cited (by number), and the marks without a source."""

    blocks: tuple[Block, ...]
    counts: dict[str, int]
    unknown: tuple[str, ...]


def resolve_marks(blocks: Sequence[Block], entries: Sequence[SourceEntry], notes: Notes) -> MarkedText:
    """Find the marks in blocks. What looks like one and leads to no entry stays as text, and is listed as unknown."""
    finder = _Finder(entries, notes, has_round=bool(entries) and not _has_other_marks(blocks))
    marked = tuple(map_runs(block, finder.resolve) for block in blocks)
    return MarkedText(marked, finder.counts, tuple(finder.unknown))


class _Finder:
    def __init__(self, entries: Sequence[SourceEntry], notes: Notes, *, has_round: bool) -> None:
        self._has_round = has_round
        self.counts = {entry.number: 0 for entry in entries}
        self.unknown: list[str] = []
        self._by_id = {f"#{name}": entry.number for entry in reversed(entries) for name in entry.ids}
        self._notes = notes

    def resolve(self, runs: Runs) -> Runs:
        """Running text with its marks."""
        linked = [self._resolve_link(run) for run in runs]
        raised = [each for at, run in enumerate(linked) for each in self._split_raised(run, linked[:at])]
        found = list(self._split_numbers(raised))
        joined = list(self._join_ranges(found))
        for run in joined:
            for name in run.names if isinstance(run, SourceMark) else ():
                self.counts[name] += 1
        return tidy(joined)

    def _resolve_link(self, run: Run) -> Run:
        """A link to an entry by where it leads, else by its number; one that leads nowhere becomes words."""
        if isinstance(run, TextRun):
            names = self._read_numbers(run.text.strip()) if run.link else ()
            return SourceMark(names, run.text) if names else run
        number = self._by_id.get(run.names[0])
        if number:
            return SourceMark((number,), run.written)
        names = self._read_numbers(run.written)
        return SourceMark(names, run.written) if names else TextRun(run.written)

    def _split_raised(self, run: Run, before: Sequence[Run]) -> Iterator[Run]:
        """Raised figures as marks, unless they are a power; other raised words as they can be written."""
        if isinstance(run, TextRun) and run.raised and not run.link and run.text.strip() in {",", ";", ""} and before:
            yield replace(run, raised=False)
            return
        if isinstance(run, TextRun) and run.raised:
            words = _last_words(before)
            names = self._read_numbers(run.text) if not _BEFORE_POWER.search(words) else ()
            if names:
                yield SourceMark(names, run.text)
            else:
                yield replace(run, text=_raise(run.text), raised=False)
            return
        if not isinstance(run, TextRun):
            yield run
            return
        at = 0
        for found in _RAISED_NUMBER.finditer(run.text):
            words = run.text[: found.start()] or _last_words(before)
            names = self._read_numbers(found[0].translate(_LOWERED)) if not _BEFORE_POWER.search(words) else ()
            if names:
                yield replace(run, text=run.text[at : found.start()])
                yield SourceMark(names, found[0])
                at = found.end()
        yield replace(run, text=run.text[at:])

    def _split_numbers(self, runs: Sequence[Run]) -> Iterator[Run]:
        """Numbers in brackets, and those glued to a word or full stop, as marks."""
        # A mark that is known already must not join the words around it.
        text = "".join(run.text if isinstance(run, TextRun) else "\ufffc" * len(run.written) for run in runs)
        spans = sorted({*find_note_numbers(text), *(self._find_round(text))})
        offset = 0
        for run in runs:
            if isinstance(run, SourceMark):
                offset += len(run.written)
                yield run
                continue
            at, end = 0, len(run.text)
            for span in spans:
                start, stop = span.start - offset, span.end - offset
                if start < at or stop > end or run.link:
                    continue
                names = self._read_numbers(run.text[start:stop].translate(_LOWERED))
                if not names:
                    self.unknown.append(run.text[start:stop])
                    continue
                yield replace(run, text=run.text[at:start])
                yield SourceMark(names, run.text[start:stop])
                at = stop
            yield replace(run, text=run.text[at:])
            offset += end

    def _find_round(self, text: str) -> Iterator[Span]:
        """Numbers in round brackets, where the page has no other marks."""
        for found in _ROUND.finditer(text) if self._has_round else ():
            self._notes.guess("Numbers in round brackets, such as (1), were taken for the marks of sources.")
            yield Span(*found.span())

    def _join_ranges(self, runs: Sequence[Run]) -> Iterator[Run]:
        """``[1]–[3]`` as one mark."""
        rest = list(runs)
        while rest:
            run = rest.pop(0)
            if (
                len(rest) > 1
                and isinstance(run, SourceMark)
                and isinstance(dash := rest[0], TextRun)
                and isinstance(end := rest[1], SourceMark)
            ):
                whole = self._read_numbers(f"{run.names[-1]}–{end.names[0]}") if _DASH.fullmatch(dash.text) else ()
                if whole:
                    run = SourceMark((*run.names[:-1], *whole, *end.names[1:]), run.written + dash.text + end.written)
                    del rest[:2]
            yield run

    def _read_numbers(self, written: str) -> tuple[str, ...]:
        """The numbers that a mark names; none unless each is in the list of sources."""
        if not _NUMBERS.fullmatch(written):
            return ()
        names: list[str] = []
        for part in re.split(r"[,;]", written.strip(" []()\u00a0")):
            first, *last = (each.strip() for each in re.split(r"[–-]", part))
            if last and 0 < int(last[0]) - int(first) < _LONGEST_RANGE:
                names += map(str, range(int(first), int(last[0]) + 1))
            else:
                names += [str(int(each)) for each in (first, *last)]
        if all(name in self.counts for name in names):
            return tuple(names)
        digits = tuple(written.strip(" []()"))
        if written.isdigit() and all(digit in self.counts for digit in digits):
            self._notes.guess(
                f'The mark "{written}" was read as sources {" and ".join(digits)}, because there is no {written}.'
            )
            return digits
        return ()


def _has_other_marks(blocks: Sequence[Block]) -> bool:
    """Whether a page has marks that are links, raised, or in square brackets."""
    return any(
        isinstance(run, SourceMark) or run.raised or _SQUARE.search(run.text) or _RAISED_MARK.search(run.text)
        for runs in list_runs(blocks)
        for run in runs
    )


def is_between_marks(text: str) -> bool:
    """Whether a text between two marks only parts them."""
    return _BETWEEN.fullmatch(text) is not None


def _last_words(runs: Sequence[Run]) -> str:
    return join_runs(runs[-3:])[-20:]


def _raise(text: str) -> str:
    """Raised figures as Unicode writes them; words stay as they are."""
    plain = text.strip()
    if _POWER.fullmatch(plain):
        return "".join(_RAISED[int(sign)] if sign.isdigit() else "⁻" if sign in "-–−" else "⁺" for sign in plain)
    return text
