"""Every block type: the ``.md`` file named after it says what an editor writes and what readers then get.

White space between two tags does not count when there is a line end in it, so the expected HTML can be set out to be
read. The invisible signs around marks are written as codes.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest
from tests.render.samples import numbered

import citewell.blocks
from citewell.messages import Words
from citewell.render.html import DocumentHtml

HERE = Path(__file__).parent
BLOCKS = sorted(file.stem for file in Path(citewell.blocks.__file__).parent.glob("[!_]*.py"))
CASE = re.compile(
    r"^## (?P<title>[^\n]+)\n+```markdown\n(?P<source>.*?)^```\n+Readers get:\n+```html\n(?P<html>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)


class Case(NamedTuple):
    block: str
    title: str
    source: str
    html: str


def cases() -> list[Case]:
    return [
        Case(file.stem, found["title"], found["source"], found["html"])
        for file in sorted(HERE.glob("*.md"))
        for found in CASE.finditer(file.read_text(encoding="utf-8"))
    ]


def shown(source: str) -> str:
    document = numbered(source)
    assert document.article.problems == ()
    blocks = DocumentHtml(document, Words()).top(document.article.body)
    return "\n\n".join(blocks).replace("\u2060", "&#8288;").replace("\u00a0", "&#160;")


def compact(html: str) -> str:
    return re.sub(r"\s*\n\s*(?=<)|(?<=>)\s*\n\s*", "", html).strip()


@pytest.mark.parametrize("case", [pytest.param(case, id=f"{case.block}: {case.title}") for case in cases()])
def test_readers_get_what_the_fixture_says(case: Case):
    assert compact(shown(case.source)) == compact(case.html)


@pytest.mark.parametrize("block", BLOCKS)
def test_block_has_a_fixture(block: str):
    found = [case for case in cases() if case.block == block]
    file = HERE / f"{block}.md"
    assert found, f"tests/blocks/{block}.md needs a case"
    assert len(found) == file.read_text(encoding="utf-8").count("Readers get:"), f"{file.name}: a case is not read"


@pytest.mark.parametrize("case", [pytest.param(case, id=f"{case.block}: {case.title}") for case in cases()])
def test_block_has_no_blank_line_and_starts_as_markdown_wants(case: Case):
    for block in shown(case.source).split("\n\n"):
        assert re.match(r"<(div|section|p|figure|ol|ul|table)[ >]|#{1,6} ", block)
