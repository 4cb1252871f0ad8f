"""``citewell words``: what a translator compares, and how it is written down."""

from __future__ import annotations

import pytest
from tests.cli.project import Project

SITE = "content_src/site.yml"
WORDS = "content_src/words.yml"
GERMAN = """# Ours.
review:
  reviewed: Medizinisch geprüft  # as our doctors say
  missing:
    one: "{count} Abschnitt wurde nicht geprüft: {sections}."
    other: "{count} Abschnitte wurden nicht geprüft: {sections}."
theme:
  home: Startseite
"""


@pytest.fixture
def german(small: Project) -> Project:
    small.write(SITE, f"{small.read(SITE)}language: de\n")
    return small


def test_a_translation_is_compared_once_and_again_when_the_english_text_has_changed(german: Project) -> None:
    german.write(WORDS, GERMAN)
    waiting = german.citewell("words")
    assert (waiting.code, german.read(WORDS)) == (1, GERMAN)
    assert "review.reviewed\n  English:       Medically reviewed\n  Translation:   Medizinisch geprüft\n" in waiting.out
    assert "error[SRC061]" in german.citewell("check").out

    assert german.citewell("words", "--confirm", "review.reviewed").code == 0
    assert "2 to compare" not in german.citewell("words").out
    assert german.citewell("words", "--confirm").code == 0
    assert german.citewell("words").code == 0
    assert german.read(WORDS).startswith(GERMAN), "every byte of the translator stays"
    assert "SRC061" not in german.citewell("check").out

    german.replace(WORDS, '"Medically reviewed"', '"Looked at by a program"')
    again = german.citewell("words")
    assert (again.code, again.out.count("Compared with: Looked at by a program")) == (1, 1)
    german.citewell("words", "--confirm")
    assert german.read(WORDS).count("english:") == 1
    assert german.citewell("words").code == 0


def test_the_file_to_begin_with_is_made_once_and_is_sound(german: Project) -> None:
    assert german.citewell("words", "--start").code == 0
    assert "!protected" not in german.read(WORDS)
    assert {line for line in german.citewell("check").out.split() if line.startswith("error[SRC")} <= {"error[SRC061]"}
    german.write(WORDS, GERMAN)
    assert german.citewell("words", "--start").code == 2
    assert german.read(WORDS) == GERMAN


def test_what_cannot_be_done_is_said_in_a_line(german: Project) -> None:
    missing = german.citewell("words")
    assert (missing.code, missing.err.count("\n")) == (2, 2)
    assert "citewell words --start" in missing.err
    german.write(WORDS, GERMAN)
    assert '"theme.home" is not a protected text' in german.citewell("words", "theme.home").err


def test_an_english_site_is_told_which_texts_stay(small: Project) -> None:
    listed = small.citewell("words")
    assert listed.code == 0
    assert "article.not_reviewed: Not yet medically reviewed\n" in listed.out
    assert "theme.home" not in listed.out
