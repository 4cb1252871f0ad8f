"""A workspace: texts from the disk or an editor, and results of each file; what does not depend on a change stays."""

from __future__ import annotations

import gc
import pickle
from pathlib import Path

import pytest
from tests.cli.project import Project
from tests.content import TODAY

from citewell import project
from citewell.article_context import ArticleContext
from citewell.model.article import Article
from citewell.render.bibliography import ReferenceDescriptions
from citewell.rules import CheckOptions
from citewell.site.document_output import PackedOutput, pack_output
from citewell.workspace import Workspace

ONE = "content_src/articles/one/article.md"
TWO = "content_src/articles/two/article.md"
REVIEWS = "content_src/reviews/two.yml"
REFERENCES = "content_src/references/all.yml"


def article(title: str, body: str) -> str:
    return f"---\ntitle: {title}\n---\n\n{body}\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for path, text in {
        "content_src/site.yml": "publisher: Citewell\ncontact: team@citewell.org\n",
        REFERENCES: (
            "references:\n  - id: a\n    type: webpage\n    title: About a\n    URL: https://a.org/x\n"
            "  - id: b\n    type: webpage\n    title: About b\n    URL: https://b.org/x\n"
        ),
        ONE: article("One", "It hurts. [@a]"),
        TWO: article("Two", "It hurts. [@b] See [the first](../one/)."),
    }.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    return tmp_path


class Watched:
    """A workspace, and the articles whose stage ran since somebody asked."""

    def __init__(self, root: Path) -> None:
        self._ran: list[str] = []
        self.content: Workspace[int] = Workspace(project.Project(root), TODAY, make=self._make, editing=True)

    def _make(self, context: ArticleContext) -> int:
        self._ran.append(context.article.slug)
        return len(context.numbered.entries)

    def ran(self) -> list[str]:
        self.content.findings()
        ran, self._ran = self._ran, []
        return ran

    def codes(self, path: str) -> set[str]:
        return {found.code for found in self.content.findings(path)}


def test_each_file_has_its_own_findings(root: Path):
    watched = Watched(root)
    watched.content.update(ONE, article("One", "It hurts. [@nobody]"))
    assert "CIT001" in watched.codes(ONE)
    assert "CIT001" not in watched.codes(TWO)
    assert {found.location.path for found in watched.content.findings(TWO)} == {TWO}


def test_an_editors_text_stands_in_for_that_of_the_disk(root: Path):
    watched = Watched(root)
    watched.ran()
    watched.content.update(ONE, article("Another title", "It hurts. [@a; @b]"))
    result = watched.content.results(ONE)
    assert result is not None
    assert (result.card.title, result.made) == ("Another title", 2)
    assert [change.file.shown for change in watched.content.changes] == [ONE]
    assert "It hurts. [@a]\n" in (root / ONE).read_text(encoding="utf-8")


def test_a_changed_article_is_the_only_one_that_is_taken_again(root: Path):
    watched = Watched(root)
    assert watched.ran() == ["one", "two"]
    watched.content.update(ONE, article("One", "It hurts more. [@a]"))
    assert watched.ran() == ["one"]
    assert watched.ran() == []


def test_what_others_say_of_a_changed_article_changes_too(root: Path):
    watched = Watched(root)
    assert "LNK001" not in watched.codes(TWO)
    watched.ran()
    watched.content.update(ONE, (root / ONE).read_text(encoding="utf-8").replace("title", "status: draft\ntitle"))
    assert "LNK001" in watched.codes(TWO)
    assert watched.ran() == ["one"]  # "two" was not read again: its card was enough


def test_a_changed_reference_makes_only_those_anew_that_cite_it(root: Path):
    watched = Watched(root)
    watched.ran()
    watched.content.update(REFERENCES, watched.content.text(REFERENCES).replace("About b", "Something about b"))
    assert watched.ran() == ["two"]


def test_a_line_more_above_the_references_makes_no_article_anew(root: Path):
    watched = Watched(root)
    watched.ran()
    watched.content.update(REFERENCES, "# all of them\n" + watched.content.text(REFERENCES))
    assert watched.ran() == []


def test_a_changed_record_of_reviews_makes_only_its_own_article_anew(root: Path):
    record = "people:\n  - by: ada-fiction\n    date: 2026-02-01\n    digest: '1:0'\n"
    (root / REVIEWS).parent.mkdir()
    (root / REVIEWS).write_text(record, encoding="utf-8")
    watched = Watched(root)
    watched.ran()
    watched.content.update(REVIEWS, record.replace("02-01", "02-02"))
    assert watched.ran() == ["two"]
    watched.content.update(REVIEWS, record.replace("date:", "when:"))
    assert watched.ran() == ["two"]
    assert watched.codes(REVIEWS) == {"SRC013", "SRC014"}


def test_after_any_change_it_finds_what_a_new_workspace_finds(tmp_path: Path):
    small = Project("small", tmp_path / "small")
    options = CheckOptions(tidy=True, advise=True)
    content: Workspace[None] = Workspace(small.paths, TODAY, options, editing=True)
    content.findings()
    for path in sorted((small.root / "content_src").rglob("*.*")):
        name = str(path.relative_to(small.root))
        if path.suffix not in (".md", ".yml"):
            continue
        changed = path.read_text(encoding="utf-8").replace("e. [@", ". [@x").replace("title: ", "title: All of ")
        content.update(name, changed)
        path.write_text(changed, encoding="utf-8")
        assert content.findings() == Workspace[None](small.paths, TODAY, options).findings(), name


def test_an_article_that_cannot_be_read_has_no_results(root: Path):
    (root / ONE).write_bytes(b"\xff\xfe")
    watched = Watched(root)
    assert watched.content.results(ONE) is None
    assert watched.codes(ONE)
    watched.content.update(ONE, article("One", "It hurts. [@a]"))
    assert watched.content.results(ONE) is not None


def test_nothing_of_an_article_is_kept_but_its_results(root: Path):
    content: Workspace[str] = Workspace(project.Project(root), TODAY, make=lambda context: context.article.slug)
    assert [result.made for result in content.all_results()] == ["one", "two"]
    content.drop_made()
    assert [result.made for result in content.all_results()] == [None, None]


def test_the_tree_of_an_article_is_dropped_once_its_results_are_there(root: Path):
    gc.collect()
    before = count_trees()
    content: Workspace[PackedOutput] = Workspace(
        project.Project(root), TODAY, make=lambda context: pack_output(context, ReferenceDescriptions())
    )
    content.findings()
    gc.collect()
    assert count_trees() == before


def count_trees() -> int:
    """How many articles, with their trees, the process holds."""
    return sum(type(each) is Article for each in gc.get_objects())


def test_what_is_kept_of_an_article_is_small(root: Path):
    """Its card, with the text of each cited sentence compressed: far less than the tree that it was made from."""
    sentence = "Most back pain gets better by itself within a few weeks, whatever people do about it. [@a; @b]\n"
    content: Workspace[None] = Workspace(project.Project(root), TODAY, editing=True)
    content.update(ONE, article("One", "".join(f"In week {number}. {sentence}" for number in range(200))))
    result = content.results(ONE)
    assert result is not None
    assert len(result.card.support.unpack().claims) == 200
    assert len(pickle.dumps(result.card)) < 20_000
