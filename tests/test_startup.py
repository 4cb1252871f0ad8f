"""Each command loads what it needs and nothing else, counted in modules: so no test depends on how fast a machine is.

Start-up is nearly all importing. What is listed here by name takes a tenth of a second or more to load, or belongs to
another command.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.cli.project import Project, clean_environment

PROGRAM = """
import contextlib, io, json, sys
from citewell.__main__ import main
with contextlib.redirect_stdout(io.StringIO()) as output:
    code = main(sys.argv[1:])
print(json.dumps([code, output.getvalue(), sorted(sys.modules)]))
"""
ONLINE = ("citewell.evidence", "bibtexparser", "hishel", "httpx", "pypdf", "pylatexenc", "rapidfuzz", "trafilatura")
PAGES = (
    "citewell.outputs",
    "citewell.render",
    "citewell.site",
    "jinja2",
    "markdown",
    "material",
    "mkdocs",
    "selectolax",
)
CONTENT = ("citewell.build", "citewell.rules", "citewell.source", "markdown_it", "msgspec", "sentencex", "yaml")
NETWORK = ("http.client", "ssl", "xml.sax")
TESTING = ("hypothesis", "playwright", "pytest")
LANGUAGES = ("babel",)


class Start(NamedTuple):
    """A command, what it must not load, and how many modules it may load besides Python's own."""

    arguments: tuple[str, ...]
    unwanted: tuple[str, ...]
    most: int


STARTS = {
    "help": Start(("--help",), (*CONTENT, *PAGES, *ONLINE, *NETWORK, *TESTING, *LANGUAGES), 30),
    "refs --help": Start(("refs", "--help"), (*CONTENT, *PAGES, *ONLINE, *NETWORK, *TESTING, *LANGUAGES), 30),
    "help write": Start(("help", "write"), (*CONTENT, *PAGES, *ONLINE, *NETWORK, *TESTING, *LANGUAGES), 40),
    "version": Start(("--version",), (*CONTENT, *PAGES, *ONLINE, *NETWORK, *TESTING, *LANGUAGES), 30),
    "check": Start(("check",), (*PAGES, *ONLINE, *NETWORK, *TESTING, *LANGUAGES), 635),
    "report": Start(
        ("report", "--format", "json", "--months", "0"),
        (*PAGES, *ONLINE, *NETWORK, *TESTING, *LANGUAGES, "matplotlib", "numpy"),
        650,
    ),
    "build": Start(("build",), (*ONLINE, *TESTING), 900),
}


@pytest.mark.parametrize("start", STARTS.values(), ids=STARTS)
def test_a_command_loads_only_what_it_needs(start: Start, tmp_path: Path) -> None:
    project = Project("small", tmp_path)
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, *start.arguments],
        cwd=project.root,
        env=clean_environment(),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    code, output, modules = json.loads(done.stdout)

    assert (code, done.stderr) == (0, "")
    assert output
    assert list(among(modules, start.unwanted)) == []
    loaded = [name for name in modules if name.partition(".")[0] not in sys.stdlib_module_names]
    assert len(loaded) <= start.most, f"{len(loaded)} modules"


def among(modules: Iterable[str], unwanted: Iterable[str]) -> Iterable[str]:
    """The modules that are one of these, or in one of these packages."""
    names = tuple(unwanted)
    return (module for module in modules if any(f"{module}.".startswith(f"{name}.") for name in names))
