"""What a browser would fetch by itself is seen in whatever way a page asks for it."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest

from citewell.site.page_reader import read_page

AWAY = "https://counter.example/1"
PAGE = PurePosixPath("index.html")


@pytest.mark.parametrize(
    "html",
    [
        f'<img src="{AWAY}">',
        f'<img srcset="{AWAY} 2x">',
        f'<picture><source srcset="{AWAY} 480w"></picture>',
        f'<video poster="{AWAY}"></video>',
        f'<svg><image href="{AWAY}"/></svg>',
        f'<svg><use xlink:href="{AWAY}"/></svg>',
        f'<link rel="Preconnect" href="{AWAY}">',
        f'<link rel="shortcut icon" href="{AWAY}">',
        f'<meta http-equiv="refresh" content="0; url={AWAY}">',
        f'<meta http-equiv="Refresh" content="0;\'{AWAY}\'">',
        f'<p style="background: url({AWAY})">',
        f"<style>/* a note */ @import '{AWAY}';</style>",
        f"<style>p {{ background: url( '{AWAY}' ) }}</style>",
    ],
)
def test_what_a_browser_fetches_is_seen(html: str):
    assert read_page(html.encode(), PAGE).loads == (AWAY,)


@pytest.mark.parametrize(
    "html",
    [
        f'<a href="{AWAY}">a link</a>',
        f'<link rel="canonical" href="{AWAY}">',
        f'<meta name="description" content="{AWAY}">',
        '<img src="data:image/png;base64,AAAA">',
        '<link rel="icon" href="data:image/svg+xml,%3Csvg/%3E">',
        f"<style>/* url({AWAY}) */ p {{ background: url(data:image/png;base64,AAAA) }}</style>",
        f'<script type="application/ld+json">{{"url": "{AWAY}"}}</script>',
    ],
)
def test_what_only_informs_or_stands_in_the_page_is_not_fetched(html: str):
    assert read_page(html.encode(), PAGE).loads == ()
