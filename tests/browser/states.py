"""What a reader may open on a page: results, a preview of a source or of a term, the evidence view."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

from tests.browser.looking import Reader

from citewell.audit.window import View, Window


def _search(looked: Window) -> None:
    looked.page.locator("main input[name=q]").fill("pain")
    looked.page.locator("main h3").first.wait_for()


def _preview_of(mark: str) -> Callable[[Window], None]:
    def show(looked: Window) -> None:
        looked.page.locator(mark).first.focus()
        for key in ("Shift+Tab", "Escape", "Tab"):  # Tab alone shows it: a reader who came by a link needs none
            looked.page.keyboard.press(key)
        looked.page.locator(".glance").wait_for()

    return show


def _evidence(looked: Window) -> None:
    looked.page.check("#evidence")


#: By a name: the page, and how to get there once it is open.
STATES: Final[dict[str, tuple[str, Callable[[Window], None]]]] = {
    "results while typing": ("search", _search),
    "preview of a source": ("article", _preview_of("a.cite")),
    "preview of several sources": ("every block", _preview_of("a.cite.dash")),
    "preview of a term": ("article", _preview_of("a.term")),
    "evidence shown": ("article", _evidence),
    "evidence of every block": ("every block", _evidence),
}


@contextmanager
def in_state(reader: Reader, state: str, view: View) -> Iterator[Window]:
    """A page in a state."""
    name, reach = STATES[state]
    with reader.visit(name, view) as looked:
        reach(looked)
        yield looked
