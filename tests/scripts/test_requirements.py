"""The lock files: complete, hashed, in step with each other, and without addresses."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PROJECT = PYPROJECT["project"]


def locked(level: str) -> dict[str, list[str]]:
    """Each pinned package of a lock file with its versions (several where Pythons differ)."""
    text = (ROOT / "requirements" / f"{level}.txt").read_text(encoding="utf-8")
    found: dict[str, list[str]] = {}
    for name, version in re.findall(r"^([a-zA-Z0-9._-]+)==(\S+)", text, flags=re.MULTILINE):
        found.setdefault(canonicalize_name(name), []).append(version)
    return found


@pytest.mark.parametrize("level", ["build", "evidence", "report", "test", "audit"])
def test_every_package_has_hashes_and_none_an_address(level):
    text = (ROOT / "requirements" / f"{level}.txt").read_text(encoding="utf-8")

    entries = re.split(r"^(?=[a-zA-Z0-9])", text, flags=re.MULTILINE)[1:]
    assert entries
    assert all("--hash=sha256:" in entry and "==" in entry for entry in entries)
    assert "://" not in text
    assert "--index" not in text


def test_the_tests_run_on_what_the_build_runs_on():
    test = locked("test")

    assert {name: test.get(name) for name in locked("build")} == locked("build")


@pytest.mark.parametrize(
    ("level", "wanted"),
    [
        ("build", PROJECT["dependencies"]),
        *PROJECT["optional-dependencies"].items(),
        *PYPROJECT["dependency-groups"].items(),
    ],
)
def test_what_the_project_asks_for_is_locked_in_a_version_it_accepts(level, wanted):
    versions = locked("build" if level == "search" else level)

    for requirement in map(Requirement, wanted):
        pinned = versions.get(canonicalize_name(requirement.name), [])
        assert pinned, f"{requirement.name} is not locked: see requirements/README.md"
        assert all(requirement.specifier.contains(version) for version in pinned)
