"""Whether a statement says that something goes the way its source says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from citewell.lexicon.content_words import collect_meanings
from citewell.lexicon.directions import BODY, COMPARED, COMPLAINTS, DIRECTIONS, Axis
from citewell.lexicon.units import UNITS, Dimension
from citewell.support.quantity import Quantity
from citewell.support.tokens import Token, word_at, words_at

_NEAR: Final = 5  # words around a word of direction
_LINKS: Final = frozenset("and but while whereas or , ;".split())
_GENERAL: Final = frozenset(
    {"people", "change", "improve", "raise", "probable", "common", "study", "group", "survive", "die"}
)


class Mention(NamedTuple):
    """A word of direction: what it is about, and where "than" divides what is compared."""

    word: str
    axis: Axis
    way: int
    near: frozenset[str]
    before_than: frozenset[str]
    after_than: frozenset[str]
    shown: str


def find_opposite(
    stated: Sequence[Token],
    pinned: Sequence[Token],
    stated_quantities: Sequence[Quantity],
    pinned_quantities: Sequence[Quantity],
) -> tuple[str, str] | None:
    """The words of a statement and of its source that point opposite ways about the same thing."""
    theirs = _find_mentions(pinned, pinned_quantities)
    ours = _find_mentions(stated, stated_quantities)
    our_words, their_words = ({each.word for each in those} for those in (ours, theirs))
    for mention in ours:
        same = [
            each
            for each in theirs
            if each.axis is mention.axis and (each.word == mention.word or each.word not in our_words)
        ]
        if not same or (mention.word in their_words and not mention.after_than):
            continue
        both_ways = {each.way for each in ours if each.axis is mention.axis and _overlap(each, mention)}
        most = max(_overlap(mention, each) for each in same)
        if mention.axis is Axis.TIME and (not most or len(both_ways) > 1):
            continue
        nearest = [each for each in same if _overlap(mention, each) == most]
        if not most and len({each.way for each in ours if each.axis is mention.axis}) > 1:
            continue
        if all(_are_opposite(mention, each) for each in nearest):
            return mention.shown, nearest[0].shown
    return None


def _overlap(one: Mention, other: Mention) -> int:
    return len((one.near & other.near) - _GENERAL)


def _are_opposite(one: Mention, other: Mention) -> bool:
    if _compares_others(one, other):
        return False
    swapped = bool(
        one.after_than
        and other.after_than
        and one.after_than & other.before_than
        and other.after_than & one.before_than
        and not one.after_than & other.after_than
    )
    return (one.way == other.way) == swapped


def _compares_others(one: Mention, other: Mention) -> bool:
    """Whether of two comparisons nothing shows which sides belong together: "patches than tablets", "oral than …"."""
    compares = [" than " in each.shown for each in (one, other)]
    if not any(compares):
        return False
    if not all(compares):
        return not _overlap(one, other) or not (one.after_than or other.after_than)
    sides = (one.before_than, one.after_than), (other.before_than, other.after_than)
    return not any(mine & yours for mine in sides[0] for yours in sides[1])


def _find_mentions(tokens: Sequence[Token], quantities: Sequence[Quantity]) -> list[Mention]:
    numbers = {each.begin for each in quantities}
    mentions = list(_find_multiples(tokens, quantities))
    for place, token in enumerate(tokens):
        found = DIRECTIONS.get(token.word)
        if found is None or _points_nowhere(tokens, place, numbers):
            continue
        axis, way = found
        end = next((each for each in range(place + 1, len(tokens)) if tokens[each].word in _LINKS), len(tokens))
        than = next((each for each in range(place + 1, end) if tokens[each].word == "than"), 0)
        start = next((each + 1 for each in range(place - 1, -1, -1) if tokens[each].word in _LINKS), 0)
        before = collect_meanings(
            each.word for each in tokens[max(start, place - _NEAR) : place] if each.word not in DIRECTIONS
        )
        after = collect_meanings(
            each.word for each in tokens[place + 1 : min(end, place + 1 + _NEAR)] if each.word not in DIRECTIONS
        )
        near = after if axis is Axis.TIME else after | before
        if axis is Axis.AMOUNT and near & COMPLAINTS and not than:
            mentions.append(Mention(token.word, Axis.QUALITY, -way, near, frozenset(), frozenset(), token.word))
        mentions.append(
            Mention(
                token.word,
                axis,
                way,
                near,
                _groups(tokens[:than]) if than else frozenset(),
                _groups(tokens[than:end]) if than else frozenset(),
                " ".join(each.word for each in tokens[place : end if than else place + 1]),
            )
        )
    return mentions


def _find_multiples(tokens: Sequence[Token], quantities: Sequence[Quantity]) -> Iterator[Mention]:
    """Such as "Twice as many women as men": what is compared, as after "more … than"."""
    for each in quantities:
        if (
            each.dimension is not Dimension.RATIO
            or each.end >= len(tokens)
            or tokens[each.end].word not in ("as", "times")
        ):
            continue
        first = each.end + (tokens[each.end].word == "times")
        second = next((place for place in range(first + 1, len(tokens)) if tokens[place].word == "as"), 0)
        if second:
            before, after = _groups([*tokens[: each.begin], *tokens[first:second]]), _groups(tokens[second:])
            yield Mention(
                each.written,
                Axis.AMOUNT,
                1,
                frozenset(),
                before,
                after,
                " ".join(token.word for token in tokens[each.begin :]),
            )


def _groups(tokens: Sequence[Token]) -> frozenset[str]:
    """The words themselves: "men" and "women" have one meaning, and are compared."""
    return frozenset(each.word for each in tokens if each.is_word and collect_meanings((each.word,)))


def _points_nowhere(tokens: Sequence[Token], place: int, numbers: set[int]) -> bool:
    """Whether a word only bounds a number, counts, or names a part of the body: "or older", "no more", "lower leg"."""
    word = tokens[place].word
    earlier, before = words_at(tokens, place - 2, 2)
    after = word_at(tokens, place + 1)
    names_one_of_two = after in ("dose", "doses") and before == "the"  # "on the lower dose"
    if names_one_of_two or _bounds_number(tokens, place, numbers):
        return True
    if word == "lower":
        return after in BODY
    if word in ("fall", "falls"):
        return before in ("a", "serious", "from", "the")
    if word not in ("more", "less", "longer"):
        return False
    if before in ("no", "once", "any", "the"):
        return True
    if word == "longer":
        return False
    if not after[:1].isalpha():  # "bled more", but not "or more" and "once or more"
        return not before.isalpha() or before in ("or", "and", "much", "many", "a") or earlier in ("or", "and")
    return not (after in COMPARED or after in ("than", "in") or after.endswith("ly"))


def _bounds_number(tokens: Sequence[Token], place: int, numbers: set[int]) -> bool:
    """Whether a word limits a number beside it: "more than 50", "6 weeks or longer"."""
    if word_at(tokens, place + 1) == "than" and not numbers.isdisjoint(range(place + 2, place + 5)):
        return True
    if word_at(tokens, place - 1) not in ("or", "and") or place < 2:
        return False
    counted = tokens[place - 2]
    return counted.value is not None or counted.word in UNITS or counted.word in ("diameter", "%")
