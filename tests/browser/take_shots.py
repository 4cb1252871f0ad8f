"""Pictures of every kind of page, to look at: ``python -m tests.browser.take_shots`` puts them into ``shots/``.

Give names of ``PAGES`` to take only those; ``CITEWELL_CHROMIUM`` names the browser. They are not kept in git.
"""

from __future__ import annotations

import os
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path
from typing import Final

from tests.browser.looking import Reader, View, chromium
from tests.browser.serving import served
from tests.browser.sites import PAGES, SOURCES, built

SHOTS: Final = Path(__file__).parent / "shots"
VIEWS: Final = (
    View(320),
    View(320, scheme="dark"),
    View(768),
    View(1280),
    View(1280, scheme="dark"),
    View(1280, forced_colours=True),
)


def main(names: list[str]) -> None:
    """Take the pictures: each page in each view, and as a leaflet on A4."""
    SHOTS.mkdir(exist_ok=True)
    with ExitStack() as stack:
        shared = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        origins = {name: stack.enter_context(served(built(name, shared))) for name in SOURCES}
        reader = Reader(
            stack.enter_context(chromium(os.environ.get("CITEWELL_CHROMIUM", "/usr/bin/chromium"))), origins
        )
        for name in names or PAGES:
            file = name.replace(" ", "-")
            for view in VIEWS:
                reader.open(name, view).page.screenshot(path=SHOTS / f"{file}-{view}.png", full_page=True)
            reader.open(name).page.pdf(path=SHOTS / f"{file}.pdf", format="A4", prefer_css_page_size=True)


if __name__ == "__main__":
    main(sys.argv[1:])
