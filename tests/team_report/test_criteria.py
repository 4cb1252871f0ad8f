"""Criteria of trust marks: each line of evidence met and not met, files that are wrong, and the ones that we ship."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from tests.cli.project import Project
from tests.team_report.site import BACK_PAIN, HEADACHE, write_site

from citewell.model.criteria import Evidence
from citewell.model.keys import group_of
from citewell.model.source_location import SourceText
from citewell.source.criteria import read_criteria
from citewell.team_report.criteria_files import list_criteria_names, load_criteria
from citewell.team_report.judges import JUDGES

ARTICLES = "content_src/articles"


def criteria(*evidence: str) -> str:
    """A file with one criterion."""
    lines = "".join(f"      {line}\n" for line in evidence)
    return f"title: Ours\ncriteria:\n  - id: one\n    words: It is good.\n    evidence:\n{lines}"


def judge(project: Project, *evidence: str) -> dict[str, Any]:
    """What comes of one criterion."""
    project.write("ours.yml", criteria(*evidence))
    done = project.citewell("report", "--format", "json", "--months", "0", "--criteria", "ours.yml")
    assert (done.code, done.err) == (0, "")
    return dict(json.loads(done.out)["criteria"][0]["criteria"][0])


# On the site of the tests as it is: the line, its result, what it says, and the lines of files that it names.
RESULTS = [
    ("every-claim-cited: true", "gap", "1 of 8 claims have neither a source nor a reason", ["headache/article.md:1"]),
    (
        "claims-verified-at-least: 25",
        "met",
        "1 of 4 cited claims were verified by a person or have the source's words",
        [],
    ),
    (
        "claims-verified-at-least: 26",
        "gap",
        "1 of 4 cited claims were verified by a person or have the source's words",
        ["back-pain/article.md:1", "headache/article.md:1"],
    ),
    ("references-checked-within: 300", "met", "all 2 cited references", []),
    (
        "references-checked-within: 180",
        "gap",
        "1 of 2 cited references were not checked within 180 days",
        ["references/all.yml:9"],
    ),
    (
        "references-sound: true",
        "gap",
        "2 of 2 cited references are unchecked, dead, retracted or without the quoted words",
        ["references/all.yml:2", "references/all.yml:9"],
    ),
    ("references-at-most-years-old: 11", "met", "all 2 cited works", []),
    (
        "references-at-most-years-old: 10",
        "gap",
        "1 of 2 cited works are over 10 years old or give no year",
        ["references/all.yml:9"],
    ),
    ("systematic-reviews-at-most-years-old: 3", "gap", "there are no cited systematic reviews", []),
    ("each-article-cites-one-of: [guideline, trial]", "met", "all 2 published articles", []),
    (
        "each-article-cites-one-of: [guideline]",
        "gap",
        "1 of 2 published articles cite no guideline",
        ["headache/article.md:1"],
    ),
    (
        "every-published-article-reviewed: true",
        "gap",
        "2 of 2 published articles have no medical review of the text as it is now",
        ["back-pain/article.md:1", "headache/article.md:1"],
    ),
    (
        "review-due-dates: true",
        "gap",
        "2 of 2 published articles have no day on which the next review is due, or it has passed",
        ["back-pain/article.md:1", "headache/article.md:1"],
    ),
    ("readability-grade-at-most: 9", "gap", "there are no published articles that can be measured", []),
    ("words-explained: true", "met", "no finding of RDB003 in 3 published articles and pages", []),
    ("pictures-described: true", "met", "no finding of ACC001, ACC002 in 3 published articles and pages", []),
    ("absolute-numbers: true", "met", "no finding of ART017 in 3 published articles and pages", []),
    ("authors-named: true", "met", "all 2 published articles", []),
    ("credentials-shown: true", "met", "all 1 authors and reviewers", []),
    (
        "interests-declared: true",
        "gap",
        "1 of 1 authors and reviewers do not declare their interests",
        ["people.yml:2"],
    ),
    ("dates-shown: true", "met", "all 2 published articles", []),
    ("publisher-named: true", "met", "publisher: Small Site", []),
    ("contact: true", "met", "contact: editors@small.example", []),
    ("licence: true", "met", "licence: CC BY 4.0", []),
    (
        "page-about: [corrections, mistakes]",
        "met",
        'content_src/pages/about.md, at "how-we-correct-mistakes"',
        [],
    ),
    ("page-about: [funding]", "gap", "no published page about the site has a heading with funding", []),
    ("by-hand: notes of tests", "needs-a-person", "a person has to show: notes of tests", []),
]


@pytest.mark.parametrize(("line", "result", "says", "places"), RESULTS, ids=[line for line, *_ in RESULTS])
def test_a_line_of_evidence_is_compared_with_the_site(site, line, result, says, places):
    found = judge(site, line)

    (evidence,) = found["evidence"]
    assert (found["result"], evidence["result"], evidence["says"]) == (result, result, says)
    assert [
        f"{each['path']}:{each['line']}".split("/", 1)[1].removeprefix("articles/") for each in evidence["places"]
    ] == (places)


def test_every_line_of_evidence_has_its_judge_and_is_tried_here():
    declared = {key.field: key.name for key in group_of(Evidence).keys}
    assert set(JUDGES) == set(declared)
    assert {line.partition(":")[0] for line, *_ in RESULTS} == set(declared.values())


@pytest.mark.parametrize(
    ("evidence", "result"),
    [
        (["contact: true", "licence: true"], "met"),
        (["contact: true", "by-hand: ask them"], "needs-a-person"),
        (["every-claim-cited: true", "by-hand: ask them"], "gap"),
        (["contact: false"], "needs-a-person"),  # no evidence is none that it is met
    ],
)
def test_a_criterion_is_as_good_as_its_weakest_line(site, evidence, result):
    assert judge(site, *evidence)["result"] == result


CHANGES = [
    (
        "every-claim-cited: true",
        "headache",
        HEADACHE,
        HEADACHE.replace("water.", "water. [@guide]"),
    ),
    ("pictures-described: true", "headache", HEADACHE + "\n:::{figure}\n![](head.svg)\n:::\n", HEADACHE),
    (
        "absolute-numbers: true",
        "headache",
        HEADACHE + "\nIt doubles the risk. [@trial]\n",
        HEADACHE,
    ),
    ("authors-named: true", "back-pain", BACK_PAIN.replace("a-writer", "nobody"), BACK_PAIN),
]


@pytest.mark.parametrize(("line", "slug", "bad", "good"), CHANGES, ids=[line for line, *_ in CHANGES])
def test_a_gap_is_closed_by_what_the_line_asks_for(tmp_path, line, slug, bad, good):
    project = write_site(tmp_path / "site")
    if "![" in bad:
        picture = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" width="9" height="9"></svg>'
        project.write(f"{ARTICLES}/headache/head.svg", picture)
    for text, result in ((bad, "gap"), (good, "met")):
        project.write(f"{ARTICLES}/{slug}/article.md", text)
        assert judge(project, line)["result"] == result


WRONG = [
    (criteria("every-claim-citd: true"), "ours.yml:6:7: error[SRC013]", 'did you mean "every-claim-cited"?'),
    (criteria("references-checked-within: soon"), "ours.yml:6:34: error[SRC015]", "whole number"),
    (criteria("each-article-cites-one-of: [guidline]"), "ours.yml:6:35: error[SRC015]", 'did you mean "guideline"?'),
    (criteria("contact: yes"), "ours.yml:6:16: error[SRC015]", "true or false"),
    ("title: Ours\n", "ours.yml:1:1: error[SRC014]", "criteria"),
    ("title: Ours\ncriteria: [{id: a, words: b}]\n", "ours.yml:2:13: error[SRC014]", "evidence"),
    ("title: [Ours\n", "ours.yml:", "error[SRC005]"),
    ("", "ours.yml:1:1: error", "empty"),
]


@pytest.mark.parametrize(("text", "place", "says"), WRONG, ids=[place for _, place, _ in WRONG])
def test_a_file_that_is_wrong_is_refused_at_its_place(site, text, place, says):
    site.write("wrong/ours.yml", text)
    done = site.citewell("report", "--format", "json", "--criteria", "ours.yml", cwd=site.root / "wrong")

    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(place)
    assert says in done.err
    assert "Traceback" not in done.err


def test_two_criteria_of_one_name_are_refused(site):
    site.write("wrong/ours.yml", criteria("contact: true") + "  - {id: one, words: b, evidence: {licence: true}}\n")
    done = site.citewell("report", "--format", "json", "--criteria", "ours.yml", cwd=site.root / "wrong")
    assert (done.code, done.out) == (2, "")
    assert 'must differ from those above it: "one"' in done.err


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("pif-tik", 'no criteria and no file are called "pif-tik"; did you mean "pif-tick"?'),
        ("nothing", "there are healthdirect, iqwig, nhs-content-standard, pif-tick"),
        (".", 'no file are called "."'),
    ],
)
def test_a_name_that_is_none_is_refused_in_one_line(site, name, says):
    done = site.citewell("report", "--format", "json", "--criteria", name)
    assert (done.code, done.out) == (2, "")
    assert says in done.err
    assert "Traceback" not in done.err


@pytest.mark.parametrize("name", list_criteria_names())
def test_the_criteria_that_we_ship_are_right_and_say_where_they_are_from(name: str):
    criteria_file, problems = load_criteria(name)
    assert problems == ()
    assert criteria_file is not None
    assert criteria_file.source.startswith("https://")
    assert criteria_file.read is not None
    assert criteria_file.note
    assert len(criteria_file.criteria) >= 10
    for each in criteria_file.criteria.values():
        assert each.source
        assert each.evidence != Evidence()
        assert each.words.endswith(".")


def test_the_marks_that_we_ship():
    assert list_criteria_names() == ["healthdirect", "iqwig", "nhs-content-standard", "pif-tick"]


@pytest.mark.parametrize(
    ("evidence", "code"), [("contact: true", 0), ("by-hand: ask", 0), ("every-claim-cited: true", 1)]
)
def test_only_a_gap_fails_and_only_if_that_was_asked_for(site, evidence: str, code: int):
    site.write("ours.yml", criteria(evidence))
    arguments = ("report", "--format", "json", "--months", "0", "--criteria", "ours.yml")

    done = site.citewell(*arguments, "--fail-on-gap")

    assert done.code == code
    assert done.err == ("1 criterion is not met.\n" if code else "")
    assert json.loads(done.out)["criteria"]
    assert site.citewell(*arguments).code == 0


def test_a_file_of_the_content_is_not_needed_for_criteria(site, tmp_path: Path):
    (tmp_path / "elsewhere.yml").write_text(criteria("contact: true"), encoding="utf-8")
    done = site.citewell("report", "--format", "json", "--months", "0", "--criteria", str(tmp_path / "elsewhere.yml"))
    assert json.loads(done.out)["criteria"][0]["criteria"][0]["result"] == "met"


def test_the_example_of_the_handbook_is_right():
    page = (Path(__file__).parents[2] / "handbook" / "report.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"^```yaml\n(.*?)^```$", page, re.DOTALL | re.MULTILINE)
    read = read_criteria(SourceText("ours.yml", example))
    assert read.problems == ()
    assert read.criteria
    assert [*read.criteria.criteria] == ["sources", "corrections"]
    assert all(f"`{name}`" in page for name in list_criteria_names())
