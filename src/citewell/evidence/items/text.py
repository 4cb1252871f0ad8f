"""An item as the lines of YAML that people keep in ``content_src/references/``.

Every scalar is text to our reader, so figures, dates and ``no`` need no quotation marks; only what YAML itself would
read otherwise has them (YAML 1.1, 5.3 and 9.1.3: indicators, ``: `` and `` #``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

_SPECIAL_START: Final = frozenset("-?:,[]{}#&*!|>'\"%@`")
_SPECIAL: Final = re.compile(r":(?: |$)| #")


def item_lines(item: Mapping[str, Any], column: int = 2) -> list[str]:
    """The lines of an item in a list whose dashes stand ``column`` spaces from the margin, without line ends."""
    lines = variable_lines(item, column + 2)
    return [f"{' ' * column}- {lines[0][column + 2 :]}", *lines[1:]]


def variable_lines(variables: Mapping[str, Any], column: int) -> list[str]:
    """The lines of variables that stand ``column`` spaces from the margin."""
    return [" " * column + line for line in _lines(variables)]


def _lines(value: Mapping[str, Any]) -> Iterator[str]:
    for name, part in value.items():
        if isinstance(part, Mapping):
            yield f"{scalar(name)}:"
            yield from (f"  {line}" for line in _lines(part))
        elif isinstance(part, list):
            yield f"{scalar(name)}:"
            for one in part:
                yield from _listed(one)
        else:
            yield f"{scalar(name)}: {scalar(part)}"


def _listed(one: Any) -> Iterator[str]:
    """One entry of a list."""
    if isinstance(one, Mapping):
        first, *rest = _lines(one)
        yield f"  - {first}"
        yield from (f"    {line}" for line in rest)
    else:
        yield f"  - {scalar(one)}"


def scalar(text: str) -> str:
    """A text of one line as YAML reads it back."""
    if text and text[0] not in _SPECIAL_START and not _SPECIAL.search(text):
        return text
    return "'" + text.replace("'", "''") + "'" if set(text) & {'"', "\\"} else f'"{text}"'
