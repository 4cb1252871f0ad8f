"""Items: what is taken from data of anywhere, and the YAML that says it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from citewell.evidence.items.clean_text import clean_text
from citewell.evidence.items.normalise import fill_gaps, normalise_item
from citewell.evidence.items.text import format_item, format_scalar
from citewell.fixes.bibliography_file import BibliographyFile
from citewell.fixes.new_references import parse_item, read_plain_items
from citewell.model.csl_variables import DATES, NAMES, TEXTS, TYPES
from citewell.model.source_location import SourceText
from citewell.source.bibliography import read_bibliography


def test_the_house_style():
    item = normalise_item(
        {
            "DOI": "10.5555/x",
            "custom": {"note": "Read it.", "kind": "guideline"},
            "issued": {"date-parts": [[2013, 12, 11]]},
            "title": "Red flags: a made-up review",
            "volume": 347,
            "type": "article-journal",
            "author": [{"given": "A.", "family": "Ng", "non-dropping-particle": "van"}, {"literal": "Example Trust"}],
        }
    ).item
    assert format_item({"id": "ng-2013-red-flags", **item}) == [
        "  - id: ng-2013-red-flags",
        "    type: article-journal",
        '    title: "Red flags: a made-up review"',
        "    author:",
        "      - family: Ng",
        "        given: A.",
        "        non-dropping-particle: van",
        "      - literal: Example Trust",
        "    issued: 2013-12-11",
        "    volume: 347",
        "    DOI: 10.5555/x",
        "    custom:",
        "      note: Read it.",
        "      kind: guideline",
    ]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("plain words, and 0123", "plain words, and 0123"),
        ("no", "no"),
        ("null", "null"),
        ("a: b", '"a: b"'),
        ("ends:", '"ends:"'),
        ("a #b", '"a #b"'),
        ("a#b", "a#b"),
        ("- dash", '"- dash"'),
        ("*star", '"*star"'),
        ("[x]", '"[x]"'),
        ("@key", '"@key"'),
        ('says "x": y', "'says \"x\": y'"),
        ("it's: \\ fine", "'it''s: \\ fine'"),
        ("", '""'),
        ("http://a.org/x:y", "http://a.org/x:y"),
    ],
)
def test_quotation_marks_stand_where_yaml_needs_them(text, written):
    assert format_scalar(text) == written


_words = st.text(min_size=1, max_size=30) | st.text("a:# -?[]{}&*!|>'\"%@`,\\~<=.\n\t", min_size=1, max_size=12)
_name = st.dictionaries(
    st.sampled_from(["family", "given", "literal", "suffix", "dropping-particle", "non-dropping-particle", "odd"]),
    _words,
)
_date = (
    st.dates().map(str)
    | _words
    | st.builds(lambda *parts: {"date-parts": [list(parts)]}, st.integers(-1, 3000), st.integers(0, 25))
    | st.builds(lambda a, b: {"date-parts": [[a], [b]], "circa": True}, st.integers(0, 3000), st.integers(0, 3000))
    | st.builds(lambda a, b: f"{a:04d}-{b:02d}/", st.integers(0, 9999), st.integers(0, 25))
)
_anything = st.recursive(_words | st.none() | st.integers() | st.booleans(), lambda inner: st.lists(inner, max_size=3)
                         | st.dictionaries(_words, inner, max_size=3), max_leaves=8)  # fmt: skip
_raw = st.builds(
    lambda *parts: {name: value for part in parts for name, value in part.items()},
    st.dictionaries(st.sampled_from(sorted(TEXTS)), _words, max_size=5),
    st.dictionaries(st.sampled_from(sorted(NAMES)), st.lists(_name, max_size=3), max_size=2),
    st.dictionaries(st.sampled_from(sorted(DATES)), _date, max_size=2),
    st.dictionaries(_words, _anything, max_size=3),
    st.fixed_dictionaries({}, optional={"type": st.sampled_from([*sorted(TYPES), "odd"]), "custom": _anything}),
)


@settings(max_examples=100, deadline=None)
@given(_raw)
@example({"title": "x", "issued": "0000-21/"})
def test_any_item_is_read_back_as_it_is(raw):
    item = {"id": "key", **normalise_item(raw).item}
    lines = format_item(item)
    text = "\n".join(["references:", *lines, ""])
    assert read_plain_items(BibliographyFile("x.yml", text.encode())) == {"key": item}
    bibliography, problems, _ = read_bibliography([SourceText("x.yml", text)])
    assert [problem for problem in problems if problem.kind != "lost-character"] == []
    reference = bibliography.references["key"]
    assert reference == replace(parse_item(item), places=reference.places)
    assert reference.unread == frozenset()
    for name in TEXTS & item.keys():
        assert name in reference.fields
    for name in ("issued", "accessed"):
        assert (getattr(reference, name) is not None) == (name in item)


def test_what_nobody_sees_is_taken_out():
    assert clean_text("a\u00adb\u200b c\u202e\u0007  d\n e\ufeff\ud800") == "ab c d e"
    assert clean_text("می\u200cخواهم") == "می\u200cخواهم"
    assert clean_text("a\u200cb") == "ab"


@pytest.mark.parametrize(
    ("given_", "isbn", "kept"),
    [
        ("978-0-306-40615-7 0-306-40615-2", "978-0-306-40615-7", True),
        ("0306406151, 9780306406157 (paperback)", "9780306406157", True),
        ("978 0 306 40615 7", "978 0 306 40615 7", False),
        ("not yet given", "not yet given", False),
    ],
)
def test_of_several_isbns_the_first_sound_one_is_taken_and_all_are_kept(given_, isbn, kept):
    item, left, _ = normalise_item({"title": "A", "ISBN": given_})
    assert item["ISBN"] == isbn
    assert left == (("ISBN",) if kept else ())
    assert item.get("custom") == ({"imported": {"ISBN": given_}} if kept else None)


def test_filling_never_overwrites():
    item = {"title": "One", "custom": {"kind": "news", "imported": {"a": "1"}}}
    other = {"title": "Two", "volume": "3", "custom": {"kind": "trial", "note": "n", "imported": {"a": "2", "b": "3"}}}
    assert fill_gaps(item, [other]) == {
        "title": "One",
        "volume": "3",
        "custom": {"kind": "news", "note": "n", "imported": {"a": "1", "b": "3"}},
    }
    assert item == {"title": "One", "custom": {"kind": "news", "imported": {"a": "1"}}}


def test_an_acceptance_signed_elsewhere_is_not_taken_over():
    item = normalise_item({"title": "T", "custom": {"accepted": [{"finding": "retraction", "by": "me"}]}}).item
    assert "accepted" not in item["custom"]
    assert "retraction" in item["custom"]["imported"]["custom accepted"]
