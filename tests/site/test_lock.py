"""Two builds at once: the second is told so at once, and a killed one does not lock the project for ever."""

from __future__ import annotations

import os
import signal
import subprocess
import sys

import pytest

from citewell.project import Project
from citewell.errors import AnotherBuildRuns, ForeignFile
from citewell.site.lock import build_lock

HOLDER = """
import sys
from pathlib import Path
from citewell.project import Project
from citewell.site.lock import build_lock
with build_lock(Project(Path(sys.argv[1]))):
    print("holding", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def other_build(tmp_path):
    command = [sys.executable, "-c", HOLDER, str(tmp_path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stdout.readline() == b"holding\n"
        yield process
        process.kill()


def test_a_second_build_is_told_who_builds(tmp_path, other_build):
    with pytest.raises(AnotherBuildRuns) as caught, build_lock(Project(tmp_path)):
        pytest.fail("two builds at once")

    assert caught.value.message == f"another build of this site is running (process {other_build.pid})"
    assert caught.value.exit_code == 75


def test_a_killed_build_leaves_no_lock(tmp_path, other_build):
    other_build.send_signal(signal.SIGKILL)
    other_build.wait()

    with build_lock(Project(tmp_path)):
        pass


def test_builds_one_after_the_other(tmp_path):
    for _ in range(2):
        with build_lock(Project(tmp_path)):
            pass


@pytest.mark.usefixtures("other_build")
def test_builds_of_two_projects(tmp_path):
    (tmp_path / "other").mkdir()

    with build_lock(Project(tmp_path / "other")):
        pass


def test_the_lock_names_the_build_that_runs_now_and_no_earlier_one(tmp_path):
    for _ in range(2):
        with build_lock(Project(tmp_path)):
            assert (tmp_path / ".citewell" / "build.lock").read_text() == f"{os.getpid()}\n"


@pytest.mark.parametrize("name", [".gitignore", "build.lock", "pdf", "preview/site", "preview/site/articles/deep"])
def test_a_link_among_our_own_files_is_refused_and_not_written_through(tmp_path, name):
    mine = tmp_path / "elsewhere"
    mine.write_text("mine", encoding="utf-8")
    link = tmp_path / "project" / ".citewell" / name
    link.parent.mkdir(parents=True)
    link.symlink_to(mine)

    with pytest.raises(ForeignFile) as caught, build_lock(Project(tmp_path / "project")):
        pytest.fail("the link was followed")

    assert caught.value.message == f".citewell/{name}: is a link"
    assert mine.read_text(encoding="utf-8") == "mine"
