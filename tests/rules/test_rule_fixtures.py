"""Every rule on small contents: the ``.md`` file named after it says what is written and what the rule then finds.

A case begins with ``##``. A line with nothing but a path in backticks, and the code block after it, is a file of the
content. "It finds:" and a code block lists the findings in full; "It finds nothing." is the other possible end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from citewell.citations.number import number
from citewell.diagnostics import Diagnostic
from citewell.rules import check, discover
from citewell.source.load import load

TODAY = date(2026, 3, 1)
CODES = {rule.name: rule.code for rule in discover()}


class Case(NamedTuple):
    rule: str
    title: str
    files: dict[str, str]
    findings: str


def cases() -> Iterator[Case]:
    for path in sorted(Path(__file__).parent.glob("*.md")):
        for section in re.split(r"^## ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
            blocks = re.findall(r"^`([^`\n]+)`\n+(`{3,})\w*\n(.*?)^\2$", section, re.MULTILINE | re.DOTALL)
            found = re.search(r"^It finds(?: nothing\.|:\n+```\n(.*?)^```)$", section, re.MULTILINE | re.DOTALL)
            assert found, f"{path.name}: a case without findings: {section}"
            yield Case(path.stem, section.partition("\n")[0], {name: text for name, _, text in blocks}, found[1] or "")


@pytest.mark.parametrize("case", [pytest.param(case, id=f"{case.rule}: {case.title}") for case in cases()])
def test_rule_finds_what_its_fixture_says(case: Case, tmp_path: Path):
    (tmp_path / "content_src").mkdir()
    for name, text in case.files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    site = load(tmp_path)
    found = check(site, [number(document, site.bibliography) for document in site.documents], TODAY)
    own = [diagnostic for diagnostic in found if diagnostic.code == CODES[case.rule.replace("_", "-")]]
    assert "".join(map(in_words, own)) == case.findings


def in_words(found: Diagnostic) -> str:
    lines = [f"{found.location}: {found.severity}[{found.code}] {found.message}"]
    if found.hint:
        lines.append(f"  hint: {found.hint}")
    if found.fix:
        lines.append(f"  fix: {found.fix.title}")
    return "\n".join(lines) + "\n"
