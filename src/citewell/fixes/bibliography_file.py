"""Adding to a bibliography file without touching any other byte: remarks, order, line ends and a first mark stay."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple, NoReturn

from citewell.errors import ContentUnreadable
from citewell.evidence.items.normalise import Item
from citewell.evidence.items.text import format_item, format_variables
from citewell.model.source_location import SourceText, Span
from citewell.rules import describe_problem
from citewell.source.files import MEBIBYTE, decode_text, format_size
from citewell.source.nodes import GroupNode, ListNode, Node, Scalar
from citewell.source.yaml import FATAL_KINDS, read_yaml

NEW_FILE: Final = """\
# References added with "citewell refs add" and "citewell refs import". Move them to other files as you like.
# Each entry is a CSL item, as Zotero (Better BibTeX) and pandoc write them. Cite one by its id: [@the-id].
references:
"""
_LINE: Final = re.compile(rb"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+\Z")
_BY_HAND: Final = 'Nothing was written. Name another file with "--to", for example "--to added".'


class Insertion(NamedTuple):
    """Lines to put before a line of a file (counted from 0; as many as it has: at its end)."""

    before: int
    lines: list[str]


class BibliographyFile:
    """One bibliography file. Raises ``ContentUnreadable`` for one that cannot be read to its end."""

    def __init__(self, path: str, data: bytes) -> None:
        self.path, self.data = path, data
        if not data.removeprefix(codecs.BOM_UTF8).strip():
            data = self.data = data + NEW_FILE.encode()
        self.source = _decode_source(path, data)
        self._lines: list[bytes] = _LINE.findall(data)  # with their ends, counted as ``SourceText`` counts them
        root, problems = read_yaml(self.source)
        fault = next((problem for problem in problems if problem.kind in FATAL_KINDS), None)
        if fault:
            raise ContentUnreadable(
                f"{fault.location}: the file is broken here, so nothing can be added to it ({describe_problem(fault)})",
                'Nothing was written. "citewell check" says more about it.',
            )
        self.root = root

    def insert_items(self, items: Sequence[Item]) -> bytes:
        """The file with items at the end of its list."""
        if self.root is None:  # nothing but remarks
            lines = ["references:", *self._format_items(items, 2, gap=True)]
            return self._apply_insertions([Insertion(len(self._lines), lines)])
        listed = self.root.get("references") if isinstance(self.root, GroupNode) else None
        if isinstance(listed, Scalar) and not listed.text and isinstance(self.root, GroupNode):
            entry = self.root.entry("references")
            assert entry is not None
            line = self._line_at(entry.key.span.start) + 1
            return self._apply_insertions(
                [Insertion(self._find_end_of_remarks(line, 0), self._format_items(items, 2, gap=False))]
            )
        if not isinstance(listed, ListNode):
            self._refuse("has no list called references")
        if self.source.text[listed.span.start] == "[":
            if listed.items:
                self._refuse('has its references in brackets ("[ ]"), not one a line')
            return self._remove_brackets(listed).insert_items(items)
        column = self._column_at(listed.span.start)
        line = self._find_end_of_remarks(self._line_at(_find_end(listed, self.source.text)) + 1, column)
        return self._apply_insertions([Insertion(line, self._format_items(items, column, gap=self._has_gaps(listed)))])

    def insert_variables(self, missing: Mapping[str, Mapping[str, Any]]) -> bytes:
        """The file with variables that references lack, by key; nothing in it is changed."""
        listed = self.root.get("references") if isinstance(self.root, GroupNode) else None
        items = listed.items if isinstance(listed, ListNode) else ()
        insertions: list[Insertion] = []
        for item in items:
            key = item.get("id") if isinstance(item, GroupNode) else None
            if isinstance(item, GroupNode) and isinstance(key, Scalar) and key.text in missing:
                insertions += self._list_insertions(item, missing[key.text])
        return self._apply_insertions(insertions)

    def _list_insertions(self, group: GroupNode, variables: Mapping[str, Any]) -> Iterator[Insertion]:
        """What puts variables into a group of lines; within a variable that is a group, what that one lacks."""
        if self.source.text[group.span.start] == "{":
            self._refuse('has the reference in braces ("{ }"), not one variable a line')
        column = self._column_at(group.entries[0].key.span.start)
        new = {name: value for name, value in variables.items() if group.entry(name) is None}
        custom = group.entry("custom")
        first_line = self._line_at(group.entries[0].key.span.start)
        at_end = self._line_at(_find_end(group, self.source.text)) + 1
        before_custom = self._line_at(custom.key.span.start) if custom else first_line
        end = before_custom if before_custom > first_line else at_end
        if new:
            yield Insertion(end, format_variables(new, column))
        for name, value in variables.items():
            inner = group.get(name)
            if name not in new and isinstance(value, Mapping) and isinstance(inner, GroupNode) and inner.entries:
                yield from self._list_insertions(inner, value)

    def _format_items(self, items: Sequence[Item], column: int, *, gap: bool) -> list[str]:
        """The lines of items; ``gap``: with an empty line before each."""
        lines: list[str] = []
        for item in items:
            lines += [""] if gap or lines else []
            lines += format_item(item, column)
        return lines

    def _remove_brackets(self, listed: ListNode) -> BibliographyFile:
        """The file with its ``[]`` taken away."""
        lines = list(self._lines)
        start, end = (self._line_at(offset) for offset in listed.span)
        if start != end:
            self._refuse("has an empty list over several lines")
        lines[start] = re.sub(rb" *\[\]", b"", lines[start], count=1)
        if lines[start] == self._lines[start]:
            self._refuse('has an empty list in brackets ("[ ]")')
        return BibliographyFile(self.path, b"".join(lines))

    def _has_gaps(self, listed: ListNode) -> bool:
        """Whether an empty line separates the references; with only one reference it is assumed."""
        if len(listed.items) < 2:
            return True
        first = self._line_at(_find_end(listed.items[0], self.source.text)) + 1
        return any(not line.strip() for line in self._lines[first : self._line_at(listed.items[1].span.start)])

    def _find_end_of_remarks(self, line: int, column: int) -> int:
        """Where to insert after a list: after the remarks that belong to it, before what comes next."""
        following = [each.strip() for each in self._lines[line:]]
        more = next((at for at, text in enumerate(following) if text and not text.startswith(b"#")), None)
        if more is None or following[more] in {b"---", b"..."}:
            end = line + (len(following) if more is None else more)
            while end > line and not self._lines[end - 1].strip():
                end -= 1
            return end
        for text in self._lines[line : line + more]:
            if not text.strip() or len(text) - len(text.lstrip(b" ")) <= column:
                break
            line += 1
        return line

    def _apply_insertions(self, insertions: Sequence[Insertion]) -> bytes:
        lines = list(self._lines)
        crlf = self.data.count(b"\r\n")
        end = b"\r\n" if crlf * 2 > self.data.count(b"\n") else b"\n"
        for before, texts in sorted(insertions, key=lambda each: each.before, reverse=True):
            if 0 < before == len(lines) and not lines[-1].endswith((b"\n", b"\r")):
                lines[-1] += end
            lines[before:before] = [text.encode() + end for text in texts]
        data = b"".join(lines)
        if len(data) > MEBIBYTE:
            raise ContentUnreadable(
                f"{self.path}: would have {format_size(len(data))}, and at most {format_size(MEBIBYTE)} can be read",
                'Nothing was written. Add fewer at a time, each part to a file of its own with "--to".',
            )
        return data

    def _line_at(self, offset: int) -> int:
        return self.source.locate(Span(offset, offset)).line - 1

    def _column_at(self, offset: int) -> int:
        return self.source.locate(Span(offset, offset)).column - 1

    def _refuse(self, why: str) -> NoReturn:
        raise ContentUnreadable(f"{self.path}: the file {why}, so nothing can be added to it", _BY_HAND)


def _decode_source(path: str, data: bytes) -> SourceText:
    source, problems = decode_text(data, path)
    if source is None:
        first = problems[0]
        raise ContentUnreadable(f"{first.location}: cannot be read: {describe_problem(first)}", "Nothing was written.")
    return source


def _find_end(node: Node, text: str) -> int:
    """The offset at which the content of a node ends, without the remarks after it."""
    if isinstance(node, Scalar) or text[node.span.start] in "[{":
        return max(node.span.start, node.span.end - 1) if not isinstance(node, Scalar) else node.span.end
    inner: list[int] = []
    if isinstance(node, ListNode):
        inner = [_find_end(item, text) for item in node.items[-1:]]
    else:
        inner = [offset for entry in node.entries[-1:] for offset in (entry.key.span.end, _find_end(entry.value, text))]
    return max(inner, default=node.span.start)
