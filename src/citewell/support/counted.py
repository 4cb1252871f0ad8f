"""What a number counts: the words after it, and whether it is the number of all."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from citewell.lexicon.content_words import find_meanings
from citewell.lexicon.number_words import CARDINALS
from citewell.support.tokens import Token, word_at

ENDS_NAME: Final = frozenset(
    """a about after aged all among an and are as at because been before being between but by can compared could did do
    does during each every for from got had has have having if in into is it its may might more most no not of on or
    out over per said says should since than that the their them then these they this those to under until up was were
    when where which while who whose will with within without would""".split()
)
"""Words that are never part of the name of what is counted."""
EACH: Final = frozenset("the these those them all every each other total our".split())
"""Words before the number of all."""
LONGEST_NAME: Final = 5  # words and hyphens


def find_counted(tokens: Sequence[Token], place: int) -> frozenset[str]:
    """The meanings of the words after a number, up to the end of the name of what is counted."""
    end = find_name_end(tokens, place)
    words = (token.word for token in tokens[place:end] if token.word not in CARDINALS)
    return frozenset().union(*map(find_meanings, words), frozenset[str]())


def find_name_end(tokens: Sequence[Token], place: int) -> int:
    """The end of the name that begins at a place; the place itself, where none does."""
    end = place
    while end < min(len(tokens), place + LONGEST_NAME):
        is_hyphen = tokens[end].word == "-" and tokens[end].joined and end > place  # "walk-in patients"
        if not is_hyphen and (not tokens[end].is_word or tokens[end].word in CARDINALS):
            break
        if tokens[end].word in ENDS_NAME and tokens[end - 1].word != "-":
            break
        end += 1
    return end


def is_total(tokens: Sequence[Token], begin: int) -> bool:
    """Whether the number at a place is that of all: "of the 49", "for every 100"."""
    place = begin - 1
    if word_at(tokens, place) in ("every", "each"):
        return True
    while word_at(tokens, place) in EACH or word_at(tokens, place) in ("about", "around", "a"):
        place -= 1
    return word_at(tokens, place) in ("of", "among")
