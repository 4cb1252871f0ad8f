"""Looking at a page in Chromium: one reader's window, and everything the page said or fetched meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Final, Literal

from playwright.sync_api import Browser, BrowserContext, Page, Request, sync_playwright
from tests.browser.sites import PAGES
from tests.waiting import PATIENCE

#: Nothing that the browser does of its own accord; no sandbox, because tests run as root in containers.
FLAGS: Final = (
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
TEXT_SPACING: Final = """
    * { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
    p { margin-block-end: 2em !important }
"""
"""WCAG 2.2, success criterion 1.4.12."""
TEXT_200: Final = "html { font-size: 200% !important }"
_Moment = Literal["commit", "domcontentloaded", "load", "networkidle"]


@dataclass(frozen=True, slots=True)
class View:
    """What a reader's browser is like; sizes in CSS pixels."""

    width: int = 1280
    height: int = 800
    scheme: Literal["light", "dark"] = "light"
    forced_colours: bool = False
    scripts: bool = True
    reduced_motion: bool = False
    touch: bool = False

    def __str__(self) -> str:
        extras = [word for word in ("forced_colours", "reduced_motion", "touch") if getattr(self, word)]
        return "-".join([str(self.width), self.scheme, *extras, *([] if self.scripts else ["no_scripts"])])


@dataclass  # without slots: Playwright keeps a note on the owner of a method it calls
class Looked:
    """A page that was opened, with its requests and what it wrote to the console."""

    page: Page
    context: BrowserContext
    view: View
    origin: str = ""
    requests: list[Request] = field(default_factory=list)
    console: list[str] = field(default_factory=list)

    def heard(self, request: Request) -> None:
        """Note a request."""
        self.requests.append(request)

    def becomes(self, view: View) -> None:
        """Make the window another reader's, but for scripts and touch, on a screen; the page is not loaded again."""
        self.page.set_viewport_size({"width": view.width, "height": view.height})
        self.page.emulate_media(
            media="null",
            color_scheme=view.scheme,
            forced_colors="active" if view.forced_colours else "none",
            reduced_motion="reduce" if view.reduced_motion else "no-preference",
        )

    def ask(self, expression: str, argument: Any = None) -> Any:
        """The value of a JavaScript expression or function in the page."""
        return self.page.evaluate(expression, argument)


class Reader:
    """Opens pages by the names in ``PAGES``, in as few windows as can be: a new window costs four times as much."""

    def __init__(self, browser: Browser, origins: dict[str, str]) -> None:
        self._browser = browser
        self._origins = origins
        self._windows: dict[tuple[bool, bool], Looked] = {}

    def open(self, name: str, view: View | None = None, fragment: str = "") -> Looked:
        """Open a page; what was open before is left."""
        view = view or View()
        kind = view.scripts, view.touch  # all else can change while a window is open
        if kind not in self._windows:
            self._windows[kind] = self.new_window(view)
        self._windows[kind].view = view
        return self.show(self._windows[kind], name, fragment)

    @contextmanager
    def visit(self, name: str, view: View | None = None) -> Iterator[Looked]:
        """Open a page for a reader or a test that switches things on; afterwards no page is the worse for it."""
        looked = self.open(name, view)
        try:
            yield looked
        finally:
            looked.page.unroute_all(behavior="ignoreErrors")
            looked.ask("localStorage.clear(), sessionStorage.clear()")

    def open_new(self, name: str, view: View | None = None) -> Looked:
        """Open a page in a window of its own, with an empty cache; the caller closes its context."""
        return self.show(self.new_window(view or View()), name)

    def new_window(self, view: View) -> Looked:
        """A window that shows nothing yet, with an empty cache; who asks for it closes its context."""
        context = self._browser.new_context(java_script_enabled=view.scripts, has_touch=view.touch)
        context.set_default_timeout(1000 * PATIENCE)
        looked = Looked(context.new_page(), context, view)
        looked.page.on("request", looked.heard)
        looked.page.on("console", lambda message: looked.console.append(message.text))
        looked.page.on("pageerror", lambda error: looked.console.append(str(error)))
        return looked

    def show(self, looked: Looked, name: str, fragment: str = "", wait_until: _Moment = "load") -> Looked:
        """Show a page in a window, whose view it has again."""
        site, path = PAGES[name]
        looked.origin = self._origins[site]
        looked.becomes(looked.view)
        address = looked.origin + path
        if looked.page.url.partition("#")[0] == address:  # would not be loaded again if it differs only after its #
            looked.page.goto("about:blank")
        looked.requests.clear()
        looked.console.clear()
        answer = looked.page.goto(address + fragment, wait_until=wait_until)
        assert answer is not None
        assert answer.status == (404 if name.endswith("not found") else 200), f"no page is at {address}"
        if "?q=" in path and looked.view.scripts and wait_until == "load":
            looked.page.locator(".said > *").first.wait_for()
        return looked


@contextmanager
def chromium(program: str) -> Iterator[Browser]:
    """A Chromium with a fresh profile; ``program`` is its path."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=list(FLAGS))
        yield browser
        browser.close()
