"""A word is found however it is written: on the page by a word processor, and in the question by a telephone."""

from __future__ import annotations

import re
import unicodedata
from functools import partial

import pytest
from playwright.sync_api import expect
from tests.browser.searching import PAGE, field, results, said

pytestmark = pytest.mark.browser

TITLE = "Is vitamin B₁₂ in an X‑ray?"
DECOMPOSED = partial(unicodedata.normalize, "NFD")
FOUND = [
    *("X-ray", "X‑ray", "x‐ray", "Ｘ－ｒａｙ"),
    *("COVID-19", "COVID‑19", "low-dose", "low‑dose"),
    *("T-cell", "T−cell", "non-small", "non–small", "10-20", "10–20", "weighed known"),
    *("mg/kg", "kg/mg", "paracetamol", "aspirin/paracetamol", "paracetamol or aspirin"),
    *("B12", "B₁₂", "CO2", "CO₂", "HbA1c", "HbA₁c", "kg/m2", "kg/m²", "aspirin/CO₂"),
    *(
        form
        for name in ("Sjögren", "Ménière", "Zwölffingerdarm")
        for form in (name, unicodedata.normalize("NFD", name))
    ),
    *("efficacy", "eﬃcacy", "fluid", "ﬂuid", "ECG", "ＥＣＧ"),
    *("10⁶", "1½", "Brandol", "Brandol™", "Crohn's", "Crohn’s"),
]


@pytest.fixture(scope="module")
def page(reader):
    return reader.open("gallery's search", PAGE).page


@pytest.mark.parametrize("word", FOUND, ids=ascii)
def test_a_word_is_found_both_ways(page, word):
    field(page).fill(word)
    field(page).press("Enter")  # what was found is told at once, not when typing has ended
    expect(said(page)).to_have_text(re.compile(f"“{re.escape(word)}”"))
    assert TITLE in results(page).all_inner_texts(), "and its title is shown as its editor wrote it"


@pytest.mark.parametrize("word", ["106", "BrandolTM", "11⁄2"])
def test_another_number_or_word_is_not_taken_for_it(page, word):
    field(page).fill(word)
    expect(said(page)).to_have_text(re.compile(f"“{re.escape(word)}”"))
    assert TITLE not in results(page).all_inner_texts()


def test_an_exponent_is_shown_as_one(page):
    field(page).fill("cells")
    expect(said(page)).to_have_text(re.compile("“cells”"))
    assert any("10⁶" in shown for shown in page.locator(".excerpt").all_inner_texts())


def test_a_stroke_is_shown_without_the_space_that_the_index_has(page):
    field(page).fill("paracetamol")
    expect(said(page)).to_have_text(re.compile("“paracetamol”"))
    (shown,) = page.locator(".excerpt").all_inner_texts()
    assert "aspirin/paracetamol is" in shown
