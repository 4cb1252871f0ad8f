"""The figures of a report, counted by hand from the texts in ``site.py``."""

from __future__ import annotations

import jsonschema
import pytest

from citewell.keys.json_schema import schema_of


def counts(rows, *, without_none: bool = True):
    return {row["name"]: row["count"] for row in rows if row["count"] or not without_none}


FIGURES = {
    "articles by status": (
        lambda it: [it["totals"][f"{status}_articles"] for status in ("published", "draft", "withdrawn")],
        [2, 1, 1],
    ),
    "the withdrawn article is not counted": (
        lambda it: [each["slug"] for each in it["documents"]],
        ["back-pain", "cold", "headache", "about"],
    ),
    "all claims": (lambda it: it["totals"]["coverage"], {"claims": 9, "cited": 5, "waived": 3, "uncited": 1}),
    "claims of each document": (
        lambda it: {each["slug"]: [*each["coverage"].values()] for each in it["documents"]},
        {"back-pain": [4, 3, 1, 0], "headache": [2, 1, 0, 1], "cold": [1, 1, 0, 0], "about": [2, 0, 2, 0]},
    ),
    "waivers": (lambda it: counts(it["waivers"]), {"about-this-site": 2, "advice": 1}),
    "support": (lambda it: it["totals"]["support"], {"person": 0, "quoted": 1, "program": 0, "unchecked": 4}),
    "verdicts": (lambda it: counts(it["look_ups"]["verdicts"]), {"ok": 1, "broken": 1, "unchecked": 2}),
    "a verdict that no source has is there, too": (
        lambda it: counts(it["look_ups"]["verdicts"], without_none=False)["moved"],
        0,
    ),
    "ages of checks": (
        lambda it: counts(it["look_ups"]["ages"]),
        {"0-30-days": 1, "181-365-days": 1, "never": 2},
    ),
    "days of checks": (
        lambda it: (it["look_ups"]["oldest"], it["look_ups"]["newest"]),
        ("2025-06-01", "2026-02-19"),
    ),
    "lost quotes": (lambda it: it["look_ups"]["lost_quotes"], 1),
    "kinds of works": (
        lambda it: {each["name"]: (each["references"], each["uses"]) for each in it["kinds"]},
        {"guideline": (1, 3), "trial": (1, 2), "health-service-page": (1, 1), "book": (1, 0)},
    ),
    "ages of works": (
        lambda it: counts(it["ages"]),
        {"0-2-years": 1, "11-20-years": 1, "6-10-years": 1, "no-year": 1},
    ),
    "publishers": (
        lambda it: {each["name"]: (each["references"], each["uses"], each["share"]) for each in it["publishers"]},
        {"Example Health": (2, 4, 66.7), "Example Journal": (1, 2, 33.3)},
    ),
    "claims on one source, those in cards first": (
        lambda it: [(each["text"], each["block"], each["reference"]) for each in it["single_source"]],
        [
            ("numb legs", "emergency", "guide"),
            ("Back pain is common.", "takeaway", "guide"),
            ("Headaches pass.", "takeaway", "trial"),
            ("A cold is short.", "paragraph", "page"),
        ],
    ),
    "the place of such a claim": (
        lambda it: it["single_source"][0]["place"],
        {"path": "content_src/articles/back-pain/article.md", "line": 20, "column": 3},
    ),
    "sources that nothing cites": (lambda it: [each["key"] for each in it["unused"]], ["spare"]),
    "sources that nobody has read": (
        lambda it: {each["key"]: each["reason"] for each in it["unread"]},
        {
            "trial": "its page was not read: the server answered 404 (not found)",
            "page": "it was not checked online as it is now",
            "spare": "it was not checked online as it is now",
        },
    ),
    "no history was asked for": (lambda it: (it["trend"]["history"], it["trend"]["months"]), ("not-asked", [])),
}


@pytest.mark.parametrize(("take", "expected"), FIGURES.values(), ids=FIGURES)
def test_a_figure_is_what_was_counted_by_hand(figures, take, expected):
    assert take(figures) == expected


def test_the_json_is_what_its_schema_says(figures):
    schema = schema_of("report")
    jsonschema.Draft202012Validator.check_schema(schema)
    assert [error.message for error in jsonschema.Draft202012Validator(schema).iter_errors(figures)] == []
    figures_of_a_later_version = {**figures, "version": "two"}
    assert not jsonschema.Draft202012Validator(schema).is_valid(figures_of_a_later_version)


def test_the_keys_of_the_report_are_stable(figures):
    expected = (
        "version site day totals documents waivers verdicts look_ups kinds ages publishers reviews single_source "
        "unused unread trend criteria"
    )
    assert [*figures] == expected.split()
    assert (figures["version"], figures["site"], figures["day"]) == (1, "Small Site", "2026-03-01")
