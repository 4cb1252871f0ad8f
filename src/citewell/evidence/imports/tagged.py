"""Records of tagged lines, as RIS and MEDLINE have them: a tag, a hyphen, a value, which may go on in further lines.

rispy is not used to read: it gives no line numbers, and drops or refuses what it does not know.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from citewell.evidence.imports.entry import EntryLines


class TaggedField(NamedTuple):
    """One field: its tag, its value in one line, and where it begins."""

    tag: str
    value: str
    line: int


@dataclass(slots=True)
class TaggedRecord:
    """The fields of one reference, by tag. Taking a value out of it is mapping it; what stays is left over."""

    line: int
    fields: dict[str, list[TaggedField]] = field(default_factory=dict)
    last: str = ""  # the tag that was noted last

    def add(self, each: TaggedField) -> None:
        """Add a field, unless it is empty."""
        if each.value:
            self.fields.setdefault(each.tag, []).append(each)
            self.last = each.tag

    def continue_last(self, words: str) -> None:
        """Add words to the last field."""
        *before, last = self.fields[self.last]
        self.fields[self.last] = [*before, last._replace(value=f"{last.value} {words}".strip())]

    def take(self, *tags: str) -> list[str]:
        """All values of these tags, tag by tag, in the order given."""
        return [each.value for tag in tags for each in self.fields.pop(tag, ())]

    def take_fields(self, *tags: str) -> list[TaggedField]:
        """All fields of these tags, tag by tag, in the order given."""
        return [each for tag in tags for each in self.fields.pop(tag, ())]

    def discard(self, tags: Iterable[str], is_known: Callable[[str], object]) -> None:
        """Drop the fields of these tags whose values are known already or empty."""
        for tag in tags:
            self.fields[tag] = [each for each in self.fields.get(tag, ()) if not is_known(each.value)]

    def take_first(self, *tags: str) -> str:
        """The first value of the first of these tags that has one, or ""; the other values stay."""
        for tag in tags:
            if self.fields.get(tag):
                return self.fields[tag].pop(0).value
        return ""

    def take_matching(self, pattern: re.Pattern[str], *tags: str) -> str:
        """The first value of these tags that has this form: the first of its groups that matched, or ""."""
        for tag in tags:
            for at, each in enumerate(self.fields.get(tag, ())):
                match = pattern.fullmatch(each.value)
                if match:
                    del self.fields[tag][at]
                    return str(next(filter(None, match.groups()), ""))
        return ""

    def list_values(self, tag: str) -> list[str]:
        """All values of a tag, which stay."""
        return [each.value for each in self.fields.get(tag, ())]

    @property
    def leftover(self) -> dict[str, Any]:
        """The fields that were not taken: a text or a list by tag."""
        values = {tag: self.list_values(tag) for tag, found in self.fields.items() if found}
        return {tag: found[0] if len(found) == 1 else found for tag, found in values.items()}

    @property
    def lines(self) -> EntryLines:
        """The lines of the record, and of the first field of each tag that was not taken."""
        first = {tag: found[0].line for tag, found in self.fields.items() if found}
        return EntryLines(self.line, lambda name: first.get(name, self.line))


def split_tagged_lines(text: str, pattern: re.Pattern[str]) -> Iterator[TaggedField]:
    """The fields of a text, lines that go on joined to theirs; tag ``""`` for text that belongs to none.

    ``pattern`` matches the beginning of a field; its first group is the tag. An empty line ends a field, and is one
    with an empty tag and value.
    """
    tag, parts, start = "", list[str](), 0
    for number, line in enumerate(text.split("\n"), 1):
        match = pattern.match(line)
        if match or not line.strip():
            if parts or tag:
                yield TaggedField(tag, " ".join(part for part in parts if part), start)
            tag, parts, start = (match[1], [line[match.end() :].strip()], number) if match else ("", [], number)
            if not match:
                yield TaggedField("", "", number)
        else:
            if not parts and not tag:
                start = number
            parts.append(line.strip())
    if parts or tag:
        yield TaggedField(tag, " ".join(part for part in parts if part), start)
