"""The kinds of value an editor may type, for the models: each takes text at a place and says plainly what it wants."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from enum import StrEnum
from typing import Annotated, Any, Final, TypeVar

from pydantic import PlainValidator
from pydantic_core import PydanticCustomError

from citewell.citations.kinds import KINDS
from citewell.model.article import PlacedDate
from citewell.model.source_location import Placed
from citewell.source.file_names import LONGEST_SLUG, is_slug
from citewell.source.validate import nearest

_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_WHOLE: Final = re.compile(r"-?[0-9]{1,9}")
_DAY_EXAMPLE: Final = "write a day such as 2026-02-15"

E = TypeVar("E", bound=StrEnum)


def wrong(phrase: str, way: str = "") -> PydanticCustomError:
    """A complaint for the end of a sentence that begins with the key (``must be a list``), and the way out."""
    return PydanticCustomError("wrong-value", "see ctx", {"phrase": phrase, "way": way})


def text_of(value: Any) -> Placed:
    """The text an editor typed, not empty. Raises ``wrong`` for anything else."""
    if not isinstance(value, Placed):
        shape = "a list" if isinstance(value, list) else "a group of lines"
        raise wrong(f"must be one text, not {shape}", 'put a text that begins with "[" or "{" in double quotes')
    if not value.text.strip():
        raise wrong("has no value", "write one, or delete the line")
    return value


def line(value: Any) -> Placed:
    """A text for one line: white space collapsed."""
    placed = text_of(value)
    return Placed(" ".join(placed.text.split()), placed.span)


def line_or_nothing(value: Any) -> Placed | None:
    """A text for one line, or ``None`` where nothing was typed; whether it may be missing is for the rules."""
    return None if isinstance(value, Placed) and not value.text.strip() else line(value)


def slug(value: Any) -> Placed:
    """A name made of lower-case words and hyphens."""
    placed = text_of(value)
    if not is_slug(placed.text):
        raise wrong(
            f'must be lower-case words joined by hyphens, at most {LONGEST_SLUG} characters, not "{placed.text}"',
            'for example "editorial-team"',
        )
    return placed


def flag(value: Any) -> bool:
    """``true`` or ``false``, spelt exactly so."""
    placed = text_of(value)
    if placed.text not in {"true", "false"}:
        raise wrong(f'must be true or false, not "{placed.text}"', "write true or false")
    return placed.text == "true"


def day(value: Any) -> PlacedDate:
    """A day that exists, as ``YYYY-MM-DD``."""
    placed = text_of(value)
    if not _DAY.fullmatch(placed.text):
        raise wrong(f'must be a day such as 2026-02-15, not "{placed.text}"', _DAY_EXAMPLE)
    try:
        return PlacedDate(date.fromisoformat(placed.text), placed.span)
    except ValueError:
        raise wrong(f"names a day that does not exist: {placed.text}", _DAY_EXAMPLE) from None


def at_least(least: int) -> Callable[[Any], int]:
    """A validator for a whole number of at most nine digits, not below ``least``."""

    def count(value: Any) -> int:
        way = f"write a whole number, {least} or more"
        number = _number(value, way)
        if number < least:
            raise wrong(f"must be {least} or more, not {number}", way)
        return number

    return count


def percent(value: Any) -> int:
    """A whole number from 1 to 100, without the sign."""
    way = "write a number from 1 to 100, without %"
    number = _number(value, way)
    if not 1 <= number <= 100:
        raise wrong(f"must be a percentage from 1 to 100, not {number}", way)
    return number


def _number(value: Any, way: str) -> int:
    placed = text_of(value)
    if not _WHOLE.fullmatch(placed.text):
        raise wrong(f'must be a whole number, not "{placed.text}"', way)
    return int(placed.text)


def one_of(choices: type[E]) -> Callable[[Any], E]:
    """A validator for one of a few words."""

    def choose(value: Any) -> E:
        placed = text_of(value)
        if placed.text in set(choices):
            return choices(placed.text)
        like = nearest(placed.text, tuple(choices))
        way = f'did you mean "{like}"?' if like else "write one of these words"
        raise wrong(f'must be one of {", ".join(choices)}, not "{placed.text}"', way)

    return choose


def kind(value: Any) -> Placed:
    """One of the kinds of work that readers are told."""
    placed = text_of(value)
    if placed.text not in KINDS:
        like = nearest(placed.text, KINDS)
        way = f'did you mean "{like}"?' if like else f"leave the line out, or use one of {', '.join(KINDS)}"
        raise wrong(f'is not a kind that readers are told: "{placed.text}"', way)
    return placed


Text = Annotated[Placed, PlainValidator(text_of)]
Line = Annotated[Placed, PlainValidator(line)]
LineOrNothing = Annotated[Placed | None, PlainValidator(line_or_nothing)]
Kind = Annotated[Placed, PlainValidator(kind)]
Slug = Annotated[Placed, PlainValidator(slug)]
Flag = Annotated[bool, PlainValidator(flag)]
Day = Annotated[PlacedDate, PlainValidator(day)]
Whole = Annotated[int, PlainValidator(at_least(0))]
Count = Annotated[int, PlainValidator(at_least(1))]
Percent = Annotated[int, PlainValidator(percent)]
