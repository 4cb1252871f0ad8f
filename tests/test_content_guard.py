"""Tests of the engine cannot read this repository's own content."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from citewell.project import Project
from citewell.source.load import load
from tests.content_guard import OWN_CONTENT, OwnContentRead


@pytest.mark.parametrize(
    "read",
    [
        lambda _: (OWN_CONTENT / "site.yml").read_text(encoding="utf-8"),
        lambda _: list(OWN_CONTENT.rglob("*.md")),
        lambda _: load(Project(OWN_CONTENT.parent)),
        lambda folder: shutil.copytree(OWN_CONTENT, folder / "copy"),
    ],
    ids=["a file", "the names", "by the program", "a copy"],
)
def test_reading_the_demonstration_fails(read, tmp_path: Path):
    with pytest.raises(OwnContentRead, match="tests of the engine read tests/sites/"):
        read(tmp_path)
