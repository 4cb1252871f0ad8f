"""The trend, from a real git repository."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.cli.project import Project
from tests.team_report.site import HEADACHE, write_site

from citewell.team_report.git_history import Blobs, Repository, open_repository
from citewell.team_report.old_content import OldContent
from citewell.team_report.trend import _Counter

pytestmark = pytest.mark.skipif(not shutil.which("git"), reason="git is not installed")
ARTICLES = "content_src/articles"


def git(folder: Path, *arguments: str, day: str = "2026-01-01") -> str:
    who = {f"GIT_{role}_{key}": "x@example.org" for role in ("AUTHOR", "COMMITTER") for key in ("NAME", "EMAIL")}
    days = {"GIT_AUTHOR_DATE": f"{day}T12:00:00Z", "GIT_COMMITTER_DATE": f"{day}T12:00:00Z"}
    environment = {**os.environ, **who, **days, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    command = ["git", "-c", "init.defaultBranch=main", "-C", str(folder), *arguments]
    done = subprocess.run(command, env=environment, check=True, capture_output=True, encoding="utf-8")
    return done.stdout


def commit(project: Project, day: str, folder: Path | None = None) -> None:
    git(folder or project.root, "add", "-A")
    git(folder or project.root, "commit", "-m", "x", day=day)


def trend(project: Project, months: int = 4, **environment: str) -> dict[str, Any]:
    """The trend as it is on 1 March 2026."""
    done = project.citewell("report", "--format", "json", "--months", str(months), cwd=None, **environment)
    assert (done.code, done.err) == (0, "")
    return dict(json.loads(done.out)["trend"])


def rows(found: dict[str, Any]) -> list[tuple[Any, ...]]:
    keys = ("month", "articles", "claims", "cited", "pinned")
    return [tuple(each[key] for key in keys) for each in found["months"]]


@pytest.fixture
def grown(tmp_path: Path) -> Project:
    """A site that had one article at the end of December, and two from February on; the folder has a name with a space.

    Its last change was not committed.
    """
    project = write_site(tmp_path / "a repository" / "the site")
    repository = project.root.parent
    git(repository, "init")
    (project.root / ARTICLES / "headache" / "article.md").unlink()
    commit(project, "2025-12-10", repository)
    project.write(f"{ARTICLES}/headache/article.md", HEADACHE)
    commit(project, "2026-02-03", repository)
    project.replace(f"{ARTICLES}/headache/article.md", "Drink water.", "Drink water. [@guide]")
    return project


def test_each_month_is_as_it_was_at_its_end(grown: Project):
    found = trend(grown)

    # one article: 3 of 4 claims are cited, 1 is pinned; two: 4 of 6 are cited. November had no commit yet.
    assert rows(found) == [
        ("2025-12", 1, 4, 75.0, 25.0),
        ("2026-01", 1, 4, 75.0, 25.0),
        ("2026-02", 2, 6, 66.7, 16.7),
        ("2026-03", 2, 6, 66.7, 16.7),
    ]
    assert (found["history"], found["note"]) == ("read", "")


def test_only_the_last_months_are_read(grown: Project):
    assert [month for month, *_ in rows(trend(grown, months=1))] == ["2026-03"]


class CountedBlobs(Blobs):
    """Contents of files, and which were asked for."""

    def __init__(self, blobs: Blobs) -> None:
        super().__init__(blobs._asked, blobs._given)
        self.read_blobs: list[str] = []

    def read(self, blob: str) -> bytes:
        self.read_blobs.append(blob)
        return super().read(blob)


def test_a_text_that_is_the_same_in_two_months_is_read_once(grown: Project):
    repository = open_repository(grown.root)
    assert isinstance(repository, Repository)
    commit_now = repository.find_commit(date(2026, 3, 1))
    files = {each.path: each for each in repository.list_files(commit_now, "content_src")}
    with repository.open_blobs() as blobs:
        counted = CountedBlobs(blobs)
        counter = _Counter()
        first, *_ = [
            counter.count_month(month, commit_now, OldContent(grown.paths, counted, files, month))
            for month in (date(2026, 1, 1), date(2026, 2, 1))
        ]
    assert first.claims == 6
    assert len(counted.read_blobs) == 5, "four articles and site.yml"


def test_a_shallow_clone_says_so(grown: Project, tmp_path: Path):
    git(tmp_path, "clone", "--depth=1", f"file://{grown.root.parent}", "shallow")
    clone = Project.__new__(Project)
    clone.root = tmp_path / "shallow" / "the site"

    found = trend(clone)
    assert rows(found) == [("2026-02", 2, 6, 66.7, 16.7), ("2026-03", 2, 6, 66.7, 16.7)]
    assert found["history"] == "shallow"
    assert "shallow" in found["note"]


def test_without_a_repository_the_report_says_so(tmp_path: Path):
    project = write_site(tmp_path / "site")
    found = trend(project)
    assert (found["history"], found["months"]) == ("no-repository", [])
    assert "not in a git repository" in found["note"]


def test_without_git_the_report_says_so(grown: Project, tmp_path: Path):
    found = trend(grown, PATH=str(tmp_path))
    assert (found["history"], found["months"]) == ("no-git", [])
    assert "git is not installed" in found["note"]


def test_a_repository_without_a_commit_has_no_months(tmp_path: Path):
    project = write_site(tmp_path / "site")
    git(project.root, "init")
    assert (trend(project)["history"], trend(project)["months"]) == ("read", [])


def test_nothing_that_a_repository_names_is_run(grown: Project, tmp_path: Path):
    program = tmp_path / "program"
    program.write_text(f"#!/bin/sh\ntouch {tmp_path}/was-run\n", encoding="utf-8")
    program.chmod(0o755)
    for key in ("core.fsmonitor", "core.pager", "core.sshCommand"):
        git(grown.root, "config", key, str(program))
    trend(grown)
    assert not (tmp_path / "was-run").exists()


def test_another_repository_in_the_environment_is_not_read(grown: Project, tmp_path: Path):
    found = trend(grown, GIT_DIR=str(tmp_path / "elsewhere"))
    assert len(found["months"]) == 4
