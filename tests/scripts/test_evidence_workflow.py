"""The workflow that looks references up: its steps, run as GitHub runs them, on a small site and with real git."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import yaml
from markdown_it import MarkdownIt
from tests.cli.project import SOURCE, Project

from citewell.model.evidence import Lock, LockedReference, Notice, NoticeKind, Verdict
from citewell.model.fingerprint import compute_fingerprint
from citewell.model.lock_text import write_lock_text
from citewell.source.load import load

WORKFLOW = yaml.safe_load(
    (Path(__file__).parents[2] / ".github" / "workflows" / "evidence.yml").read_text(encoding="utf-8")
)
STEPS = {step["name"]: step["run"] for job in WORKFLOW["jobs"].values() for step in job["steps"] if "run" in step}
LOCK = WORKFLOW["env"]["LOCK"]
BRANCH = WORKFLOW["env"]["BRANCH"]
BOT = "github-actions[bot]@users.noreply.github.com"
HOSTILE = "@everybody ``` </code> **[click](https://evil.example)** ::error::no $(touch owned) `touch owned`"


def step(start: str, folder: Path, runner: Path) -> str:
    """Run the step whose name begins so, as GitHub does; what it said."""
    (script,) = (text for name, text in STEPS.items() if name.startswith(start))
    files = {"GITHUB_STEP_SUMMARY": str(runner / "summary.md"), "GITHUB_OUTPUT": str(runner / "output")}
    environment = {**os.environ, **WORKFLOW["env"], **files, "RUNNER_TEMP": str(runner), "PYTHONPATH": str(SOURCE)}
    done = subprocess.run(
        ["bash", "-e", "-c", script], cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_nothing_from_outside_stands_in_a_command():
    assert not [name for name, script in STEPS.items() if "${{" in script]


def test_what_was_found_is_told_and_what_strangers_wrote_is_only_text(tmp_path: Path):
    project = Project("small", tmp_path / "small")
    references = load(project.root).site.bibliography.references
    notice = Notice(NoticeKind.RETRACTION, "Crossref", "2025-12-01", reason=HOSTILE, seen=date(2026, 2, 1))
    dead, study = (
        LockedReference(compute_fingerprint(references[key]), verdict, date(2026, 2, 20), HOSTILE)
        for key, verdict in (("example-page", Verdict.BROKEN), ("example-study", Verdict.OK))
    )
    lock = Lock({"example-page": dead, "example-study": replace(study, notices=(notice,))})
    project.write(LOCK, write_lock_text(lock))
    project.write(".venv/bin/citewell", f'#!/bin/sh\nexec "{sys.executable}" -m citewell "$@"\n')
    (project.root / ".venv/bin/citewell").chmod(0o755)
    runner = tmp_path / "runner"
    runner.mkdir()

    step("Describe the state", project.root, runner)

    assert (runner / "found" / "references.lock").read_text(encoding="utf-8") == write_lock_text(lock)
    told = (runner / "found" / "found.md").read_text(encoding="utf-8")
    assert (runner / "summary.md").read_text(encoding="utf-8") == told
    tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(told)
    totals, needing, sentences = (token.content for token in tokens if token.type == "code_block")
    assert totals.startswith("3 references: 1 ok, 1 broken, 1 unchecked")
    assert "1 of them retracted" in totals
    assert {line.split()[0] for line in needing.splitlines() if line.startswith("example")} == {
        "example-page",
        "example-study",
    }
    assert "@everybody" in needing
    assert "[CIT022]" in sentences
    ours = "".join(token.content for token in tokens if token.type != "code_block")
    assert not [word for word in ("everybody", "evil", "::error", "touch") if word in ours]
    assert not (project.root / "owned").exists()


class Repository:
    """A project on GitHub, a clone of it as a job has it, and what the first job handed on."""

    def __init__(self, root: Path) -> None:
        self.origin, self.job, self.runner = (root / name for name in ("origin.git", "job", "runner"))
        (self.runner / "found").mkdir(parents=True)
        self.git("init", "--quiet", "--bare", "--initial-branch=main", str(self.origin), folder=root)
        self.clone(self.job)
        self.commit(self.job, "main", LOCK, "old\n", "editor@example.org")

    def git(self, *arguments: str, folder: Path) -> str:
        done = subprocess.run(["git", *arguments], cwd=folder, capture_output=True, encoding="utf-8", check=True)
        return done.stdout

    def clone(self, folder: Path) -> None:
        self.git("clone", "--quiet", str(self.origin), str(folder), folder=self.origin)

    def commit(self, folder: Path, branch: str, path: str, text: str, who: str) -> None:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
        self.git("add", path, folder=folder)
        self.git("-c", f"user.email={who}", "-c", "user.name=x", "commit", "--quiet", "-m", "x", folder=folder)
        self.git("push", "--quiet", "origin", f"HEAD:refs/heads/{branch}", folder=folder)

    def propose(self, found: str) -> str:
        """Run the second job's step in a fresh clone; what it said."""
        fresh = self.job.with_name(f"job-{found}")
        self.clone(fresh)
        (self.runner / "found" / "references.lock").write_text(f"{found}\n", encoding="utf-8")
        return step("Push", fresh, self.runner)

    def proposed(self, path: str) -> str:
        return self.git("show", f"{BRANCH}:{path}", folder=self.origin)

    def authors(self) -> list[str]:
        """Whose commits the branch has beyond main, the newest first."""
        return self.git("log", "--format=%ae", f"main..{BRANCH}", folder=self.origin).split()


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path)


def test_a_lock_that_says_nothing_new_proposes_nothing(repository: Repository):
    assert "Nothing new was found." in repository.propose("old")

    assert BRANCH not in repository.git("branch", "--list", "--all", folder=repository.origin)


def test_what_was_proposed_and_not_merged_is_replaced(repository: Repository):
    repository.propose("first")
    repository.propose("second")

    assert repository.proposed(LOCK) == "second\n"
    assert repository.authors() == [BOT]


def test_what_an_editor_committed_there_is_kept(repository: Repository):
    repository.propose("first")
    editor = repository.job.with_name("editor")
    repository.clone(editor)
    repository.git("switch", "--quiet", BRANCH, folder=editor)
    repository.commit(editor, BRANCH, "content_src/articles/one.md", "Fixed.\n", "editor@example.org")

    repository.propose("second")

    assert repository.proposed(LOCK) == "second\n"
    assert repository.proposed("content_src/articles/one.md") == "Fixed.\n"
    assert repository.authors() == [BOT, "editor@example.org", BOT]
