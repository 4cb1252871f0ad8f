"""The lock files: complete, hashed, in step with each other, and without addresses."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from licences import with_table

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


@pytest.mark.parametrize("level", sorted(path.stem for path in (ROOT / "requirements").glob("*.txt")))
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


def needed(wanted: Iterable[str]) -> set[str]:
    """All packages that these requirements bring, on any system and Python, by what the installed ones say."""
    found: set[str] = set()
    waiting = list(map(Requirement, wanted))
    while waiting:
        requirement = waiting.pop()
        name = canonicalize_name(requirement.name)
        for extra in ("", *map(canonicalize_name, requirement.extras)):
            if f"{name}[{extra}]" in found:
                continue
            found.add(f"{name}[{extra}]")
            with suppress(PackageNotFoundError):  # it is for another system or Python
                more = map(Requirement, requires(name) or ())
                waiting += [each for each in more if extra_of(each) == extra]
    return {each.partition("[")[0] for each in found}


def extra_of(requirement: Requirement) -> str:
    """The extra with which a package needs this, or ""."""
    found = re.search(r"extra == ['\"]([\w.-]+)['\"]", str(requirement.marker or ""))
    return canonicalize_name(found[1]) if found else ""


@pytest.mark.parametrize("extra", [name for name in PROJECT["optional-dependencies"] if name != "search"])
def test_a_lock_holds_nothing_that_is_no_longer_needed(extra):
    extras = PROJECT["optional-dependencies"]
    assert set(locked(extra)) - needed([*PROJECT["dependencies"], *extras["search"], *extras[extra]]) == set()


def test_a_build_without_the_search_needs_few_packages():
    core = set(locked("build")) - (needed(PROJECT["optional-dependencies"]["search"]) - needed(PROJECT["dependencies"]))
    assert len(core) <= 35


def test_the_list_of_licences_is_that_of_the_locked_packages():
    page = (ROOT / "requirements" / "README.md").read_text(encoding="utf-8")
    assert page == with_table(page), "run `python3 scripts/licences.py` and commit requirements/README.md"
