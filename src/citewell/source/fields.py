"""The values that many keys take: each function reads one, and says plainly what is wrong with any other.

A value reaches them as ``Placed`` text, or as a list or dictionary of such.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from enum import StrEnum
from typing import Any, Final, TypeVar

from citewell.model.references import KINDS
from citewell.model.source_location import Placed, PlacedDate
from citewell.source.file_names import LONGEST_SLUG, is_slug
from citewell.source.misspellings import nearest

_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_WHOLE: Final = re.compile(r"-?[0-9]{1,9}")
_DAY_EXAMPLE: Final = "write a day such as 2026-02-15"

E = TypeVar("E", bound=StrEnum)


class WrongValue(Exception):
    """A value that its key does not take.

    ``phrase`` ends a sentence that begins with the key (``must be a list``); ``hint`` says what to write.
    """

    def __init__(self, phrase: str, hint: str = "") -> None:
        super().__init__(phrase)
        self.phrase = phrase
        self.hint = hint


#: The complaint about a value where a group of lines belongs.
NO_LINES: Final = WrongValue('must hold "key: value" lines', "write them on lines of their own, indented")


def read_text(value: Any) -> Placed:
    """The text an editor typed, not empty. Raises ``WrongValue`` for anything else, as all functions here do."""
    if not isinstance(value, Placed):
        shape = "a list" if isinstance(value, list) else "a group of lines"
        raise WrongValue(f"must be one text, not {shape}", 'put a text that begins with "[" or "{" in double quotes')
    if not value.text.strip():
        raise WrongValue("has no value", "write one, or delete the line")
    return value


def read_line(value: Any) -> Placed:
    """A text for one line: white space collapsed."""
    placed = read_text(value)
    return Placed(" ".join(placed.text.split()), placed.span)


def read_slug(value: Any) -> Placed:
    """A name made of lower-case words and hyphens."""
    placed = read_text(value)
    if not is_slug(placed.text):
        raise WrongValue(
            f'must be lower-case words joined by hyphens, at most {LONGEST_SLUG} characters, not "{placed.text}"',
            'for example "editorial-team"',
        )
    return placed


def read_flag(value: Any) -> bool:
    """``true`` or ``false``, spelt exactly so."""
    placed = read_text(value)
    if placed.text not in {"true", "false"}:
        raise WrongValue(f'must be true or false, not "{placed.text}"', "write true or false")
    return placed.text == "true"


def read_day(value: Any) -> PlacedDate:
    """A day that exists, as ``YYYY-MM-DD``."""
    placed = read_text(value)
    if not _DAY.fullmatch(placed.text):
        raise WrongValue(f'must be a day such as 2026-02-15, not "{placed.text}"', _DAY_EXAMPLE)
    try:
        return PlacedDate(date.fromisoformat(placed.text), placed.span)
    except ValueError:
        raise WrongValue(f"names a day that does not exist: {placed.text}", _DAY_EXAMPLE) from None


def reader_of_numbers(least: int) -> Callable[[Any], int]:
    """A validator for a whole number of at most nine digits, not below ``least``."""

    def count(value: Any) -> int:
        hint = f"write a whole number, {least} or more"
        number = _read_number(value, hint)
        if number < least:
            raise WrongValue(f"must be {least} or more, not {number}", hint)
        return number

    return count


def read_percent(value: Any) -> int:
    """A whole number from 1 to 100, without the sign."""
    hint = "write a number from 1 to 100, without %"
    number = _read_number(value, hint)
    if not 1 <= number <= 100:
        raise WrongValue(f"must be a percentage from 1 to 100, not {number}", hint)
    return number


def _read_number(value: Any, hint: str) -> int:
    placed = read_text(value)
    if not _WHOLE.fullmatch(placed.text):
        raise WrongValue(f'must be a whole number, not "{placed.text}"', hint)
    return int(placed.text)


def reader_of_choices(choices: type[E]) -> Callable[[Any], E]:
    """A validator for one of a few words."""

    def choose(value: Any) -> E:
        placed = read_text(value)
        if placed.text in set(choices):
            return choices(placed.text)
        like = nearest(placed.text, tuple(choices))
        hint = f'did you mean "{like}"?' if like else "write one of these words"
        raise WrongValue(f'must be one of {", ".join(choices)}, not "{placed.text}"', hint)

    return choose


def read_kind(value: Any) -> Placed:
    """One of the kinds of work that readers are told."""
    placed = read_text(value)
    if placed.text not in KINDS:
        like = nearest(placed.text, KINDS)
        hint = f'did you mean "{like}"?' if like else f"leave the line out, or use one of {', '.join(KINDS)}"
        raise WrongValue(f'is not a kind that readers are told: "{placed.text}"', hint)
    return placed
