"""How many wrong sentences the comparison with pinned words finds, and how many right ones it doubts.

``development.yml`` is what the rules were written with. ``set_apart.yml`` was written before them, and first measured
when they were done. ``other_subjects.yml`` was written later, about other subjects, ``elliptical_words.yml`` in the
style of another author, ``patient_pages.yml`` and ``plain_words_for_terms.yml`` by others who did not know the rules.
``terse_records.yml`` has only right sentences. ``pytest -s`` prints the tables.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml

from citewell.support.agreement import Kind, find_disagreements
from citewell.support.arithmetic import find_wrong_sums

HERE = Path(__file__).parent
FILES = ("development", "set_apart", "other_subjects", "elliptical_words", "patient_pages", "plain_words_for_terms")
RIGHT_ONLY = "terse_records"
NUMBERS = ("number", "percentage", "range", "unit")
LEAST_FOUND = 0.85
MOST_FALSE = 0.03


class Measured(NamedTuple):
    """By kind: wrong sentences, those found, right sentences, those doubted."""

    wrong: Counter[str]
    found: Counter[str]
    right: Counter[str]
    doubted: Counter[str]

    def table(self) -> str:
        rows = (
            f"{kind:12} {self.found[kind]:3} of {self.wrong[kind]:2} {self.doubted[kind]:3} of {self.right[kind]:2}\n"
            for kind in sorted(self.wrong | self.right)
        )
        return "".join(rows)

    def recall(self, *kinds: str) -> float:
        return sum(self.found[kind] for kind in kinds) / sum(self.wrong[kind] for kind in kinds)


def pairs(name: str) -> list[dict[str, str]]:
    read: list[dict[str, str]] = yaml.safe_load((HERE / f"{name}.yml").read_text(encoding="utf-8"))
    return read


def measure(name: str) -> Measured:
    measured = Measured(Counter(), Counter(), Counter(), Counter())
    for pair in pairs(name):
        differs = bool(find_disagreements(pair["claim"], (pair["words"],)))
        is_right = pair["label"] == "supported"
        all_of_them, noticed = (measured.right, measured.doubted) if is_right else (measured.wrong, measured.found)
        all_of_them[pair["kind"]] += 1
        noticed[pair["kind"]] += differs
    return measured


@pytest.mark.parametrize("name", FILES)
def test_distortions_are_found_and_paraphrases_left_alone(name: str):
    measured = measure(name)
    sys.stdout.write(f"\n{name}: kind, wrong sentences found, right sentences doubted\n{measured.table()}")
    for kinds in (NUMBERS, ("denominator",), ("population",), ("negation",)):
        assert measured.recall(*kinds) >= LEAST_FOUND, kinds
    assert measured.doubted.total() <= MOST_FALSE * measured.right.total()


def test_right_sentences_beside_terse_records_are_left_alone():
    measured = measure(RIGHT_ONLY)
    assert measured.doubted.total() <= MOST_FALSE * measured.right.total()


def test_the_pairs_are_many_and_about_half_of_them_are_right():
    labels = Counter(pair["label"] for name in FILES[:2] for pair in pairs(name))
    assert labels.total() >= 300
    assert 0.4 <= labels["supported"] / labels.total() <= 0.6


@pytest.mark.parametrize("name", FILES)
def test_no_sum_is_doubted_in_sentences_that_are_not_about_sums(name: str):
    texts = [text for pair in pairs(name) for text in (pair["claim"], pair["words"]) if pair["label"] == "supported"]
    assert [text for text in texts if list(find_wrong_sums(text))] == []


@pytest.mark.parametrize(
    ("claim", "pinned", "kinds"),
    [
        # a number in any of the pinned words supports the sentence
        ("Pain in 72% and fever in 55%.", ("spinal pain in 72%", "fever in 55%"), []),
        ("Pain in 72% and fever in 45%.", ("spinal pain in 72%", "fever in 55%"), [Kind.NUMBER]),
        # a word that one of two sources has is enough, if both are about the sentence
        ("The lump hurts.", ("the lump may hurt", "the lump hurts"), []),
        ("The lump hurts.", ("the lump may hurt", "the lump can hurt"), [Kind.HEDGE]),
        # words about something else say nothing
        ("The lump hurts.", ("the lump may hurt", "11 cases in Sydney"), [Kind.HEDGE]),
        ("See a doctor.", ("most masses in adults are benign",), []),
        ("", ("72%",), []),
        ("Pain in 72%.", ("",), []),
    ],
)
def test_several_pinned_words_are_taken_together(claim: str, pinned: tuple[str, ...], kinds: list[Kind]):
    assert [each.kind for each in find_disagreements(claim, pinned)] == kinds


@pytest.mark.parametrize(
    ("claim", "pinned", "is_right"),
    [
        ("Most people had no symptoms.", "most (73%) symptom-free", True),
        ("Most people had symptoms.", "most (73%) were symptom-free", False),
        ("There were no deaths.", "mortality: 0 of 87", True),
        ("Two people died.", "0 of 87 patients died", False),
        ("People without diabetes had fewer infections.", "infection rate lower in non-diabetics", True),
        ("The average age was 47.", "mean age 47.3 y (SD 11.2)", True),
        ("The average age was 49.", "mean age 47.3 y (SD 11.2)", False),
        ("Do not drive unless your doctor agrees.", "no driving until cleared by physician", True),
        ("Driving is safe.", "driving not safe until cleared", False),
        ("Blood pressure of 140/90 or more is high.", "≥140/90 mmHg", True),
        ("Shingles is more likely after 50.", "incidence of shingles increases >50 y", True),
        ("The vaccine does not cause autism.", "no link between the vaccine and autism", True),
        ("The vaccine causes autism.", "link between the vaccine and autism", False),
        ("A cold lasts a week.", "common cold: 7 days", True),
        ("Drink two and a half to three litres.", "2.5–3 L daily", True),
        ("Drink four to five litres.", "2.5–3 L daily", False),
        ("About a third of people over 65 fall each year.", "30% of those aged ≥65 fall annually", True),
        # one question, answered both ways
        ("The tablets are fine in pregnancy.", "contraindicated in pregnancy", False),
        ("You can have the jab even if you are allergic to eggs.", "egg allergy no longer a contraindication", True),
        ("The tablets stop the pill from working.", "tablets do not reduce efficacy of the pill", False),
        ("The pill still works with the tablets.", "tablets do not reduce efficacy of the pill", True),
        ("People whose kidneys work normally need less.", "renal impairment: lower doses needed", False),
        ("People with healthy kidneys can take it.", "contraindicated in renal impairment", True),
        ("Aspirin helped people who had never had a stroke.", "aspirin, patients with prior stroke: benefit", False),
        # one share, of another whole
        ("Half of the people with heart failure had diabetes.", "half of the diabetics developed heart failure", False),
        ("A third of people had a serious bleed.", "one third of bleeds were serious", False),
        ("One in six people has a stroke in any one year.", "lifetime risk of stroke: one in six", False),
        # the same said of what was missed
        ("One in four cancers is missed by the test.", "sensitivity for cancer 75%", True),
        ("The test finds 5 in 100 cancers.", "sensitivity for cancer 95%", False),
        # exceptions and limits that are no denials
        ("Do not drive for a week.", "driving may resume after one week", True),
        ("Do not use it without asking your doctor.", "use only on medical advice", True),
        ("Aim for a pressure in the 130s.", "target 130–139 mmHg", True),
        ("Aim for a pressure in the 150s.", "target 130–139 mmHg", False),
    ],
)
def test_elliptical_words_are_read_as_sentences_are(claim: str, pinned: str, is_right: bool):
    assert (find_disagreements(claim, (pinned,)) == ()) is is_right


def test_the_words_around_a_sentence_may_say_whom_it_is_about():
    words = ("most lumps in adults are benign",)
    assert [each.kind for each in find_disagreements("Most lumps are harmless.", words)] == [Kind.POPULATION]
    assert find_disagreements("Most lumps are harmless.", words, "Lumps in adults") == ()


def test_both_sides_are_named():
    (found,) = find_disagreements("It helped 64% of the people.", ("it helped 46%",))
    assert (found.stated, found.pinned) == ("64%", "46%")


@pytest.mark.parametrize("piece", ["1 in ", "not ", "more than ", "12 of ", "9 – ", "a half ", "people with ", "5 % ("])
def test_text_that_is_no_sentence_is_taken_as_it_is(piece: str):
    assert find_disagreements(piece * 2_000, (piece * 2_000,)) == ()
    assert not list(find_wrong_sums(piece * 2_000))
