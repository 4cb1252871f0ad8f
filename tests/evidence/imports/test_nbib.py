"""PubMed's NBIB as CSL items."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.evidence.imports.kept import lost

from citewell.evidence.imports import nbib

ARTICLE = """\
PMID- 12345678
OWN - NLM
DP  - 2013 Dec 11
TI  - Made-up backs: a study of what is made up, with a title that is long enough to be
      wrapped.
PG  - 3072-80
LID - 10.5555/made-up.1 [doi]
LID - f7095 [pii]
AB  - Words.
FAU - Müller, Jana
AU  - Müller J
AD  - Example Town
FAU - van der Berg, Ludwig
AU  - van der Berg L
CN  - Example Group
LA  - eng
PT  - Journal Article
PT  - Systematic Review
JT  - Journal of made-up things
TA  - J Made-up
VI  - 347
IP  - 2
IS  - 1234-5679 (Electronic)
IS  - 9876-5432 (Linking)
PMC - PMC7654321
AID - 10.5555/made-up.1 [doi]
MH  - Backs
OT  - fronts
SO  - J Made-up. 2013

PMID- 23456789
TI  - Another.
AU  - Ng AB
"""


def test_two_articles():
    found = nbib.read_nbib(ARTICLE)
    first, second = found.entries
    assert found.faults == ()
    imported = first.item.pop("custom")
    assert first.item == {
        "type": "article-journal",
        "title": "Made-up backs: a study of what is made up, with a title that is long enough to be wrapped",
        "author": [
            {"family": "Müller", "given": "Jana"},
            {"family": "Berg", "given": "Ludwig", "non-dropping-particle": "van der"},
            {"literal": "Example Group"},
        ],
        "container-title": "Journal of made-up things",
        "issued": "2013-12-11",
        "volume": "347",
        "issue": "2",
        "page": "3072-3080",
        "DOI": "10.5555/made-up.1",
        "PMID": "12345678",
        "PMCID": "PMC7654321",
        "ISSN": "1234-5679",
        "container-title-short": "J Made-up",
        "language": "en",
        "keyword": "fronts, Backs",
        "abstract": "Words.",
    }
    assert imported["kind"] == "systematic-review"
    assert imported["imported"] == {
        "OWN": "NLM",
        "LID": "f7095 [pii]",
        "AD": "Example Town",
        "PT": ["Journal Article", "Systematic Review"],
        "IS": "9876-5432 (Linking)",
        "SO": "J Made-up. 2013",
    }
    assert (second.line, second.item["author"]) == (31, [{"family": "Ng", "given": "A. B."}])


def test_a_suffix_stands_behind_the_given_name():
    (found,) = nbib.read_nbib("PMID- 1\nTI  - A\nFAU - O'Made-Up, Ralph B Sr\nAU  - O'Made-Up RB Sr\n").entries
    assert found.item["author"] == [{"family": "O'Made-Up", "given": "Ralph B", "suffix": "Sr"}]


@pytest.mark.parametrize(
    ("lines", "notices"),
    [
        ("PT  - Retracted Publication", [{"kind": "retraction", "said-by": "PubMed"}]),
        (
            "PT  - Retracted Publication\nRIN - J Test. 2020 Jan 3;1(1):1. doi: 10.5555/note. PMID: 23456789",
            [
                {
                    "kind": "retraction",
                    "said-by": "PubMed",
                    "published": "2020-01-03",
                    "doi": "10.5555/note",
                    "pmid": "23456789",
                }
            ],
        ),
        (
            "RRI - J Test. 2020;1:1",
            [
                {
                    "kind": "retraction",
                    "said-by": "PubMed",
                    "published": "2020",
                    "reason": "it was retracted and replaced",
                }
            ],
        ),
        ("ECI - J Test. 2020;1:1", [{"kind": "expression-of-concern", "said-by": "PubMed", "published": "2020"}]),
        ("EIN - J Test. 2020;1:1", [{"kind": "correction", "said-by": "PubMed", "published": "2020"}]),
        ("PT  - Retraction of Publication\nROF - J Test. 2018;1:1", None),  # the notice itself
        ("RPI - J Test. 2020;1:1", None),  # a reprint
        ("MH  - Retraction of Publication as Topic", None),
    ],
)
def test_what_was_said_of_the_article_since(lines, notices):
    (found,) = nbib.read_nbib(f"PMID- 1\nTI  - A\n{lines}\n").entries
    assert found.item.get("custom", {}).get("notices") == notices


_tag = st.sampled_from(
    "TI AB JT TA VI IP PG DP LA PT AD GR MH OT LID AID IS PMC CN FAU AU FED ED STAT DEP SO PL ZZ".split()
)
_value = st.lists(st.text("abcXYZ0129", min_size=1, max_size=6), min_size=1, max_size=3).map(" ".join)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(_tag, _value)))
def test_nothing_of_any_entry_is_lost(fields):
    """But for short names beside full ones (AU beside FAU), which say the same less exactly."""
    text = "".join(f"{tag:<4}- {value}\n" for tag, value in [("PMID", "123"), *fields])
    found = nbib.read_nbib(text)
    tags = [tag for tag, _ in fields]
    wanted = [(tag, value) for tag, value in fields]
    for full, short in (("FAU", "AU"), ("FED", "ED")):
        if tags.count(full) == tags.count(short):
            wanted = [(tag, value) for tag, value in wanted if tag != short]
    entries = found.entries
    missing = [value for _, value in wanted if all(lost(entry, [value]) for entry in entries)]
    assert missing == []
