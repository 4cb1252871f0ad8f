"""Whether a statement denies what its source affirms, or affirms what it denies."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from citewell.lexicon.content_words import find_meanings
from citewell.lexicon.negations import (
    ADVISING,
    DENIALS,
    DENIALS_AFTER,
    DENIED_BY_TWO,
    NAMED_FAILURE,
    NO_DENIAL,
    OPPOSITES,
    REPLACED,
    SELDOM,
    SMALL,
)
from citewell.support.tokens import Token, split_clauses, word_at, words_at

_ENDS_SCOPE: Final = frozenset(", ) ( – where when if because which who".split())
_LONGEST_SCOPE: Final = 12  # words after a denial
_ENOUGH: Final = 0.25  # of what a denial is about, this share is in the other text as well
_LONGEST_LIMIT: Final = 7  # words
_MOST: Final = 0.6
_FIRM_COMMON: Final = 2  # meanings
_UNSAID: Final = frozenset({"people", "study", "group", "young", "old"})
_OF_A_NAME: Final = frozenset("without absence lack lacks lacked lacking non".split())
_EXCEPTIONS: Final = frozenset("unless until except".split())
_SAID_OTHERWISE: Final = frozenset(
    """unrelated unnecessary unneeded unaffected unchanged unable unsuitable
    asymptomatic symptomless silent negative cessation stopping abstinence abstain quit quitting banned""".split()
)
_COMPARED_WITH: Final = frozenset("versus vs than compared against".split())
_RESUMES: Final = frozenset("resume resumes resumed restart restarted return returning again".split())
_FEW: Final = frozenset("few fewer handful minority small only low uncommon infrequent rare unusual".split())
_NO_MORE: Final = frozenset({("no", "more"), ("no", "less"), ("no", "better"), ("no", "worse"), ("not", "more")})
_FORBIDS: Final = frozenset("not never don't cannot shouldn't".split())
_PARTS_OF_ALL: Final = frozenset("most many half majority few".split())
_RARE: Final = 10  # percent
_MANY: Final = 10  # of how many one
_OTHERS: Final = frozenset("rest others remaining remainder".split())
_VERBS: Final = frozenset("is are was were has have had needs need can may will does do should".split())
_LONGEST_NAME: Final = 4  # words
_RANGES: Final = frozenset("- – to".split())
_OFTEN: Final = frozenset("often usually commonly frequently always generally normally all every everyone".split())


class Denial(NamedTuple):
    """A word that denies, as written, and the meanings of the words that it denies."""

    word: str
    scope: frozenset[str]
    is_weak: bool = False
    head: frozenset[str] = frozenset()


class Clause(NamedTuple):
    """A part of a sentence: its words, its meanings and what it denies."""

    tokens: Sequence[Token]
    meanings: frozenset[str]
    denials: tuple[Denial, ...]


def read_clauses(tokens: Sequence[Token], other: Sequence[Token]) -> list[Clause]:
    """The clauses of a text; ``other`` is the text with which it is compared."""
    words = {token.word for token in other}
    meanings = frozenset().union(*(find_meanings(word) for word in words if word not in OPPOSITES), frozenset())
    is_unless = any(token.word == "unless" for token in tokens)
    clauses: list[Clause] = []
    for part in split_clauses(tokens):
        denials = _find_denials(part, words, meanings)
        if clauses and part[0].word == "but" and word_at(part, 1) == "not":
            denials = (*clauses[-1].denials, *denials)  # "banned for some but not others" denies the ban
        if is_unless and part[0].word != "unless":
            denials = denials[1:]  # "not … unless" is "only … if"
        clauses.append(Clause(part, frozenset().union(*(find_meanings(each.word) for each in part)) - _UNSAID, denials))
    return clauses


def _find_denials(tokens: Sequence[Token], others: set[str], meanings: frozenset[str]) -> tuple[Denial, ...]:
    """What a clause denies; ``others`` are the words of the other text, ``meanings`` those that it affirms."""
    denials: list[Denial] = []
    for place, token in enumerate(tokens):
        word, after, last = words_at(tokens, place, 3)
        if (word, after) in NO_DENIAL or (word, after, last) == ("no", "longer", "than"):
            continue
        if word in ("not", "never", "don't") and _limits_number(tokens[place + 1 : place + _LONGEST_LIMIT]):
            continue
        if word == "nor" and any(each.word == "neither" for each in denials):
            continue
        if (word, after) in DENIED_BY_TWO:
            denials.append(_deny(f"{word} {after}", tokens[place + 2 :]))
        elif word in OPPOSITES:
            is_compared = not _COMPARED_WITH.isdisjoint(each.word for each in tokens[max(0, place - 3) : place])
            if not is_compared and word not in others and OPPOSITES[word] in meanings:
                denials.append(Denial(word, frozenset({OPPOSITES[word]})))
        else:
            denial = _read_compound(tokens, place) or _read_denial(tokens, place, token.word)
            if token.value == 0 and not denials:
                denial = _read_zero(tokens, place)
            denials += [denial] if denial else []
    return tuple(denials)


def _read_compound(tokens: Sequence[Token], place: int) -> Denial | None:
    """What a word with a hyphen denies, as in "symptom-free" and "never-smokers"; ``None`` for other words."""
    word, after, last = words_at(tokens, place, 3)
    if word == "-" and after == "free" and place:
        scope = find_meanings(tokens[place - 1].word)
        return Denial(f"{tokens[place - 1].word}-free", scope)
    if word == "freedom" and place:
        return Denial(f"{tokens[place - 1].word} freedom", find_meanings(tokens[place - 1].word))
    return _deny("non", tokens[place + 2 :], 1) if word == "never" and after == "-" and last else None


def _read_zero(tokens: Sequence[Token], place: int) -> Denial | None:
    """What a count or share of nought denies; ``None`` where it begins a range."""
    if not _RANGES.isdisjoint(words_at(tokens, place + 1, 2)):
        return None
    return Denial(tokens[place].text, _read_scope(tokens[place + 1 :]) or _read_scope(tokens[:place]))


def _limits_number(tokens: Sequence[Token]) -> bool:
    """Whether "not" before these words only makes a limit: "do not lift more than 5 kg"."""
    return any(two.word == "than" and three.value is not None for two, three in pairwise(tokens))


def _read_denial(tokens: Sequence[Token], place: int, word: str) -> Denial | None:
    """What a single word denies; ``None`` where it denies nothing."""
    before, after = tokens[:place], tokens[place + 1 :]
    if word in DENIALS_AFTER and not _read_scope(after):
        return Denial(word, _read_scope(before))
    if word in _OF_A_NAME:
        return _deny(word, after, _LONGEST_NAME)
    if word in DENIALS or (word == "against" and any(each.word in ADVISING for each in before[-3:])):
        denial = _deny(word, after, is_weak=word_at(tokens, place + 1) in _OFTEN)
        return denial if denial.scope or not after else None
    if word in NAMED_FAILURE and word_at(tokens, place + 1) == "to":
        return _deny(word, after)
    if word in ("stop", "stopped") and word_at(tokens, place + 1).endswith("ing"):
        return _deny(word, after)
    says_how_much = word == "little" and (word_at(tokens, place - 1) == "a" or word_at(tokens, place + 1) in SMALL)
    if word in SELDOM and not says_how_much:
        return Denial(word, _read_scope(after) or _read_scope(before), is_weak=True)
    return None


def _deny(word: str, tokens: Sequence[Token], longest: int = _LONGEST_SCOPE, *, is_weak: bool = False) -> Denial:
    """A denial of what follows it."""
    head = next((find for each in tokens if (find := find_meanings(each.word) - _UNSAID)), frozenset[str]())
    return Denial(word, _read_scope(tokens, longest), is_weak, head)


def _read_scope(tokens: Sequence[Token], longest: int = _LONGEST_SCOPE) -> frozenset[str]:
    meanings: set[str] = set()
    for count, token in enumerate(tokens):
        if longest == _LONGEST_NAME and meanings and (token.word in _VERBS or token.word in DENIALS):
            break
        if count >= longest or (token.word in _ENDS_SCOPE and meanings):
            break
        meanings |= find_meanings(token.word)
    return frozenset(meanings) - _UNSAID


class Contradiction(NamedTuple):
    """Two clauses of which one denies what the other says; ``is_weak`` where the denial is "rarely" or similar."""

    stated: str
    pinned: str
    is_weak: bool


def find_contradiction(stated: Sequence[Token], pinned: Sequence[Token]) -> Contradiction | None:
    """The first clause of a statement that says the opposite of the clause of its source which is most like it."""
    if _is_conditional(stated, pinned):
        return None
    theirs = read_clauses(pinned, stated)
    for clause in read_clauses(stated, pinned):
        nearest = max(theirs, key=lambda each: _likeness(clause, each), default=None)
        if nearest is None:
            continue
        ours, them = _select_relevant(clause, nearest), _select_relevant(nearest, clause)
        if len(ours) % 2 == len(them) % 2:
            continue
        denying, other = (clause, nearest) if len(ours) % 2 else (nearest, clause)
        if _is_about_same(denying, other) and not _has_other_opposite(denying, other):
            return Contradiction(_show(ours), _show(them), all(denial.is_weak for denial in (*ours, *them)))
    return None


def _is_conditional(stated: Sequence[Token], pinned: Sequence[Token]) -> bool:
    """Whether both texts deny something and one makes an exception: "not until …", where logic is not sure."""
    ours, theirs = ({token.word for token in tokens} for tokens in (stated, pinned))
    if not _RESUMES.isdisjoint(ours | theirs) or ("until" in ours ^ theirs and "after" in ours ^ theirs):
        return True  # "not for a week" is "again after a week"
    if "without" in ours ^ theirs and any(
        "without" in words and not words.isdisjoint(_FORBIDS) for words in (ours, theirs)
    ):
        return True  # "not without" is "only with"
    if _leaves_rest(stated, pinned) or _leaves_rest(pinned, stated):
        return True
    denies = [not words.isdisjoint(DENIALS | _EXCEPTIONS) for words in (ours, theirs)]
    return all(denies) and not _EXCEPTIONS.isdisjoint(ours | theirs)


def _leaves_rest(denying: Sequence[Token], other: Sequence[Token]) -> bool:
    """Whether one text says of most that they did not, so that a share in the other may be of those who did."""
    words = {token.word for token in denying}
    gives_share = any(one.value is not None and two.word == "%" for one, two in pairwise(other))
    return gives_share and not words.isdisjoint(_PARTS_OF_ALL) and not words.isdisjoint(DENIALS)


def _is_seldom_by_number(tokens: Sequence[Token]) -> bool:
    """Whether a number says that something is rare: "0.2%", "1 in 4,656", "3 per 100,000"."""
    return any(
        (one.value is not None and one.value <= _RARE and two.word == "%")
        or (one.word in ("in", "per") and two.value is not None and two.value >= _MANY)
        for one, two in pairwise(tokens)
    )


def _likeness(one: Clause, other: Clause) -> float:
    shared = len(one.meanings & other.meanings)
    return shared + shared / (1 + len(other.meanings))


def _select_relevant(clause: Clause, other: Clause) -> list[Denial]:
    """The denials of a clause, without those of a name that the other clause does not have."""
    theirs = other.meanings.union(*(each.scope for each in other.denials))
    return [each for each in clause.denials if each.word not in _OF_A_NAME or each.scope & theirs]


def _is_about_same(denying: Clause, other: Clause) -> bool:
    """Whether what is denied in one clause is affirmed in the other."""
    for denial in denying.denials:
        scope = denial.scope or denying.meanings
        common = len(scope & other.meanings)
        shared = common / len(scope) if scope else 0.0
        if common >= _FIRM_COMMON and denial.word not in _OF_A_NAME:
            return True
        if shared >= _MOST or (shared >= _ENOUGH and (not denial.head or denial.head & other.meanings)):
            return True
    return False


def _has_other_opposite(denying: Clause, other: Clause) -> bool:
    """Whether the clause that denies nothing says the denial otherwise: "unrelated", "few" for "rarely", "the rest"."""
    words, others = ({token.word for token in clause.tokens} for clause in (denying, other))
    if not set(pairwise(token.word for token in other.tokens)).isdisjoint(_NO_MORE):
        return True
    names_rest = any(one.word == "the" and two.word in _OTHERS for one, two in pairwise(denying.tokens))
    if names_rest or any((one.word, two.word) in REPLACED for one, two in pairwise(other.tokens)):
        return True
    is_weak = all(denial.is_weak for denial in denying.denials)
    if is_weak and _is_seldom_by_number(other.tokens):
        return True
    return not (others - words).isdisjoint(_SAID_OTHERWISE | _FEW if is_weak else _SAID_OTHERWISE)


def _show(denials: Sequence[Denial]) -> str:
    return denials[0].word if denials else ""
