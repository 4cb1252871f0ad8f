"""Words in another language or script: what a screen reader and a browser are told of them."""

from __future__ import annotations

import pytest

from citewell.messages import Words
from citewell.render.language_spans import base_of, in_language, isolated

ENGLISH, HEBREW = Words(), Words("he")


@pytest.mark.parametrize(
    ("said", "language", "words", "shown"),
    [
        ("Back pain", "en", ENGLISH, "Back pain"),
        ("Back pain", "en-US", ENGLISH, "Back pain"),
        ("Back pain", "", ENGLISH, "Back pain"),
        ("Rückenschmerz", "de", ENGLISH, '<span lang="de">Rückenschmerz</span>'),
        ("כאב גב", "he", ENGLISH, '<bdi lang="he" dir="rtl">כאב גב</bdi>'),
        ("כאב גב", "", ENGLISH, "<bdi>כאב גב</bdi>"),
        ("On כאב גב", "en", ENGLISH, "<bdi>On כאב גב</bdi>"),
        ("Back pain", "en", HEBREW, '<bdi lang="en" dir="ltr">Back pain</bdi>'),
        ("كتاب", "ar", HEBREW, '<bdi lang="ar">كتاب</bdi>'),
        ("X", 'en"><script>', HEBREW, "<bdi>X</bdi>"),
    ],
)
def test_a_foreign_part_says_its_language_and_keeps_its_direction(
    said: str, language: str, words: Words, shown: str
) -> None:
    assert in_language(said, language, words) == shown


def test_in_a_line_from_right_to_left_latin_words_and_figures_stay_together() -> None:
    assert isolated("כתב עת. 2021 Mar;7:100–9.", "rtl") == "כתב עת. <bdi>2021 Mar;7:100–9</bdi>."
    assert isolated("2020 [cited 2026 Feb 10].", "rtl") == "<bdi>2020 [cited 2026 Feb 10]</bdi>."


def test_an_entry_runs_as_its_title_on_a_page_from_right_to_left_alone() -> None:
    assert [base_of(title, HEBREW) for title in ("כאב גב", "Back pain", "«כאב»", "")] == ["rtl", "ltr", "rtl", "ltr"]
    assert base_of("כאב גב", ENGLISH) == "ltr"
