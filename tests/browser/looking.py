"""Looking at the pages of the tests' sites in Chromium, in as few windows as can be."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser
from tests.browser.sites import PAGES
from tests.waiting import PATIENCE

from citewell.audit.browser import open_window
from citewell.audit.window import Moment, View, Window


class Reader:
    """Opens pages by the names in ``PAGES``, in as few windows as can be: a new window costs four times as much."""

    def __init__(self, browser: Browser, origins: dict[str, str]) -> None:
        self._browser = browser
        self._origins = origins
        self._windows: dict[tuple[bool, bool], Window] = {}

    def open(self, name: str, view: View | None = None, fragment: str = "") -> Window:
        """Open a page; what was open before is left."""
        view = view or View()
        kind = view.scripts, view.touch  # all else can change while a window is open
        if kind not in self._windows:
            self._windows[kind] = self.open_window(view)
        self._windows[kind].view = view
        return self.show(self._windows[kind], name, fragment)

    @contextmanager
    def visit(self, name: str, view: View | None = None) -> Iterator[Window]:
        """Open a page for a reader or a test that switches things on; afterwards no page is the worse for it."""
        looked = self.open(name, view)
        try:
            yield looked
        finally:
            looked.page.unroute_all(behavior="ignoreErrors")
            looked.ask("localStorage.clear(), sessionStorage.clear()")

    def open_new(self, name: str, view: View | None = None) -> Window:
        """Open a page in a window of its own, with an empty cache; the caller closes its context."""
        return self.show(self.open_window(view or View()), name)

    def open_window(self, view: View) -> Window:
        """A window that shows nothing yet, with an empty cache; who asks for it closes its context."""
        return open_window(self._browser, view, PATIENCE)

    def show(self, looked: Window, name: str, fragment: str = "", wait_until: Moment = "load") -> Window:
        """Show a page in a window, whose view it has again."""
        site, path = PAGES[name]
        looked.origin = self._origins[site]
        looked.show_as(looked.view)
        address = looked.origin + path
        looked.load(address + fragment, wait_until)
        assert looked.status == (404 if name.endswith("not found") else 200), f"no page is at {address}"
        if "?q=" in path and looked.view.scripts and wait_until == "load":
            looked.page.locator(".said > *").first.wait_for()
        return looked
