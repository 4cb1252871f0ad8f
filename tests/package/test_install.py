"""Installed from a wheel, a checkout and a git address, and run outside the repository with nothing of it on the path.

No network: the packages that it needs are lent by the environment of the tests, which also builds the wheel. That they
can be installed by the lock's hashes in an empty environment, the workflows show.
"""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import tarfile
import tomllib
import zipfile
from pathlib import Path

import pytest
from tests.cli.project import clean_environment

from citewell import __version__
from citewell.extras import EXTRAS
from try_package import work_with

ROOT = Path(__file__).parents[2]
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
NAME = f"citewell-{__version__}"


def run(*command: str | Path, cwd: Path, **environment: str) -> str:
    """What a program writes; it must succeed. Nothing of the repository is on its path."""
    kept = {name: value for name, value in clean_environment().items() if name not in ("PYTHONPATH", "VIRTUAL_ENV")}
    done = subprocess.run(
        [*map(str, command)], cwd=cwd, env={**kept, **environment}, check=False, capture_output=True, encoding="utf-8"
    )
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel and the source distribution."""
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "hatchling", "build", "-d", folder, cwd=ROOT)
    return folder


@pytest.fixture(scope="module")
def checkout(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the source distribution holds, as a git repository of its own."""
    folder = tmp_path_factory.mktemp("checkout")
    with tarfile.open(built / f"{NAME}.tar.gz") as archive:
        archive.extractall(folder, filter="data")
    git = ["git", "-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    for command in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "All of it"]):
        run(*git, *command, cwd=folder / NAME)
    return folder / NAME


def install(what: str, folder: Path) -> Path:
    """Install with pip into a new environment that borrows all else from this one; the ``citewell`` command there."""
    run(sys.executable, "-m", "venv", "--without-pip", folder, cwd=folder.parent)
    command = folder / ("Scripts/citewell.exe" if os.name == "nt" else "bin/citewell")
    python = command.with_stem("python")
    packages = run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=folder).strip()
    # The .pth files of that folder, one of which leads to the repository, are not read: it is no site-packages here.
    (Path(packages) / "lent.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    offline = ("--no-index", "--no-deps", "--no-build-isolation", "--disable-pip-version-check", "--quiet")
    run(sys.executable, "-m", "pip", "--python", python, "install", *offline, what, cwd=folder)
    return command


@pytest.mark.parametrize("kind", ["wheel", "checkout", "git"])
def test_runs_wherever_it_was_installed_from(kind: str, built: Path, checkout: Path, tmp_path: Path):
    addresses = {
        "wheel": str(built / f"{NAME}-py3-none-any.whl"),
        "checkout": str(checkout),
        "git": f"git+{checkout.as_uri()}",
    }
    citewell = install(addresses[kind], tmp_path / "environment")

    assert run(citewell, "--version", cwd=tmp_path) == f"citewell {__version__}\n"
    program = "import citewell, sys; print(*sys.path, citewell.__file__, sep='\\n')"
    path = run(citewell.with_stem("python"), "-c", program, cwd=tmp_path)
    assert not [place for place in path.splitlines() if place.startswith(str(ROOT / "src"))]
    assert run(citewell, "help", "publish", cwd=tmp_path).startswith("Publish\n")
    if kind == "wheel":  # the others hold the same files: see below
        work_with(citewell, tmp_path)
        how = "from citewell.extras import describe_installation as how; print(how('evidence'))"
        lock = run(citewell.with_stem("python"), "-c", how, cwd=tmp_path).split()[-1]
        assert (tmp_path / lock).read_bytes() == (ROOT / "requirements" / "evidence.txt").read_bytes()


def test_the_wheel_holds_the_program_its_handbook_and_its_locks(built: Path):
    with zipfile.ZipFile(built / f"{NAME}-py3-none-any.whl") as wheel:
        held = set(wheel.namelist())
    kept = run("git", "ls-files", "src/citewell", "handbook", cwd=ROOT).split()
    assert {f"citewell/{path.removeprefix('src/citewell/')}" for path in kept} <= held
    assert {f"citewell/locks/{'build' if name == 'search' else name}.txt" for name in EXTRAS} <= held
    others = {path.partition("/")[0] for path in held} - {"citewell", f"{NAME}.dist-info"}
    assert not others


def test_every_extra_of_the_wheel_is_known_to_the_program(built: Path):
    with zipfile.ZipFile(built / f"{NAME}-py3-none-any.whl") as wheel:
        metadata = wheel.read(f"{NAME}.dist-info/METADATA").decode()
    headers, _, readme = metadata.partition("\n\n")
    fields = [line.split(": ", 1) for line in headers.splitlines()]
    assert {value for name, value in fields if name == "Provides-Extra"} == {*EXTRAS}
    assert ["Requires-Python", ">=3.11"] in fields
    assert ["License-Expression", "MIT"] in fields
    assert "://" not in headers, "an address in the metadata must be one that is there"
    assert readme.startswith("# Citewell")


def test_the_source_distribution_holds_what_git_keeps_and_nothing_that_was_made(built: Path):
    with tarfile.open(built / f"{NAME}.tar.gz") as archive:
        held = {name.removeprefix(f"{NAME}/") for name in archive.getnames()}
    kept = set(run("git", "-c", "core.quotepath=off", "ls-files", "-co", "--exclude-standard", cwd=ROOT).splitlines())
    assert held - kept == {"PKG-INFO"}
    assert kept - held == set()
