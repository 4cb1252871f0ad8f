"""Whether a statement and its source answer a question, such as whether something is safe, with yes and no."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Final, NamedTuple

from citewell.lexicon.contraries import ANSWERS, EFFECTS, EVENTS, LONGEST, OF_PEOPLE, WEAKENS, Question
from citewell.lexicon.negations import DENIALS
from citewell.support.tokens import Token, words_at

_BEFORE: Final = 5  # words before an answer among which one turns it round
_BEFORE_STATE: Final = 2  # the same for what people have or had
_OF_WHOLE: Final = frozenset("none nobody nothing neither".split())  # turn round all that follows
_AFTER: Final = 5  # words after "reduces" among which its effect is
_ENDS: Final = frozenset(", ; . : ( ) but and or if when while".split())
_TURNS: Final = frozenset("far fail unlikely".split()) | (DENIALS - {"avoid", "avoids", "contraindicated"})
_SETTLES: Final = frozenset(Question) - OF_PEOPLE - {Question.FREQUENT}
_COMPARES: Final = frozenset("less more as how equally whether least most".split())
_LIMITS: Final = frozenset("until unless except resume resumed again only restart without".split())


class Contrary(NamedTuple):
    """The question that is answered both ways, and the words of each answer."""

    question: Question
    stated: str
    pinned: str


def find_contraries(stated: Sequence[Token], pinned: Sequence[Token], *, gives_share: bool) -> list[Contrary]:
    """The questions to which a statement answers yes where its source says no, or the other way round.

    A text that answers both ways is taken to answer neither. ``gives_share`` says that one of them gives a share.
    """
    ours, theirs = _read_answers(stated), _read_answers(pinned)
    found: list[Contrary] = []
    words = {token.word for token in (*stated, *pinned)}
    for question, own in ours.items():
        other = theirs.get(question)
        if other is None or len(own) != 1 or len(other) != 1 or own.keys() == other.keys():
            continue
        if (question is Question.ALLOWED and words & _LIMITS) or (question in EVENTS and gives_share):
            continue
        found.append(Contrary(question, *own.values(), *other.values()))
    return found


def give_same_answer(stated: Sequence[Token], pinned: Sequence[Token]) -> bool:
    """Whether two texts answer a question alike, so that a "not" in one of them is said otherwise in the other."""
    ours, theirs = _read_answers(stated), _read_answers(pinned)
    return any(
        question in _SETTLES and len(own) == 1 and own.keys() == theirs.get(question, {}).keys()
        for question, own in ours.items()
    )


def are_of_others(contraries: Sequence[Contrary]) -> bool:
    """Whether two texts agree, as what holds for some people does not hold for the others."""
    return len({each.question in OF_PEOPLE for each in contraries}) > 1


def _read_answers(tokens: Sequence[Token]) -> dict[Question, dict[bool, str]]:
    """The answers of a text: to each question the words for yes and for no, as far as there are any."""
    answers: dict[Question, dict[bool, str]] = defaultdict(dict)
    place = 0
    while place < len(tokens):
        phrase = _match_phrase(tokens, place)
        end = _find_weakened(tokens, place)
        if end:
            is_yes = _is_turned(tokens, place, _BEFORE)
            answers[Question.WORKS][is_yes] = tokens[place].word
            place = end
        elif phrase and not (place and tokens[place - 1].word in _COMPARES):
            question, says_yes = ANSWERS[phrase]
            near = _BEFORE_STATE if question in OF_PEOPLE else _BEFORE
            answers[question][says_yes != _is_turned(tokens, place, near)] = " ".join(phrase)
            place += len(phrase)
        else:
            place += 1
    return answers


def _match_phrase(tokens: Sequence[Token], place: int) -> tuple[str, ...]:
    """The longest phrase that begins at a place; empty without any."""
    phrases = (words_at(tokens, place, length) for length in range(LONGEST, 0, -1))
    return next((each for each in phrases if each in ANSWERS), ())


def _find_weakened(tokens: Sequence[Token], place: int) -> int:
    """The place after the effect that a verb here takes away from; 0 where it does not."""
    if tokens[place].word not in WEAKENS:
        return 0
    for each in range(place + 1, min(len(tokens), place + 1 + _AFTER)):
        if tokens[each].word in EFFECTS and "side" not in tokens[each - 1].word:
            return each + 1
    return 0


def _is_turned(tokens: Sequence[Token], place: int, near: int) -> bool:
    """Whether words before a place say the contrary of what begins there: "not", "far from", "no longer"."""
    turns = 0
    for distance, token in enumerate(reversed(tokens[:place])):
        if token.word in _ENDS:
            break
        turns += token.word in (_TURNS if distance < near else _OF_WHOLE if near == _BEFORE else ())
    return turns % 2 == 1
