"""The page of a report: axe finds nothing in it, it fits every width, and its plots have text that can be read."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from tests.browser.axe_core import PROGRAM, findings, put_in
from tests.browser.looking import Reader
from tests.team_report.site import write_site

from citewell.audit.window import View

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not PROGRAM.exists(), reason="no axe-core: run scripts/test.py, which installs it"),
]
SMALLEST = """() => Math.min(...[...document.querySelectorAll('svg text, td, th, li, p, code, dd, dt')]
    .filter(each => each.checkVisibility() && each.getBoundingClientRect().width)
    .map(each => parseFloat(getComputedStyle(each).fontSize) * (each.getScreenCTM ? each.getScreenCTM().a : 1)))"""
TOO_WIDE = """() => [...document.querySelectorAll('svg text')].filter(each => {
    const own = each.getBoundingClientRect(), all = each.ownerSVGElement.getBoundingClientRect();
    return each.checkVisibility() && own.width && (own.left < all.left - 1 || own.right > all.right + 1);
}).map(each => each.textContent)"""


def test_axe_finds_nothing_and_everything_can_be_read(browser, tmp_path: Path):
    project = write_site(tmp_path / "site")
    done = project.citewell("report", "-o", "report.html", "--criteria", "pif-tick", "--criteria", "iqwig")
    assert done.code == 0
    looked = Reader(browser, {}).open_window(View(360, reduced_motion=True))
    try:
        looked.page.goto((project.root / "report.html").as_uri())
        put_in(looked)
        looked.ask("document.querySelectorAll('details').forEach(each => each.open = true)")
        for width in (360, 1280):
            for scheme in ("light", "dark"):
                looked.show_as(replace(looked.view, width=width, scheme=scheme))
                where = f"{width} {scheme}"
                assert (where, findings(looked)) == (where, [])
                assert (where, looked.ask("document.documentElement.scrollWidth")) == (where, width)
                assert (where, looked.ask(TOO_WIDE)) == (where, [])
                assert looked.ask(SMALLEST) >= 14.9, where
        assert [each.url for each in looked.requests] == [(project.root / "report.html").as_uri()]
        assert looked.console == []
    finally:
        looked.context.close()
