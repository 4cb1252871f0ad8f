"""The values that only references have: citation keys, types of works, days as far as they are known."""

from __future__ import annotations

import re
from typing import Any, Final

from citewell.model.csl_variables import TYPES
from citewell.model.source_location import Placed
from citewell.model.yaml_problems import Expectation
from citewell.source.fields import read_typed_text, refuse
from citewell.source.misspellings import find_nearest_word

_KEY: Final = re.compile(r"[^\s{}\[\]@\"“”]{1,200}")
_PARTIAL_DAY: Final = re.compile(r"[12][0-9]{3}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?")


def is_key(text: str) -> bool:
    """Whether a reference can be cited by a text."""
    return _KEY.fullmatch(text) is not None


def read_citation_key(value: Any) -> Placed:
    """A key by which a reference can be cited."""
    placed = read_typed_text(value)
    if not is_key(placed.text):
        raise refuse(Expectation.CITABLE_KEY, placed.text)
    return placed


def read_csl_type(value: Any) -> Placed:
    """A type of work, as CSL names it."""
    placed = read_typed_text(value)
    if placed.text not in TYPES:
        raise refuse(Expectation.CSL_TYPE, placed.text, find_nearest_word(placed.text, TYPES))
    return placed


def read_partial_day(value: Any) -> Placed:
    """A year, a month or a day."""
    placed = read_typed_text(value)
    if not _PARTIAL_DAY.fullmatch(placed.text):
        raise refuse(Expectation.YEAR_MONTH_OR_DAY, placed.text)
    return placed
