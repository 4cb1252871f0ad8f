"""Words in common: which forms of a word are one, which words count, and what the glossary adds."""

from __future__ import annotations

import pytest

from citewell.citations.relevance import Terms, collect_subject_words, extract_relevant_words, names_publisher
from citewell.diagnostics import Location
from citewell.model.glossary import Term
from citewell.model.references import Reference

GLOSSARY = (
    Term("biopsy", "a small sample of tissue", ("biopsy", "biopsies")),
    Term("CT", "a scan with X-rays", ("CT",)),
)


def work(**fields: str) -> Reference:
    return Reference(
        "k", "webpage", {name.replace("_", "-"): text for name, text in fields.items()}, places={"": Location("x")}
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a lump", "lumps"),
        ("the diagnosis", "Diagnosing it"),
        ("tumours", "tumor"),
        ("anaemia", "anemia"),
        ("an image", "imaging"),
        ("the spine", "spinal"),
        ("It was treated.", "treatments"),
        ("1,172 people", "1172 nurses"),
        ("Sjögren", "Sjogren"),
        ("CT", "CTs"),
    ],
)
def test_forms_of_a_word_are_one(one: str, other: str):
    assert extract_relevant_words(one) & extract_relevant_words(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Many people have it.", "A study of people"),
        ("The NHS says so.", "NHS"),
        ("night pain", "migraine"),
        ("ileum", "ilium"),
        ("3 of 4", "3 ways"),
        ("", "anything"),
    ],
)
def test_what_says_nothing_and_what_differs_is_not_in_common(one: str, other: str):
    assert not extract_relevant_words(one) & extract_relevant_words(other)


def test_the_glossary_makes_a_term_and_its_plain_words_one_both_ways():
    terms = Terms(GLOSSARY)
    assert extract_relevant_words("A tissue sample is taken.") & extract_relevant_words("Biopsies", terms)
    assert extract_relevant_words("Biopsies are taken.") & extract_relevant_words("A sample of tissue", terms)
    assert not extract_relevant_words("Biopsies are taken.") & extract_relevant_words("A sample of blood", terms)


@pytest.mark.parametrize("variable", ["title", "abstract", "container_title", "publisher"])
def test_a_work_speaks_by_each_of_its_parts(variable: str):
    assert extract_relevant_words("lumps") <= collect_subject_words(work(**{variable: "A lump"}), None, Terms(()))


def test_who_made_a_work_may_be_named_by_initials():
    reference = work(title="Referral", publisher="National Institute for Health and Care Excellence")
    assert names_publisher("NICE says so.", reference)
    assert not names_publisher("It is nice to say so. WHO did?", reference)
