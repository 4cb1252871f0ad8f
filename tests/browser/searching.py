"""What tests of the search look at: its field, its results and what it says."""

from __future__ import annotations

from typing import Final

from playwright.sync_api import Locator, Page

from citewell.audit.window import View

PAGE: Final = View(1280)
#: What has the focus.
ACTIVE: Final = "document.activeElement.id || document.activeElement.textContent.trim()"


def field(page: Page) -> Locator:
    """Where the words are typed."""
    return page.get_by_role("searchbox", name="What are you looking for?")


def results(page: Page) -> Locator:
    """The titles of what was found."""
    return page.get_by_role("heading", level=3)


def said(page: Page) -> Locator:
    """What is told of the search."""
    return page.get_by_role("status")


def query(page: Page) -> str:
    """The question in the address."""
    return str(page.evaluate("decodeURIComponent(location.search.replaceAll('+', ' '))"))
