"""The same content gives the same bytes, whenever, wherever and however often it is built."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from citewell.site.mkdocs_config import THEME

REPOSITORY = Path(__file__).parents[2]
CONTENTS = {name: REPOSITORY / "tests/sites" / name for name in ("back-pain", "gallery")}
#: Two machines: another day, zone and language, other orders of sets and hash tables, other permissions.
MACHINES = (
    {"SOURCE_DATE_EPOCH": "1772366400", "PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C.UTF-8", "UMASK": "022"},
    {"SOURCE_DATE_EPOCH": "1791028799", "PYTHONHASHSEED": "77", "TZ": "Asia/Tokyo", "LC_ALL": "C", "UMASK": "077"},
)


def copied(content: Path, root: Path, backwards: bool) -> Path:
    """A copy of a project, its files written in one order or the other: folders are listed as they were filled."""
    for path in sorted((content / "content_src").rglob("*"), reverse=backwards):
        if path.is_file():
            target = root / path.relative_to(content)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
    shutil.copyfile(content / "mkdocs.yml", root / "mkdocs.yml")
    return root


def built(root: Path, machine: dict[str, str]) -> dict[str, str]:
    """The digest of each file of the site, as a process of its own builds it."""
    environment = {**os.environ, **machine, "PYTHONPATH": str(REPOSITORY / "src")}
    command = [sys.executable, "-m", "citewell", "build"]
    umask = int(machine["UMASK"], 8)
    done = subprocess.run(command, cwd=root, env=environment, umask=umask, capture_output=True, check=False)
    assert done.returncode == 0, (done.stdout + done.stderr).decode()
    files = (path for path in (root / "site").rglob("*") if path.is_file())
    return {str(path.relative_to(root)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


@pytest.mark.parametrize("content", CONTENTS.values(), ids=CONTENTS)
def test_the_same_content_gives_the_same_bytes(content: Path, tmp_path: Path):
    here, there = tmp_path / "here", tmp_path / "elsewhere" / "with a longer name"
    first = built(copied(content, here, backwards=False), MACHINES[0])
    assert "site/sitemap.xml.gz" in first
    assert [name for name in first if name.endswith(".pf_filter")]
    assert built(copied(content, there, backwards=True), MACHINES[1]) == first
    assert built(here, MACHINES[1]) == first, "a second build in the same folder"
