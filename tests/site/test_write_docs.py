"""The docs writer: what it writes, what it leaves alone, and what it refuses to touch."""

from __future__ import annotations

import contextlib
import itertools
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path, PurePosixPath

import pytest

from citewell.errors import CannotWrite, ForeignFile
from citewell.site import write_docs as writer
from citewell.site.write_docs import write_docs

PAGES = {
    PurePosixPath("index.md"): b"# Home\n",
    PurePosixPath("articles/back-pain/index.md"): b"# Back pain\n",
    PurePosixPath("articles/back-pain/spine.svg"): b"<svg/>",
}


def contents(docs: Path) -> dict[str, bytes]:
    """Every file of a folder that MkDocs would read."""
    return {
        path.relative_to(docs).as_posix(): path.read_bytes()
        for path in sorted(docs.rglob("*"))
        if path.is_file() and not path.name.startswith(".")
    }


def as_text(pages):
    return {str(path): data for path, data in pages.items()}


@pytest.fixture
def docs(tmp_path):
    return tmp_path / "docs"


def test_the_pages_are_written_and_git_ignores_them_all(docs):
    report = write_docs(docs, PAGES)

    assert contents(docs) == as_text(PAGES)
    assert "\n*\n" in (docs / ".gitignore").read_text()
    assert set(report.written) == {*PAGES, PurePosixPath(".gitignore")}
    assert report.removed == ()


def test_git_sees_the_folder_and_nothing_of_the_pages(docs):
    write_docs(docs, PAGES)
    subprocess.run(["git", "init", "--quiet"], cwd=docs.parent, check=True)

    status = subprocess.run(["git", "status", "--porcelain", "--untracked-files=all"], cwd=docs.parent, check=True, capture_output=True)

    assert status.stdout == b"?? docs/.gitignore\n"


def test_a_file_that_did_not_change_is_not_written_again(docs):
    write_docs(docs, PAGES)
    before = {path: path.stat().st_mtime_ns for path in docs.rglob("*")}

    report = write_docs(docs, PAGES)

    assert {path: path.stat().st_mtime_ns for path in docs.rglob("*")} == before
    assert report.written == ()
    assert report.unchanged == 4


def test_only_the_changed_file_is_written(docs):
    write_docs(docs, PAGES)
    home = PurePosixPath("index.md")

    report = write_docs(docs, PAGES | {home: b"# Welcome\n"})

    assert report.written == (home,)
    assert (docs / home).read_bytes() == b"# Welcome\n"


def test_a_page_that_is_gone_is_removed_with_its_folder(docs):
    write_docs(docs, PAGES)
    home = {PurePosixPath("index.md"): b"# Home\n"}

    report = write_docs(docs, home)

    assert contents(docs) == as_text(home)
    assert not (docs / "articles").exists()
    assert [str(path) for path in report.removed] == ["articles/back-pain/index.md", "articles/back-pain/spine.svg"]


def test_a_page_may_become_a_folder_and_a_folder_a_page(docs):
    write_docs(docs, {PurePosixPath("a"): b"page", PurePosixPath("b/c"): b"page"})

    write_docs(docs, {PurePosixPath("a/d"): b"page", PurePosixPath("b"): b"page"})

    assert contents(docs) == {"a/d": b"page", "b": b"page"}


def test_a_deleted_page_comes_back(docs):
    write_docs(docs, PAGES)
    (docs / "index.md").unlink()

    report = write_docs(docs, PAGES)

    assert report.written == (PurePosixPath("index.md"),)
    assert contents(docs) == as_text(PAGES)


def refused(docs, pages):
    """Write, expecting a refusal; return its message after making sure that nothing was touched."""
    before = {path: (path.lstat().st_mtime_ns, path.lstat().st_size) for path in docs.rglob("*")}
    with pytest.raises(ForeignFile) as caught:
        write_docs(docs, pages)
    assert {path: (path.lstat().st_mtime_ns, path.lstat().st_size) for path in docs.rglob("*")} == before
    assert caught.value.hint
    return caught.value.message


CHANGED = {PurePosixPath("index.md"): b"# Something else\n"}


def test_a_file_of_somebody_else_is_named_and_nothing_is_touched(docs):
    write_docs(docs, PAGES)
    (docs / "articles/notes.md").write_text("my notes")

    assert refused(docs, CHANGED) == "docs/articles/notes.md: Citewell did not write this file"


def test_a_folder_that_was_there_before_citewell_is_refused(docs):
    docs.mkdir()
    (docs / "index.md").write_text("# My own MkDocs site\n")

    assert refused(docs, PAGES).startswith("docs/index.md: ")


def test_a_page_edited_by_hand_is_named_and_nothing_is_touched(docs):
    write_docs(docs, PAGES)
    (docs / "index.md").write_text("# Home, improved by hand\n")

    assert refused(docs, CHANGED) == "docs/index.md: was changed since Citewell wrote it"


def test_a_hand_made_gitignore_is_refused(docs):
    docs.mkdir()
    (docs / ".gitignore").write_text("*.bak\n")

    assert refused(docs, PAGES).startswith("docs/.gitignore: ")


@pytest.mark.parametrize("name", ["link.md", ".citewell.json", ".citewell.tmp", "articles"])
def test_a_link_is_refused_and_not_followed(docs, tmp_path, name):
    docs.mkdir()
    outside = tmp_path / "outside"
    outside.mkdir()
    (docs / name).symlink_to(outside)

    assert refused(docs, PAGES) == f"docs/{name}: is a link or a special file"
    assert list(outside.iterdir()) == []


def test_a_pipe_is_refused_without_waiting_for_it(docs):
    docs.mkdir()
    os.mkfifo(docs / "index.md")

    assert refused(docs, PAGES) == "docs/index.md: is a link or a special file"


def test_docs_itself_may_not_be_a_link(docs, tmp_path):
    (tmp_path / "elsewhere").mkdir()
    docs.symlink_to(tmp_path / "elsewhere")

    with pytest.raises(ForeignFile, match="docs: is not a folder"):
        write_docs(docs, PAGES)


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"files": 3}', "\0", '{"files": {"a": 3}}', "[" * 100_000])
def test_a_damaged_manifest_is_refused_with_the_way_out(docs, text):
    write_docs(docs, PAGES)
    (docs / ".citewell.json").write_text(text)

    assert refused(docs, CHANGED) == "docs/.citewell.json: is damaged"


def test_a_lost_manifest_is_written_again_while_every_page_is_as_it_was(docs):
    write_docs(docs, PAGES)
    (docs / ".citewell.json").unlink()

    assert write_docs(docs, PAGES).written == ()
    write_docs(docs, CHANGED)
    assert contents(docs) == as_text(CHANGED)


@pytest.mark.parametrize("path", ["../outside.md", "/etc/outside.md", ".", ".citewell.json", "a/../../b"])
def test_a_path_out_of_docs_is_a_bug_and_stops(docs, path):
    with pytest.raises(ValueError, match="not a path in docs/"):
        write_docs(docs, {PurePosixPath(path): b""})
    assert not docs.exists()


def test_what_the_system_refuses_is_one_line(tmp_path):
    (tmp_path / "file").write_text("")

    with pytest.raises(CannotWrite, match="cannot be written"):
        write_docs(tmp_path / "missing" / "docs", PAGES)


KILLED = """
import sys
from pathlib import Path, PurePosixPath
from citewell.site import write_docs as writer
from citewell.site.write_docs import write_docs
print("ready", flush=True)
for turn in range(100_000):
    pages = {PurePosixPath(f"{turn % 3}/{n}/index.md"): b"%d %d" % (turn, n) * 2000 for n in range(20)}
    write_docs(Path(sys.argv[1]), pages)
"""


def test_the_next_build_accepts_what_a_kill_at_any_point_leaves(docs):
    chance = random.Random(2)
    for _ in range(12):
        child = subprocess.Popen([sys.executable, "-c", KILLED, str(docs)], stdout=subprocess.PIPE)
        assert child.stdout
        child.stdout.readline()
        time.sleep(chance.uniform(0.0, 0.06))
        child.send_signal(signal.SIGKILL)
        child.communicate()

    write_docs(docs, PAGES)

    assert contents(docs) == as_text(PAGES)
    assert sorted(path.name for path in docs.iterdir()) == [".citewell.json", ".gitignore", "articles", "index.md"]


class PowerCut(Exception):
    pass


def tear(docs: Path, safe: dict[str, bytes]) -> None:
    """What a power cut may do: every file that was not on the disk as it is now is left empty."""
    for path in docs.rglob("*"):
        if path.is_file() and safe.get(str(path)) != path.read_bytes() and path.name != ".citewell.json":
            path.write_bytes(b"")


@pytest.mark.parametrize("cut", [1, 2, 3])
def test_the_next_build_accepts_what_a_power_cut_leaves(docs, monkeypatch, cut):
    """The cut comes as the system is asked to write all to the disk: before the files are in place, after it, at the end."""
    write_docs(docs, PAGES)
    safe = {str(path): path.read_bytes() for path in docs.rglob("*") if path.is_file()}
    calls = itertools.count(1)

    def sync(folder):
        if next(calls) == cut:
            raise PowerCut
        safe.update({str(path): path.read_bytes() for path in docs.rglob("*") if path.is_file()})
        # a rename keeps what was written
        moved = {path.read_bytes() for path in folder.iterdir() if path.is_file()}
        safe.update({str(docs / path): data for path, data in CHANGED.items() if data in moved})

    monkeypatch.setattr(writer, "sync", sync)
    with contextlib.suppress(PowerCut):
        write_docs(docs, CHANGED)
    tear(docs, safe)
    monkeypatch.undo()

    write_docs(docs, PAGES)

    assert contents(docs) == as_text(PAGES)
    assert sorted(path.name for path in docs.iterdir()) == [".citewell.json", ".gitignore", "articles", "index.md"]
