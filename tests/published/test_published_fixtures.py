"""Every rule about built pages, on a small site that was really built and then spoilt in one place.

The ``.md`` file named after a rule says what. A case begins with ``##``; "In `path`", a code block, "becomes" and a
second code block say which words of which file change ("Without `path`" removes it; a ``*`` is a name that holds a
digest), "Before, `path` was" and a code block give a page of the last release; then "It finds:" and the findings.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import NamedTuple

import pytest
from tests.cli.project import Project
from tests.content import Results

from citewell.errors import EngineFailed
from citewell.model.packed import Packed
from citewell.model.published import Expected
from citewell.outputs import StagedSite
from citewell.outputs.search import output as search
from citewell.rules import check_published, discover
from citewell.rules.rule import Scope
from citewell.site.engine import build_staged
from citewell.site.expected_page import literal_words
from citewell.site.verify import read_published
from citewell.site.write_docs import write_docs
from citewell.source.load import load

HERE = Path(__file__).parent
RULES = {rule.name.replace("-", "_"): rule.code for rule in discover() if rule.scope is Scope.PAGE}
URL = "https://small.example/"


class BuildResult(NamedTuple):
    """A staged site and what its pages must show."""

    staged: Path
    expected: Mapping[PurePosixPath, Packed[Expected]]
    literal: frozenset[str]

    def findings(self, staged: Path, last: Path | None = None) -> list[str]:
        """What all rules find in a staged site, a line each, and their hints where it replaces the ``last`` release."""
        found = check_published(read_published(staged, self.expected, URL, True, self.literal, last))
        hints = [f"  hint: {each.hint}\n" if last else "" for each in found]
        lines = (f"{each.location}: {each.severity}[{each.code}] {each.message}\n" for each in found)
        return [line + hint for line, hint in zip(lines, hints, strict=True)]


class Case(NamedTuple):
    """One fault, and what is found."""

    rule: str
    title: str
    changes: list[tuple[str, str, str]]
    removed: list[str]
    before: list[tuple[str, str]]
    findings: str


def cases() -> Iterator[Case]:
    block = r"```\w*\n(.*?)```"
    for path in sorted(HERE.glob("*.md")):
        for section in re.split(r"^## ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
            changes = re.findall(rf"^In `([^`\n]+)`,?\n+{block}\n+becomes\n+{block}", section, re.MULTILINE | re.DOTALL)
            removed = re.findall(r"^Without `([^`\n]+)`", section, re.MULTILINE)
            before = re.findall(rf"^Before, `([^`\n]+)` was\n+{block}", section, re.MULTILINE | re.DOTALL)
            found = re.search(rf"^It finds(?: nothing\.|:\n+{block})$", section, re.MULTILINE | re.DOTALL)
            assert found, f"{path.name}: a case without findings: {section}"
            yield Case(path.stem, section.partition("\n")[0], changes, removed, before, found[1] or "")


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> BuildResult:
    """The small site, built by MkDocs as a build does it."""
    root = tmp_path_factory.mktemp("published") / "small"
    project = Project("small", root)
    project.replace(
        "content_src/articles/can-stress-cause-headaches/article.md", "---\ntitle", "---\nwas: stress\ntitle"
    )
    made = Results(load(root), address=URL)
    docs = made.docs
    write_docs(root / "docs", docs.files)
    build_staged(root, root / "docs", root / "staged")
    search.add_to_site(StagedSite(root / "staged", made.site_index, root))
    return BuildResult(root / "staged", docs.expected, literal_words(made.site, docs.literal))


def test_a_good_site_has_no_findings(built: BuildResult):
    assert built.findings(built.staged) == []


def test_every_rule_has_a_fixture():
    assert {path.stem for path in HERE.glob("*.md")} == set(RULES)


@pytest.mark.parametrize("case", [pytest.param(case, id=f"{case.rule}: {case.title}") for case in cases()])
def test_rule_finds_what_its_fixture_says(case: Case, built: BuildResult, tmp_path: Path):
    staged = tmp_path / "staged"
    shutil.copytree(built.staged, staged, ignore=shutil.ignore_patterns("javascripts", "*.map"))
    for name, old, new in case.changes:
        file = next(staged.glob(name))
        text = file.read_text(encoding="utf-8")
        assert old.strip("\n") in text, f"{name} does not hold: {old}"
        file.write_text(text.replace(old.strip("\n"), new.strip("\n"), 1), encoding="utf-8")
    for name in case.removed:
        next(staged.glob(name)).unlink()

    last = tmp_path / "last" if case.before else None
    for name, text in case.before:
        (tmp_path / "last" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "last" / name).write_text(text, encoding="utf-8")

    own = [line for line in built.findings(staged, last) if f"[{RULES[case.rule]}]" in line]
    assert "".join(own) == case.findings


def test_a_page_that_was_not_built_stops_the_build(built: BuildResult, tmp_path: Path):
    shutil.copytree(built.staged, tmp_path / "staged")
    (tmp_path / "staged" / "about" / "index.html").unlink()

    with pytest.raises(EngineFailed, match=r"MkDocs did not write about/index\.html"):
        built.findings(tmp_path / "staged")
