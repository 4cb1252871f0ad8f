"""The kinds of value an editor may type, for the models: each takes text at a place and says what it expected."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date
from enum import StrEnum
from typing import Annotated, Any, Final, TypeVar

from pydantic import PlainValidator
from pydantic_core import PydanticCustomError

from citewell.citations.kinds import KINDS
from citewell.model.article import PlacedDate
from citewell.model.source_location import Placed
from citewell.model.yaml_problems import Expectation, WrongValue
from citewell.source.file_names import is_slug
from citewell.source.validate import nearest

_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_WHOLE: Final = re.compile(r"-?[0-9]{1,9}")

E = TypeVar("E", bound=StrEnum)


def wrong(
    expected: Expectation, found: str = "", nearest: str = "", choices: Iterable[str] = (), least: int = 0
) -> PydanticCustomError:
    """What a validator raises: the facts of a ``WrongValue``, to which ``check`` adds the key."""
    facts = WrongValue(expected, found=found, nearest=nearest, choices=tuple(choices), least=least)
    return PydanticCustomError("wrong-value", "see ctx", {"facts": facts})


def text_of(value: Any) -> Placed:
    """The text an editor typed, not empty. Raises ``wrong`` for anything else."""
    if not isinstance(value, Placed):
        raise wrong(Expectation.TEXT_NOT_LIST if isinstance(value, list) else Expectation.TEXT_NOT_GROUP)
    if not value.text.strip():
        raise wrong(Expectation.SOME_VALUE)
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
        raise wrong(Expectation.SLUG, placed.text)
    return placed


def flag(value: Any) -> bool:
    """``true`` or ``false``, spelt exactly so."""
    placed = text_of(value)
    if placed.text not in {"true", "false"}:
        raise wrong(Expectation.FLAG, placed.text)
    return placed.text == "true"


def day(value: Any) -> PlacedDate:
    """A day that exists, as ``YYYY-MM-DD``."""
    placed = text_of(value)
    if not _DAY.fullmatch(placed.text):
        raise wrong(Expectation.DAY, placed.text)
    try:
        return PlacedDate(date.fromisoformat(placed.text), placed.span)
    except ValueError:
        raise wrong(Expectation.EXISTING_DAY, placed.text) from None


def at_least(least: int) -> Callable[[Any], int]:
    """A validator for a whole number of at most nine digits, not below ``least``."""

    def count(value: Any) -> int:
        placed = text_of(value)
        if not _WHOLE.fullmatch(placed.text):
            raise wrong(Expectation.WHOLE_NUMBER, placed.text, least=least)
        if int(placed.text) < least:
            raise wrong(Expectation.LEAST, str(int(placed.text)), least=least)
        return int(placed.text)

    return count


def percent(value: Any) -> int:
    """A whole number from 1 to 100, without the percent sign."""
    placed = text_of(value)
    if not _WHOLE.fullmatch(placed.text):
        raise wrong(Expectation.PERCENT_NUMBER, placed.text)
    if not 1 <= int(placed.text) <= 100:
        raise wrong(Expectation.PERCENT, str(int(placed.text)))
    return int(placed.text)


def one_of(choices: type[E]) -> Callable[[Any], E]:
    """A validator for one of a few words."""

    def choose(value: Any) -> E:
        placed = text_of(value)
        if placed.text in set(choices):
            return choices(placed.text)
        raise wrong(Expectation.ONE_OF, placed.text, nearest(placed.text, tuple(choices)), choices)

    return choose


def kind(value: Any) -> Placed:
    """One of the kinds of work that readers are told."""
    placed = text_of(value)
    if placed.text not in KINDS:
        raise wrong(Expectation.KIND_OF_WORK, placed.text, nearest(placed.text, KINDS), KINDS)
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
