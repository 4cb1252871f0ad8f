"""Pictures of every kind of page, to look at: ``python -m tests.browser.take_shots`` puts them into ``shots/``.

Give names of ``PAGES`` and ``STATES`` to take only those; ``CITEWELL_CHROMIUM`` names the browser. The sheets of the
leaflet are pictures, too, where ``pdftoppm`` is installed. They are not kept in git.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path
from typing import Final

from tests.browser.looking import Reader
from tests.browser.sites import PAGES, SOURCES, built
from tests.browser.states import STATES, in_state

from citewell.audit.browser import run_chromium
from citewell.audit.server import serve_site
from citewell.audit.window import View

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
    """Take the pictures: each page and state in each view, and each page as a leaflet on A4."""
    SHOTS.mkdir(exist_ok=True)
    with ExitStack() as stack:
        shared = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        origins = {name: stack.enter_context(serve_site(built(name, shared))) for name in SOURCES}
        program = os.environ.get("CITEWELL_CHROMIUM", "/usr/bin/chromium")
        reader = Reader(stack.enter_context(run_chromium(program)), origins)
        for name in names or [*PAGES, *STATES]:
            file = str(SHOTS / name.replace(":", "").replace(" ", "-"))
            for view in VIEWS:
                if name in STATES:
                    with in_state(reader, name, view) as looked:
                        looked.page.screenshot(path=f"{file}-{view}.png")  # the window: a preview is drawn in it
                else:
                    reader.open(name, view).page.screenshot(path=f"{file}-{view}.png", full_page=True)
            if name in PAGES:
                reader.open(name).page.pdf(path=f"{file}.pdf", format="A4", prefer_css_page_size=True)
                if shutil.which("pdftoppm"):
                    subprocess.run(["pdftoppm", "-r", "60", "-png", f"{file}.pdf", f"{file}-print"], check=True)


if __name__ == "__main__":
    main(sys.argv[1:])
