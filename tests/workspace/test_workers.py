"""Processes that work ahead: the results are the same, whatever becomes of them."""

from __future__ import annotations

import os
import shutil
import signal
from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.content import TODAY

from citewell import workers
from citewell.project import Project
from citewell.result_store import open_results
from citewell.rules import CheckOptions
from citewell.workers import share_out, work_ahead
from citewell.workspace import KeptResults, Workspace, prepare_results

SITES = Path(__file__).parents[1] / "sites"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    monkeypatch.setattr(workers, "SMALLEST", 1)
    shutil.copytree(SITES / "gallery", tmp_path / "site")
    return Project(tmp_path / "site")


def prepare_and_note(project: Project, day: date, note: Path, paths: Sequence[str]) -> None:
    """What a process does, and where a test sees that one did it."""
    prepare_results(project, day, CheckOptions(), paths)
    (note / str(os.getpid())).write_text("\n".join(paths))


def end_at_once(how: int, _paths: Sequence[str]) -> None:
    """A process that is killed, or ends by itself, before it has put anything into the store."""
    if how < 0:
        os._exit(-how)
    os.kill(os.getpid(), how)


def refuse(*_: object) -> None:
    pytest.fail("nobody should be asked")


@pytest.mark.parametrize("jobs", [2, 3])
def test_results_that_other_processes_worked_out_are_found(project: Project, jobs: int, tmp_path: Path):
    note = tmp_path / "notes"
    note.mkdir()
    fresh: Workspace[None] = Workspace(project, TODAY)
    with open_results(project) as store:
        ahead = partial(work_ahead, partial(prepare_and_note, project, TODAY, note), jobs)
        content: Workspace[None] = Workspace(project, TODAY, kept=KeptResults(store, ahead))
        assert content.findings() == fresh.findings()

    done = [path for each in note.iterdir() for path in each.read_text().splitlines()]
    assert len(list(note.iterdir())) == jobs
    assert sorted(done) == sorted(path.relative_to(project.root).as_posix() for path in project.content.rglob("*.md"))
    with open_results(project) as store:
        again: Workspace[None] = Workspace(project, TODAY, kept=KeptResults(store, refuse))
        assert again.findings() == fresh.findings(), "nothing is missing now, so nobody is asked"


@pytest.mark.parametrize("how", [signal.SIGKILL, -3], ids=["killed", "ended"])
def test_of_a_process_that_dies_only_the_time_is_lost(project: Project, how: int):
    fresh: Workspace[None] = Workspace(project, TODAY)
    with open_results(project) as store:
        ahead = partial(work_ahead, partial(end_at_once, int(how)), 2)
        content: Workspace[None] = Workspace(project, TODAY, kept=KeptResults(store, ahead))
        assert content.findings() == fresh.findings()


def test_where_there_is_little_to_do_no_process_is_started(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("multiprocessing.get_context", refuse)
    work_ahead(refuse, 8, {"a": workers.SMALLEST, "b": workers.SMALLEST - 1})
    work_ahead(refuse, 1, {"a": workers.SMALLEST * 9})
    work_ahead(refuse, 8, {})


@given(st.dictionaries(st.text(max_size=3), st.integers(0, 1000), min_size=1), st.integers(1, 9))
def test_each_document_is_in_one_part_and_the_parts_are_about_as_large(sizes: Mapping[str, int], jobs: int):
    parts = share_out(sizes, jobs)

    assert len(parts) == jobs
    assert sorted(path for part in parts for path in part) == sorted(sizes)
    totals = [sum(sizes[path] for path in part) for part in parts]
    assert max(totals) - min(totals) <= max(sizes.values())
