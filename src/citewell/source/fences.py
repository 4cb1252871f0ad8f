"""Colon fences: ``:::{name} title`` to ``:::``, holding Markdown of the same language.

Which line closes which is worked out once a document, on its lines; so an unclosed fence costs nothing and ends where
the next one begins.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from markdown_it.rules_block import StateBlock

OPENER: Final = re.compile(r":{3,}\{(?P<name>[^{}\s]*)\}[ \t]*(?P<title>.*?)[ \t]*$")
CLOSER: Final = re.compile(r":{3,}[ \t]*$")
#: What takes in a shared text: one line without content. A closing line right below it is allowed.
USE: Final = "use"


def match_fences(lines: list[str]) -> Mapping[int, int]:
    """From the line of each opening fence to the line where it ends; lines count from 0.

    That is its closer when it has one, else the next opener or the end; for ``USE`` it may be its own line.
    """
    ends: dict[int, int] = {}
    open_at: list[int] = []
    openers: list[int] = []
    for number, line in enumerate(lines):
        stripped = line.strip()
        opener = OPENER.match(stripped)
        if opener:
            openers.append(number)
        if opener and opener["name"] == USE and not _has_own_closer(lines, number, open_at):
            ends[number] = number
        elif opener:
            open_at.append(number)
        elif CLOSER.match(stripped) and open_at:
            ends[open_at.pop()] = number
    following = [*openers[1:], len(lines)]
    return {opener: ends.get(opener, next_one) for opener, next_one in zip(openers, following, strict=False)}


def _has_own_closer(lines: list[str], number: int, open_at: list[int]) -> bool:
    """Whether the line below a ``USE`` closes it: only where no block around it is still open."""
    return not open_at and number + 1 < len(lines) and CLOSER.match(lines[number + 1].strip()) is not None


def colon_fence(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """The block rule. A stray closer and a line that only looks like a fence become tokens too, to be reported."""
    begin, end = state.bMarks[start_line] + state.tShift[start_line], state.eMarks[start_line]
    line = state.src[begin:end]
    if not line.startswith(":::") or state.is_code_block(start_line):
        return False
    if silent:
        return True
    opener = OPENER.match(line)
    if opener is None:
        token = state.push("fence_stray" if CLOSER.match(line) else "fence_malformed", "", 0)
        token.map, token.content = [start_line, start_line + 1], line
        state.line = start_line + 1
        return True
    stop = min(state.env["fences"].get(start_line, end_line), end_line)
    closed = start_line < stop < end_line and bool(CLOSER.match(_line(state, stop)))
    token = state.push("colon_fence_open", "", 1)
    stop = max(stop, start_line + 1)  # the line of a ``USE`` is the whole block
    token.map, token.info = [start_line, stop + closed], opener["name"]
    token.meta = {
        "closed": closed or opener["name"] == USE,
        "title": (begin + opener.start("title"), begin + opener.end("title")),
    }
    _tokenize_inside(state, start_line + 1, stop)
    state.push("colon_fence_close", "", -1)
    state.line = stop + closed
    return True


def _line(state: StateBlock, number: int) -> str:
    return state.src[state.bMarks[number] + state.tShift[number] : state.eMarks[number]]


def _tokenize_inside(state: StateBlock, start: int, stop: int) -> None:
    outside = (state.parentType, state.lineMax)
    state.parentType, state.lineMax = "colon_fence", stop
    state.md.block.tokenize(state, start, stop)
    state.parentType, state.lineMax = outside
