"""Whether a statement is about the same people as its source, and does not leave out whom the source is about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final, NamedTuple

from citewell.lexicon.content_words import find_meanings, is_people
from citewell.lexicon.places import LONGEST_NAME, PLACES, SYSTEMS, lies_in
from citewell.lexicon.populations import (
    ALWAYS_ACUTE,
    EVERYONE,
    GROUPS,
    HAD,
    HAVING,
    NOT_INSIDE,
    NUMBERED,
    PHRASES,
    POINTS_BACK,
    STATES,
    WELL,
    WITHOUT,
    Trait,
)
from citewell.lexicon.units import Dimension
from citewell.support.quantity import Quantity
from citewell.support.tokens import Token

_LONGEST_PHRASE: Final = 3
_LONGEST_CONDITION: Final = 5  # words
_ENDS_CONDITION: Final = frozenset(
    """and or but in on at to of is are was were had have has get gets got should may can will who that which than then
    when if since for from by before after during within while the""".split()
)
_NO_CONDITION: Final = frozenset(
    {"people", "study", "group", "need", "treat", "care", "median", "mean", "feature", "symptom"}
)
_KINDS_OF_PEOPLE: Final = frozenset(
    {"people", "child", "study", "group", "expert", "die", "birth", "admis", "nurs", "twin"}
)
_NOTHING: Final[frozenset[str]] = frozenset()


class Condition(NamedTuple):
    """What people have, or do not have: as written, and the meanings of its words."""

    written: str
    meanings: frozenset[str]
    denied: bool = False


@dataclass(slots=True)
class People:
    """Whom a text is about: groups by trait, places, conditions, and all meanings of its words."""

    groups: dict[Trait, set[str]] = field(default_factory=lambda: defaultdict(set))
    places: list[tuple[tuple[str, ...], str]] = field(default_factory=list)
    conditions: list[Condition] = field(default_factory=list)
    meanings: frozenset[str] = _NOTHING
    ages: tuple[Quantity, ...] = ()
    durations: tuple[Quantity, ...] = ()
    points_back: bool = False
    speaks_to_reader: bool = False
    names_system: bool = False
    names_everyone: str = ""
    sampled: dict[Trait, set[float]] = field(default_factory=dict)
    counts: set[float] = field(default_factory=set)
    numbered: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))


class OtherPeople(NamedTuple):
    """A difference: what the statement says, or "" where it leaves out what the source says."""

    trait: Trait
    stated: str
    pinned: str


def find_people(tokens: Sequence[Token], quantities: Sequence[Quantity]) -> People:
    """Whom a text is about."""
    people = People(
        meanings=frozenset().union(*(find_meanings(token.word) for token in tokens), _NOTHING),
        ages=tuple(
            each
            for each in quantities
            if each.dimension is Dimension.AGE and "by" not in (token.word for token in tokens[: each.begin][-2:])
        ),
        durations=tuple(each for each in quantities if each.dimension is Dimension.DURATION),
        points_back=any(token.word in POINTS_BACK for token in tokens) or _is_about_study(tokens),
        speaks_to_reader=any(token.word in ("you", "your") for token in tokens),
        names_system=any(token.text in SYSTEMS for token in tokens),
        names_everyone=next((token.word for token in tokens if token.word in EVERYONE), ""),
    )
    for before, token in pairwise(tokens):
        if before.word in NUMBERED and (token.value is not None or token.word in ("i", "ii", "iii", "iv")):
            people.numbered[before.word].add(token.word)
    for place in range(len(tokens)):
        _read_group(tokens, place, people)
        _read_place(tokens, place, people)
    people.counts = {each.low for each in quantities if each.dimension is Dimension.COUNT}
    _note_samples(tokens, quantities, people)
    people.conditions += _find_conditions(tokens)
    return people


def _is_about_study(tokens: Sequence[Token]) -> bool:
    """Whether a text is only about those who took part in a study, so that it says nothing of other people."""
    return any(
        (one.word, two.word) in (("in", "the"), ("took", "part")) and three.word in ("study", "trial", "in")
        for one, two, three in zip(tokens, tokens[1:], tokens[2:], strict=False)
    )


def _read_group(tokens: Sequence[Token], place: int, people: People) -> None:
    for length in range(_LONGEST_PHRASE, 1, -1):
        found = PHRASES.get(tuple(token.word for token in tokens[place : place + length]))
        if found:
            break
    else:
        found = GROUPS.get(tokens[place].word.removesuffix("'s"))
    if found is None:
        return
    trait, value = found
    before = {token.word for token in tokens[max(0, place - 2) : place]}
    if trait is Trait.AGE and value == "children" and "young" in before:
        value = "children"
    if trait is Trait.AGE and tokens[place].word == "adults" and place and tokens[place - 1].word in ("older", "young"):
        return
    if value == "acute" and place + 1 < len(tokens) and tokens[place + 1].word in ALWAYS_ACUTE:
        return
    if trait is Trait.SETTING and before & NOT_INSIDE:
        value = f"outside {value}"
    people.groups[trait].add(value)


def _note_samples(tokens: Sequence[Token], quantities: Sequence[Quantity], people: People) -> None:
    """Note the traits that are only named with how many took part: a statement without that number needs none."""
    counted: dict[int, float] = {}
    for each in quantities:
        if each.dimension is Dimension.COUNT:
            counted.update(dict.fromkeys(range(each.end, each.end + 3), each.low))
    for trait in tuple(people.groups):
        at = [place for place, token in enumerate(tokens) if GROUPS.get(token.word, ("",))[0] is trait]
        if at and all(place in counted for place in at):
            people.sampled[trait] = {counted[place] for place in at}


def _read_place(tokens: Sequence[Token], place: int, people: People) -> None:
    for length in range(min(LONGEST_NAME, len(tokens) - place), 0, -1):
        name = tuple(token.text for token in tokens[place : place + length])
        path = PLACES.get(name)
        if path:
            people.places.append((path, " ".join(name)))
            return


def _find_conditions(tokens: Sequence[Token]) -> Iterator[Condition]:
    """What follows "people with", "history of" and similar words."""
    for place, token in enumerate(tokens):
        pair = (token.word, tokens[place + 1].word if place + 1 < len(tokens) else "")
        if pair in HAD:
            yield from _read_condition(tokens, place + 2, denied=False)
        elif token.word in WELL and is_people(find_meanings(pair[1])):
            yield Condition(token.text, frozenset({"symptom", "pain"}), denied=True)
        elif token.word in STATES and is_people(find_meanings(pair[1])):
            yield Condition(token.text, find_meanings(token.word))
        elif is_people(find_meanings(token.word)) and find_meanings(token.word) - _KINDS_OF_PEOPLE:
            yield Condition(token.text, find_meanings(token.word) - {"people"})
        elif is_people(find_meanings(token.word)) and pair[1]:
            after = _pass_brackets(tokens, place + 1)
            if tokens[after].word == "who" and after + 1 < len(tokens):
                after += 1
            if tokens[after].word in HAVING or tokens[after].word in WITHOUT:
                is_statement = tokens[after].word != "with" and tokens[after].word not in WITHOUT and after == place + 1
                if not is_statement:
                    yield from _read_condition(tokens, after + 1, denied=tokens[after].word in WITHOUT)


def _pass_brackets(tokens: Sequence[Token], place: int) -> int:
    """The place after brackets that begin at a place; the place itself, where none do or nothing follows."""
    if tokens[place].word != "(":
        return place
    closing = next((each for each in range(place, len(tokens)) if tokens[each].word == ")"), len(tokens))
    return closing + 1 if closing + 1 < len(tokens) else place


def _read_condition(tokens: Sequence[Token], place: int, *, denied: bool) -> Iterator[Condition]:
    words: list[Token] = []
    for token in tokens[place : place + _LONGEST_CONDITION]:
        if token.word == "-" and words:
            continue
        if not token.is_word or (token.word in _ENDS_CONDITION and words):
            break
        if token.word in ("a", "an", "any", "the"):
            continue
        words.append(token)
    meanings = frozenset().union(*(find_meanings(each.word) for each in words), _NOTHING) - _NO_CONDITION
    if words and words[0].word == "no":
        denied = True
    if meanings and tokens[place].word != "at":
        yield Condition(" ".join(each.text for each in words), meanings, denied)


def compare_people(stated: People, pinned: People, context: People, *, gives_share: bool) -> Iterator[OtherPeople]:
    """Each group, place or condition of the source that the statement changes or leaves out.

    ``context`` are the words around the statement, which may say whom it is about. ``gives_share`` says that the
    statement gives a share of people, which needs to be of the same ones.
    """
    for trait, values in pinned.groups.items():
        own = stated.groups.get(trait, set())
        around = context.groups.get(trait, set())
        gives_age = stated.ages or any(age.low in stated.counts for age in pinned.ages)
        if trait is Trait.AGE and gives_age and not own:
            continue
        if own and not (own & values) and not _is_subset(trait, own, values):
            yield OtherPeople(trait, _join(own), _join(values))
        elif (
            not own
            and not (around & values)
            and (gives_share or trait not in pinned.sampled or pinned.sampled[trait] & stated.counts)
            and _must_be_kept(trait, values, stated, gives_share=gives_share)
        ):
            yield OtherPeople(trait, stated.names_everyone, _join(values))
    for word, numbers in pinned.numbered.items():
        own = stated.numbered.get(word, set())
        if own and not own & numbers:
            yield OtherPeople(Trait.CONDITION, f"{word} {_join(own)}", f"{word} {_join(numbers)}")
    yield from _compare_places(stated, pinned, context)
    yield from _compare_ages(stated, pinned, context)
    yield from _compare_conditions(stated, pinned, context, gives_share=gives_share)


def _is_subset(trait: Trait, own: set[str], values: set[str]) -> bool:
    return trait is Trait.AGE and own == {"older people"} and values == {"adults"}


def _must_be_kept(trait: Trait, values: set[str], stated: People, *, gives_share: bool) -> bool:
    """Whether a statement that is silent about a trait says more than its source."""
    if stated.points_back or (stated.speaks_to_reader and trait in (Trait.AGE, Trait.SEX)):
        return False
    if trait is Trait.SETTING:
        return gives_share
    if trait is Trait.COURSE:
        return not stated.durations
    return not (trait is Trait.SEX and len(values) > 1)


def _compare_places(stated: People, pinned: People, context: People) -> Iterator[OtherPeople]:
    if not pinned.places or (stated.names_system and any(path[0] == "GB" for path, _ in pinned.places)):
        return
    name = pinned.places[0][1]
    if stated.places:
        if not any(lies_in(own, path) for own, _ in stated.places for path, _ in pinned.places):
            yield OtherPeople(Trait.PLACE, stated.places[0][1], name)
    elif not stated.points_back and not any(
        lies_in(own, path) for own, _ in context.places for path, _ in pinned.places
    ):
        yield OtherPeople(Trait.PLACE, "", name)


def _compare_ages(stated: People, pinned: People, context: People) -> Iterator[OtherPeople]:
    """An age that limits whom the source is about, and of which the statement says nothing."""
    if not pinned.ages or pinned.ages[0].low in stated.counts:
        return
    if stated.ages or stated.groups.get(Trait.AGE) or stated.points_back:
        return
    if context.ages or context.groups.get(Trait.AGE) or pinned.groups.get(Trait.AGE):
        return
    yield OtherPeople(Trait.AGE, "", pinned.ages[0].written)


def _compare_conditions(stated: People, pinned: People, context: People, *, gives_share: bool) -> Iterator[OtherPeople]:
    for condition in pinned.conditions:
        opposite = next((own for own in stated.conditions if own.meanings & condition.meanings), None)
        if (
            opposite
            and opposite.denied != condition.denied
            and condition.denied
            and not any(own.denied for own in stated.conditions)
        ):
            yield OtherPeople(Trait.CONDITION, opposite.written, condition.written)
            return
    if stated.points_back or (gives_share and not is_people(stated.meanings)):
        return
    for condition in pinned.conditions:
        if not (condition.meanings & (stated.meanings | context.meanings)):
            yield OtherPeople(
                Trait.CONDITION,
                stated.names_everyone,
                f"without {condition.written}"
                if condition.denied and condition.written.lower() not in WELL
                else condition.written,
            )
            return


def _join(values: set[str]) -> str:
    return " and ".join(sorted(values))
