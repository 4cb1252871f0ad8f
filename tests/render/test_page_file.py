"""The file of a page: front matter that YAML reads back letter by letter."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest
import yaml

from citewell.render.page import Page


@pytest.mark.parametrize("words", ['a "b": c # d', "no", "a\\b", "€ 😀 ﬁ", "\x7f\x85\u2028\ufeff\uffff", "- a\n- b"])
def test_words_of_the_front_matter_stay_what_they_are(words: str):
    page = Page(PurePosixPath("index.md"), {"title": words, "citewell": {"section": words}}, "Body.")
    _, front, body = page.data().decode().split("---\n")

    assert yaml.safe_load(front) == {"title": words, "citewell": {"section": words}}
    assert body == "\nBody.\n"
