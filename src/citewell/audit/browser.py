"""Chromium, driven by Playwright, which only this module and the audit itself need."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from playwright.sync_api import Browser, Error, sync_playwright

from citewell.audit.window import View, Window
from citewell.errors import AuditFailed

#: Nothing that the browser does of its own accord, and no host that it could find but this computer.
FLAGS: Final = (
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
)


def open_window(browser: Browser, view: View, patience: float = 30.0) -> Window:
    """A window that shows nothing yet, with an empty cache; who asks for it closes its context.

    ``patience`` is in seconds, for whatever is waited for in it.
    """
    context = browser.new_context(java_script_enabled=view.scripts, has_touch=view.touch)
    context.set_default_timeout(1000 * patience)
    window = Window(context.new_page(), context, view)
    window.page.on("request", window.add_request)
    window.page.on("console", lambda message: window.console.append(message.text))
    window.page.on("pageerror", lambda error: window.console.append(str(error)))
    return window


@contextmanager
def run_chromium(program: str) -> Iterator[Browser]:
    """A Chromium with a new profile; ``program`` is its path. Raises ``AuditFailed`` if it does not start."""
    as_root = hasattr(os, "geteuid") and os.geteuid() == 0  # as root Chromium runs only without its sandbox
    with sync_playwright() as playwright:
        try:
            browser = playwright.chromium.launch(
                executable_path=program, args=list(FLAGS), chromium_sandbox=not as_root
            )
        except Error as error:
            why = error.message.splitlines()[0]
            raise AuditFailed(f"{program} did not start as a Chromium ({why})", "name another one") from error
        try:
            yield browser
        finally:
            browser.close()
