"""The policies of ``site.yml`` that name kinds of works and types of articles: what is taken, what is refused where."""

from __future__ import annotations

import pytest

from citewell.model.article import ArticleType
from citewell.model.source_location import SourceText
from citewell.source.settings import read_settings
from tests.source.wording import detail_of, suggestion_of


def read(policies: str):
    return read_settings(SourceText("site.yml", f"publisher: x\npolicies:\n{policies}"))


def test_ages_by_kind_or_type_and_evidence_by_type_of_article():
    settings, noted, _ = read(
        "  check_age: 90\n"
        "  reference_age:\n    guideline: 10\n    article-journal: 20\n    legal_case: 30\n"
        "  evidence_for:\n    test: [guideline, trial]\n    treatment:\n      - systematic-review\n"
    )
    assert noted == ()
    assert settings.policies.check_age == 90
    assert settings.policies.reference_age == {"guideline": 10, "article-journal": 20, "legal_case": 30}
    assert settings.policies.evidence_for == {
        ArticleType.TEST: ("guideline", "trial"),
        ArticleType.TREATMENT: ("systematic-review",),
    }


@pytest.mark.parametrize(
    ("policies", "problem"),
    [
        ("  reference_age:\n    guidline: 10", "4:5 unknown-key guidline -> guideline"),
        ("  reference_age:\n    guideline: ten", '4:16 wrong-value "guideline" must be a whole number, not "ten"'),
        ("  reference_age: 10", '3:18 wrong-value "reference_age" must hold "key: value" lines'),
        ("  evidence_for:\n    tratment: [trial]", "4:5 unknown-key tratment -> treatment"),
        (
            "  evidence_for:\n    test: [guidelin]",
            '4:12 wrong-value unknown kind "guidelin" -> did you mean',
        ),
        (
            "  quote_for: [doses, number]",
            '3:22 wrong-value an item of "quote_for" must be one of emergency, urgent, doses',
        ),
        ("  quote_for_release: fatal", '3:22 wrong-value "quote_for_release" must be one of warning, error'),
        ("  check_age: 0", '3:14 wrong-value "check_age" must be 1 or more, not 0'),
    ],
)
def test_what_is_wrong_is_said_at_its_place_and_the_rest_is_kept(policies: str, problem: str):
    settings, noted, _ = read(f"{policies}\n  sentence_words: 12\n")
    place, (found,) = noted[0].location, noted
    said = f"{place.line}:{place.column} {found.kind} {detail_of(found)} -> {suggestion_of(found)}"
    assert said.startswith(problem)
    assert settings.policies.sentence_words == 12
