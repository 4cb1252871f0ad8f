"""axe finds nothing: on every kind of page, at every width, in every palette, with scripts and without."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from tests.browser.axe_core import PROGRAM, findings, put_in
from tests.browser.sites import PAGES
from tests.browser.states import STATES, in_state

from citewell.audit.audit import BOXES
from citewell.audit.axe import OF_COLOURS, TAGS
from citewell.audit.window import View

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not PROGRAM.exists(), reason="no axe-core: run scripts/test.py, which installs it"),
]

# A page is loaded once for all of these. Without the wish for less motion, colours would still be on their way from one
# palette to the other.
STILL = View(320, reduced_motion=True)
WIDTHS = [replace(STILL, width=width) for width in (320, 768, 1280)]
FORCED = [replace(WIDTHS[0], forced_colours=True), replace(WIDTHS[-1], scheme="dark", forced_colours=True)]
OPEN_ALL = "document.querySelectorAll('details').forEach(each => each.open = true)"


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(reader, name):
    looked = reader.open(name, STILL)
    put_in(looked)
    looked.ask(OPEN_ALL)
    for view in WIDTHS:
        boxes = judge_both_palettes(looked, view)
        for forced in FORCED:
            if forced.width == view.width:
                judge_forced_colours(looked, forced, boxes)


def judge_both_palettes(looked, view):
    """In the dark one by the rules about colours: it is shown here that there is nothing new for the others to see."""
    looked.show_as(view)
    assert (str(view), findings(looked)) == (str(view), [])
    boxes = looked.ask(BOXES)
    dark = replace(view, scheme="dark")
    looked.show_as(dark)
    assert looked.ask(BOXES) == boxes
    assert (str(dark), findings(looked, colours_only=True)) == (str(dark), [])
    return boxes


def judge_forced_colours(looked, view, boxes):
    """By all rules only where they change which elements are shown, or where: boxes are as they were without them."""
    looked.show_as(view)
    same = looked.ask(BOXES) == boxes
    assert (str(view), findings(looked, colours_only=same)) == (str(view), [])


@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing_in_what_a_reader_opens(reader, state):
    for width in (320, 1280):
        with in_state(reader, state, replace(STILL, width=width)) as looked:
            put_in(looked)
            boxes = judge_both_palettes(looked, looked.view)
            judge_forced_colours(looked, replace(looked.view, forced_colours=True), boxes)


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_before_any_script_runs(reader, name):
    looked = reader.open(name, View(320, scripts=False))
    put_in(looked, timers=False)
    assert findings(looked) == []


def test_axe_is_the_locked_one_and_finds_what_is_wrong(reader):
    locked = json.loads((PROGRAM.parents[2] / "package-lock.json").read_text(encoding="utf-8"))
    for view in (STILL, View(320, scripts=False)):
        looked = reader.open("home", view)
        assert put_in(looked, view.scripts) == locked["packages"]["node_modules/axe-core"]["version"]
        looked.ask("""() => {
            const small = to => `<a href=${to} style="display: inline-block; width: 9px; height: 9px">1</a>`;
            const links = `<a href=x></a><p>${small('y')}${small('z')}</p>`;
            const made = `<h6>deep</h6><p style="color: #999">grey</p>${links}`;
            document.querySelector('article').insertAdjacentHTML('beforeend', made);
        }""")
        found = {each.split(":")[0] for each in findings(looked)}
        assert found >= {"link-name", "color-contrast", "target-size", "heading-order"}
        assert {each.split(":")[0] for each in findings(looked, colours_only=True)} == {"color-contrast"}
        of_colours = looked.ask("axe.getRules(['cat.color']).map(each => [each.ruleId, each.tags])")
        assert {name for name, tags in of_colours if {*tags} & {*TAGS}} == {*OF_COLOURS}
