"""How a pinned quote and the words on its page differ, in plain words for editors."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Final

from citewell.model.evidence import normalise_quote

_AROUND: Final = 5  # words shown on either side of a change


def describe_difference(quote: str, says: str, whose: str = "the page says") -> str:
    """``the page says "may take [6] weeks", the quote "may take [4] weeks"``: words that differ are in brackets.

    ``whose`` are the words that the quote is compared with. What is alike, far from any change, is left out ("…").
    Nothing, if no word differs.
    """
    if not says:
        return f'{whose} nothing like "{normalise_quote(quote)}"'
    page, ours = mark_difference(says, quote)
    return f'{whose} "{page}", the quote "{ours}"' if page else ""


def mark_difference(one: str, other: str) -> tuple[str, str]:
    """Two texts with the words that differ in brackets, and what is alike, far from these, left out ("…").

    Two empty texts, if no word differs.
    """
    found, pinned = normalise_quote(one).split(), normalise_quote(other).split()
    changes = SequenceMatcher(
        None, [_normalise_word(word) for word in found], [_normalise_word(word) for word in pinned], autojunk=False
    )
    steps = changes.get_opcodes()
    if all(step[0] == "equal" for step in steps):
        return "", ""
    page = [(step[0], found[step[1] : step[2]]) for step in steps]
    ours = [(step[0], pinned[step[3] : step[4]]) for step in steps]
    return _bracket_changes(page), _bracket_changes(ours)


def _normalise_word(word: str) -> str:
    return word.rstrip(".,;:").casefold()


def _bracket_changes(steps: Sequence[tuple[str, list[str]]]) -> str:
    """The words of one side, changed ones in brackets."""
    last = len(steps) - 1
    shown = []
    for number, (kind, words) in enumerate(steps):
        if kind != "equal":
            shown.append(f"[{' '.join(words)}]" if words else "")
        else:
            shown.append(" ".join(_keep_near_change(words, at_start=number == 0, at_end=number == last)))
    return " ".join(filter(None, shown))


def _keep_near_change(words: list[str], *, at_start: bool, at_end: bool) -> list[str]:
    """Of words that are alike those near a change, which is after them, before them, or both."""
    before = [] if at_start else words[:_AROUND]
    after = [] if at_end else words[-_AROUND:]
    if len(words) <= (not at_start) * _AROUND + (not at_end) * _AROUND + 1:
        return words
    return [*before, "…", *after]
