"""When the scripts make their environment anew, when they reuse it, and what they leave alone."""

from __future__ import annotations

import ast
import json
from pathlib import Path

import pytest

from _environment import LEVELS, OURS, UNFINISHED, empty, is_ready, made_from, refuse_foreign, wanted

SCRIPTS = Path(__file__).parents[2] / "scripts"


@pytest.fixture
def root(tmp_path):
    (tmp_path / "requirements").mkdir()
    for level in LEVELS:
        (tmp_path / "requirements" / f"{level}.txt").write_text(f"{level}==1\n")
    return tmp_path


def finished(root: Path, *levels: str) -> Path:
    """An environment as the scripts leave it, with a Python."""
    venv = root / ".venv"
    (venv / "bin").mkdir(parents=True)
    (venv / "bin/python").touch()
    (venv / OURS).write_text(json.dumps({level: wanted(root)[level] for level in levels}))
    return venv


def test_a_finished_environment_is_reused(root):
    venv = finished(root, "build")

    assert is_ready(venv, wanted(root), "build")
    assert not is_ready(venv, wanted(root), "test")


def test_an_environment_for_the_tests_serves_the_build_too(root):
    venv = finished(root, *LEVELS)

    assert is_ready(venv, wanted(root), "test")
    assert is_ready(venv, wanted(root), "evidence")
    assert is_ready(venv, wanted(root), "build")


def test_an_environment_for_looking_references_up_serves_the_build_but_not_the_tests(root):
    venv = finished(root, "build", "evidence")

    assert is_ready(venv, wanted(root), "evidence")
    assert is_ready(venv, wanted(root), "build")
    assert not is_ready(venv, wanted(root), "test")


def test_a_changed_lock_file_makes_it_anew(root):
    venv = finished(root, *LEVELS)
    (root / "requirements/test.txt").write_text("test==2\n")

    assert is_ready(venv, wanted(root), "build")
    assert not is_ready(venv, wanted(root), "test")


def test_a_moved_checkout_makes_it_anew(root, tmp_path_factory):
    venv = finished(root, "build")
    elsewhere = root.rename(tmp_path_factory.mktemp("moved") / "checkout")

    assert not is_ready(elsewhere / venv.name, wanted(elsewhere), "build")


def test_an_environment_whose_python_is_gone_is_made_anew(root):
    venv = finished(root, "build")
    (venv / "bin/python").unlink()
    (venv / "bin/python").symlink_to("/usr/bin/python3.0")

    assert not is_ready(venv, wanted(root), "build")


@pytest.mark.parametrize("text", [UNFINISHED, "", "[]", "3"])
def test_an_interrupted_one_is_made_anew(root, text):
    venv = finished(root, "build")
    (venv / OURS).write_text(text)

    assert made_from(venv) == {}
    assert not is_ready(venv, wanted(root), "build")
    refuse_foreign(venv)


def test_a_kill_while_it_is_emptied_still_leaves_it_ours(root):
    venv = finished(root, "build")
    (venv / "lib64").symlink_to("bin")

    empty(venv)

    assert [path.name for path in venv.iterdir()] == [OURS]
    refuse_foreign(venv)


def test_nothing_there_and_an_empty_folder_are_fine(root):
    refuse_foreign(root / ".venv")
    (root / ".venv").mkdir()
    refuse_foreign(root / ".venv")


def test_somebody_elses_environment_is_left_alone(root):
    (root / ".venv/bin").mkdir(parents=True)

    with pytest.raises(SystemExit, match="was not made by Citewell's scripts"):
        refuse_foreign(root / ".venv")


def test_a_link_is_left_alone(root):
    finished(root, "build").rename(root / "other")
    (root / ".venv").symlink_to("other")

    with pytest.raises(SystemExit, match="was not made by Citewell's scripts"):
        refuse_foreign(root / ".venv")


@pytest.mark.parametrize("script", sorted(SCRIPTS.glob("*.py")), ids=lambda path: path.name)
def test_an_old_python_can_read_far_enough_to_say_it_is_too_old(script):
    ast.parse(script.read_text(encoding="utf-8"), feature_version=(3, 6))
