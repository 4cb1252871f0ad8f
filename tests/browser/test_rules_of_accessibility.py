"""axe finds nothing: WCAG 2.2 A and AA and its best practices, at every width, in both palettes and forced colours."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from tests.browser.looking import View
from tests.browser.sites import PAGES

pytestmark = pytest.mark.browser

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# axe would run for a minute on a list of links that are all alike: the longest page is looked at once.
VIEWS = [
    View(320),
    View(320, scheme="dark"),
    View(768),
    View(1280),
    View(1280, scheme="dark"),
    View(320, forced_colours=True),
    View(1280, scheme="dark", forced_colours=True),
]
LONG = {"many sources", "gallery's sources", "index of sources", "sources of a letter"}
RUNS = [(name, view) for name in PAGES for view in (VIEWS[:1] if name in LONG else VIEWS)]


@pytest.mark.parametrize(("name", "view"), RUNS, ids=str)
def test_axe_finds_nothing(reader, name, view):
    looked = reader.open(name, view)
    looked.ask("document.querySelectorAll('details').forEach(each => each.open = true)")
    options = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]}
    found = Axe().run(looked.page, options=options).response["violations"]
    assert [(each["id"], each["help"], [node["target"] for node in each["nodes"]][:3]) for each in found] == []
