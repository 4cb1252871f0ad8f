"""The search index holds the pages that it should, and no others: what text fixtures cannot spoil."""

from __future__ import annotations

from pathlib import PurePosixPath

from citewell.model.packed import Packed
from citewell.model.published import PublishedPage, PublishedSite
from citewell.site.checks import check_published

SEARCH, ARTICLE, GONE = (
    PurePosixPath(f"{name}/index.html") for name in ("search", "articles/found", "articles/withdrawn")
)


def found(indexed: set[PurePosixPath] | None) -> list[str]:
    """What the rule finds on a site with an article that should be found and a withdrawn one."""
    pages = {path: PublishedPage(path) for path in (SEARCH, ARTICLE, GONE)}
    site = PublishedSite(
        pages={path: page.card for path, page in pages.items()},
        packed={path: Packed(page) for path, page in pages.items()},
        searched=frozenset({ARTICLE}), indexed=None if indexed is None else frozenset(indexed)
    )
    return [f"{each.location.path}: {each.message}" for each in check_published(site) if each.code == "PUB016"]


def test_an_index_that_holds_what_it_should():
    assert found({ARTICLE}) == []


def test_an_article_that_nobody_could_find():
    assert found(set()) == [f"site/{ARTICLE}: the search index does not contain the page"]


def test_a_withdrawn_article_that_is_found():
    assert found({ARTICLE, GONE}) == [f"site/{GONE}: the search index contains the page, which must not be found"]


def test_what_is_no_page_any_more():
    lost = PurePosixPath("articles/lost/index.html")
    assert found({ARTICLE, lost}) == [f"site/{SEARCH}: the search index contains {lost}, which is not a page"]


def test_no_index_is_one_finding():
    assert found(None) == [f"site/{SEARCH}: the search index of the page is missing or incomplete"]
