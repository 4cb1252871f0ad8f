"""The workflows and what watches over them: read by zizmor, and complete."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / ".github"
STARTER = ROOT / "src" / "citewell" / "starter"
WORKFLOWS = sorted((FOLDER / "workflows").glob("*.yml"))


def zizmor(folder: Path) -> subprocess.CompletedProcess[str]:
    options = ["--offline", "--no-progress", "--persona=pedantic", str(folder)]
    program = str(Path(sys.executable).with_name("zizmor"))
    return subprocess.run([program, *options], check=False, capture_output=True, encoding="utf-8")


def test_zizmor_finds_nothing():
    done = zizmor(FOLDER)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("right", "wrong", "finds"),
    [
        ("actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683", "actions/checkout@v4", "unpinned-uses"),
        ("persist-credentials: false", "fetch-depth: 1", "artipacked"),
        ("permissions:\n  contents: read", "permissions: write-all", "excessive-permissions"),
    ],
)
def test_zizmor_would_find_something(tmp_path: Path, right: str, wrong: str, finds: str):
    text = (FOLDER / "workflows" / "check.yml").read_text(encoding="utf-8")
    assert right in text
    folder = tmp_path / ".github" / "workflows"
    folder.mkdir(parents=True)
    (folder / "check.yml").write_text(text.replace(right, wrong), encoding="utf-8")

    done = zizmor(tmp_path / ".github")
    assert done.returncode != 0
    assert finds in done.stdout


def test_a_new_site_gets_workflows_in_which_zizmor_finds_nothing(tmp_path: Path):
    shutil.copytree(STARTER / "dot-github", tmp_path / ".github")
    done = zizmor(tmp_path / ".github")
    assert done.returncode == 0, done.stdout


def test_a_new_site_gets_the_pins_that_are_kept_up_to_date_here():
    def list_pins(folder: Path) -> set[str]:
        texts = (path.read_text(encoding="utf-8") for path in folder.glob("workflows/*.yml"))
        return {pin for text in texts for pin in re.findall(r"uses: (.+)", text)}

    assert list_pins(STARTER / "dot-github")
    assert list_pins(STARTER / "dot-github") - list_pins(FOLDER) == set()


def test_each_path_that_has_owners_is_there():
    lines = (FOLDER / "CODEOWNERS").read_text(encoding="utf-8").splitlines()
    paths = [line.split()[0] for line in lines if line and not line.startswith("#")]
    assert paths
    assert [path for path in paths if not (ROOT / path.strip("/")).exists()] == []


def test_every_lock_file_is_audited_and_proposed_again():
    audit = (FOLDER / "workflows" / "audit.yml").read_text(encoding="utf-8")
    assert "requirements/*.txt" in audit
    assert "git ls-files '*package-lock.json'" in audit
    updates = yaml.safe_load((FOLDER / "dependabot.yml").read_text(encoding="utf-8"))["updates"]
    watched = {place for update in updates for place in update.get("directories", [update.get("directory")])}
    tracked = subprocess.run(
        ["git", "ls-files", "*package-lock.json", "requirements/*.txt"],
        check=True,
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
    )
    assert {f"/{Path(path).parent}" for path in tracked.stdout.split()} <= watched
