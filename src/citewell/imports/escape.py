r"""Words as Markdown that reads back as the same words.

A backslash before ASCII punctuation is taken away by Markdown (CommonMark 0.31, 2.4). What looks like the mark of a
source and is none keeps its brackets bare, so that the check names it.
"""

from __future__ import annotations

import re
from typing import Final

from citewell.lazy_pattern import compile_lazily
from citewell.source.note_numbers import find_note_numbers

#: Backslashes, code and brackets always; stars and underscores but for those between spaces or in a word; what begins
#: a tag or an entity.
_SPECIAL: Final = compile_lazily(r"[\\`\[\]]|\*(?!\s)|(?<!\s)\*|_(?!\w)|(?<!\w)_|<(?=[A-Za-z/!?])|&(?=#?\w{1,40};)")
#: What means something at the beginning of a line: headings, lists, quotations, fences, rules and captions.
_LINE_START: Final = compile_lazily(r"(?P<mark>[-+=#:>~])|\d{1,9}(?P<dot>[.)])(?=\s|$)|Table(?P<colon>:)")


def escape_words(text: str) -> str:
    """Escape words for running text."""
    bare = {at for span in find_note_numbers(text) for at in range(span.start, span.end)}
    return _SPECIAL.sub(lambda found: found[0] if found.start() in bare else f"\\{found[0]}", text)


def escape_line_start(line: str) -> str:
    """Escape a line of Markdown that would otherwise begin a block of another kind."""
    found = _LINE_START.match(line)
    if not found:
        return line
    at = next(found.start(name) for name in ("mark", "dot", "colon") if found[name])
    return f"{line[:at]}\\{line[at:]}"


def collapse(text: str) -> str:
    """Words on one line."""
    return re.sub(r"[ \t\n\r\f]+", " ", text)
