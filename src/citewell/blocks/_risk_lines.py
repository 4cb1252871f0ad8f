"""The lines of ``:::{risk}``, ``name: value``, some with such lines below them; and the groups that they describe."""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, NamedTuple

from citewell.model.blocks import Parser, RawBlock, RawInline, Role
from citewell.model.frequencies import MOST, Frequency
from citewell.model.inlines import Break, Citation, Inline, Text, Waiver, join_text
from citewell.model.source_location import Span
from citewell.model.text_problems import (
    MissingRiskField,
    RiskError,
    RiskFieldTwice,
    RiskNumber,
    RiskNumberError,
    RiskShape,
    UnknownRiskField,
)

_NUMBERS: Final = ("events", "out of", "period")
#: The lines of a group; another one has ``who`` in the line above them.
LINES: Final = ("who", *_NUMBERS)
_DOTTED: Final = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3}){1,3}")
_WHOLE: Final = re.compile(r"[0-9]{1,11}|[0-9]{1,3}(?:[, \u00a0\u2009\u202f][0-9]{3}){1,4}")


@dataclass(frozen=True, slots=True)
class Field:
    """A line: its name as the block knows it, its value, and the lines below it."""

    name: str
    span: Span
    value: RawInline
    below: tuple[RawBlock, ...]


class Lines(NamedTuple):
    """The lines of a list; ``sound`` if each of them could be read, so that one that is missing was not misspelt."""

    fields: tuple[Field, ...]
    sound: bool


class LineValue(NamedTuple):
    """The words of a line without its marks, and these."""

    words: tuple[Inline, ...]
    marks: tuple[Inline, ...]


def read_lines(items: Iterable[RawBlock], names: Collection[str], several: str, parser: Parser) -> Lines:
    """The lines of a list that bear one of ``names``, each once but the one called ``several``.

    Only that one may have lines below it. What is no such line is a problem: ``risk-shape``, ``risk-field-unknown`` or
    ``risk-field-twice``.
    """
    fields: list[Field] = []
    sound = True
    for item in items:
        field = _read_field(item, parser)
        if field is None:
            sound = False
        elif field.name not in names:
            nearest = difflib.get_close_matches(field.name, names, 1)
            parser.note(UnknownRiskField(field.name, nearest[0] if nearest else ""), field.span)
            sound = False
        elif field.name != several and any(field.name == other.name for other in fields):
            parser.note(RiskFieldTwice(field.name), field.span)
        else:
            if field.below and field.name != several:
                parser.note(RiskShape(RiskError.LINES_BELOW, field.name), field.below[0].span)
            fields.append(field)
    return Lines(tuple(fields), sound)


def _read_field(item: RawBlock, parser: Parser) -> Field | None:
    first, *rest = item.children or (None,)
    words = first.inline if first and first.kind == "paragraph" else None
    name, _, value = words.content.partition(":") if words else ("", "", "")
    if not words or not name.strip() or not value.strip():
        parser.note(RiskShape(RiskError.LINE), item.span)
        return None
    below = tuple(_walk_items(rest, parser))
    start = len(name) + 1 + len(value) - len(value.lstrip())
    end = max(start, len(words.content.rstrip()))
    inline = RawInline(words.content[start:end], words.offsets[start : end + 1])
    return Field(" ".join(name.lower().split()), words.span, inline, below)


def _walk_items(blocks: Iterable[RawBlock], parser: Parser) -> Iterator[RawBlock]:
    for block in blocks:
        if block.kind == "bullet_list":
            yield from block.children
        else:
            parser.note(RiskShape(RiskError.BELOW_A_LINE), block.span)


@dataclass(frozen=True, slots=True)
class Said:
    """A group as its lines give it: ``who`` and ``period`` without their marks, all marks of its lines together."""

    span: Span
    who: tuple[Inline, ...]
    frequency: Frequency
    period: tuple[Inline, ...]
    marks: tuple[Inline, ...]


def read_other(field: Field, parser: Parser) -> Said | None:
    """The group that the first one is compared with."""
    below = read_lines(field.below, _NUMBERS, "", parser)
    who = Field("who", field.span, field.value, ())
    return read_group(Lines((who, *below.fields), below.sound), parser, field.span)


def read_group(lines: Lines, parser: Parser, place: Span) -> Said | None:
    """A group of people; ``None`` when a line is missing or wrong, a problem at it or at ``place``."""
    fields = lines.fields
    values: dict[str, tuple[Inline, ...]] = {}
    marks: list[Inline] = []
    for field in fields:
        values[field.name], own = read_line_value(field, parser)
        marks += own
    missing = [name for name in LINES if not join_text(values.get(name, ()))]
    for name in missing if lines.sound else ():
        empty = next((field.span for field in fields if field.name == name), place)
        parser.note(MissingRiskField(name), empty)
    frequency = _read_frequency({field.name: field.span for field in fields}, values, parser)
    sound = _period_is_sound(fields, values, parser)
    if missing or frequency is None or not sound:
        return None
    span = Span(min(field.span.start for field in fields), max(field.span.end for field in fields))
    return Said(span, values["who"], frequency, values["period"], tuple(marks))


def read_line_value(field: Field, parser: Parser) -> LineValue:
    """What a line says, and the marks in it."""
    inlines = parser.prose(field.value, Role.PROSE).inlines if field.value.content else ()
    marks = tuple(each for each in inlines if isinstance(each, Citation | Waiver))
    return LineValue(_trim([each for each in inlines if not isinstance(each, Citation | Waiver)]), marks)


def _trim(inlines: Sequence[Inline]) -> tuple[Inline, ...]:
    """Words without the space and the full stop before a mark or at the end: the sentence has its own."""
    kept = list(inlines)
    while kept and isinstance(last := kept[-1], Text | Break):
        kept.pop()
        words = last.text.rstrip(" .") if isinstance(last, Text) else ""
        if isinstance(last, Text) and words:
            literal = last.span.end - last.span.start == len(last.text)
            kept.append(Text(Span(last.span.start, last.span.start + len(words)) if literal else last.span, words))
            break
    return tuple(kept)


def _read_frequency(places: dict[str, Span], values: dict[str, tuple[Inline, ...]], parser: Parser) -> Frequency | None:
    """The two numbers of a group; ``None`` when one of them is not given, or no number of people."""
    numbers = [
        _read_whole_number(join_text(values[name]), places[name], parser)
        for name in ("events", "out of")
        if join_text(values.get(name, ()))
    ]
    if len(numbers) < 2 or numbers[0] is None or numbers[1] is None:
        return None
    events, total = numbers[0], numbers[1]
    if not 1 <= total <= MOST:
        parser.note(RiskNumber(RiskNumberError.TOTAL, total=MOST), places["out of"])
        return None
    if events > total:
        parser.note(RiskNumber(RiskNumberError.MORE_THAN_TOTAL, events=events, total=total), places["events"])
        return None
    return Frequency(events, total)


def _period_is_sound(fields: Iterable[Field], values: dict[str, tuple[Inline, ...]], parser: Parser) -> bool:
    """Whether a time does not begin with the words that come before it in the sentence anyway, in English "in"."""
    pieces = list(parser.words.pieces("risk.group"))
    before = next((words for (words, _), after in pairwise(pieces) if after == ("period", True)), "")
    word = (before.split() or [""])[-1]
    period = join_text(values.get("period", ()))
    if not word or period.casefold().split()[:1] != [word.casefold()]:
        return True
    place = next(field.span for field in fields if field.name == "period")
    without = period[len(word) :].strip()
    parser.note(RiskNumber(RiskNumberError.PERIOD, period, without, word=word), place)
    return False


def _read_whole_number(words: str, place: Span, parser: Parser) -> int | None:
    if not _WHOLE.fullmatch(words):
        error = RiskNumberError.DOTTED if _DOTTED.fullmatch(words) else RiskNumberError.NOT_WHOLE
        parser.note(RiskNumber(error, words), place)
        return None
    return int("".join(re.findall("[0-9]", words)))
