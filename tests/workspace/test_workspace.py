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
from citewell.fixes.apply_fixes import apply_fixes
from citewell.model.article import Article
from citewell.model.report import PathFilter
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


NEW: dict[str, tuple[str, str]] = {
    "an article": ("content_src/articles/three/article.md", article("Three", "It hurts. [@a] Why?")),
    "a page": ("content_src/pages/about.md", article("About", "It hurts. [@nobody]")),
    "a shared text": ("content_src/shared/card.md", "It hurts. [@nobody]\n"),
    "a file of references": (
        "content_src/references/more.yml",
        "references:\n  - {id: c, type: webpage, title: About c, URL: 'https://c.org/x'}\n",
    ),
    "a file in a folder that is not there either": ("content_src/pages/deep/er.md", "x"),
    "the glossary": ("content_src/glossary.yml", "terms:\n  - term: pain\n    plain: what hurts\n"),
    "people": ("content_src/people.yml", "people:\n  - id: jane\n    name: Jane\n"),
    "an article with a bad name": ("content_src/articles/Thr ee/article.md", article("Three", "It hurts. [@a]")),
    "a file out of place": ("content_src/articles/one/notes.txt", "Notes"),
    "a file of the editor's own": ("content_src/articles/one/.article.md.swp", "x"),
}


@pytest.mark.parametrize(("path", "text"), NEW.values(), ids=NEW)
def test_a_file_that_is_only_in_the_editor_counts_as_one_on_the_disk(root: Path, path: str, text: str):
    options = CheckOptions(tidy=True, advise=True)
    content: Workspace[None] = Workspace(project.Project(root), TODAY, options, editing=True)
    before, size = content.findings(), content.size
    content.update(path, text)
    new = next(each for each in (*reversed(Path(path).parents), Path(path)) if not (root / each).exists())

    unsaved = content.findings(), content.size
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(text, encoding="utf-8")
    saved: Workspace[None] = Workspace(project.Project(root), TODAY, options)

    assert unsaved == (saved.findings(), saved.size)
    content.remove(str(new))
    assert (content.findings(), content.size) == (before, size), "gone, though the disk still has it"
    content.reload(str(new))
    assert (content.findings(), content.size) == unsaved, "the disk's again"


def test_a_new_article_is_linked_to_and_worked_on_like_any_other(root: Path):
    watched = Watched(root)
    watched.content.update(TWO, article("Two", "It hurts. [@b] See [the third](../three/)."))
    assert "LNK001" in watched.codes(TWO)
    watched.ran()
    watched.content.update("content_src/articles/three/article.md", article("Three", "It hurts. [@a]"))
    assert "LNK001" not in watched.codes(TWO)
    assert watched.ran() == ["three"]
    watched.content.update("content_src/articles/three/article.md", article("Three", "It hurts more. [@a]"))
    assert watched.ran() == ["three"]


def test_a_deleted_article_is_missed_by_those_that_link_to_it(root: Path):
    watched = Watched(root)
    assert "LNK001" not in watched.codes(TWO)
    watched.ran()
    watched.content.remove("content_src/articles/one")
    assert "LNK001" in watched.codes(TWO)
    assert watched.content.results(ONE) is None
    assert watched.ran() == []
    watched.content.update(ONE, article("One", "It hurts again. [@a]"))
    assert "LNK001" not in watched.codes(TWO)
    assert watched.ran() == ["one"]


def test_a_deleted_file_of_references_takes_its_references_along(root: Path):
    watched = Watched(root)
    assert "CIT001" not in watched.codes(ONE)
    (root / REFERENCES).unlink()
    watched.content.reload(REFERENCES)
    assert "CIT001" in watched.codes(ONE)


def test_what_is_open_in_the_editor_outlives_the_folder_it_was_in(root: Path):
    watched = Watched(root)
    watched.content.update(ONE, article("One", "It hurts more. [@a]"))
    (root / ONE).unlink()
    (root / ONE).parent.rmdir()
    assert watched.ran() == ["one", "two"]
    watched.content.reload(ONE)
    assert watched.content.results(ONE) is None


SHARED = "content_src/shared/card.md"


@pytest.fixture
def sharing(root: Path) -> Path:
    """Two articles that use a shared text, and one that does not."""
    for path, text in {
        SHARED: "It is urgent.\n",
        ONE: article("One", ":::{use} card"),
        TWO: article("Two", ":::{use} card\n\nIt hurts. [@b]"),
        "content_src/articles/three/article.md": article("Three", "It hurts. [@a]"),
    }.items():
        (root / path).parent.mkdir(exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    return root


def test_what_is_wrong_in_a_shared_text_is_found_once_there(sharing: Path):
    content = Watched(sharing).content
    found = [each for each in content.findings() if each.code == "CIT002"]
    assert [str(each.location) for each in found] == [f"{SHARED}:1:1"]
    assert content.findings(SHARED) == tuple(each for each in content.findings() if each.location.path == SHARED)


def test_a_changed_shared_text_runs_exactly_the_articles_that_use_it(sharing: Path):
    watched = Watched(sharing)
    assert watched.ran() == ["one", "three", "two"]
    watched.content.update(SHARED, "It is urgent. [@a]\n")
    assert watched.ran() == ["one", "two"]
    assert "CIT002" not in watched.codes(SHARED)
    watched.content.update(SHARED, "It is urgent. [@nobody]\n")
    assert watched.codes(SHARED) >= {"CIT001"}


def test_sources_of_a_shared_text_are_numbered_with_those_of_the_article(sharing: Path):
    watched = Watched(sharing)
    watched.content.update(SHARED, "It is urgent. [@a]\n")
    result = watched.content.results(TWO)
    assert result is not None
    assert [(entry.key, entry.uses) for entry in result.card.entries] == [("a", 1), ("b", 1)]


def test_the_same_words_in_a_shared_text_are_another_input(sharing: Path):
    watched = Watched(sharing)
    watched.ran()
    watched.content.update(ONE, article("One", "It is urgent.\n"))
    assert watched.ran() == ["one"]
    assert [each.code for each in watched.content.findings(ONE) if each.code == "CIT002"] == ["CIT002"]


def test_a_fix_in_a_shared_text_changes_that_text_once(sharing: Path):
    content: Workspace[None] = Workspace(project.Project(sharing), TODAY, CheckOptions(tidy=True), editing=True)
    content.update(SHARED, "It is urgent. [@a; @a]\n")
    assert apply_fixes(content, PathFilter()) == 1
    assert content.text(SHARED) == "It is urgent. [@a]\n"
    assert [change.file.shown for change in content.changes] == [SHARED]
