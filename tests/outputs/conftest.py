"""Sites with PDF files, made by the real build and the real Chromium."""

from __future__ import annotations

import os
import shutil
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import pytest

from citewell.build import build
from citewell.diagnostics import has_errors
from citewell.outputs.pdf.chromium import CHROMIUM_VARIABLE, find_installed_chromium
from citewell.project import Project

ROOT: Final = Path(__file__).parents[2]
SITES: Final = {
    "back pain": ROOT / "tests/sites/back-pain",
    "gallery": ROOT / "tests/sites/gallery",
    "right to left": ROOT / "tests/sites/right-to-left",
}


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of a Chromium; without one the test is skipped."""
    found = os.environ.get(CHROMIUM_VARIABLE) or find_installed_chromium()
    if not found:
        pytest.skip(f"no Chromium; set {CHROMIUM_VARIABLE}, or run scripts/test.py, which installs it where it can")
    return found


def project(source: Path, root: Path, paper: str) -> Path:
    """A copy of a site that asks for PDF files."""
    shutil.copytree(source / "content_src", root / "content_src")
    shutil.copyfile(source / "mkdocs.yml", root / "mkdocs.yml")
    with (root / "content_src/site.yml").open("a", encoding="utf-8") as file:
        file.write(f"\npdf: {paper}\n")
    return root


@pytest.fixture(scope="session", params=[("back pain", "A4"), ("back pain", "Letter"), ("gallery", "A4")], ids="-".join)
def printed(request: pytest.FixtureRequest, chromium: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a built site with PDF files, in a folder that is named as the paper."""
    name, paper = request.param
    return build_printed(name, paper, chromium, tmp_path_factory.mktemp(f"{name}-{paper}"))


def build_printed(name: str, paper: str, chromium: str, folder: Path) -> Path:
    """Build a site with PDF files below ``folder``; return where it stands."""
    root = project(SITES[name], folder / paper, paper)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(CHROMIUM_VARIABLE, chromium)
        outcome = build(Project(root), datetime.now(UTC).date())
    assert not has_errors(outcome.diagnostics), [each.message for each in outcome.diagnostics]
    return root / "site"
