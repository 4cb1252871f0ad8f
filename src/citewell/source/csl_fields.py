"""The values that only references have: citation keys, types of works, days as far as they are known."""

from __future__ import annotations

import re
from typing import Any, Final

from citewell.model.csl_variables import TYPES
from citewell.model.source_location import Placed
from citewell.source.fields import WrongValue, read_text
from citewell.source.misspellings import nearest

_KEY: Final = re.compile(r"[^\s{}\[\]@\"“”]{1,200}")
_PARTIAL_DAY: Final = re.compile(r"[12][0-9]{3}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?")


def is_key(text: str) -> bool:
    """Whether a reference can be cited by a text."""
    return _KEY.fullmatch(text) is not None


def read_citation_key(value: Any) -> Placed:
    """A key by which a reference can be cited."""
    placed = read_text(value)
    if not is_key(placed.text):
        hint = "use letters, figures and hyphens, for example smith-2024-back-pain"
        raise WrongValue(f'cannot be cited: "{placed.text}"', hint)
    return placed


def read_csl_type(value: Any) -> Placed:
    """A type of work, as CSL names it."""
    placed = read_text(value)
    if placed.text not in TYPES:
        like = nearest(placed.text, TYPES)
        hint = f'did you mean "{like}"?' if like else "use a CSL type such as webpage, article-journal, report or book"
        raise WrongValue(f'is not a CSL type: "{placed.text}"', hint)
    return placed


def read_partial_day(value: Any) -> Placed:
    """A year, a month or a day."""
    placed = read_text(value)
    if not _PARTIAL_DAY.fullmatch(placed.text):
        raise WrongValue(f'must be a year, a month or a day, not "{placed.text}"', "write 2020, 2020-01 or 2020-01-31")
    return placed
