"""Words that are the same however they are written, and where the glossary finds its terms among them."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citewell.model.glossary import Term
from citewell.plain_words.normal_form import normalise_words
from citewell.plain_words.term_uses import build_term_index, find_term_uses, select_present_terms


@pytest.mark.parametrize(
    ("written", "normal"),
    [
        ("X‑ray, COVID‐19, low－dose", "X-ray, COVID-19, low-dose"),
        ("B₁₂, CO₂, HbA₁c, Ca²⁺, m²", "B12, CO2, HbA1c, Ca2+, m2"),
        ("10⁶ cells, 10⁻³, 2³¹", "10⁶ cells, 10⁻³, 2³¹"),
        ("1½ or ½ of 5㎎", "1½ or ½ of 5mg"),
        ("eﬃcacy, Ｍｒｉ, Ⅱ", "efficacy, Mri, II"),
        (unicodedata.normalize("NFD", "Sjögren"), "Sjögren"),
        ("Brand™, don´t, 5 µg", "Brand™, don´t, 5 μg"),
        ("10–20, −5, 7−5, a – b, Crohn’s", "10-20, −5, 7−5, a – b, Crohn’s"),
        ("non–small T−cell, follow⁃up, בית־חולים", "non-small T-cell, follow-up, בית-חולים"),
    ],
)
def test_one_form_for_all_spellings_of_a_word_and_of_no_other_number(written, normal):
    assert normalise_words(written) == normal


@given(st.text())
def test_making_it_again_changes_nothing(text):
    assert normalise_words(normalise_words(text)) == normalise_words(text)


@pytest.mark.parametrize("written_so", [normalise_words, lambda word: unicodedata.normalize("NFD", word), str])
@pytest.mark.parametrize(
    ("term", "said"),
    [
        ("X-ray", "X‑ray"),
        ("X‑ray", "X-rays"),
        ("vitamin B12", "Vitamin B₁₂"),
        ("HbA₁c", "HbA1c"),
        ("Ménière disease", "MÉNIÈRE disease"),
        ("reflux", "reﬂux"),
        ("MRI", "ＭＲＩ"),
    ],
)
def test_the_glossary_finds_a_term_where_it_is_written(term, said, written_so):
    terms = build_term_index((Term(term, "plain words", (written_so(term),)),))
    text = f"Ask about {written_so(said)}: it helps."
    (use,) = find_term_uses(text, select_present_terms([text], terms))
    assert text[use.start : use.end] == written_so(said)


def test_another_number_is_not_the_term():
    terms = build_term_index((Term("106", "plain words", ("106",)),))
    text = "10⁶ cells"
    assert list(find_term_uses(text, select_present_terms([text], terms))) == []
