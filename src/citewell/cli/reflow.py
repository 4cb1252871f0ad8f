"""Documentation fitted to the width of a terminal: paragraphs and list items wrap, code keeps its lines."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from typing import Final

_ITEM: Final = re.compile(r"(?:[-*]|\d+\.)\s+")
_CODE: Final = "```"


def reflow(text: str, width: int, indent: str = "") -> Iterator[str]:
    """The lines of a text at a width in columns, each after ``indent``.

    Blocks are parted by empty lines. Fenced code and tables stay as they are; a list item hangs under its first word.
    """
    paragraph: list[str] = []
    in_code = False
    for line in text.splitlines():
        is_fence = line.lstrip().startswith(_CODE)
        kept = in_code or is_fence or line.startswith(("    ", "|"))
        if paragraph and (kept or not line.strip() or _ITEM.match(line.lstrip())):
            yield from _wrap(paragraph, width, indent)
            paragraph = []
        if is_fence:
            in_code = not in_code
        elif kept:
            yield f"{indent}    {line}" if in_code else f"{indent}{line}"
        elif line.strip():
            paragraph.append(line)
        else:
            yield ""
    yield from _wrap(paragraph, width, indent)


def _wrap(lines: list[str], width: int, indent: str) -> list[str]:
    if not lines:
        return []
    words = " ".join(line.strip() for line in lines)
    own = indent + lines[0][: len(lines[0]) - len(lines[0].lstrip())]
    item = _ITEM.match(words)
    hanging = own + " " * (item.end() if item else 0)
    return textwrap.wrap(
        words, width, initial_indent=own, subsequent_indent=hanging, break_long_words=False, break_on_hyphens=False
    )
