"""A window of Chromium: the page that it shows to a reader, and everything the page asked for or wrote meanwhile."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page, Request

Moment = Literal["commit", "domcontentloaded", "load", "networkidle"]


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
class Window:
    """A window with its page, the HTTP status and the requests of that, and what it wrote to the console."""

    page: Page
    context: BrowserContext
    view: View
    origin: str = ""
    status: int = 0
    requests: list[Request] = field(default_factory=list)
    console: list[str] = field(default_factory=list)

    def add_request(self, request: Request) -> None:
        """Note a request."""
        self.requests.append(request)

    def show_as(self, view: View) -> None:
        """Make the window another reader's, but for scripts and touch, on a screen; the page is not loaded again."""
        self.page.set_viewport_size({"width": view.width, "height": view.height})
        self.page.emulate_media(
            media="null",
            color_scheme=view.scheme,
            forced_colors="active" if view.forced_colours else "none",
            reduced_motion="reduce" if view.reduced_motion else "no-preference",
        )

    def load(self, address: str, wait_until: Moment = "load") -> None:
        """Load a page, with its requests and console from now on."""
        if self.page.url.partition("#")[0] == address.partition("#")[0]:
            self.page.goto("about:blank")  # or it would not be loaded again if it differs only after its #
        self.requests.clear()
        self.console.clear()
        response = self.page.goto(address, wait_until=wait_until)
        self.status = response.status if response else 0

    def ask(self, expression: str, argument: Any = None) -> Any:
        """The value of a JavaScript expression or function in the page."""
        return self.page.evaluate(expression, argument)

    def list_foreign_requests(self) -> list[str]:
        """The addresses that the page asked for and that are not on its own site."""
        return [each.url for each in self.requests if not each.url.startswith((self.origin, "data:", "blob:"))]
