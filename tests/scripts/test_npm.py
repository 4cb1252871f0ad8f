"""What comes from npm is installed once, in the locked versions, and a half-finished install is no install."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from _npm import AXE, LIGHTHOUSE, install, is_ready

LOCK = {
    "": {"name": "ours"},
    "node_modules/one": {"integrity": "sha512-1"},
    "node_modules/two": {"integrity": "sha512-2"},
}
NPM = """#!/bin/sh
echo "$*" >> asked
[ -e fail ] && exit 1
[ -e idle ] && exit 0
for each in one two; do /bin/mkdir -p node_modules/$each; echo "{}" > node_modules/$each/package.json; done
/bin/cp package-lock.json node_modules/.package-lock.json
"""


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A project with a folder that has a lock file, on a machine that has no npm yet."""
    monkeypatch.setattr("_npm.ROOT", tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    (tmp_path / "bin").mkdir()
    made = tmp_path / "folder"
    made.mkdir()
    (made / "package-lock.json").write_text(json.dumps({"packages": LOCK}))
    return made


def npm(folder: Path) -> None:
    """A program npm that does what the real one does for the lock file."""
    program = folder.parent / "bin/npm"
    program.write_text(NPM)
    program.chmod(0o755)


def test_it_is_installed_once_as_locked_and_without_scripts(folder):
    npm(folder)

    assert not is_ready(folder)
    assert install(folder) == install(folder) == folder / "node_modules"
    (asked,) = (folder / "asked").read_text().splitlines()
    assert asked.startswith("ci --ignore-scripts")


def test_another_lock_installs_it_anew(folder):
    npm(folder)
    install(folder)
    for changed in ({**LOCK, "node_modules/one": {"integrity": "sha512-3"}}, dict(list(LOCK.items())[:2])):
        (folder / "package-lock.json").write_text(json.dumps({"packages": changed}))
        assert not is_ready(folder)
        install(folder)
        assert is_ready(folder)


def test_what_an_interrupted_npm_leaves_is_not_ready(folder):
    (folder / "node_modules/one").mkdir(parents=True)
    assert not is_ready(folder)
    for left in ('{"packages": {', "[]", "{}", "null", '{"packages": []}', '{"packages": {"node_modules/one": 1}}'):
        (folder / "node_modules/.package-lock.json").write_text(left)
        assert not is_ready(folder), left


def test_a_package_that_somebody_removed_is_installed_again(folder):
    npm(folder)
    install(folder)
    (folder / "node_modules/two/package.json").unlink()
    assert not is_ready(folder)
    install(folder)
    assert is_ready(folder)


def test_what_only_other_machines_need_may_be_missing(folder):
    wanted = {**LOCK, "node_modules/for-macos": {"integrity": "sha512-4", "optional": True}}
    (folder / "package-lock.json").write_text(json.dumps({"packages": wanted}))
    for each in ("one", "two"):
        (folder / "node_modules" / each).mkdir(parents=True)
        (folder / "node_modules" / each / "package.json").write_text("{}")
    (folder / "node_modules/.package-lock.json").write_text(json.dumps({"packages": dict(list(LOCK.items())[1:])}))
    assert is_ready(folder)


def test_without_npm_and_after_a_failure_one_line_says_what_to_do(folder):
    with pytest.raises(SystemExit, match=r"npm is needed here.*apt-get install npm"):
        install(folder)
    npm(folder)
    for way in ("fail", "idle"):  # it says that it failed; it says nothing, and did nothing
        (folder / way).touch()
        with pytest.raises(SystemExit, match="The packages locked in folder could not be installed"):
            install(folder)
        (folder / way).unlink()


@pytest.mark.parametrize("ours", [AXE, LIGHTHOUSE], ids=lambda path: path.name)
def test_the_lock_has_what_is_asked_for_exactly_with_digests_and_no_addresses(ours):
    (wanted,) = json.loads((ours / "package.json").read_text())["devDependencies"].items()
    text = (ours / "package-lock.json").read_text()
    packages = json.loads(text)["packages"]

    assert packages[f"node_modules/{wanted[0]}"]["version"] == wanted[1]
    assert all(facts["integrity"].startswith("sha512-") for place, facts in packages.items() if place)
    assert '"resolved"' not in text
