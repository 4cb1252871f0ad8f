"""Where links inside the site lead, whatever way they are written."""

from __future__ import annotations

import pytest

from citewell.model.addresses import Target, follow, relative_path, scheme

HERE = "articles/is-it-a-lump/"


@pytest.mark.parametrize(
    ("href", "path"),
    [
        ("../what-is-a-biopsy/", "articles/what-is-a-biopsy/"),
        ("../../about/", "about/"),
        ("../../", ""),
        ("../..", ""),
        ("..", "articles/"),
        (".", HERE),
        ("", HERE),
        ("./x", "articles/is-it-a-lump/x"),
        ("/sources/", "sources/"),
        ("../%C3%BCber/", "articles/über/"),
        ("..//what-is-a-biopsy//", "articles/what-is-a-biopsy/"),
    ],
)
def test_link_leads_where_a_browser_would_go(href: str, path: str):
    assert follow(f"{href}#place", HERE) == Target(path, "place")


def test_link_that_climbs_out_of_the_site_leads_nowhere():
    assert follow("../../../about/", HERE) is None


@pytest.mark.parametrize("path", ["", "about/", "articles/", "articles/what-is-a-biopsy/", HERE, "topics/back-pain/"])
@pytest.mark.parametrize("base", ["", "about/", HERE, "topics/back-pain/"])
def test_relative_link_leads_back_to_its_page(path: str, base: str):
    assert follow(relative_path(path, base), base) == Target(path, "")


@pytest.mark.parametrize(
    ("href", "found"),
    [
        ("https://www.nhs.uk/", "https"),
        ("MAILTO:help@nhs.example", "mailto"),
        ("\tjava\nscript:alert(1)", "javascript"),
        ("%6Aavascript:alert(1)", "javascript"),
        ("\u200bjavascript:alert(1)", "javascript"),
        ("//elsewhere.example/", ""),
        ("/\\elsewhere.example/", ""),
        ("../about/", None),
        ("#a:b", None),
        ("../a:b/", None),
    ],
)
def test_scheme_is_read_as_a_browser_reads_it(href: str, found: str | None):
    assert scheme(href) == found
