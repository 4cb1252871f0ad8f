"""A preview: every draft has a page that says so and what is still to be done; nothing else knows of a draft."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

import pytest
from tests.content import Results
from tests.render.samples import document, html, ids, site, words
from tests.rules.fixtures import Case, cases, write

from citewell.diagnostics import Diagnostic, Location, Severity
from citewell.project import Project
from citewell.render import Page
from citewell.render.preview import preview_pages
from citewell.source.load import load

DRAFT = """---
title: Is it a <draft>?
description: Not ready.
status: draft
topics: [back pain]
illustration: {file: scan.svg, alt: A scan}
related_questions: [other]
---

It hurts. [@nhs]
"""
DONE = "---\ntitle: Is it done?\ntopics: [back pain]\n---\n\nIt hurts. [@nhs]\n"
OTHER = "---\ntitle: Another draft\nstatus: draft\n---\n\nSee [the first](../new/).\n"
ABOUT = "---\ntitle: About what is to come\nstatus: draft\n---\n\nSoon.\n"
ARTICLES = {"new": DRAFT, "done": DONE, "other": OTHER}


def finding(line: int, message: str, severity: Severity = Severity.ERROR, hint: str | None = None) -> Diagnostic:
    return Diagnostic("CIT001", severity, Location(document(DRAFT, "new").source.path, line), message, hint)


def previewed(made: Results, found: Iterable[Diagnostic]) -> tuple[Page, ...]:
    return preview_pages(made.site_index, made.parts, found)


@pytest.fixture
def made():
    found = (
        finding(4, "too long", Severity.WARNING),
        finding(11, 'there is no reference called "<nsh>"', hint='did you mean "nhs"?'),
    )
    return {
        posixpath.join(str(page.path.parent), "").removeprefix("./"): page
        for page in previewed(site(ARTICLES, {"about": ABOUT}), found)
    }


def told(page) -> dict[str, object]:
    told = page.front_matter["citewell"].get("preview", {})
    assert isinstance(told, dict)
    return told


def test_a_draft_has_its_page_which_says_what_is_still_to_be_done_the_errors_first(made):
    page = made["articles/new/"]
    assert words(html(page), "h1, article > p") == ["Is it a <draft>?", "It hurts.Source 1"]
    assert told(page) == {
        "draft": True,
        "summary": "The check found 1 error and 1 warning on this page.",
        "few": True,
        "findings": [
            "Line 11: there is no reference called &quot;&lt;nsh&gt;&quot; (did you mean &quot;nhs&quot;?)",
            "Line 4: too long",
        ],
    }
    assert told(made["articles/other/"])["summary"] == "The check found nothing on this page."
    assert told(made["about/"])["draft"] is True
    assert not told(made["articles/done/"])


def test_home_tells_what_was_found_in_files_without_a_page():
    place = Location("content_src/references/all.yml", 3, 5)
    found = (Diagnostic("REF006", Severity.WARNING, place, "not confirmed"),)
    home, *_ = (page for page in previewed(site(ARTICLES), found) if str(page.path) == "index.md")
    assert told(home)["summary"] == "The check found 1 warning in files that do not belong to a page."
    assert told(home)["findings"] == ["content_src/references/all.yml:3:5: not confirmed"]
    assert told(home)["draft"] is False


def test_home_leads_to_the_drafts_and_no_other_list_does(made):
    home = html(made[""])
    assert words(home, "#drafts + .items > li > a") == ["Is it a <draft>?", "Another draft", "About what is to come"]
    assert words(home, "#articles + .items > li > a") == ["Is it done?"]
    for address, page in made.items():
        if address not in ("", "articles/new/", "articles/other/"):
            assert "<draft>" not in html(page).text()
            assert "../new/" not in page.body


def test_a_draft_shows_what_it_will_be_related_to(made):
    assert words(html(made["articles/new/"]), ".related a") == ["Is it done?"]


def test_links_of_a_preview_land(made):
    known = {address: set(ids(html(page))) for address, page in made.items()}
    for address, page in made.items():
        for link in html(page).css("a[href]"):
            path, _, fragment = (link.attributes["href"] or "").partition("#")
            if ":" not in path:
                target = posixpath.join(posixpath.normpath(posixpath.join("/", address, path)), "")[1:]
                assert not fragment or fragment in known[target]


def test_only_a_preview_has_a_page_and_the_pictures_of_a_draft():
    made = site(ARTICLES, {"about": ABOUT})
    assert PurePosixPath("articles/new/scan.svg") in {path for _, output in made.outputs for path in output.pictures}
    assert PurePosixPath("articles/new/scan.svg") not in made.docs.files
    published = made.pages
    assert not any("draft" in page.body.casefold() for page in published)
    assert {str(page.path) for page in previewed(made, ())} - {str(page.path) for page in published} == {
        *("articles/new/index.md", "articles/other/index.md", "about/index.md")
    }


@pytest.mark.parametrize("case", [pytest.param(each, id=f"{each.rule}: {each.title}") for each in cases()])
def test_whatever_is_wrong_in_a_draft_it_can_be_previewed(case: Case, tmp_path: Path):
    """The fixtures of all rules, which hold every fault there is, as drafts."""
    write(case, tmp_path, lambda _: None)
    for path in [*tmp_path.glob("content_src/articles/*/article.md"), *tmp_path.glob("content_src/pages/*.md")]:
        if path.is_file() and path.read_bytes().startswith(b"---\n") and b"\nstatus:" not in path.read_bytes():
            path.write_bytes(path.read_bytes().replace(b"---\n", b"---\nstatus: draft\n", 1))
    results = Results(load(Project(tmp_path)))
    made = {page.path: page for page in previewed(results, results.findings())}
    for page in made.values():
        assert ids(html(page))[0] == "content"
        page.data()
    for each in results.content.articles:
        page = made[PurePosixPath(f"articles/{each.slug}/index.md")]
        paths = {each.source.path, *(use.shared.source.path for use in each.shared)}
        errors = [found for found in results.findings() if found.location.path in paths]
        assert len(told(page).get("findings", ())) == len(errors)  # type: ignore[arg-type]  # the test reads plain data
