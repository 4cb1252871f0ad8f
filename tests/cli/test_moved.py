"""A page whose name changes: the build says so, and its old address leads on."""

from __future__ import annotations

from datetime import date
from pathlib import Path, PurePosixPath

import pytest
from selectolax.lexbor import LexborHTMLParser
from tests.cli.project import Project

from citewell.outputs.search.index_files import read_indexed_pages
from citewell.preview import preview
from citewell.site.page_reader import read_page

OLD, NEW = "can-stress-cause-headaches", "stress-and-headaches"


@pytest.fixture
def site(tmp_path: Path) -> Project:
    """The small site, published, and then with its article's folder renamed."""
    project = Project("small", tmp_path / "small")
    assert project.citewell("build").code == 0
    articles = project.root / "content_src/articles"
    (articles / OLD).rename(articles / NEW)
    return project


def was(project: Project, value: str, page: str = f"articles/{NEW}/article.md") -> None:
    project.replace(f"content_src/{page}", "---\ntitle:", f"---\nredirects: {value}\ntitle:")


def page(project: Project, address: str) -> LexborHTMLParser:
    return LexborHTMLParser((project.root / "site" / address / "index.html").read_bytes())


def test_a_renamed_folder_is_a_warning_that_says_what_to_write(site):
    done = site.citewell("build")
    assert done.code == 0
    assert f'warning[PUB019] "articles/{OLD}/" was published before and has disappeared' in done.out
    assert f'write "redirects: {OLD}" in content_src/articles/{NEW}/article.md' in done.out
    assert "1 warning in " in done.out


def test_the_old_address_leads_on_by_itself_by_a_link_and_for_search_engines(site):
    was(site, OLD)
    done = site.citewell("build")
    assert done.code == 0
    assert "warning" not in done.out
    moved = page(site, f"articles/{OLD}")
    (refresh,) = moved.css("meta[http-equiv=refresh]")
    assert refresh.attributes["content"] == f"0; url=../{NEW}/"
    (link,) = moved.css("main p a")
    assert link.attributes["href"] == f"../{NEW}/"
    assert link.text() == 'Can <stress> & "worry" cause headaches?'
    (canonical,) = moved.css("link[rel=canonical]")
    assert canonical.attributes["href"] == f"https://small.example/articles/{NEW}/"
    assert [each.attributes["content"] for each in moved.css("meta[name=robots]")] == ["noindex"]
    assert [each.text() for each in moved.css("h1")] == ["This page has moved"]
    assert not moved.css("main [role=doc-biblioref], .takeaway")


def test_no_list_no_sitemap_and_no_search_holds_the_old_address(site):
    was(site, OLD)
    assert site.citewell("build").code == 0
    folder = site.root / "site"
    assert OLD not in (folder / "sitemap.xml").read_text(encoding="utf-8")
    search = folder / "search/index.html"
    asked = read_page(search.read_bytes(), PurePosixPath("search/index.html")).index
    found = read_indexed_pages(search.parent / asked)
    assert {str(each) for each in found or ()} == {f"articles/{NEW}/index.html", "about/index.html"}
    for path in folder.rglob("*.html"):
        links = read_page(path.read_bytes(), PurePosixPath("x")).links
        assert not [each for each in links if OLD in each], path


def test_an_open_search_page_keeps_its_index(site):
    was(site, OLD)
    (before,) = (site.root / "site/pagefind").iterdir()
    assert site.citewell("build").code == 0
    assert before.is_dir()
    assert len(list(before.parent.iterdir())) == 2


def test_an_address_that_is_no_longer_kept_is_a_warning_again(site):
    was(site, OLD)
    site.citewell("build")
    site.replace(f"content_src/articles/{NEW}/article.md", f"redirects: {OLD}\n", "")
    assert f'"articles/{OLD}/" was published before and has disappeared' in site.citewell("build").out


def test_topics_own_pages_and_several_addresses(site):
    was(site, f"[{OLD}, topics/headaches/, older/and-deeper/]")
    was(site, "about-us", "pages/about.md")
    done = site.citewell("build")
    assert done.code == 0, done.out
    for address, leads_to in {
        f"articles/{OLD}": f"../{NEW}/",
        "topics/headaches": f"../../articles/{NEW}/",
        "older/and-deeper": f"../../articles/{NEW}/",
        "about-us": "../about/",
    }.items():
        (refresh,) = page(site, address).css("meta[http-equiv=refresh]")
        assert refresh.attributes["content"] == f"0; url={leads_to}"


def test_a_withdrawn_article_keeps_its_old_address_and_a_draft_has_none(site):
    path = f"content_src/articles/{NEW}/article.md"
    was(site, OLD)
    site.replace(
        path, "status: published\n", "status: withdrawn\nwithdrawn: {date: 2026-02-20, reason: It was wrong.}\n"
    )
    assert site.citewell("build").code == 0
    assert page(site, f"articles/{OLD}").css("meta[http-equiv=refresh]")
    site.replace(path, "status: withdrawn\nwithdrawn: {date: 2026-02-20, reason: It was wrong.}\n", "status: draft\n")
    done = site.citewell("build")
    assert not (site.root / "site/articles" / OLD).exists()
    assert done.out.count("PUB019") == 2, "the article, and its old address"


@pytest.mark.parametrize("value", [NEW, "about/", "topics/headache/", "search/", "https://x.example/"])
def test_an_address_that_cannot_lead_on_stops_the_build(site, value):
    was(site, value)
    before = sorted((site.root / "site").rglob("*"))
    done = site.citewell("build")
    assert done.code == 1
    assert "error[LNK05" in done.out
    assert sorted((site.root / "site").rglob("*")) == before


def test_without_an_address_of_the_site_search_engines_are_told_none(site):
    was(site, OLD)
    site.replace("content_src/site.yml", "address: https://small.example/\n", "")
    done = site.citewell("build")
    assert done.code == 0, done.out + done.err
    moved = page(site, f"articles/{OLD}")
    assert not moved.css("link[rel=canonical]")
    assert moved.css("meta[http-equiv=refresh]")


def test_a_preview_leads_on_too(site):
    was(site, OLD)
    preview(site.paths, date(2026, 3, 1))
    assert (site.paths.preview_site / "articles" / OLD / "index.html").is_file()
