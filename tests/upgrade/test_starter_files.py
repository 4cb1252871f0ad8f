"""``citewell upgrade`` and what ``citewell init`` wrote: renewed where nobody changed it, named where somebody did."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path

import pytest
from tests.cli.project import Done, run_here

from citewell.cli.new_site.wheel import WHEEL_NAME
from citewell.cli.new_site.write_site import RECORD

WHEEL = f"wheels/{WHEEL_NAME}"
OLD_WHEEL = "wheels/citewell-0.9-py3-none-any.whl"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site as ``citewell init`` makes it today."""
    folder = tmp_path_factory.mktemp("made") / "lumps"
    assert run_here("init", str(folder), "--name=Lumps", cwd=folder.parent).code == 0
    return folder


@pytest.fixture
def site(made: Path, tmp_path: Path) -> Path:
    return shutil.copytree(made, tmp_path / "lumps")


def upgrade(site: Path) -> Done:
    return run_here("upgrade", "--yes", cwd=site)


def wrote_before(site: Path, files: dict[str, bytes | None]) -> None:
    """Let an earlier program have written these files, or not (``None``)."""
    record = json.loads((site / RECORD).read_bytes())
    for path, data in files.items():
        if data is None:
            (site / path).unlink()
            del record["files"][path]
        else:
            (site / path).write_bytes(data)
            record["files"][path] = hashlib.sha256(data).hexdigest()
    (site / RECORD).write_text(json.dumps(record), encoding="utf-8")


def read_all(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_new_site_has_nothing_to_upgrade(site: Path, made: Path):
    done = upgrade(site)
    assert (done.code, done.err) == (0, "")
    assert done.out.endswith("There is nothing to upgrade.\n")
    assert read_all(site) == read_all(made)


def test_what_nobody_changed_is_renewed_and_the_rest_is_named(site: Path, made: Path):
    earlier: dict[str, bytes | None] = {
        "scripts/serve.py": b"# of before\n",
        "scripts/refs.py": None,
        "scripts/of_before.py": b"# no longer written\n",
        "netlify.toml": b"# of before\n",
        ".gitlab-ci.yml": b"# of before\n",
        "requirements.txt": f"./{OLD_WHEEL}\n".encode(),
        OLD_WHEEL: b"PK\xff",
        WHEEL: None,
    }
    wrote_before(site, earlier)
    (site / "netlify.toml").write_bytes(b"# ours\n")
    (site / ".gitlab-ci.yml").unlink()
    (site / "README.md").write_bytes(b"# Ours\n")

    done = upgrade(site)
    assert (done.code, done.err) == (0, "")
    for line in (
        "renew scripts/serve.py",
        "renew requirements.txt",
        "add scripts/refs.py",
        f"add {WHEEL}",
        f"remove {OLD_WHEEL}",
        "remove scripts/of_before.py",
    ):
        assert f"  {line}\n" in done.out
    assert "although citewell init now writes something else:\n  .gitlab-ci.yml\n  netlify.toml\n" in done.out
    assert "-# of before\n" in done.out
    assert "  README.md\n" not in done.out, "it has not changed since the site was made"
    wanted = {**read_all(made), "netlify.toml": b"# ours\n", "README.md": b"# Ours\n"}
    del wanted[".gitlab-ci.yml"]
    assert read_all(site) == wanted
    assert upgrade(site).out.endswith("There is nothing to upgrade.\n")


@pytest.mark.parametrize("changed", ["requirements.txt", WHEEL])
def test_the_files_of_the_program_are_renewed_together_or_not(changed: str, site: Path):
    wrote_before(site, {"requirements.txt": f"./{OLD_WHEEL}\n".encode(), OLD_WHEEL: b"PK\xff"})
    (site / changed).write_bytes(b"# ours\n")
    before = read_all(site)
    done = upgrade(site)
    assert done.code == 0
    assert "although citewell init now writes something else:\n  requirements.txt\n" in done.out
    after = read_all(site)
    assert {path for path in before if before[path] != after.get(path)} == {RECORD}


BAD_RECORDS = {
    "{": "this is not what citewell init wrote",
    "[]": "this is not what citewell init wrote",
    '{"files": {"../secret": "0"}}': "names a file that is not in the site's folder",
}


@pytest.mark.parametrize(("text", "message"), BAD_RECORDS.items())
def test_a_record_that_is_none_is_one_message(text: str, message: str, site: Path):
    (site / RECORD).write_text(text, encoding="utf-8")
    before = read_all(site)
    done = upgrade(site)
    assert (done.code, done.out) == (2, "")
    assert f"citewell: error: {RECORD}: {message}\n" in done.err
    assert read_all(site) == before


def test_a_site_without_a_record_keeps_its_files(site: Path):
    (site / RECORD).unlink()
    (site / "netlify.toml").write_bytes(b"# of before\n")
    before = read_all(site)
    assert upgrade(site).code == 0
    assert read_all(site) == before
