"""CSL-JSON as other programs write it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.evidence.imports.kept import lost, texts
from tests.steps import steps

from citewell.evidence.imports import csl_json
from citewell.evidence.items.normalise import sort_variables
from citewell.fixes.bibliography_file import BibliographyFile
from citewell.fixes.new_references import read_plain_items
from citewell.model.csl_variables import DATES, NAMES, TEXTS, TYPES


def test_an_item():
    text = """[
      {"id": "ng2020", "type": "article-journal", "title": "Backs", "volume": 3, "page": "1-2",
       "author": [{"family": "Ng", "given": "A.", "ORCID": "0000"}, {"literal": "Trust"}, {"given": ""}],
       "issued": {"date-parts": [["2020", 3, 5]]}, "accessed": {"raw": "5 March 2021"},
       "mystery": {"deep": [1, 2]}, "custom": {"kind": "news", "odd": "x", "accepted": [{"by": "me"}]},
       "DOI": "10.5555/made-up.1", "note": "", "ISBN": null}
    ]"""
    found = csl_json.read_csl_json(text)
    (entry,) = found.entries
    assert found.faults == ()
    assert (entry.key, entry.line) == ("ng2020", 2)
    assert entry.item == {
        "type": "article-journal",
        "title": "Backs",
        "author": [{"family": "Ng", "given": "A."}, {"literal": "Trust"}],
        "issued": "2020-03-05",
        "accessed": "2021-03-05",
        "volume": "3",
        "page": "1-2",
        "DOI": "10.5555/made-up.1",
        "custom": {
            "kind": "news",
            "imported": {
                "author 1 ORCID": "0000",
                "mystery": '{"deep": ["1", "2"]}',
                "custom odd": "x",
                "custom accepted": '[{"by": "me"}]',
            },
        },
    }
    assert {(left.field, left.line) for left in entry.left} >= {("mystery", 5), ("custom odd", 5)}


@pytest.mark.parametrize(
    "text",
    [
        '{"id": "a", "title": "A"}',
        '{"items": [{"id": "a", "title": "A"}]}',
        '{"references": [{"id": "a", "title": "A"}]}',
        '{"id": "a", "title": "A"}\n{"id": "b", "title": "B"}',
    ],
)
def test_other_wrappings(text):
    found = csl_json.read_csl_json(text)
    assert found.faults == ()
    assert found.entries[0].item["title"] == "A"


@pytest.mark.parametrize(
    "broken",
    [
        '{"id": "b", "title": }',
        '{"id": "b", "title": "B"',
        '{"id": "b", "title": "B',
        "nonsense",
        '{"id": "b"}}',
        "[[[",
    ],
)
def test_a_broken_item_is_named_and_the_others_come(broken):
    found = csl_json.read_csl_json('[\n{"id": "a", "title": "A"},\n' + broken + ',\n{"id": "c", "title": "C"}\n]')
    assert [entry.key for entry in found.entries if entry.key != "b"] == ["a", "c"]
    assert found.faults
    assert all(fault.line in {3, 4} for fault in found.faults)


def test_identifiers_in_a_note_are_taken_out_of_it_unless_they_are_known_or_none():
    note = "PMID: 12345678\nPMCID: PMC123 of 2020\nRead it.\nDOI: 10.5555/other\nISBN: 12"
    (entry,) = csl_json.read_csl_json(json.dumps([{"title": "A", "DOI": "10.5555/made-up.1", "note": note}])).entries
    assert entry.item == {
        "type": "document",
        "title": "A",
        "DOI": "10.5555/made-up.1",
        "PMID": "12345678",
        "note": "PMCID: PMC123 of 2020 Read it. DOI: 10.5555/other ISBN: 12",
    }


def test_a_field_that_stands_twice_is_kept():
    (entry,) = csl_json.read_csl_json('[{"id": "a", "title": "One", "title": "Two"}]').entries
    assert entry.item["title"] == "One"
    assert entry.item["custom"]["imported"] == {"title 2": "Two"}


_text = st.lists(st.text("abcXYZ0129", min_size=1, max_size=6), min_size=1, max_size=3).map(" ".join)
_plain = _text | st.integers(0, 10**6) | st.lists(_text, max_size=2)
_name = st.dictionaries(st.sampled_from(["family", "given", "literal", "suffix", "ORCID"]), _text, max_size=3)
_date = st.fixed_dictionaries({"raw": _text}) | st.fixed_dictionaries(
    {"date-parts": st.lists(st.lists(st.integers(0, 40), max_size=3), max_size=2)},
    optional={"season": st.integers(0, 9)},
)
_variable = (
    st.tuples(st.sampled_from(sorted(TEXTS)), _plain)
    | st.tuples(st.sampled_from(sorted(NAMES)), st.lists(_name, max_size=3))
    | st.tuples(st.sampled_from(sorted(DATES)), _date)
    | st.tuples(st.sampled_from(["mystery", "x y", "custom"]), _plain | _name)
    | st.tuples(st.just("type"), st.sampled_from([*sorted(TYPES), "odd"]))
)


@settings(max_examples=200, deadline=None)
@given(st.lists(_variable, max_size=10).map(dict))
def test_nothing_of_any_item_is_lost(raw):
    (entry,) = csl_json.read_csl_json(json.dumps([{"id": "a", "type": "book", "title": "A", **raw}])).entries
    undated = {name: value for name, value in raw.items() if name not in DATES}
    assert lost(entry, texts(undated)) == []
    for name in DATES & raw.keys():
        if any(texts(raw[name])) and lost(entry, texts(raw[name])):
            assert entry.item[name], "what is not kept as it was is a date that is whole"


@pytest.mark.parametrize(
    "path",
    sorted((Path(__file__).parents[2] / "sites/back-pain/content_src/references").glob("*.yml")),
    ids=lambda path: path.stem,
)
def test_the_bibliography_of_a_whole_site_comes_back_as_it_was(path):
    items = read_plain_items(BibliographyFile(path.name, path.read_bytes()))
    found = csl_json.read_csl_json(json.dumps(list(items.values())))
    assert found.faults == ()
    for item, entry in zip(items.values(), found.entries, strict=True):
        assert {"id": entry.key, **entry.item} == item
        assert list(entry.item) == [name for name in sort_variables(item) if name != "id"]


def test_a_field_given_many_times_costs_no_more_than_its_length():
    once, twice = (
        steps(csl_json.read_csl_json, '[{"id": "a", "type": "book", ' + '"title": "T", ' * number + '"page": "1"}]')
        for number in (500, 1000)
    )
    assert twice <= 2.2 * once


def test_what_crossref_itself_writes():
    """Its JSON has CSL's names, but its own types, lists of titles, and bodies with a name."""
    work = {
        "type": "journal-article",
        "title": ["A dose of 10<sup>6</sup> cells"],
        "author": [{"given": "Jane", "family": "Doe"}, {"name": "Made-up Study Group"}],
        "issued": {"date-parts": [[2020, 5]]},
        "DOI": "10.5555/x",
        "URL": "https://doi.org/10.5555/x",
    }
    (entry,) = csl_json.read_csl_json(json.dumps([work])).entries
    assert entry.item["type"] == "article-journal"
    assert entry.item["title"] == "A dose of 10⁶ cells"
    assert entry.item["author"] == [{"family": "Doe", "given": "Jane"}, {"literal": "Made-up Study Group"}]
