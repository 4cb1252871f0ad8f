"""Which changes of a sentence may be declared to be spelling, and which never."""

from __future__ import annotations

import pytest

from citewell.reviews.spelling import count_edits, explain_change

USED = frozenset("fever fewer form patients month lump lumps".split())


def explain(before: str, after: str) -> str:
    return explain_change(before, after, USED.__contains__)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("It causes haedaches.", "It causes headaches."),
        ("You may recieve it.", "You may receive it."),
        ("The tumour grows.", "The tumor grows."),
        ("An oedema is a swelling.", "An edema is a swelling."),
        ("It is accomodating.", "It is accommodating."),
        ("A cafe was asked.", "A café was asked."),
        ("Take it to the follow up.", "Take it to the follow-up."),
        ("Rest, and wait.", "Rest and wait."),
        ("it is Common", "It is common"),
    ],
)
def test_a_slip_of_spelling_may_be_declared(before: str, after: str):
    assert explain(before, after) == ""


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Take 5 mg.", "Take 50 mg."),
        ("Take 5 mg.", "Take 5 µg."),
        ("Take 1.5 ml.", "Take 15 ml."),
        ("Take two tablets.", "Take too tablets."),
        ("Take it daily.", "Take it dayly."),
        ("It is not safe.", "It is now safe."),
        ("It isn't safe.", "It is safe."),
        ("It is safe.", "It is unsafe."),
        ("It may help.", "It can help."),
        ("Some people have it.", "Most people have it."),
        ("It often heals.", "It heals."),
        ("It lowers pressure (hypotension).", "It lowers pressure (hypertension)."),
        ("Do an abduction.", "Do an adduction."),
        ("It is typical.", "It is atypical."),
        ("They have a fever.", "They have a fewer."),
        ("The lump grows.", "The lumps grow."),
        ("It is common.", "It is comical."),
        ("Fourty percent (40%) have it.", "Fourty percent (40 of) have it."),
        ("Aone btwo cthree dfour.", "Atwo bthree cfour dfive."),
        ("It hurts or burns.", "It hurts on burns."),
        ("More than 40 > 3.", "More than 40 < 3."),
        ("A women may have it.", "A woman, may not have it."),
    ],
)
def test_what_may_change_the_meaning_may_not(before: str, after: str):
    assert explain(before, after)


@pytest.mark.parametrize(
    ("one", "other", "edits"),
    [
        ("a", "a", 0),
        ("abc", "acb", 1),
        ("abc", "ab", 1),
        ("abc", "abcd", 1),
        ("abc", "axc", 1),
        ("abcd", "dcba", 3),
        ("", "abc", 3),
    ],
)
def test_edits_are_counted(one: str, other: str, edits: int):
    assert count_edits(one, other, 3) == count_edits(other, one, 3) == edits
    assert count_edits(one, other, 1) == min(edits, 2)
