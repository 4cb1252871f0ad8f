"""Keys that say who, when and what, and that can be cited as they stand."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citewell.evidence.items.keys import LONGEST, adopt_key, make_key
from citewell.source.csl_fields import is_key


def work(title, family="", issued="", **more):
    return {"type": "article-journal", "title": title, "issued": issued, **more} | (
        {"author": [{"family": family, "given": "A."}]} if family else {}
    )


@pytest.mark.parametrize(
    ("item", "key"),
    [
        (work("Red flags to screen for malignancy", "Downie", "2013-12-11"), "downie-2013-red-flags"),
        (work("The course of the back", "Müller-Łukasz", "2020"), "muller-lukasz-2020-course-back"),
        (work("Ödem", "Weiß", "2020"), "weiss-2020-odem"),
        (work("What is it?", "O’Neill", "2020"), "oneill-2020-what-is"),
        (work("<i>In vitro</i> work", "Ng"), "ng-vitro-work"),
        (work("Backs", author=[{"family": "Berg", "non-dropping-particle": "van der"}]), "van-der-berg-backs"),
        (
            work("Backs", author=[{"literal": "Example Trust for Made-up Backs"}], issued="2020"),
            "example-trust-made-2020-backs",
        ),
        (work("背中", "山田", "2020"), "reference-2020"),
        ({"type": "webpage", "title": "Back pain", "URL": "https://www.nhs.uk/conditions/"}, "nhs-back-pain"),
        ({"type": "webpage", "title": "Back pain", "URL": "https://stgeorges.nhs.uk/x"}, "stgeorges-back-pain"),
        ({"type": "webpage", "title": "Back pain", "URL": "http://127.0.0.1:80/x"}, "back-pain"),
        ({"type": "document"}, "reference"),
    ],
)
def test_keys(item, key):
    assert make_key(item, ()) == key


def test_a_key_that_is_taken_gets_a_number():
    item = work("Backs", "Ng", "2020")
    assert make_key(item, {"ng-2020-backs"}) == "ng-2020-backs-2"
    assert make_key(item, {"ng-2020-backs", "ng-2020-backs-2"}) == "ng-2020-backs-3"


@pytest.mark.parametrize(
    ("given_", "key"),
    [
        ("smith2020", "smith2020"),
        ("Smith:2020/a", "Smith:2020/a"),
        ("12345", "ng-2020-backs"),
        ("http://zotero.org/groups/1/items/ABC", "ng-2020-backs"),
        ("doi:10.1/x", "ng-2020-backs"),
        ("10.5555/made-up", "ng-2020-backs"),
        ("Müller2020", "ng-2020-backs"),
        ("a b", "ng-2020-backs"),
        ("a;b", "ng-2020-backs"),
        ("ends.", "ng-2020-backs"),
        ("x" * 300, "ng-2020-backs"),
    ],
)
def test_a_key_from_elsewhere_stays_if_it_can_be_cited(given_, key):
    assert adopt_key(given_, work("Backs", "Ng", "2020"), ()) == key


@given(st.text(), st.text(), st.text(max_size=10))
def test_any_work_has_a_key_that_can_be_cited(title, family, issued):
    key = make_key(work(title, family, issued), ())
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", key)
    assert len(key) <= LONGEST
    assert is_key(key)
