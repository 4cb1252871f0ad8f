"""What Citewell writes to ``docs/`` is an ordinary MkDocs project: plain ``mkdocs build`` and ``mkdocs serve`` do."""

from __future__ import annotations

import shutil
from tests.waiting import PATIENCE

import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from datetime import UTC, datetime
from pathlib import Path
from urllib.error import URLError

import pytest

from citewell.project import Project
from citewell.build import build
from citewell.site.write_docs import write_docs

REPOSITORY = Path(__file__).parents[2]
GALLERY = Path(__file__).parents[1] / "sites/gallery"
ADDRESS = "articles/script-in-the-title/"
TITLE = "<title>&lt;script&gt;alert("
DIGEST = re.compile(r"(?<=assets/citewell)\.[0-9a-f]{12}|(?<=assets/search)\.[0-9a-f]{12}|(?<=/pagefind/)[0-9a-f]{12}/")
QUIET = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONDONTWRITEBYTECODE": "1"}


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """A project that Citewell has built, as it would stand on an editor's disk."""
    root = tmp_path_factory.mktemp("gallery")
    (root / "content_src").symlink_to(GALLERY / "content_src")
    shutil.copyfile(GALLERY / "mkdocs.yml", root / "mkdocs.yml")
    assert build(Project(root), datetime.now(UTC).date()).published
    return root


def pages(folder: Path) -> dict[str, str]:
    """Every page by its path, as text, with the names that files had before they were named by their content."""
    found = ((path.relative_to(folder), path.read_text(encoding="utf-8")) for path in folder.rglob("*.html"))
    return {str(path): DIGEST.sub("", text) for path, text in found}


def test_plain_mkdocs_builds_the_same_pages(project, tmp_path):
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(tmp_path / "site")]
    done = subprocess.run(command, cwd=project, env=QUIET, capture_output=True, text=True, check=False, timeout=PATIENCE)
    assert done.returncode == 0, done.stderr
    assert pages(tmp_path / "site") == pages(project / "site")


def test_plain_mkdocs_serves_the_pages(project):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    command = [sys.executable, "-m", "mkdocs", "serve", "--no-livereload", "--dev-addr", address]
    serving = subprocess.Popen(command, cwd=project, env=QUIET, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        assert TITLE in wait_for(f"http://{address}/{ADDRESS}", serving)
    finally:
        serving.terminate()
        serving.wait(timeout=PATIENCE)


def test_plain_mkdocs_says_in_a_fresh_clone_what_to_do(tmp_path):
    for name in ("mkdocs.yml", "docs/.gitignore"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copyfile(REPOSITORY / name, tmp_path / name)
    command = [sys.executable, "-m", "mkdocs", "build"]
    done = subprocess.run(
        command, cwd=tmp_path, env=QUIET, capture_output=True, text=True, check=False, timeout=PATIENCE
    )
    assert done.returncode == 1
    (said,) = (done.stdout + done.stderr).strip().splitlines()
    assert "config file 'docs/.made-by-running-citewell-build.yml' does not exist" in said
    assert [path.name for path in (tmp_path / "docs").iterdir()] == [".gitignore"]


def test_the_folder_of_a_clone_is_the_one_that_the_build_writes(tmp_path):
    write_docs(tmp_path / "docs", {})
    assert (tmp_path / "docs/.gitignore").read_bytes() == (REPOSITORY / "docs/.gitignore").read_bytes()


def wait_for(address: str, serving: subprocess.Popen[bytes]) -> str:
    """The page at an address, once the server answers."""
    end = time.monotonic() + PATIENCE
    while True:
        try:
            with urllib.request.urlopen(address, timeout=PATIENCE) as answer:
                return str(answer.read().decode())
        except URLError:
            assert serving.poll() is None, "mkdocs serve has ended"
            assert time.monotonic() < end, "mkdocs serve does not answer"
            time.sleep(0.2)
