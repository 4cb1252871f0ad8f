"""The changes of the fixes as a unified diff that ``git apply`` and ``patch -p1`` take."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from difflib import Match, SequenceMatcher

from citewell.fixes.save import Change, Move, NewFile

_NO_NEWLINE = "\\ No newline at end of file"


class _Comparison(SequenceMatcher[str]):
    """Compares lines between those that occur once in each text, in the same order ("patience diff").

    The library's own way takes time with the square of how many places differ.
    """

    def __init__(self, ours: list[str], theirs: list[str]) -> None:
        self._ours, self._theirs = ours, theirs
        super().__init__(None, ours, theirs)

    def get_matching_blocks(self) -> list[Match]:
        """The runs of lines that are the same, as the library gives them."""
        blocks: list[Match] = []
        ours = theirs = 0
        for one, other in [*_find_anchors(self._ours, self._theirs), (len(self._ours), len(self._theirs))]:
            between: SequenceMatcher[str] = SequenceMatcher(None, self._ours[ours:one], self._theirs[theirs:other])
            found = [Match(ours + each.a, theirs + each.b, each.size) for each in between.get_matching_blocks()[:-1]]
            for block in (*found, Match(one, other, 1)):
                last = blocks[-1] if blocks else None
                if last and (last.a + last.size, last.b + last.size) == (block.a, block.b):
                    blocks[-1] = Match(last.a, last.b, last.size + block.size)
                else:
                    blocks.append(block)
            ours, theirs = one + 1, other + 1
        end = blocks.pop()  # the line after the last, which is the same in both
        whole = [Match(end.a, end.b, end.size - 1)] if end.size > 1 else []
        return [*blocks, *whole, Match(len(self._ours), len(self._theirs), 0)]


def _find_anchors(ours: Sequence[str], theirs: Sequence[str]) -> list[tuple[int, int]]:
    """The places of lines that occur once in each text: the longest run that is in the same order in both."""
    here, there = _find_unique_lines(ours), _find_unique_lines(theirs)
    pairs = [(at, there[line]) for line, at in here.items() if line in there]
    ends: list[int] = []  # of runs of each length the one that ends first in the second text, as positions in `pairs`
    before: list[int | None] = []
    for position, (_, at) in enumerate(pairs):
        length = bisect_left(ends, at, key=lambda end: pairs[end][1])
        before.append(ends[length - 1] if length else None)
        ends[length : length + 1] = [position]
    run: list[tuple[int, int]] = []
    last = ends[-1] if ends else None
    while last is not None:
        run.append(pairs[last])
        last = before[last]
    return run[::-1]


def _find_unique_lines(lines: Sequence[str]) -> dict[str, int]:
    counts = Counter(lines)
    return {line: at for at, line in enumerate(lines) if counts[line] == 1}


def format_difference(change: Change) -> Iterator[str]:
    """The lines of the diff of one file, without line feeds at their ends; a carriage return stays where it is one."""
    path = change.file.shown + "\t" * (" " in change.file.shown)  # without it `patch` ends a name at its first space
    try:
        before, after = _split_lines(change.before), _split_lines(change.after)
    except UnicodeDecodeError:  # a file that is not text
        yield f"Binary files a/{path} and b/{path} differ"
        return
    groups = list(_Comparison(before, after).get_grouped_opcodes())
    yield from (f"--- a/{path}", f"+++ b/{path}") if groups else ()
    for group in groups:
        (_, ours, _, theirs, _), (_, _, our_end, _, their_end) = group[0], group[-1]
        yield f"@@ -{_format_range(ours, our_end)} +{_format_range(theirs, their_end)} @@"
        for tag, start, end, other_start, other_end in group:
            prefix = " " if tag == "equal" else "-"
            yield from (each for line in before[start:end] for each in _format_line(prefix, line))
            if tag != "equal":
                yield from (each for line in after[other_start:other_end] for each in _format_line("+", line))


def format_new_file(file: NewFile) -> Iterator[str]:
    """The lines of the diff of a file that is made; of one that is not text its name alone."""
    path = file.file.shown
    yield f"diff --git a/{path} b/{path}"
    yield "new file mode 100644"
    try:
        lines = _split_lines(file.data)
    except UnicodeDecodeError:
        yield f"Binary files /dev/null and b/{path} differ"
        return
    if lines:
        yield from ("--- /dev/null", f"+++ b/{path}", f"@@ -0,0 +{_format_range(0, len(lines))} @@")
        yield from (each for line in lines for each in _format_line("+", line))


def format_move(move: Move, changes: Mapping[str, Change]) -> Iterator[str]:
    """The lines of the diff of a file that is moved, or of all files in a folder, as ``git apply`` takes them.

    ``changes`` are by path, before the move.
    """
    start = move.root / move.before
    files = sorted(path for path in start.rglob("*") if path.is_file()) if start.is_dir() else [start]
    for path in files:
        before = path.relative_to(move.root).as_posix()
        after = move.after + before.removeprefix(move.before)
        yield f"diff --git a/{before} b/{after}"
        difference = list(format_difference(changes[before])) if before in changes else []
        if not difference:
            yield "similarity index 100%"
        yield from (f"rename from {before}", f"rename to {after}")
        if difference:
            yield from (difference[0], f"+++ b/{after}", *difference[2:])


def _format_range(start: int, end: int) -> str:
    """Lines as a unified diff numbers them; for no lines, the line before."""
    length = end - start
    return f"{start + 1}" if length == 1 else f"{start + (length > 0)},{length}"


def _format_line(prefix: str, line: str) -> Iterator[str]:
    yield prefix + line.removesuffix("\n")
    if not line.endswith("\n"):
        yield _NO_NEWLINE


def _split_lines(data: bytes) -> list[str]:
    """A file in lines as diffs understand them: ended by line feeds alone, which stay."""
    lines = [f"{line}\n" for line in data.decode().split("\n")]
    lines[-1] = lines[-1][:-1]
    return lines if lines[-1] else lines[:-1]
