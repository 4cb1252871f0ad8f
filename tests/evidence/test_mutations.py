"""Thousands of ways to make the evidence of a site wrong: each is found, at the lines that are wrong.

An oracle that shares nothing with the program says of each mutation which lines are wrong. Where it says that none is,
nothing may be found; these are counted apart.
"""

from __future__ import annotations

import random
from collections import Counter
from difflib import unified_diff
from typing import Final, NamedTuple

import pytest
from tests.evidence.mutants.content import Project, Texts
from tests.evidence.mutants.mutations import MUTATIONS
from tests.evidence.mutants.oracle import Oracle, Place

from citewell.diagnostics import has_errors

#: None missed in so many: with 95 % certainty fewer than 1.7 in 1,000 would be (the rule of three: 3 / 1,800), which is
#: what at most 10 in 10,000 would show, in a fifth of the time.
WRONG: Final = 1_800
SEED: Final = 4
#: Those that mostly change nothing that matters. Others may end up right, too, as where two like letters are swapped.
HARMLESS: Final = {
    "exchange_two_items",
    "set_a_quote_in_other_marks",
    "spell_a_doi_in_another_way",
    "swap_a_reference",
    "delete_one_of_two_items",
    "leave_a_link_in_doubt",
}
#: Each of these has all references read anew, which takes the longest.
SLOW: Final = {
    "duplicate_a_reference",
    "accept_what_happened",
    "rename_a_reference",
    "rename_a_retracted_reference",
    "change_the_title_of_a_retracted_reference",
    "change_a_title",
    "change_a_word_of_a_named_quote",
    "change_an_identifier",
}
#: Each of these makes content wrong so that it must not go out.
GRAVE: Final = {
    "delete_a_mark",
    "misspell_a_key",
    "retract_a_reference",
    "rename_a_retracted_reference",
    "change_the_title_of_a_retracted_reference",
    "change_a_pinned_word",
    "swap_the_reference_under_a_quote",
    "duplicate_a_reference",
    "kill_a_link",
}


class Outcome(NamedTuple):
    """A mutation: the lines that are wrong, and those at which something was found; in words, if they differ."""

    name: str
    wrong: frozenset[Place]
    found: frozenset[Place]
    goes_out: bool
    difference: str


@pytest.fixture(scope="module")
def project() -> Project:
    return Project()


@pytest.fixture(scope="module")
def outcomes(project: Project) -> list[Outcome]:
    """Mutations of each kind in turn, no two the same, until ``WRONG`` of them are.

    The harmless ones have a turn in five, so that they do not outnumber the others when those run out, and the slow
    ones every other turn.
    """
    chance, oracle = random.Random(SEED), Oracle(project.texts)
    seen: set[int] = set()
    made: list[Outcome] = []
    wrong = turn = 0
    while wrong < WRONG:
        turn += 1
        for name, mutate in MUTATIONS.items():
            if turn % (5 if name in HARMLESS else 2 if name in SLOW else 1):
                continue
            changed = mutate(project.texts, chance)
            sign = hash(tuple(changed.items()))
            if sign not in seen:
                seen.add(sign)
                made.append(outcome(name, changed, oracle, project))
                wrong += bool(made[-1].wrong)
    return made


def outcome(name: str, changed: Texts, oracle: Oracle, project: Project) -> Outcome:
    wrong = frozenset(oracle.faults(changed))
    findings = project.findings(changed, release=True)
    found = frozenset(Place(each.location.path, each.location.line) for each in findings)
    told = "" if found == wrong else as_words(changed, project.texts)
    return Outcome(name, wrong, found, not has_errors(findings), told)


def as_words(changed: Texts, texts: Texts) -> str:
    pairs = ((texts[path].splitlines(), text.splitlines()) for path, text in changed.items())
    return "\n".join(line for pair in pairs for line in unified_diff(*pair, n=0, lineterm=""))


@pytest.mark.parametrize("release", [False, True])
def test_site_as_it_is_has_no_finding(project: Project, release: bool) -> None:
    assert project.findings({}, release) == ()
    assert Oracle(project.texts).faults({}) == set()


def test_what_is_wrong_is_found_at_its_lines(outcomes: list[Outcome]) -> None:
    missed = [each for each in outcomes if not each.wrong <= each.found]
    assert missed[:5] == []


def test_nothing_is_found_at_lines_that_are_right(outcomes: list[Outcome]) -> None:
    assert [each for each in outcomes if each.found - each.wrong][:5] == []


def test_what_is_grave_is_not_published(outcomes: list[Outcome]) -> None:
    assert [each for each in outcomes if each.name in GRAVE and each.wrong and each.goes_out][:5] == []


def test_mutations_are_many_of_each_kind(outcomes: list[Outcome]) -> None:
    """So that none of them has quietly come to nothing."""
    wrong = Counter(each.name for each in outcomes if each.wrong)
    right = Counter(each.name for each in outcomes if not each.wrong)
    assert wrong.total() >= WRONG
    assert right.total() >= 60
    assert MUTATIONS.keys() - wrong.keys() <= HARMLESS <= right.keys()
