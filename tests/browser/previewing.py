"""A reader's hands on a mark and its preview: by mouse, by Tab and by touch."""

from __future__ import annotations

from typing import Final

from playwright.sync_api import Locator, expect

from citewell.audit.window import View, Window

PHONE: Final = View(320, 640)
DESK: Final = View(1280)
TOUCH: Final = View(320, 640, touch=True)


def preview(looked: Window) -> Locator:
    """The preview, if one is open."""
    return looked.page.locator(".glance")


def mark_of(looked: Window, reference: str, use: int = 1) -> Locator:
    """The mark of one use of a source."""
    return looked.page.locator(f"[id='cite-{reference}-{use}']")


def point_at(looked: Window, what: Locator, x: float = 0.5, y: float = 0.5) -> None:
    """Move the mouse, as a hand does: by way of the places between."""
    what.scroll_into_view_if_needed()
    box = what.bounding_box()
    assert box is not None
    looked.page.mouse.move(box["x"] + box["width"] * x, box["y"] + box["height"] * y, steps=8)


def tab_to(looked: Window, mark: Locator) -> None:
    """Come to a mark as by Tab, from whatever is before it."""
    mark.focus()
    for key in ("Shift+Tab", "Escape", "Tab"):  # without Escape the stop would be in the preview of the mark before
        looked.page.keyboard.press(key)
    expect(mark).to_be_focused()


def tap(looked: Window, what: Locator) -> None:
    """Touch the middle of something for a moment."""
    what.scroll_into_view_if_needed()
    box = what.bounding_box()
    assert box is not None
    looked.page.touchscreen.tap(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
