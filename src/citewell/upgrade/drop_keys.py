"""Keys that a format no longer has: their lines become comments, so that nothing somebody wrote is lost.

In braces, where YAML has no room for a comment, they are taken out.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from citewell.model.problems import Replacement
from citewell.model.source_location import SourceText, Span
from citewell.source.nodes import GroupNode, KeyValue


def drop_keys(source: SourceText, group: GroupNode, names: Collection[str]) -> Iterator[Replacement]:
    """The changes that make a group be without the keys of these names."""
    dropped = [entry for entry in group.entries if entry.key.text in names]
    if source.text[group.span.start : group.span.start + 1] == "{":
        yield from _take_out(source, group, dropped)
        return
    for entry in dropped:
        yield from _comment_out(source, entry)


def _comment_out(source: SourceText, entry: KeyValue) -> Iterator[Replacement]:
    """A ``#`` before each line of an entry, at the column of its key."""
    text, (start, end) = source.text, _whole(source.text, entry)
    column = start - (text.rfind("\n", 0, start) + 1)
    line = start - column
    while 0 <= line < end:
        stop = text.find("\n", line)
        stop = len(text) if stop < 0 else stop
        first = line + len(text[line:stop]) - len(text[line:stop].lstrip())
        if first < stop and text[first] != "#":
            at = min(line + column, first)
            yield Replacement(source.locate(Span(at, at)), "# ")
        line = stop + 1


def _take_out(source: SourceText, group: GroupNode, dropped: list[KeyValue]) -> Iterator[Replacement]:
    """Each entry with the comma between it and the next one, or after the last one that stays."""
    spans = [_whole(source.text, entry) for entry in group.entries]
    last = max((number for number, entry in enumerate(group.entries) if entry not in dropped), default=-1)
    for number, entry in enumerate(group.entries[:last]):
        if entry in dropped:
            yield Replacement(source.locate(Span(spans[number].start, spans[number + 1].start)), "")
    if last + 1 < len(spans):
        start = spans[last].end if last >= 0 else spans[0].start
        yield Replacement(source.locate(Span(start, spans[-1].end)), "")


def _whole(text: str, entry: KeyValue) -> Span:
    """An entry with the quotation marks around its key and its value, whose own spans are without them."""
    start, end = entry.key.span.start, entry.value.span.end
    return Span(start - (text[start - 1 : start] in {"'", '"'}), end + (text[end : end + 1] in {"'", '"'}))
