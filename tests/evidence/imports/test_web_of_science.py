"""Web of Science's tagged files as CSL items."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.evidence.imports.kept import lost

from citewell.evidence.imports import web_of_science

ARTICLE = """\
FN Clarivate Analytics Web of Science
VR 1.0
PT J
AU Muller, J
   Roe, K
AF Müller, Jana
   Roe, Karl
CA Made-up Study Grp
TI Made-up backs
   and fronts
SO JOURNAL OF MADE-UP THINGS
LA German
DT Article
DE backs; fronts
ID NECKS
EM jana@example.org
SN 1234-5679
EI 9876-5432
J9 J MADE-UP
PD MAR 5
PY 2020
VL 3
IS 2
AR e123
DI 10.5555/made-up.1
PM 12345678
UT WOS:000123
ER

PT J
AU Ng, A
TI Two
SO A JOURNAL
BP 1
EP 9
PY 2019
DI 10.5555/two
ER

EF
"""


def test_two_articles():
    found = web_of_science.read_web_of_science(ARTICLE)
    first, second = found.entries
    assert found.faults == ()
    assert first.item == {
        "type": "article-journal",
        "title": "Made-up backs and fronts",
        "author": [
            {"family": "Müller", "given": "Jana"},
            {"family": "Roe", "given": "Karl"},
            {"literal": "Made-up Study Grp"},
        ],
        "container-title": "JOURNAL OF MADE-UP THINGS",
        "container-title-short": "J MADE-UP",
        "issued": "2020-03-05",
        "volume": "3",
        "issue": "2",
        "page": "e123",
        "DOI": "10.5555/made-up.1",
        "PMID": "12345678",
        "ISSN": "1234-5679",
        "language": "de",
        "keyword": "backs, fronts, NECKS",
        "custom": {"imported": {"WoS DT": "Article", "SN": "9876-5432", "AN": "WOS:000123"}},
    }
    assert [(left.field, left.line) for left in first.private] == [("WoS EM", 16)]
    assert (second.line, second.item["page"], second.item["issued"]) == (30, "1-9", "2019")


def test_a_chapter_and_a_paper_of_a_conference():
    book = "BA Doe, J\nBF Doe, Jane\nBE Roe, K\nTI A part\nSO THE BOOK\nBP 1\nEP 9"
    paper = "AU Doe, J\nAF Doe, Jane\nTI A paper\nSO THE PROCEEDINGS\nCT The Congress\nDT Proceedings Paper"
    whole = "BF Doe, Jane\nTI The book\nSO THE BOOK"
    found = web_of_science.read_web_of_science(f"PT B\n{book}\nER\n\nPT S\n{paper}\nER\n\nPT B\n{whole}\nER\n")
    assert [entry.item["type"] for entry in found.entries] == ["chapter", "paper-conference", "book"]
    assert [entry.item["author"] for entry in found.entries] == [[{"family": "Doe", "given": "Jane"}]] * 3
    assert [entry.item.get("container-title") for entry in found.entries] == ["THE BOOK", "THE PROCEEDINGS", None]
    assert found.entries[1].item["event-title"] == "The Congress"


def test_an_entry_without_its_end_is_taken():
    found = web_of_science.read_web_of_science("PT J\nTI One\nPT J\nTI Two\n")
    assert [entry.item["title"] for entry in found.entries] == ["One", "Two"]
    assert [(fault.line, fault.lost) for fault in found.faults] == [(1, False), (3, False)]


_tag = st.sampled_from("TI AB SO JI J9 LA DE ID SN EI BN PY PD VL IS BP EP AR DI UT PU PI SE CT C1 RP FU XX".split())
_value = st.lists(st.text("abcXYZ0129", min_size=1, max_size=6), min_size=1, max_size=3).map(" ".join)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(_tag, _value)))
def test_nothing_of_any_entry_is_lost(fields):
    text = "PT J\n" + "".join(f"{tag} {value}\n" for tag, value in fields) + "ER\n"
    (entry,) = web_of_science.read_web_of_science(text).entries
    assert lost(entry, [value for _, value in fields]) == []
