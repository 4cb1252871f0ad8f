"""Words in another language or script than the page's: each says its language, and keeps to its own direction.

Without ``lang`` a screen reader reads Latin as if it were English (WCAG 3.1.2). Without isolation words from right to
left turn round the stops, figures and names beside them (Unicode's bidirectional algorithm, UAX #9).
"""

from __future__ import annotations

import re
from typing import Final, Literal, TypeAlias

from citewell.markup import Markup, element, join, text
from citewell.messages import Words
from citewell.messages.languages import is_tag, primary

Direction: TypeAlias = Literal["ltr", "rtl"]

_RIGHT_TO_LEFT: Final = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
"""Arabic, Hebrew and the other scripts written from right to left, by the blocks Unicode keeps for them."""
_RIGHT: Final = re.compile(rf"([{_RIGHT_TO_LEFT}]+(?:[\s'’\"-]+[{_RIGHT_TO_LEFT}]+)*)")
_ANY_RIGHT: Final = re.compile(f"[{_RIGHT_TO_LEFT}]")
_LETTER: Final = rf"[^\W_{_RIGHT_TO_LEFT}]"
_LEFT: Final = re.compile(rf"(\[?{_LETTER}(?:[^{_RIGHT_TO_LEFT}]*{_LETTER}\]?)?)")


def runs_from_right(words: str) -> bool:
    """Whether any of the words are written from right to left."""
    return not words.isascii() and _ANY_RIGHT.search(words) is not None


def direction_of(words: str) -> Direction:
    """Which way words run: that of their first letter, as ``dir=auto`` decides."""
    first = next((character for character in words if character.isalpha()), "")
    return "rtl" if _RIGHT.match(first) else "ltr"


def in_language(said: str, language: str, words: Words, inside: Markup | None = None, *, apart: bool = False) -> Markup:
    """Words that may be in another language than the page; ``language`` is what is said of them, and may be no tag.

    ``inside`` is what stands for them where they are more than plain words. What needs neither ``lang`` nor isolation
    has no element of its own, unless it is to stand ``apart`` from what is around it whatever it holds.
    """
    shown = text(said) if inside is None else inside
    foreign = is_tag(language) and primary(language) != primary(words.language)
    runs = direction_of(said)
    turned = runs != words.direction
    if apart or turned or _RIGHT.search(said):
        return element("bdi", shown, lang=language if foreign else None, dir=runs if foreign and turned else None)
    return element("span", shown, lang=language) if foreign else shown


def isolated(part: str, base: Direction) -> Markup:
    """Words in a line that runs one way, those that run the other way each set apart: names keep their order."""
    pieces = (_RIGHT if base == "ltr" else _LEFT).split(part)
    return join([element("bdi", piece) if at % 2 else text(piece) for at, piece in enumerate(pieces)])


def base_of(title: str, words: Words) -> Direction:
    """Which way the entry of a work runs: on a page from right to left that of its title, else as the page."""
    return "ltr" if words.direction == "ltr" else direction_of(title)


def running(line: Markup, base: Direction, words: Words) -> Markup:
    """A whole line that may run against its page."""
    return line if base == words.direction else element("bdi", line, dir=base)
