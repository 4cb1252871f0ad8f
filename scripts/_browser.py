"""The browser the tests look at pages with: found, or installed where that is one command; never downloaded by hand."""

import sys
from pathlib import Path

from _apt import apt_install

sys.path.insert(0, str(Path(__file__).parents[1] / "src"))  # the program knows the same browsers

from citewell.errors import ConfigurationError
from citewell.outputs.pdf.chromium import CHROMIUM_VARIABLE, find_chosen_chromium, find_installed_chromium


def find_browser() -> str:
    """Return the path of a Chromium; stop with one line that says what to do if there is none to be had."""
    try:
        asked = find_chosen_chromium()
    except ConfigurationError as error:
        sys.exit(error.message)
    found = asked or find_installed_chromium()
    if not found and apt_install("chromium", "fonts-liberation"):
        found = find_installed_chromium()
    return found or sys.exit(
        f"The tests need Chromium or Chrome. Install it (apt-get install chromium), "
        f"or set {CHROMIUM_VARIABLE} to its path."
    )
