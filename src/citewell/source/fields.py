"""The values that many keys take: each function reads one, and says plainly what is wrong with any other.

A value reaches them as ``Placed`` text, or as a list or dictionary of such.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date
from enum import StrEnum
from typing import Any, Final, TypeVar

from citewell.model.references import KINDS
from citewell.model.source_location import Placed, PlacedDate
from citewell.model.yaml_problems import Expectation, WrongValue
from citewell.source.file_names import is_slug
from citewell.source.misspellings import find_nearest_word

_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_WHOLE: Final = re.compile(r"-?[0-9]{1,9}")

E = TypeVar("E", bound=StrEnum)


class Refused(Exception):
    """A value that its key does not take; ``facts`` say why, and the reader of the key adds its name."""

    def __init__(self, facts: WrongValue) -> None:
        super().__init__(facts.expected.name)
        self.facts = facts


def refuse(
    expected: Expectation, found: str = "", nearest: str = "", choices: Iterable[str] = (), least: int = 0
) -> Refused:
    """The exception for a value that is not as it should be, to be raised."""
    return Refused(WrongValue(expected, found=found, nearest=nearest, choices=tuple(choices), least=least))


def read_typed_text(value: Any) -> Placed:
    """The text an editor typed, not empty. Raises ``Refused`` for anything else, as all functions here do."""
    if not isinstance(value, Placed):
        raise refuse(Expectation.TEXT_NOT_LIST if isinstance(value, list) else Expectation.TEXT_NOT_GROUP)
    if not value.text.strip():
        raise refuse(Expectation.SOME_VALUE)
    return value


def read_line(value: Any) -> Placed:
    """A text for one line: white space collapsed."""
    placed = read_typed_text(value)
    return Placed(" ".join(placed.text.split()), placed.span)


def read_passage(value: Any) -> Placed:
    """A text of several lines: white space collapsed in each, and none of them blank."""
    placed = read_typed_text(value)
    lines = (" ".join(line.split()) for line in placed.text.splitlines())
    return Placed("\n".join(line for line in lines if line), placed.span)


def read_slug(value: Any) -> Placed:
    """A name made of lower-case words and hyphens."""
    placed = read_typed_text(value)
    if not is_slug(placed.text):
        raise refuse(Expectation.SLUG, placed.text)
    return placed


def read_flag(value: Any) -> bool:
    """``true`` or ``false``, spelt exactly so."""
    placed = read_typed_text(value)
    if placed.text not in {"true", "false"}:
        raise refuse(Expectation.FLAG, placed.text)
    return placed.text == "true"


def read_day(value: Any) -> PlacedDate:
    """A day that exists, as ``YYYY-MM-DD``."""
    placed = read_typed_text(value)
    if not _DAY.fullmatch(placed.text):
        raise refuse(Expectation.DAY, placed.text)
    try:
        return PlacedDate(date.fromisoformat(placed.text), placed.span)
    except ValueError:
        raise refuse(Expectation.EXISTING_DAY, placed.text) from None


def reader_of_numbers(least: int) -> Callable[[Any], int]:
    """A reader of a whole number of at most nine digits, not below ``least``."""

    def count(value: Any) -> int:
        placed = read_typed_text(value)
        if not _WHOLE.fullmatch(placed.text):
            raise refuse(Expectation.WHOLE_NUMBER, placed.text, least=least)
        if int(placed.text) < least:
            raise refuse(Expectation.LEAST, str(int(placed.text)), least=least)
        return int(placed.text)

    return count


def read_percent(value: Any) -> int:
    """A whole number from 1 to 100, without ``%``."""
    placed = read_typed_text(value)
    if not _WHOLE.fullmatch(placed.text):
        raise refuse(Expectation.PERCENT_NUMBER, placed.text)
    if not 1 <= int(placed.text) <= 100:
        raise refuse(Expectation.PERCENT, str(int(placed.text)))
    return int(placed.text)


def reader_of_choices(choices: type[E]) -> Callable[[Any], E]:
    """A reader of one of a few words."""

    def choose(value: Any) -> E:
        placed = read_typed_text(value)
        if placed.text in set(choices):
            return choices(placed.text)
        raise refuse(Expectation.ONE_OF, placed.text, find_nearest_word(placed.text, tuple(choices)), choices)

    return choose


def read_kind(value: Any) -> Placed:
    """One of the kinds of work that readers see."""
    placed = read_typed_text(value)
    if placed.text not in KINDS:
        raise refuse(Expectation.KIND_OF_WORK, placed.text, find_nearest_word(placed.text, KINDS), KINDS)
    return placed
