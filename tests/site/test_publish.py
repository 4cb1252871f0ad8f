"""Publishing: a reader finds a whole site at every moment, and a foreign one is left alone."""

from __future__ import annotations

from tests.waiting import PATIENCE

import contextlib
import errno
import itertools
import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path, PosixPath

import pytest

from citewell.project import Project
from citewell.errors import CannotWrite, ForeignFile
from citewell.site import publish as publishing
from citewell.site import staging as staging_folder
from citewell.site.publish import publish
from citewell.site.staging import recover_site, staging
from citewell.work_folder import make_work_folder
from citewell.site.sync import sync

PAGES = ("index.html", "articles/back-pain/index.html", "assets/site.css")


def fill(folder: Path, generation: int) -> None:
    """Write a site whose every file says which one it belongs to, at its beginning and its end."""
    for page in PAGES:
        path = folder / page
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"<{generation}>" + "x" * 50_000 + f"</{generation}>")


def generations(site: Path) -> set[str]:
    """Return what the files of a site say they belong to; one value if it is whole."""
    texts = [(site / page).read_text() for page in PAGES]
    assert sum(path.is_file() for path in site.rglob("*")) == len(PAGES)
    assert all(text.endswith(text[: text.index(">") + 1].replace("<", "</")) for text in texts)
    return {text[1 : text.index(">")] for text in texts}


def publish_one(root: Path, generation: int):
    with staging(Project(root)) as staged:
        fill(staged, generation)
        return publish(staged, root / "site")


def leftovers(root: Path) -> list[str]:
    return sorted(path.name for path in (root / ".citewell").iterdir() if path.name != ".gitignore")


def test_the_first_site_is_put_in_place(tmp_path):
    report = publish_one(tmp_path, 1)

    assert report.first
    assert generations(tmp_path / "site") == {"1"}
    assert leftovers(tmp_path) == []


def test_the_next_one_replaces_it_and_the_old_one_is_removed(tmp_path):
    publish_one(tmp_path, 1)
    report = publish_one(tmp_path, 2)

    assert report.exchanged
    assert not report.first
    assert generations(tmp_path / "site") == {"2"}
    assert leftovers(tmp_path) == []


def test_a_web_server_may_read_the_site(tmp_path):
    umask = os.umask(0o022)
    try:
        publish_one(tmp_path, 1)
    finally:
        os.umask(umask)

    assert (tmp_path / "site").stat().st_mode & 0o777 == 0o755


READER = """
import json, sys
from pathlib import Path
paths = [Path(sys.argv[1], page) for page in sys.argv[2:]]
read, wrong = 0, []
print("ready", flush=True)
while not Path(sys.argv[1]).with_name("stop").exists():
    for path in paths:
        read += 1
        try:
            text = path.read_text()
        except OSError as error:
            wrong.append(str(error))
            continue
        opened = text[: text.find(">") + 1]
        if not opened or not text.endswith(opened.replace("<", "</")):
            wrong.append(f"{path} is torn")
print(json.dumps([read, wrong]))
"""


def test_a_reader_finds_no_missing_and_no_torn_file_in_200_swaps(tmp_path):
    publish_one(tmp_path, 0)
    reader = subprocess.Popen(
        [sys.executable, "-c", READER, str(tmp_path / "site"), *PAGES], stdout=subprocess.PIPE, text=True
    )
    assert reader.stdout
    reader.stdout.readline()

    for generation in range(1, 201):
        assert publish_one(tmp_path, generation).exchanged

    (tmp_path / "stop").touch()
    read, wrong = json.loads(reader.communicate(timeout=PATIENCE)[0])
    assert wrong == []
    assert read > 200


KILLED = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from tests.site.test_publish import publish_one
print("ready", flush=True)
for generation in range(1, 1_000_000):
    publish_one(Path(sys.argv[1]), generation)
"""


def test_a_kill_in_the_middle_leaves_a_whole_site_and_the_next_build_clears_up(tmp_path):
    chance = random.Random(1)
    here = Path(__file__).parent.parent.parent
    publish_one(tmp_path, 0)
    for _ in range(12):
        child = subprocess.Popen([sys.executable, "-c", KILLED, str(tmp_path), str(here)], stdout=subprocess.PIPE)
        assert child.stdout
        child.stdout.readline()
        time.sleep(chance.uniform(0.0, 0.03))
        child.send_signal(signal.SIGKILL)
        child.communicate()
        assert len(generations(tmp_path / "site")) == 1

    publish_one(tmp_path, -1)

    assert generations(tmp_path / "site") == {"-1"}
    assert leftovers(tmp_path) == []


def test_a_build_that_fails_leaves_the_old_site_and_no_rubbish(tmp_path):
    publish_one(tmp_path, 1)

    with contextlib.suppress(KeyboardInterrupt), staging(Project(tmp_path)) as staged:
        fill(staged, 2)
        raise KeyboardInterrupt

    assert generations(tmp_path / "site") == {"1"}
    assert leftovers(tmp_path) == []


def no_exchange(monkeypatch):
    """As on a file system that has no exchange; there is none to test on everywhere."""
    monkeypatch.setattr(publishing, "exchange", lambda *_: False)


def test_an_exchange_that_the_system_cannot_make_changes_nothing(tmp_path):
    (tmp_path / "one" / "within").mkdir(parents=True)

    assert not publishing.exchange(tmp_path / "one", tmp_path / "one" / "within")
    assert (tmp_path / "one" / "within").is_dir()


def test_without_an_exchange_two_renames_do_it_and_the_report_says_so(tmp_path, monkeypatch):
    no_exchange(monkeypatch)
    publish_one(tmp_path, 1)
    report = publish_one(tmp_path, 2)

    assert not report.exchanged
    assert generations(tmp_path / "site") == {"2"}
    assert leftovers(tmp_path) == []


def test_a_kill_between_the_two_renames_is_mended_by_the_next_build(tmp_path):
    publish_one(tmp_path, 1)
    (tmp_path / "site").rename(tmp_path / ".citewell" / "replaced-0123")

    recover_site(make_work_folder(Project(tmp_path)), tmp_path / "site")

    assert generations(tmp_path / "site") == {"1"}
    assert leftovers(tmp_path) == []


def test_an_old_site_left_beside_the_new_one_is_only_removed(tmp_path):
    publish_one(tmp_path, 2)
    fill(tmp_path / ".citewell" / "replaced-0123", 1)

    recover_site(make_work_folder(Project(tmp_path)), tmp_path / "site")

    assert generations(tmp_path / "site") == {"2"}
    assert leftovers(tmp_path) == []


def test_if_the_second_rename_fails_the_old_site_comes_back(tmp_path, monkeypatch):
    no_exchange(monkeypatch)
    publish_one(tmp_path, 1)

    with pytest.raises(CannotWrite, match="cannot be replaced"):
        publish(tmp_path / ".citewell" / "was-never-made", tmp_path / "site")

    assert generations(tmp_path / "site") == {"1"}


def test_an_interruption_between_the_two_renames_leaves_the_old_site(tmp_path, monkeypatch):
    class Interrupted(PosixPath):
        def rename(self, target):
            if self.name.startswith("staging-"):
                raise KeyboardInterrupt
            return super().rename(target)

    no_exchange(monkeypatch)
    publish_one(tmp_path, 1)

    fill(staged := Interrupted(tmp_path / ".citewell" / "staging-0123"), 2)
    with pytest.raises(KeyboardInterrupt):
        publish(staged, tmp_path / "site")

    assert generations(tmp_path / "site") == {"1"}


def test_a_work_folder_that_takes_no_folder_is_said_in_a_line(tmp_path, monkeypatch):
    monkeypatch.setattr(staging_folder, "choose_unused_path", lambda work, prefix: work / "gone" / prefix)

    with pytest.raises(CannotWrite, match="cannot be made"), staging(Project(tmp_path)):
        pytest.fail("there is nowhere to stage")


def test_nothing_staged_leaves_the_old_site(tmp_path):
    publish_one(tmp_path, 1)

    with pytest.raises(CannotWrite, match="cannot be replaced"):
        publish(tmp_path / ".citewell" / "was-never-made", tmp_path / "site")

    assert generations(tmp_path / "site") == {"1"}


def make_link(site):
    (site.parent / "www").mkdir()
    site.symlink_to(site.parent / "www")


def make_file(site):
    site.write_text("")


def make_working_copy(site):
    (site / ".git").mkdir(parents=True)


def make_folder_of_files(site):
    site.mkdir()
    (site / "notes.txt").write_text("mine")


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (make_link, "site: is not a folder"),
        (make_file, "site: is not a folder"),
        (make_working_copy, "site/.git: the site folder is a working copy"),
        (make_folder_of_files, "site: contains files but is not a website"),
    ],
)
def test_what_is_not_a_site_is_left_alone(tmp_path, make, message):
    make(tmp_path / "site")
    before = (tmp_path / "site").lstat()

    with pytest.raises(ForeignFile) as caught:
        publish_one(tmp_path, 1)

    assert caught.value.message == message
    assert caught.value.hint
    assert (tmp_path / "site").lstat() == before


@pytest.mark.parametrize("make", [make_link, make_file])
def test_a_foreign_work_folder_is_left_alone(tmp_path, make):
    make(tmp_path / ".citewell")

    with pytest.raises(ForeignFile, match=r"\.citewell: is not a folder"), staging(Project(tmp_path)):
        pytest.fail("there is nowhere to stage")


def failing_sync(monkeypatch, turn: int):
    """The disk reports a fault at this call of ``sync``: 1 before the exchange, 2 after it."""
    calls = itertools.count(1)

    def sync(folder):
        if next(calls) == turn:
            raise OSError(errno.EIO, os.strerror(errno.EIO), str(folder))

    monkeypatch.setattr(publishing, "sync", sync)


@pytest.mark.parametrize(
    ("turn", "in_place", "says", "hint"),
    [
        (1, "1", "cannot be replaced (Input/output error)", "What was published before is still there."),
        (2, "2", "may not outlast a power cut", "The new site is in place."),
    ],
)
def test_a_disk_that_reports_a_fault_is_believed(tmp_path, monkeypatch, turn, in_place, says, hint):
    publish_one(tmp_path, 1)
    failing_sync(monkeypatch, turn)

    with pytest.raises(CannotWrite) as caught:
        publish_one(tmp_path, 2)

    assert generations(tmp_path / "site") == {in_place}
    assert says in caught.value.message
    assert caught.value.hint == hint
    assert leftovers(tmp_path) == []


def test_an_old_site_that_cannot_be_put_aside_is_no_failure_of_the_new_one(tmp_path, monkeypatch):
    class Stuck(PosixPath):
        def rename(self, target):
            if self.name.startswith("replaced-") and Path(target).name.startswith("staging-"):
                raise OSError(errno.EIO, os.strerror(errno.EIO), str(self))
            return super().rename(target)

    no_exchange(monkeypatch)
    monkeypatch.setattr(publishing, "choose_unused_path", lambda work, prefix: Stuck(staging_folder.choose_unused_path(work, prefix)))
    publish_one(tmp_path, 1)
    publish_one(tmp_path, 2)
    assert generations(tmp_path / "site") == {"2"}

    monkeypatch.undo()
    publish_one(tmp_path, 3)

    assert generations(tmp_path / "site") == {"3"}
    assert leftovers(tmp_path) == []


@pytest.mark.skipif(sys.platform != "linux", reason="syncfs(2) is Linux's")
def test_a_sync_that_fails_raises_and_one_that_works_does_not(tmp_path):
    sync(tmp_path)
    with pytest.raises(FileNotFoundError):
        sync(tmp_path / "missing")
