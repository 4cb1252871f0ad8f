"""Contrast as it is drawn, in both palettes and each state: marks on tints, signs, rings and edges, too."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.browser.sites import PAGES
from tests.browser.states import in_state

from citewell.audit.checks.edges_and_icons import list_edges_and_icons
from citewell.audit.checks.focus_ring import list_rings
from citewell.audit.checks.text_contrast import list_text_contrasts
from citewell.audit.window import View

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["article", "every block", "how sources stand", "home", "sources", "not found"])
def test_text_is_readable(reader, name, scheme):
    looked = reader.open(name, View(scheme=scheme, reduced_motion=True))
    for view in (looked.view, View(320, scheme=scheme, reduced_motion=True)):
        looked.show_as(view)
        worst = list_text_contrasts(looked)
        assert worst[0][0] >= 4.5, worst


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("target", ["#cite-numbered-1-1", "#ref-numbered-1"])
def test_the_landing_place_is_readable_and_edged(reader, scheme, target):
    looked = reader.open("every block", View(scheme=scheme), fragment=target)
    assert list_text_contrasts(looked)[0][0] >= 4.5
    assert looked.ask("getComputedStyle(document.querySelector(':target')).boxShadow").endswith("inset")


@pytest.mark.parametrize("name", PAGES)
def test_the_ring_is_seen_at_every_stop(reader, name):
    looked = reader.open(name, View(reduced_motion=True))  # or colours would still be on their way
    for view in (looked.view, replace(looked.view, scheme="dark")):
        looked.show_as(view)
        worst, _, stop = min(list_rings(looked))
        assert (view.scheme, worst >= 3, stop) == (view.scheme, True, stop)
        assert (view.scheme, [stop for _, wide, stop in list_rings(looked) if wide < 2]) == (view.scheme, [])


def test_forced_colours_keep_a_ring(reader):
    looked = reader.open("article", View(320, forced_colours=True))
    for _ in range(30):
        looked.page.keyboard.press("Tab")
        width, style = looked.ask("(s => [s.outlineWidth, s.outlineStyle])(getComputedStyle(document.activeElement))")
        assert (float(width[:-2]) >= 2, style != "none") == (True, True)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["every block", "how sources stand", "gallery's evidence"])
def test_edges_signs_and_the_ring_are_seen(reader, name, scheme):
    looked = reader.open(name, View(scheme=scheme))
    assert [each for each in list_edges_and_icons(looked) if each[1] < 3] == []
    assert min(list_rings(looked))[0] >= 3


def test_forced_colours_keep_edges_and_icons(reader):
    looked = reader.open("every block", View(forced_colours=True))
    widths = looked.ask("""() => ['.emergency', '.urgent', '.non-urgent', '.takeaways', '.cite'].map(name =>
        parseFloat(getComputedStyle(document.querySelector(name)).borderBlockStartWidth))""")
    assert widths == [4, 2, 2, 1, 1]
    words = looked.page.locator(".care .kind").all_inner_texts()
    assert list(dict.fromkeys(word.split(":")[0].strip() for word in words)) == ["Emergency", "Urgent", "Non-urgent"]
    signs = looked.ask("""() => ['.unreviewed', '.do li', '.emergency h3'].map(name =>
        getComputedStyle(document.querySelector(name), '::before').backgroundColor)""")
    looked = reader.open("how sources stand", View(forced_colours=True))
    signs += looked.ask("""() => ['.checked', '.unchecked', '.broken', '.retracted', '.corrected'].map(name =>
        getComputedStyle(document.querySelector(name), '::before').backgroundColor)""")
    ground = looked.ask("getComputedStyle(document.body).backgroundColor")
    assert ground not in signs


@pytest.mark.parametrize(
    ("state", "places"),
    [("preview of a source", [".glance"]), ("results while typing", ["main input[name=q]", "main form button"])],
)
def test_forced_colours_keep_the_edges_of_what_a_reader_opens(reader, state, places):
    with in_state(reader, state, View(forced_colours=True)) as looked:
        width = "each => parseFloat(getComputedStyle(each).borderBlockStartWidth)"
        assert [place for place in places if looked.page.locator(place).first.evaluate(width) < 1] == []
