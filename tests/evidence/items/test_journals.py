"""Names of journals, long and short."""

from __future__ import annotations

import pytest

from citewell.evidence.items.journals import clean_journal_name, is_abbreviation
from citewell.evidence.items.normalise import normalise_item


@pytest.mark.parametrize(
    ("given_", "name"),
    [
        ("Addiction (Abingdon, England)", "Addiction"),
        ("Health (London, England : 1997)", "Health"),
        ("Deutsche medizinische Wochenschrift (1946)", "Deutsche medizinische Wochenschrift"),
        ("Brain : a journal of neurology", "Brain"),
        ("Schmerz (Berlin, Germany) = Pain", "Schmerz"),
        ("Made-up archives : official journal of A (AB) : affiliated with B", "Made-up archives"),
        ("Journal of Made-up Surgery (American Volume)", "Journal of Made-up Surgery (American Volume)"),
        ("Pain: Made-up Practice", "Pain: Made-up Practice"),
        ("(1946)", "(1946)"),
    ],
)
def test_a_journal_has_one_name(given_, name):
    assert clean_journal_name(given_) == name
    assert normalise_item({"type": "article-journal", "container-title": given_}).item["container-title"] == name
    assert normalise_item({"type": "chapter", "container-title": given_}).item["container-title"] == given_


@pytest.mark.parametrize(
    ("short", "name", "is_short"),
    [
        ("Nat. Commun.", "Nature Communications", True),
        ("Eur Spine J", "European Spine Journal", True),
        ("N Engl J Med", "The New England Journal of Medicine", True),
        ("Time", "An alternative title", False),
        ("Time", "Time", False),
        ("", "Time", False),
    ],
)
def test_what_is_short_for_a_name(short, name, is_short):
    assert is_abbreviation(short, name) is is_short
