"""Links that open a page at the quoted words: text fragments.

URL Fragment Text Directives (WICG, https://wicg.github.io/scroll-to-text-fragment/):
``#:~:text=[prefix-,]start[,end]``, percent-encoded, and in addition ``-``, ``,`` and ``&``. Each of the three must
be within one block of the page, at word boundaries, and a browser takes the first place that fits, whatever its
letters' case.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final
from urllib import parse

from citewell.evidence.quotes.quote_match import FORMULA, LOWERED, NOTE, RAISED, find_words, make_comparable

_SHORT: Final = 9  # words that are written in full; of more, only the first and the last are
_ENDS: Final = 4
_MOST_ENDS: Final = 12
_PREFIXES: Final = (0, 2, 3, 4, 6, 9, 14)
_WORD: Final = re.compile(r"\S+")
_UNMARKED: Final = str.maketrans("", "", RAISED + LOWERED)  # a browser does not tell 10<sup>6</sup> from 106
_UNSEEN: Final = re.compile(f"[\u00ad{NOTE}]")
_NOTE_AFTER_WORD: Final = re.compile(f"(?<=\\w){NOTE}[^{NOTE}]*{NOTE}")


def make_text_fragment(quote: str, text: str) -> str:
    """The fragment (with ``#``) that makes a browser scroll to a quote; "" if the quote is not on the page.

    ``text`` is that of an HTML page, a line for each block (``PageText.text``). Browsers know no such links to a PDF.
    """
    page = make_comparable(text)
    place = next(find_words(quote, page), None)
    if place is None:
        return ""
    start, end = place
    note = _NOTE_AFTER_WORD.match(page.original, end)
    if note:  # "weeks" and the raised "12" after it are one word for a browser
        end = note.end()
    parts = (page.original[:start], page.original[start:end], page.original[end:])
    before, words, after = (part.translate(_UNMARKED) for part in parts)
    directive = next(_list_directives(before + words + after, len(before), len(before) + len(words)), "")
    return f"#:~:text={directive}" if directive else ""


def _list_directives(text: str, start: int, end: int) -> Iterator[str]:
    """The directives that lead to a place, the shortest first."""
    whole = text[start:end]
    folded = _fold(text)
    short = not {"\n", FORMULA} & set(whole) and len(whole.split()) <= _SHORT
    heads = [(end, "")] if short else list(_list_halves(text, folded, start, end))
    for words in _PREFIXES:
        for head_end, tail in heads:
            before = _find_prefix(text, start, words)
            seen = before is not None and FORMULA not in text[before[0] : head_end]
            if before is not None and seen and _is_first_place(folded, before, start, head_end):
                prefix = f"{_encode_words(text[before[0] : before[1]])}-," if words else ""
                yield prefix + _encode_words(text[start:head_end]) + tail


def _fold(text: str) -> str:
    """A text in lower case, each letter where it was."""
    return "".join(letter if len(letter.lower()) != 1 else letter.lower() for letter in text)


def _list_halves(text: str, folded: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    """Where the first words of a long quote end, and its last words encoded as ``,end``; both within their blocks."""
    words = [(match.start() + start, match.end() + start) for match in _WORD.finditer(text[start:end])]
    for size in range(_ENDS, _MOST_ENDS + 1):
        first = _end_within_block(text, start, words[min(size, len(words) - 1) - 1][1])
        last = words[max(len(words) - size, 0)][0]
        last = max(last, text.rfind("\n", start, end) + 1, first)
        last = next((begin for begin, _ in words if begin >= last), end)
        if last < end and FORMULA not in text[last:end] and _find_first(folded, folded[last:end], first) == last:
            yield first, f",{_encode_words(text[last:end])}"


def _end_within_block(text: str, start: int, end: int) -> int:
    line_end = text.find("\n", start, end)
    return end if line_end < 0 else line_end


def _find_prefix(text: str, start: int, words: int) -> tuple[int, int] | None:
    """The place of so many words before a place, within one block; ``None`` if there are none."""
    if not words:
        return start, start
    lead = text[max(start - 400, 0) : start].rstrip()
    offset = max(start - 400, 0)
    line = lead.rfind("\n") + 1
    found = list(_WORD.finditer(lead, line))[-words:]
    return (offset + found[0].start(), offset + found[-1].end()) if found else None


def _is_first_place(folded: str, before: tuple[int, int], start: int, head_end: int) -> bool:
    """Whether this is the first place where the prefix is followed by the first words."""
    prefix = r"\s*".join(filter(None, (re.escape(folded[before[0] : before[1]]), re.escape(folded[start:head_end]))))
    match = re.search(rf"(?<!\w){prefix}(?!\w)", folded)
    return match is not None and match.end() == head_end


def _find_first(folded: str, words: str, after: int) -> int:
    match = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)").search(folded, after)
    return match.start() if match else -1


def _encode_words(words: str) -> str:
    return parse.quote(" ".join(_UNSEEN.sub("", words).split()), safe="").replace("-", "%2D")
