"""The demonstration that this repository publishes: its content has no error, and its whole site is built."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from tests.auditing import audit_pages
from tests.content_guard import OWN_CONTENT

from citewell.build import build
from citewell.diagnostics import Severity
from citewell.project import Project

TODAY = date(2026, 12, 1)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The demonstration, built from a copy. What the check finds would have stopped the build."""
    project = Project(tmp_path_factory.mktemp("demonstration"))
    shutil.copytree(OWN_CONTENT, project.root / "content_src")
    shutil.copyfile(OWN_CONTENT.parent / "mkdocs.yml", project.root / "mkdocs.yml")
    outcome = build(project, TODAY)
    assert [f"{each.location}: {each.message}" for each in outcome.diagnostics if each.severity is Severity.ERROR] == []
    return project


def test_the_site_has_a_page_for_each_article(built: Project):
    articles = {path.parent.name for path in OWN_CONTENT.glob("articles/*/article.md")}
    assert {path.parent.name for path in built.site.glob("articles/*/index.html")} >= articles


def test_every_page_says_that_it_is_a_demonstration(built: Project):
    for page in built.site.rglob("index.html"):
        text = page.read_text(encoding="utf-8")
        assert "Demonstration site" in text, page
        assert "noindex" in text, page


@pytest.mark.browser
def test_its_home_and_an_article_look_right(built: Project, tmp_path: Path):
    shortest = min(OWN_CONTENT.glob("articles/*/article.md"), key=lambda path: path.stat().st_size)
    found = audit_pages(built.root, tmp_path, "", f"articles/{shortest.parent.name}/")
    assert found == "Looked at 2 pages.\nNo findings in 2 files\n"
