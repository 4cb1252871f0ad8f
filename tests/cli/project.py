"""The small sites of ``tests/sites/``, copied where a test may change them, and the command run on them."""

from __future__ import annotations

import io
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

import citewell.project
from citewell.__main__ import main

SITES = Path(__file__).parent.parent / "sites"
SOURCE = Path(citewell.__file__).parent.parent
THEME = SOURCE / "citewell" / "theme"
DAY = str(1_772_366_400)  # 1 March 2026, noon, as SOURCE_DATE_EPOCH


class Done(NamedTuple):
    """How a command ended and what it wrote."""

    code: int
    out: str
    err: str


class Project:
    """A copy of a small site."""

    def __init__(self, name: str, root: Path) -> None:
        self.root = root
        self.paths = citewell.project.Project(root)
        shutil.copytree(SITES / name / "content_src", root / "content_src")
        shutil.copyfile(SITES / "mkdocs.yml", root / "mkdocs.yml")

    def write(self, path: str, text: str) -> None:
        (self.root / path).parent.mkdir(parents=True, exist_ok=True)
        (self.root / path).write_text(text, encoding="utf-8")

    def read(self, path: str) -> str:
        return (self.root / path).read_text(encoding="utf-8")

    def replace(self, path: str, old: str, new: str) -> None:
        assert old in self.read(path)
        self.write(path, self.read(path).replace(old, new))

    def citewell(self, *arguments: str, cwd: Path | None = None, **environment: str) -> Done:
        """Run the command in this process, in the site's folder unless another is given."""
        return run_here(*arguments, cwd=cwd or self.root, **environment)

    def start(self, *arguments: str, stdout: int = subprocess.PIPE, **environment: str) -> subprocess.Popen[str]:
        """Start the command as a process of its own."""
        return subprocess.Popen(
            [sys.executable, "-m", "citewell", *arguments],
            cwd=self.root,
            env=clean_environment(**environment),
            stdout=stdout,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )


def run_here(*arguments: str, cwd: Path, **environment: str) -> Done:
    """Run the command in this process, as the program does, with no terminal."""
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in range(2))
    handlers = {sent: signal.getsignal(sent) for sent in (signal.SIGTERM, signal.SIGHUP)}
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(cwd)
        for name in set(os.environ) - set(clean_environment()):
            patch.delenv(name)
        for name, value in clean_environment(**environment).items():
            patch.setenv(name, value)
        patch.setattr(sys, "stdout", out)
        patch.setattr(sys, "stderr", err)
        try:
            code = main(arguments)
        finally:
            for sent, handler in handlers.items():
                signal.signal(sent, handler)
    return Done(code, *(stream.buffer.getvalue().decode() for stream in (out, err)))


def clean_environment(**more: str) -> dict[str, str]:
    """The environment without what changes colours, with the day and with our sources on the path."""
    kept = {name: value for name, value in os.environ.items() if "COLOR" not in name and name != "CITEWELL_DEBUG"}
    return {**kept, "PYTHONPATH": str(SOURCE), "SOURCE_DATE_EPOCH": DAY, "COLUMNS": "100", **more}
