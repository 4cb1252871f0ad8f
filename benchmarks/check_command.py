"""``citewell check`` of the real site as an editor runs it, start-up and all, beside ``mkdocs build`` of its pages."""

from __future__ import annotations

from benchmarks.corpus import ROOT
from benchmarks.project import copy_of, write_docs_of
from benchmarks.row import Row, timed
from benchmarks.timing import command, side_by_side

AIM = 1.0  # second


def run(quick: bool) -> list[Row]:
    """Measure; return the rows."""
    with copy_of(ROOT) as root:
        write_docs_of(root)
        times = side_by_side(
            {
                "check": command("-P", "-m", "citewell", "check", where=root),
                "start": command("-P", "-m", "citewell", "--version", where=root),
                "python": command("-c", "pass", where=root),
                "mkdocs": command("-P", "-m", "mkdocs", "build", "--quiet", where=root),
            },
            3 if quick else 15,
            warm_up=1,
        )
    ours = times["check"]
    return [
        timed("citewell check, the real site", ours, aim=AIM),
        timed("  of that, citewell --version", times["start"], ours),
        timed("  of that, Python's own start", times["python"], ours),
        timed("mkdocs build of the same pages", times["mkdocs"], ours),
    ]
