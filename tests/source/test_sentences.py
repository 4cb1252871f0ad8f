"""Where sentences end in health prose. ``|`` marks an end, ``?|`` a place that is only doubtful, ``^`` a mark."""

from __future__ import annotations

import re

import pytest

from citewell.source.sentences import split_sentences

EXAMPLES = [
    "Most back pain is not cancer. |It gets better.",
    "Of 1,172 people, 11 (0.9%) had a serious cause. |Most were fractures.",
    "Is it cancer? |Rarely.",
    "See a doctor! |Do not wait.",
    "The lump was 5.5 cm wide. |It grew.",
    "It measured approx. 5 cm across.",
    "Some drugs, e.g. ibuprofen, help. |Others do not.",
    "See Fig. 2 for details.",
    "Dr. Smith agreed.",
    "Compare MRI vs. CT here.",
    "Pain may last 6 wk. ?|Need more time? |Wait.",
    "A tumour of stage I. ?|Surgery helps.",
    "Drink water, juice, etc. ?|Drink often.",
    "A lump over 5 cm. ?|Need a scan?",
    "He said it hurts… and left.",
    "It hurts… ?|Go to a doctor.",
    "She asked “Is it bad?” and waited.",
    "The first sign is pain. ^ |The next is weakness. ^",
    "The dose is 5 mg. ^ |Take it daily.",
    "The dose is 5 mg. ^ or more.",
    "Seen in approx. ^ 5 people.",
    "Pain at night ^ is common. |It is weak evidence.",
    "Call 999. |Go now.",
    "It began at 9 a.m. ?|Pain came later.",
    "It rose from 30% to 84%. |That is a lot.",
    "The answer is no. ?|Drink water.",
    "The answer is no. ^ |Drink water. ^",
    "Report no. ?|5 is out.",
    "Wait for 5 min. ?|Rest.",
    "Wait for 5 min. ^ |Rest.",
    "Eat dates and figs. ?|Rest.",
    "Smith et al. found it.",
    "Smith et al. ?|Others did not.",
    "It can be a sign of MS. |See a doctor.",
    "Ms. Smith agreed.",
    "Rest helps. |mRNA vaccines are new.",
    "Rest helps. ^ |mRNA vaccines are new.",
    "Rest helps. ^ ?|ibuprofen does not.",
    "Rest helps.|Drink water.",
    "Rest helps.^|Drink water.",
    "(Rest helps.^) |Drink water.",
    "Rest helps.* ?|Drink water.",
    "It was seen by Dr. ^ ?|Smith.",
]


@pytest.mark.parametrize("example", EXAMPLES)
def test_ends(example: str) -> None:
    text, cuts, doubtful, marks = "", [], [], []
    for piece in re.split(r"(\?\||\||\^ ?)", example):
        if piece == "|":
            cuts.append(len(text))
        elif piece == "?|":
            doubtful.append(len(text))
        elif piece.startswith("^"):
            marks.append(len(text))
        else:
            text += piece
    found = split_sentences(text.rstrip(), marks)
    assert (list(found.cuts), list(found.doubtful)) == (cuts, doubtful)


def test_own_abbreviations_end_nothing() -> None:
    assert split_sentences("Seen at St. Mary Hosp. London today.", [], abbreviations=frozenset({"hosp."})).cuts == ()


@pytest.mark.parametrize(
    ("text", "bold", "cuts", "doubtful"),
    [
        ("Early course. Many have no signs.", "Early course.", [], []),
        ("One is bad. Two is good. Three is so.", "One is bad. Two is good.", ["Two", "Three"], []),
        ("Every lump that grows in a week is certainly cancer. Many see it.", "Every … cancer.", [], ["Many"]),
    ],
)
def test_bold_beginning_is_a_name_only_when_it_is_short(
    text: str, bold: str, cuts: list[str], doubtful: list[str]
) -> None:
    end = text.index(bold.rpartition(" ")[2]) + len(bold.rpartition(" ")[2])
    found = split_sentences(text, [], lead_in_end=end)
    assert found.cuts == tuple(text.index(word) for word in cuts)
    assert found.doubtful == tuple(text.index(word) for word in doubtful)


def test_places_hold_in_other_scripts() -> None:
    text = "Ça fait très mal 😀. Prenez rendez-vous."
    assert split_sentences(text, []).cuts == (text.index("Prenez"),)
