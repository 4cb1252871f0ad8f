"""Writing the lock: whole or not at all, and never over what somebody changed meanwhile."""

from __future__ import annotations

import os
import stat
from datetime import date
from pathlib import Path

import pytest

from citewell.errors import CannotWrite, ChangedMeanwhile
from citewell.evidence.lock_file import LockFile
from citewell.model.evidence import Lock, LockedReference, Verdict
from citewell.model.lock_text import write_lock_text
from citewell.project import Project

ONE = Lock({"one": LockedReference("f", Verdict.OK, date(2026, 11, 22), "it is there")})
TWO = Lock({**ONE.references, "two": LockedReference("f", Verdict.UNKNOWN, date(2026, 11, 22), "who knows")})


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (tmp_path / "content_src").mkdir()
    return tmp_path / "content_src" / "references.lock"


def names(path: Path) -> list[str]:
    return sorted(each.name for each in path.parent.iterdir())


def test_it_is_made_exchanged_and_left_alone_when_nothing_changed(path: Path, tmp_path: Path):
    file = LockFile.open(Project(tmp_path))

    assert file.save(ONE)
    assert path.read_text(encoding="utf-8") == write_lock_text(ONE)
    before = path.stat()
    assert not file.save(ONE)
    assert path.stat().st_mtime_ns == before.st_mtime_ns
    assert file.save(TWO)
    assert path.stat().st_ino != before.st_ino, "exchanged, never written over"
    assert names(path) == ["references.lock"]


def test_its_rights_stay(path: Path, tmp_path: Path):
    path.write_text(write_lock_text(ONE), encoding="utf-8")
    path.chmod(0o640)

    LockFile.open(Project(tmp_path)).save(TWO)

    assert stat.S_IMODE(path.stat().st_mode) == 0o640


@pytest.mark.parametrize("theirs", ["somebody's", None])
def test_what_somebody_changed_meanwhile_stays(path: Path, tmp_path: Path, theirs: str | None):
    path.write_text(write_lock_text(ONE), encoding="utf-8")
    file = LockFile.open(Project(tmp_path))
    path.unlink()
    if theirs:
        path.write_text(theirs, encoding="utf-8")

    with pytest.raises(ChangedMeanwhile, match=r"references\.lock: was changed"):
        file.save(TWO)
    assert (path.read_text(encoding="utf-8") if path.exists() else None) == theirs


def test_a_link_is_not_followed(path: Path, tmp_path: Path):
    (tmp_path / "elsewhere").write_text("theirs", encoding="utf-8")
    path.symlink_to(tmp_path / "elsewhere")

    with pytest.raises(CannotWrite, match="is not a file of its own"):
        LockFile.open(Project(tmp_path))


def test_a_full_disk_leaves_it_as_it_was(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path.write_text(write_lock_text(ONE), encoding="utf-8")
    file = LockFile.open(Project(tmp_path))

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(CannotWrite, match="No space left on device"):
        file.save(TWO)
    assert path.read_text(encoding="utf-8") == write_lock_text(ONE)
    assert names(path) == ["references.lock"]
