"""Where an address on a built page leads: into the site, at its root or in a folder of a domain, or away from it."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citewell.model.published import PublishedSite

PAGE = PurePosixPath("articles/back-pain/index.html")


@pytest.mark.parametrize(
    ("address", "file"),
    [
        ("../../", "index.html"),
        ("../../about/#who", "about/index.html"),
        ("spine%20side.svg", "articles/back-pain/spine side.svg"),
        ("/health/assets/a.css", "assets/a.css"),
        ("https://example.org/health/about/", "about/index.html"),
        ("//example.org/health/about/", "about/index.html"),
        ("/assets/a.css", None),
        ("../../../elsewhere/", None),
        ("https://example.org/healthy/", None),
        ("http://example.org/health/", None),
        ("https://other.example/health/", None),
        ("mailto:editors@example.org", None),
        ("https://[broken/", None),
    ],
)
def test_an_address_leads_to_a_file_of_the_site_or_away(address: str, file: str | None):
    target = PublishedSite("https://example.org/health/").target(PAGE, address)
    assert (str(target.file) if target else None) == file


PIECES = ("../", "a/", "b-c/", "index.html", "x.svg", "d", "#", "e.f", "%20", "?", ".", "/", "", "é", "#a_b", "https:", "//")


@given(st.lists(st.sampled_from(PIECES), max_size=6), st.sampled_from(("index.html", "404.html", "a/b/index.html", "a/x y/z.html")))
def test_plain_addresses_lead_where_the_whole_rules_lead(pieces: list[str], file: str):
    site, page, address = PublishedSite("https://example.org/health/"), PurePosixPath(file), "".join(pieces)

    assert site.target(page, address) == site._follow(page, address)
