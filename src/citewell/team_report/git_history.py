"""The content as it was: files of earlier commits, read from git's own store without a checkout.

Only ``rev-parse``, ``rev-list``, ``ls-tree`` and ``cat-file`` are run. They change nothing, ask no network and run no
hook; a file system monitor, which a repository may name, is turned off. One file is in memory at a time.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from shutil import which
from typing import IO, Final, NamedTuple

from citewell.team_report.figures import History

_SAFE: Final = ("--no-pager", "--no-optional-locks", "-c", "core.fsmonitor=false", "-c", "protocol.allow=never")
_FILE: Final = "100644", "100755"


class OldFile(NamedTuple):
    """A file of an earlier state: its path from the project's folder, the name of its content in git, its bytes."""

    path: str
    blob: str
    size: int


class GitFailed(Exception):
    """git could not do what it was asked to; the text is the first line of its own words."""


class Repository:
    """The git repository that a project's folder is in."""

    def __init__(self, folder: Path, prefix: str, shallow: bool) -> None:
        """``prefix`` is the path of the project's folder in the repository, ``""`` or ending in ``/``."""
        self._folder, self._prefix = folder, prefix
        self.shallow = shallow

    def has_commits(self) -> bool:
        """Whether anything was committed yet."""
        try:
            _run(self._folder, "rev-parse", "--verify", "--quiet", "HEAD")
        except GitFailed:
            return False
        return True

    def find_commit(self, before: date) -> str:
        """The last commit of this branch before a day begins (UTC), ``""`` if there was none yet."""
        until = f"--before={before.isoformat()}T00:00:00Z"
        return _run(self._folder, "rev-list", "--max-count=1", "--first-parent", until, "HEAD").strip()

    def list_files(self, commit: str, under: str) -> Iterator[OldFile]:
        """The plain files that a commit has in a folder of the project; links and submodules are left out."""
        listed = _run(self._folder, "ls-tree", "-r", "-l", "-z", "--full-tree", commit, "--", f"{self._prefix}{under}/")
        for line in filter(None, listed.split("\0")):
            facts, _, path = line.partition("\t")
            mode, _, blob, size = facts.split()
            if mode in _FILE and path.startswith(self._prefix):
                yield OldFile(path.removeprefix(self._prefix), blob, int(size))

    @contextmanager
    def open_blobs(self) -> Iterator[Blobs]:
        """The contents of files, from one process that gives one after another."""
        with subprocess.Popen(  # noqa: S603 - no shell, and only our own words, commits and folders
            _command(self._folder, "cat-file", "--batch"),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_environment(),
        ) as process:
            assert process.stdin
            assert process.stdout
            yield Blobs(process.stdin, process.stdout)
            process.stdin.close()


class Blobs:
    """A running ``git cat-file --batch``."""

    def __init__(self, asked: IO[bytes], given: IO[bytes]) -> None:
        self._asked, self._given = asked, given

    def read(self, blob: str) -> bytes:
        """The content of a file by its name in git. Raises ``GitFailed`` if git does not have it."""
        self._asked.write(f"{blob}\n".encode())
        self._asked.flush()
        head = self._given.readline().split()
        if len(head) != 3 or head[1] != b"blob":
            raise GitFailed(f"git does not have {blob}")
        data = self._given.read(int(head[2]))
        self._given.read(1)
        return data


def open_repository(folder: Path) -> Repository | tuple[History, str]:
    """The repository of a folder; or why there is none to read, and git's own words about that."""
    if which("git") is None:
        return History.NO_GIT, ""
    try:
        asked = ("--show-prefix", "--is-shallow-repository")
        prefix, shallow = _run(folder, "rev-parse", *asked).splitlines()
    except GitFailed as failed:
        known = "not a git repository" in str(failed)
        return (History.NO_REPOSITORY, "") if known else (History.UNREADABLE, str(failed))
    return Repository(folder, prefix, shallow == "true")


def _run(folder: Path, *arguments: str) -> str:
    command = _command(folder, *arguments)
    done = subprocess.run(command, capture_output=True, check=False, env=_environment())  # noqa: S603 - as above
    if done.returncode:
        words = done.stderr.decode(errors="replace").strip().splitlines()
        raise GitFailed(words[0] if words else f"git ended with {done.returncode}")
    return done.stdout.decode(errors="surrogateescape")


def _command(folder: Path, *arguments: str) -> Sequence[str]:
    git = which("git")
    assert git, "a repository was opened with it"
    return [git, *_SAFE, "-C", str(folder), *arguments]


def _environment() -> dict[str, str]:
    """The environment without another repository's place, and with messages that we can read."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return {**kept, "LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1"}
