"""All that a build needs is there where only what ``requirements/build.txt`` locks is installed."""

from __future__ import annotations

import re
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from packaging.utils import canonicalize_name
from tests.cli.project import SOURCE, Done, Project
from tests.waiting import PATIENCE

LOCK = (Path(__file__).parents[2] / "requirements" / "build.txt").read_text(encoding="utf-8")
LOCKED = {canonicalize_name(name) for name in re.findall(r"^([\w.-]+)==", LOCK, re.MULTILINE)}
MISSING = {
    name for name, holders in packages_distributions().items() if LOCKED.isdisjoint(map(canonicalize_name, holders))
} - {"coverage"}  # which may be measuring this very run
#: Python runs this before anything else, in the processes that a build starts, too.
SITECUSTOMIZE = f"""\
import importlib.machinery
everything = importlib.machinery.PathFinder.find_spec
def find_spec(name, path=None, target=None):
    return None if name.partition(".")[0] in {sorted(MISSING)!r} else everything(name, path, target)
importlib.machinery.PathFinder.find_spec = find_spec
"""


@pytest.fixture
def bare(small: Project) -> Project:
    """A project on a computer on which nothing is installed that a build does without."""
    small.write("python/sitecustomize.py", SITECUSTOMIZE)
    return small


def run(project: Project, *arguments: str) -> Done:
    process = project.start(*arguments, PYTHONPATH=f"{project.root / 'python'}:{SOURCE}")
    out, err = process.communicate(timeout=PATIENCE)
    return Done(process.returncode, out, err)


def test_what_is_missing_is_what_only_looking_up_needs():
    wanted = {"httpx", "hishel", "trafilatura", "pypdf", "rapidfuzz", "bibtexparser", "rispy", "lxml"}
    assert wanted <= MISSING


@pytest.mark.parametrize(
    "command",
    ["--help", "check", "claims", "refs --help", "refs list", "refs impact example-page", "build"],
)
def test_works_without_what_only_looking_up_needs(bare: Project, command: str):
    done = run(bare, *command.split())

    assert (done.code, done.out != "") == (0, True), done.err
    assert "Traceback" not in done.err


@pytest.mark.parametrize("command", ["resolve", "add doi:10.1000/182", "import library.bib"])
def test_a_command_that_needs_more_says_so_and_how_to_get_it(bare: Project, command: str):
    bare.write("library.bib", "@misc{one, title = {One}}\n")

    done = run(bare, "refs", *command.split())

    assert (done.code, done.out) == (2, "")
    assert "this command needs packages that are not installed: bibtexparser, hishel, httpx" in done.err
    assert "python3 scripts/refs.py installs them" in done.err
    assert "Traceback" not in done.err
