"""A page that is open while the next release is published still works: its style sheet, its script and its search."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from playwright.sync_api import expect
from tests.browser.searching import field, results, said
from tests.browser.sites import ARTICLE, project

from citewell.audit.server import serve_site
from citewell.build import build
from citewell.project import Project

pytestmark = pytest.mark.browser

LOADED = "[...document.querySelectorAll('link[rel=stylesheet], script')].map(each => each.href ?? each.src)"
STATUS = "address => fetch(address, { cache: 'no-store' }).then(answer => answer.status)"


def test_a_page_that_is_open_while_another_release_is_published_still_works(browser, tmp_path):
    root = project("back pain", tmp_path)
    style = root / "content_src/brand/extra.css"
    style.parent.mkdir()
    style.write_text("h1 { color: var(--brand) }", encoding="utf-8")
    today = datetime.now(UTC).date()
    assert build(Project(root), today).published
    with serve_site(root / "site") as address:
        search, article = browser.new_page(), browser.new_page()
        search.goto(f"{address}search/")
        article.goto(f"{address}{ARTICLE}")
        loaded = article.evaluate(LOADED)
        index = search.locator("form.find").get_attribute("data-index")

        about = root / "content_src/pages/about.md"
        about.write_text(f"{about.read_text(encoding='utf-8')}\nZebrafish swim. [no source: about-this-site]\n")
        style.write_text("h1 { color: var(--link) }", encoding="utf-8")
        assert build(Project(root), today).published

        field(search).fill("lump")
        expect(results(search).first).to_be_visible()
        expect(said(search)).to_contain_text("results for “lump”")
        field(search).fill("zebrafish")
        expect(said(search)).to_contain_text("“zebrafish”")
        expect(results(search)).to_have_count(0)
        assert len(loaded) == 3
        assert [article.evaluate(STATUS, each) for each in loaded] == [200, 200, 200]

        article.reload()
        (old,) = set(loaded) - set(article.evaluate(LOADED))
        assert "/extra." in old
        search.reload()
        field(search).fill("zebrafish")
        expect(results(search)).to_have_count(1)
        assert search.locator("form.find").get_attribute("data-index") != index
        search.close()
        article.close()
