"""Which Chromium prints pages and opens them for the audit. Standard library only: scripts use it, too."""

from __future__ import annotations

import os
import shutil
from typing import Final

from citewell.errors import ConfigurationError

#: The environment variable that names a browser, which then comes before all others.
CHROMIUM_VARIABLE: Final = "CITEWELL_CHROMIUM"
#: Chromium first, then Chrome, by the names that distributions give them.
NAMES: Final = ("chromium", "google-chrome", "google-chrome-stable", "chromium-browser")
#: Where macOS keeps Chrome, off the PATH.
MAC: Final = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"


def find_installed_chromium() -> str | None:
    """The path of the first browser on the PATH, or of Chrome where macOS keeps it."""
    return next(filter(None, map(shutil.which, (*NAMES, MAC))), None)


def find_chosen_chromium() -> str | None:
    """The browser that the environment names, if any. Raises ``ConfigurationError`` if it is not a program."""
    chosen = os.environ.get(CHROMIUM_VARIABLE)
    if not chosen:
        return None
    found = shutil.which(chosen)
    if found is None:
        raise ConfigurationError(
            f"{CHROMIUM_VARIABLE} names {chosen}, which is not a program that can be run.",
            f"set {CHROMIUM_VARIABLE} to the path of Chromium or Chrome, or unset it to use the one that is installed",
        )
    return found


def find_chromium(missing: str, otherwise: str) -> str:
    """The path of the browser to use.

    Raises ``ConfigurationError`` when there is none: ``missing`` is its message, ``otherwise`` the end of its hint.
    """
    found = find_chosen_chromium() or find_installed_chromium()
    if found is None:
        raise ConfigurationError(missing, f"install Chromium, set {CHROMIUM_VARIABLE} to the path of one, {otherwise}")
    return found


def find_printer() -> str:
    """The path of the browser that prints PDF files. Raises ``ConfigurationError`` when there is none."""
    return find_chromium(
        "PDF files are asked for, and there is no Chromium or Chrome to print them with",
        "or do without: delete `pdf:` in content_src/site.yml, and leave out --pdf",
    )
