"""The handbook's first article: every step done as it says, every answer compared with the one it shows."""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tests.cli.project import Project

ROOT = Path(__file__).resolve().parent.parent.parent
BACK_PAIN = ROOT / "tests" / "sites" / "back-pain"
PAGE = ROOT / "handbook" / "first-article.md"
ARTICLE = "content_src/articles/how-common-is-back-pain/article.md"
DAY = str(1_795_348_800)  # 22 November 2026, noon, as SOURCE_DATE_EPOCH: the day that the example shows

_STEP = re.compile(
    r"Delete\severything\sin\s`(?P<file>[^`]+)`[^`]+```markdown\n(?P<text>.*?)^```$"
    r"|Change\s`(?P<this>[^`]+)`\sto\sthis\b[^`]+```markdown\n(?P<lines>.*?)^```$"
    r"|Change\s`(?P<old>[^`]+)`\sto\s`(?P<new>[^`]+)`"
    r"|```console\n\$ citewell (?P<command>[^\n]+)\n(?P<answer>.*?)^```$",
    re.DOTALL | re.MULTILINE,
)


class Step(NamedTuple):
    """A step of the page: a command with its answer, or a change in the article (an empty ``old`` is all of it)."""

    command: str
    answer: str
    old: str
    new: str


def steps() -> Iterator[Step]:
    for match in _STEP.finditer(PAGE.read_text(encoding="utf-8")):
        found = match.groupdict(default="")
        if found["file"]:
            assert found["file"] == ARTICLE
        old = found["old"] or found["this"]
        new = found["new"] or found["lines"].rstrip("\n") or found["text"]
        yield Step(found["command"], found["answer"], old, new)


def site_about_back_pain(root: Path) -> Project:
    """A copy of a site that has the references which the page names."""
    project = Project("small", root)
    shutil.rmtree(root / "content_src")
    shutil.copytree(BACK_PAIN / "content_src", root / "content_src")
    shutil.copyfile(BACK_PAIN / "mkdocs.yml", project.root / "mkdocs.yml")
    return project


def test_every_step_answers_as_the_page_shows(tmp_path: Path):
    project, done = site_about_back_pain(tmp_path), 0
    for step in steps():
        if step.command:
            given = project.citewell(*shlex.split(step.command), SOURCE_DATE_EPOCH=DAY)
            assert matches(step.answer, given.out + given.err), given.out + given.err
        elif step.old:
            project.replace(ARTICLE, step.old, step.new)
        else:
            project.write(ARTICLE, step.new)
        done += 1
    assert done == len(re.findall(r"^```", PAGE.read_text(encoding="utf-8"), re.MULTILINE)) // 2 + 3
    page = (tmp_path / "site" / "articles" / "how-common-is-back-pain" / "index.html").read_text(encoding="utf-8")
    assert "It was only an example." in page


def matches(shown: str, given: str) -> bool:
    """Whether an answer is the one shown, in which ``…`` stands for anything."""
    return bool(re.fullmatch(".*".join(map(re.escape, shown.split("…"))), given, re.DOTALL))
