"""``citewell audit`` of a few pages of a built site, in a process of its own: the browser is its own, too."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from citewell.outputs.pdf.chromium import CHROMIUM_VARIABLE, find_installed_chromium
from tests.cli.project import clean_environment


def audit_pages(root: Path, folder: Path, *pages: str) -> str:
    """What the audit of these pages of ``root``'s site says, from a copy in ``folder``; skips without a Chromium.

    ``pages`` are addresses in the site, such as ``topics/``; "" is the home page.
    """
    if not (os.environ.get(CHROMIUM_VARIABLE) or find_installed_chromium()):
        pytest.skip(f"no Chromium; set {CHROMIUM_VARIABLE}, or run scripts/test.py, which installs it where it can")
    for name in ("content_src", "site"):
        shutil.copytree(root / name, folder / name)
    shutil.copyfile(root / "mkdocs.yml", folder / "mkdocs.yml")
    kept = {folder / "site" / page / "index.html" for page in pages}
    for page in (folder / "site").rglob("*.html"):
        if page not in kept:
            page.unlink()
    done = subprocess.run(
        [sys.executable, "-m", "citewell", "audit"],
        cwd=folder,
        env=clean_environment(),
        check=False,
        capture_output=True,
        encoding="utf-8",
    )
    return done.stdout + done.stderr
