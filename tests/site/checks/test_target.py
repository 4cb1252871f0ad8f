"""Where an address on a built page leads: into the site, at its root or in a folder of a domain, or away from it."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest

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
