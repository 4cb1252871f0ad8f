"""axe finds nothing: on every kind of page, at every width, in every palette, with scripts and without."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from tests.browser.axe_core import PROGRAM, findings, put_in
from tests.browser.looking import View
from tests.browser.sites import PAGES
from tests.browser.states import STATES, in_state

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not PROGRAM.exists(), reason="no axe-core: run scripts/test.py, which installs it"),
]

# A page is loaded once for all of these. Without the wish for less motion, colours would still be on their way from one
# palette to the other.
STILL = View(320, reduced_motion=True)
VIEWS = [replace(STILL, width=width, scheme=scheme) for width in (320, 768, 1280) for scheme in ("light", "dark")]
VIEWS += [replace(VIEWS[0], forced_colours=True), replace(VIEWS[-1], forced_colours=True)]
OPEN_ALL = "document.querySelectorAll('details').forEach(each => each.open = true)"


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(reader, name):
    looked = reader.open(name, STILL)
    put_in(looked)
    looked.ask(OPEN_ALL)
    for view in VIEWS:
        looked.becomes(view)
        assert (str(view), findings(looked)) == (str(view), [])


@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing_in_what_a_reader_opens(reader, state):
    for width in (320, 1280):
        with in_state(reader, state, replace(STILL, width=width)) as looked:
            put_in(looked)
            for view in (looked.view, replace(looked.view, scheme="dark"), replace(looked.view, forced_colours=True)):
                looked.becomes(view)
                assert (str(view), findings(looked)) == (str(view), [])


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
