"""The differences from pandoc that the handbook lists are all there are, and they are as it says."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final, NamedTuple

import pytest

from citewell.model.blocks import walk_prose
from citewell.model.inlines import Citation, Waiver, walk_leaves
from tests.pandoc.oracle import pandoc_cites
from tests.pandoc.test_locators import citeproc_reads, we_read
from tests.source.reading import read

HANDBOOK: Final = Path(__file__).parents[2] / "handbook" / "cite.md"
CODE: Final = re.compile(r"`([^`]+)`")


class Difference(NamedTuple):
    """A row of a table: what is written, what pandoc makes of it, and what we do, before any reason."""

    written: str
    pandocs: str
    ours: str


def tables() -> list[list[Difference]]:
    """The two tables of the section: citations, then places in a source."""
    section = HANDBOOK.read_text(encoding="utf-8").split("## Where this differs from pandoc\n")[1].split("\n## ")[0]
    found = []
    for table in section.split("|---|---|---|\n")[1:]:
        lines = table.split("\n\n")[0].strip().splitlines()
        cells = [line.strip("| ").split(" | ") for line in lines]
        found.append([Difference(row[0].strip("`"), row[1], re.split(r"[:,] ", row[2])[0]) for row in cells])
    return found


CITATIONS, PLACES = tables()


@pytest.mark.parametrize("row", CITATIONS, ids=lambda row: row.written)
def test_pandoc_reads_what_the_handbook_says(row: Difference) -> None:
    keys = pandoc_cites(row.written)
    assert keys == (CODE.findall(row.pandocs) if row.pandocs.startswith("cites") else [])


@pytest.mark.parametrize("row", CITATIONS, ids=lambda row: row.written)
def test_we_read_what_the_handbook_says(row: Difference) -> None:
    picture = row.written.startswith("!")
    article = read(f":::{{figure}}\n{row.written}\n\nA disc.\n:::" if picture else f"Words. {row.written}")
    marks = [leaf for run in walk_prose(article.body) for leaf in walk_leaves(run.inlines)]
    keys = [item.key for mark in marks if isinstance(mark, Citation) for item in mark.items]
    if article.problems:
        ours = "an error"
    elif any(isinstance(mark, Waiver) for mark in marks):
        ours = "a reason for having no source"
    else:
        ours = f"cites `{keys[0]}`" if keys else "words"
    assert ours == row.ours


@pytest.mark.parametrize("row", PLACES, ids=lambda row: row.written)
def test_places(row: Difference) -> None:
    behind = row.written.removeprefix("[@a").removesuffix("]")
    pandocs, ours = citeproc_reads([behind])[0], we_read(behind)
    assert " ".join(pandocs[:2]).strip() == row.pandocs.replace("words", "")
    assert " ".join(ours[:2]).strip() == row.ours.replace("words", "")
