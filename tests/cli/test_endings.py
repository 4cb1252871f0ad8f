"""However a command ends: in one line, with the right exit code, and without harm."""

from __future__ import annotations

import errno
import os
import pty
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from tests.cli.project import Project, clean_environment
from tests.waiting import PATIENCE, wait_for

from citewell import __version__


def enlarge(project: Project, copies: int) -> None:
    """Many articles, so that the ledger is larger than a pipe holds."""
    text = project.read("content_src/articles/can-stress-cause-headaches/article.md")
    for number in range(copies):
        project.write(f"content_src/articles/copy-{number}/article.md", text)


def test_a_reader_that_goes_away_is_no_error(small: Project):
    enlarge(small, 40)
    process = small.start("claims", "--format", "json")
    assert process.stdout is not None
    process.stdout.readline()
    process.stdout.close()

    assert process.wait(PATIENCE) == 0
    assert process.stderr is not None
    assert process.stderr.read() == ""


@pytest.mark.parametrize(("sent", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_an_interruption_ends_in_one_line(small: Project, sent: signal.Signals, code: int):
    enlarge(small, 40)
    process = small.start("claims", "--format", "json")
    assert process.stdout is not None
    process.stdout.readline()  # more is to come than the pipe holds, and nobody reads it
    process.send_signal(sent)

    assert process.wait(PATIENCE) == code
    assert process.stderr is not None
    assert process.stderr.read() == "citewell: interrupted; what was published before is still there\n"


def test_a_run_that_nohup_protects_outlives_its_terminal(small: Project):
    enlarge(small, 40)
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)  # as ``nohup`` hands it on
    try:
        process = small.start("claims", "--format", "json")
    finally:
        signal.signal(signal.SIGHUP, before)
    assert process.stdout is not None
    process.stdout.readline()
    process.send_signal(signal.SIGHUP)
    process.communicate(timeout=PATIENCE)

    assert process.returncode == 0


def test_a_terminal_that_is_closed_leaves_nothing_of_a_build_behind(small: Project):
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "citewell", "build"]
    process = subprocess.Popen(command, cwd=small.root, env=clean_environment(), stdout=theirs, stderr=theirs)
    os.close(theirs)
    wait_for(lambda: list((small.root / ".citewell").glob("staging-*")), "the staged site")
    os.close(ours)
    for _ in range(2):  # one from the system, one from the shell
        process.send_signal(signal.SIGHUP)

    assert process.wait(PATIENCE) == 129
    assert not (small.root / "site").exists()
    assert not list((small.root / ".citewell").glob("staging-*"))


def test_a_build_that_is_stopped_leaves_the_old_site_whole(small: Project):
    small.citewell("build")
    before = {path: path.read_bytes() for path in (small.root / "site").rglob("*.html")}
    enlarge(small, 60)  # MkDocs works on them for seconds, so that the signal comes in time
    process = small.start("build")
    assert process.stdout is not None
    for line in process.stdout:
        if "write docs" in line:
            process.send_signal(signal.SIGTERM)
            break

    assert process.wait(PATIENCE) == 143
    assert {path: path.read_bytes() for path in (small.root / "site").rglob("*.html")} == before
    assert [path.name for path in (small.root / ".citewell").iterdir() if "staging" in path.name] == []
    assert small.citewell("build").code == 0
    assert len(list((small.root / "site").rglob("*.html"))) > len(before)


def test_an_unexpected_error_is_one_line_that_says_what_to_do(small: Project, monkeypatch: pytest.MonkeyPatch):
    def fails() -> None:
        raise ZeroDivisionError("by nought")

    monkeypatch.setattr("citewell.cli.commands.explain.discover", fails)
    done, told = small.citewell("explain"), small.citewell("explain", "--debug")
    asked = small.citewell("explain", CITEWELL_DEBUG="1")

    assert done.code == told.code == 2
    assert done.err.startswith("citewell: error: this is a bug in Citewell: ZeroDivisionError: by nought")
    assert "Traceback" not in done.err
    assert "--debug" in done.err
    assert "Traceback" in told.err
    assert told == asked


def test_output_that_cannot_be_written_is_said(small: Project):
    with Path("/dev/full").open("w") as full:
        process = small.start("claims", stdout=full.fileno())
    _, errors = process.communicate(timeout=PATIENCE)

    assert process.returncode == 2
    assert "the output cannot be written" in errors
    assert "Traceback" not in errors


def test_colours_on_a_terminal_only(faulty: Project):
    def on_terminal(**environment: str) -> str:
        ours, theirs = pty.openpty()
        faulty.start("check", stdout=theirs, TERM="xterm", **environment).wait(PATIENCE)
        os.close(theirs)
        shown = os.read(ours, 65536).decode()
        os.close(ours)
        return shown

    assert "\x1b[31m" in on_terminal()
    assert "\x1b[" not in on_terminal(NO_COLOR="1")
    assert "\x1b[" not in faulty.citewell("check").out
    assert "\x1b[31m" in faulty.citewell("check", FORCE_COLOR="1").out
    assert "\x1b[" not in faulty.citewell("check", FORCE_COLOR="1", NO_COLOR="1").out
    assert "\x1b[" not in faulty.citewell("check", "--format", "json", FORCE_COLOR="1").out


def test_version_and_help(small: Project):
    assert small.citewell("--version").out == f"citewell {__version__}\n"
    overview = small.citewell("--help").out
    for command in ("build", "check", "claims", "explain", "new"):
        assert f"\n  {command} " in overview
        told = small.citewell(command, "--help")
        assert told.code == 0
        assert f"  citewell {command}" in told.out.partition("Example")[2]
        assert "Exit codes: 0" in told.out


@pytest.mark.parametrize("arguments", [["chekc"], ["check", "--formt", "json"], ["check", "--format", "xml"], ["new"]])
def test_a_mistyped_command_is_refused_in_one_line_with_a_hint(small: Project, arguments: list[str]):
    done = small.citewell(*arguments)

    assert done.code == 2
    assert done.out == ""
    first, second = done.err.splitlines()
    assert first.startswith("citewell: error: ")
    assert "--help" in second


@pytest.mark.parametrize(("typed", "says"), [("chekc", 'did you mean "check"?'), ("zzz", "there are audit, build,")])
def test_of_a_command_that_is_not_there_the_nearest_is_offered_or_all(small: Project, typed: str, says: str):
    assert says in small.citewell(typed).err


def test_a_bad_date_is_refused(small: Project):
    done = small.citewell("check", SOURCE_DATE_EPOCH="yesterday")

    assert done.code == 2
    assert "SOURCE_DATE_EPOCH" in done.err


def test_it_runs_as_a_program_of_its_own(faulty: Project):
    process = faulty.start("check", "--quiet")
    out, err = process.communicate(timeout=PATIENCE)

    assert process.returncode == 1
    assert out.startswith("content_src/articles/is-it-serious/article.md:11:28: error[CIT001]")
    assert err == ""


def test_an_interruption_after_the_exchange_says_that_the_new_site_is_in_place(
    small: Project, monkeypatch: pytest.MonkeyPatch
):
    article, page = "can-stress-cause-headaches", "site/articles/can-stress-cause-headaches/index.html"
    small.replace(f"content_src/articles/{article}/article.md", "Stress is one", "In old words, stress is one")
    assert small.citewell("build").code == 0
    remove = shutil.rmtree

    def interrupted(folder: Path, ignore_errors: bool = False) -> None:
        old = Path(folder, f"articles/{article}/index.html")
        if old.is_file() and "old words" in old.read_text(encoding="utf-8"):
            os.kill(os.getpid(), signal.SIGTERM)  # while the old site is removed
        remove(folder, ignore_errors)

    small.replace(f"content_src/articles/{article}/article.md", "In old words, stress is one", "Stress is one")
    monkeypatch.setattr("citewell.site.staging.shutil.rmtree", interrupted)
    done = small.citewell("build")

    assert done.code == 143
    assert done.err == "citewell: interrupted; the new site is in place\n"
    assert "old words" not in small.read(page)
    monkeypatch.undo()
    assert small.citewell("build").code == 0
    assert not list((small.root / ".citewell").glob("staging-*"))


def much_to_report(project: Project) -> None:
    """Drafts with so many findings that a pipe does not hold them; of one rule a hundred are listed for each."""
    draft = project.read("content_src/articles/can-stress-cause-headaches/article.md")
    draft = draft.replace("status: published", "status: draft") + "\nNo source says this.\n" * 100
    for number in range(12):
        project.write(f"content_src/articles/draft-{number}/article.md", draft)


def test_an_interruption_of_the_report_says_that_the_new_site_is_in_place(small: Project):
    much_to_report(small)
    process = small.start("build", "--quiet")
    assert process.stdout is not None
    assert process.stdout.readline()  # more is to come than the pipe holds, and nobody reads it
    process.send_signal(signal.SIGTERM)

    assert process.wait(PATIENCE) == 143
    assert process.stderr is not None
    assert process.stderr.read() == "citewell: interrupted; the new site is in place\n"
    assert (small.root / "site/index.html").is_file()


def test_output_that_cannot_be_written_does_not_hide_that_the_new_site_is_in_place(small: Project):
    much_to_report(small)
    with Path("/dev/full").open("w") as full:
        process = small.start("build", "--quiet", stdout=full.fileno())
    _, errors = process.communicate(timeout=PATIENCE)

    assert process.returncode == 2
    assert errors == (
        "citewell: error: the output cannot be written (No space left on device)\n    hint: The new site is in place.\n"
    )
    assert (small.root / "site/index.html").is_file()


@pytest.mark.parametrize(
    ("error", "says"),
    [
        (
            OSError(errno.ENOSPC, "No space left on device", "/somewhere/file"),
            "/somewhere/file: No space left on device",
        ),
        (OSError("the disk is gone"), "the disk is gone"),
        (OSError(), "OSError"),
    ],
)
@pytest.mark.parametrize("where", ["citewell.workspace.read_site", "citewell.build.remove_unused"])
def test_what_the_system_refuses_is_no_bug_of_ours(
    small: Project, monkeypatch: pytest.MonkeyPatch, error: OSError, says: str, where: str
):
    def refuses(*_: object) -> None:
        raise error

    small.citewell("build")
    before = {path: path.read_bytes() for path in (small.root / "site").rglob("*.html")}
    monkeypatch.setattr(where, refuses)
    done = small.citewell("build")

    assert done.code == 2
    first, *rest = done.err.splitlines()
    assert first.startswith("citewell: error: ")
    assert first.endswith(says)
    assert "bug" not in done.err
    assert "None" not in done.err
    assert len(rest) == 1
    assert {path: path.read_bytes() for path in (small.root / "site").rglob("*.html")} == before
