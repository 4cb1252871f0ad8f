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


def format_item(item: Mapping[str, Any], column: int = 2) -> list[str]:
    """The lines of an item in a list whose dashes are indented by ``column`` spaces, without line ends."""
    lines = format_variables(item, column + 2)
    return [f"{' ' * column}- {lines[0][column + 2 :]}", *lines[1:]]


def format_variables(variables: Mapping[str, Any], column: int) -> list[str]:
    """The lines of variables that are indented by ``column`` spaces."""
    return [" " * column + line for line in _format_value(variables)]


def _format_value(value: Mapping[str, Any]) -> Iterator[str]:
    for name, part in value.items():
        if isinstance(part, Mapping):
            yield f"{format_scalar(name)}:"
            yield from (f"  {line}" for line in _format_value(part))
        elif isinstance(part, list):
            yield f"{format_scalar(name)}:"
            for one in part:
                yield from _format_list_entry(one)
        else:
            yield f"{format_scalar(name)}: {format_scalar(part)}"


def _format_list_entry(one: Any) -> Iterator[str]:
    """One entry of a list."""
    if isinstance(one, Mapping):
        first, *rest = _format_value(one)
        yield f"  - {first}"
        yield from (f"    {line}" for line in rest)
    else:
        yield f"  - {format_scalar(one)}"


def format_scalar(text: str) -> str:
    """A text of one line as YAML that reads back as the same text."""
    if text and text[0] not in _SPECIAL_START and not _SPECIAL.search(text):
        return text
    return "'" + text.replace("'", "''") + "'" if set(text) & {'"', "\\"} else f'"{text}"'
