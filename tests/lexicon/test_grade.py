"""The two formulas, worked out by hand, and what counts as a word."""

from __future__ import annotations

from math import sqrt

import pytest

from citewell.lexicon.reading_grade import (
    Reading,
    count_syllables_of_word,
    count_syllables_of_words,
    measure_grades,
    split_words,
)


def reading_of(sentences: list[str]) -> Reading:
    return measure_grades([count_syllables_of_words(sentence) for sentence in sentences])


def test_flesch_kincaid_is_what_the_report_of_1975_says():
    # 2 sentences, 9 words, 11 syllables: "The doc-tor takes a scan." "Rest and mo-vement: no."
    reading = reading_of(["The doctor takes a scan.", "Rest and movement help."])
    assert (reading.sentences, reading.words) == (2, 9)
    assert reading.flesch_kincaid == pytest.approx(0.39 * 9 / 2 + 11.8 * 11 / 9 - 15.59)


def test_smog_is_what_the_paper_of_1969_says():
    sentences = ["A sarcoma is rare."] * 20 + ["Most lumps are safe."] * 10
    reading = reading_of(sentences)
    assert reading.long_words == 20
    assert reading.smog == pytest.approx(1.043 * sqrt(20) + 3.1291)


def test_smog_of_fewer_sentences_is_taken_in_proportion():
    assert reading_of(["A sarcoma is rare."] * 10).smog == pytest.approx(reading_of(["A sarcoma is rare."] * 30).smog)


def test_harder_words_and_longer_sentences_raise_both_grades():
    easy = reading_of(["A lump can grow.", "See a doctor soon."])
    longer = reading_of(["A lump can grow, and then you need to see a doctor about it as soon as you can."])
    harder = reading_of(["Histological examination follows.", "Rehabilitation is appropriate."])
    assert easy.flesch_kincaid < longer.flesch_kincaid < harder.flesch_kincaid
    assert easy.smog < harder.smog


def test_marks_of_punctuation_are_no_words_and_hyphens_join():
    assert split_words("A well-known sign – 5 cm / 2 in – is rare … (see below).") == (
        ["A", "well-known", "sign", "5", "cm", "2", "in", "is", "rare", "(see", "below)."]
    )


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("MRI", 3),
        ("MRIs.", 3),
        ("NHS,", 3),
        ("WHO", 5),
        ("(GP)", 2),
        ("A&E", 2),
        ("U.S.", 2),
        ("NICE", 1),
        ("A", 1),
        ("I", 1),
        ("X-rays", 2),
        ("well-known", 2),
        ("1,172", 1),
        ("44%)", 1),
        ("14-year-old", 2),
        ("“sarcoma”", 3),
    ],
)
def test_short_forms_are_said_letter_by_letter_and_figures_count_as_one(word: str, count: int):
    assert count_syllables_of_word(word) == count


def test_nothing_to_measure_is_said():
    with pytest.raises(ValueError, match="no word"):
        reading_of(["…"])
