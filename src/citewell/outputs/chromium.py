"""Which Chromium prints pages, and which the tests look at them with. Standard library only: scripts use it, too."""

from __future__ import annotations

import os
import shutil
from typing import Final

from citewell.errors import ConfigurationError

#: The environment variable that names a browser, which then comes before all others.
ASKED: Final = "CITEWELL_CHROMIUM"
#: Chromium first, then Chrome, by the names that distributions give them.
NAMES: Final = ("chromium", "google-chrome", "google-chrome-stable", "chromium-browser")
#: Where macOS keeps Chrome, off the PATH.
MAC: Final = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"


def installed_chromium() -> str | None:
    """The path of the first browser on the PATH, or of Chrome where macOS keeps it."""
    return next(filter(None, map(shutil.which, (*NAMES, MAC))), None)


def asked_chromium() -> str | None:
    """The path of the browser that the environment names, if any. Raises ``ConfigurationError`` if it is no program."""
    asked = os.environ.get(ASKED)
    if not asked:
        return None
    found = shutil.which(asked)
    if found is None:
        raise ConfigurationError(
            f"{ASKED} names {asked}, which is not a program that can be run.",
            f"set {ASKED} to the path of Chromium or Chrome, or unset it to use the one that is installed",
        )
    return found


def find_chromium() -> str:
    """The path of the browser to print with. Raises ``ConfigurationError`` when there is none."""
    found = asked_chromium() or installed_chromium()
    if found is None:
        raise ConfigurationError(
            "site.yml asks for PDF files, and there is no Chromium or Chrome to print them with",
            f"install Chromium, set {ASKED} to the path of one, or delete `pdf:` in content_src/site.yml",
        )
    return found
