"""Running text as it comes from a reader, made tidy: white space collapsed, and runs of one look joined."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from citewell.imports.document import Run, Runs, SourceMark, TextRun

#: The white space that means nothing between words (HTML Living Standard, "ASCII whitespace"); no-break spaces stay.
SPACE: Final = re.compile(r"[ \t\r\n\f]+")
_BREAK: Final = re.compile(r" *\n *")


def tidy(runs: Iterable[Run]) -> Runs:
    """Runs without white space at both ends and without empty ones; a line feed, which is a line break, stays."""
    joined = list(_join(runs))
    _strip_end(joined, 0)
    _strip_end(joined, -1)
    return tuple(joined)


def _join(runs: Iterable[Run]) -> Iterator[Run]:
    """Neighbours of one look as one run, with no two spaces side by side."""
    last: TextRun | None = None
    for run in runs:
        if isinstance(run, SourceMark):
            if last is not None:
                yield last
            yield run
            last = None
        elif last is not None and _is_same_look(last, run):
            last = replace(last, text=_collapse(last.text + run.text))
        else:
            if last is not None:
                yield last
            text = _collapse(run.text)
            last = replace(run, text=text.lstrip(" ") if last is not None and last.text.endswith(" ") else text)
            if not last.text:
                last = None
    if last is not None:
        yield last


def _collapse(text: str) -> str:
    return _BREAK.sub("\n", re.sub(" {2,}", " ", text.replace("\t", " ")))


def _is_same_look(one: TextRun, other: TextRun) -> bool:
    return replace(one, text="") == replace(other, text="")


def _strip_end(runs: list[Run], end: int) -> None:
    while runs and isinstance(run := runs[end], TextRun):
        text = run.text.rstrip() if end else run.text.lstrip()
        if text:
            runs[end] = replace(run, text=text)
            return
        runs.pop(end)


def split_lines(runs: Runs) -> list[Runs]:
    """The lines of a running text, each tidy."""
    lines: list[list[Run]] = [[]]
    for run in runs:
        if isinstance(run, SourceMark):
            lines[-1].append(run)
            continue
        first, *rest = run.text.split("\n")
        lines[-1].append(replace(run, text=first))
        lines.extend([replace(run, text=line)] for line in rest)
    return [tidy(line) for line in lines]


def cut_start(runs: Runs, length: int) -> Runs:
    """Running text without the first characters of its words; a mark among them goes, too."""
    rest = list(runs)
    while rest and length > 0:
        run = rest[0]
        words = run.text if isinstance(run, TextRun) else run.written
        if isinstance(run, TextRun) and len(words) > length:
            rest[0] = replace(run, text=words[length:])
            break
        length -= len(words)
        rest.pop(0)
    return tidy(rest)
