"""Small whole sites: what the commands say about them and what is written for them, sign by sign.

After a wanted change: ``CITEWELL_REFRESH=1 scripts/test.py tests/cli/test_golden.py``, then read the difference.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from tests.cli.project import SITES, Project

REFRESH = bool(os.environ.get("CITEWELL_REFRESH"))
COMMANDS = {
    "check.txt": ("check",),
    "check.json": ("check", "--format", "json"),
    "check.github": ("check", "--format", "github"),
    "claims.txt": ("claims",),
    "claims.json": ("claims", "--format", "json"),
}


@pytest.mark.parametrize("site", ["small", "faulty"])
@pytest.mark.parametrize("output", COMMANDS)
def test_a_command_says_what_was_expected(site: str, output: str, tmp_path: Path):
    done = Project(site, tmp_path).citewell(*COMMANDS[output])

    assert done.err == ""
    assert done.code == int(site == "faulty" and output.startswith("check"))
    compare(SITES / site / "expected" / output, done.out)


def test_a_build_writes_the_expected_pages(small: Project):
    done = small.citewell("build", "--quiet")

    assert done == (0, "", "")
    docs = small.root / "docs"
    written = {path.relative_to(docs).as_posix() for path in docs.rglob("*") if path.is_file()} - {".citewell.json"}
    compare(SITES / "small" / "expected" / "docs.txt", "".join(f"{path}\n" for path in sorted(written)))
    for path in ("articles/can-stress-cause-headaches/index.md", "about/index.md"):
        compare(SITES / "small" / "expected" / path.replace("/", "_"), small.read(f"docs/{path}"))


def compare(file: Path, text: str) -> None:
    if REFRESH:
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
    assert text == file.read_text(encoding="utf-8")
