"""Sources named in the text: sentences that an editor could add to, with such a name and without."""

from __future__ import annotations

from pathlib import Path

import pytest

from citewell.lexicon.author_years import find_author_years

FOLDER = Path(__file__).parent / "author_years"


def lines(name: str) -> list[str]:
    text = (FOLDER / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if not line.startswith("#")]


@pytest.mark.parametrize("sentence", lines("sources.txt"))
def test_a_source_in_the_text_is_found_once(sentence: str):
    assert len(list(find_author_years(sentence, "en-GB"))) == 1


@pytest.mark.parametrize("sentence", lines("text.txt"))
def test_what_names_no_source_is_left_alone(sentence: str):
    assert list(find_author_years(sentence, "en-GB")) == []


@pytest.mark.parametrize("line", lines("sources_elsewhere.txt"))
def test_a_source_in_a_text_of_another_language_is_found_once(line: str):
    language, _, sentence = line.partition(": ")
    assert len(list(find_author_years(sentence, language))) == 1


@pytest.mark.parametrize("line", lines("text_elsewhere.txt"))
def test_what_names_no_source_in_another_language_is_left_alone(line: str):
    language, _, sentence = line.partition(": ")
    assert list(find_author_years(sentence, language)) == []
