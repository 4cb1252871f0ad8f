"""Adding an output is adding one file: it is found by the walk, asked before anything begins, and published."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser
from tests.cli.project import Project

from citewell import outputs
from citewell.build import build
from citewell.errors import ConfigurationError
from citewell.preview import preview

TODAY = date(2026, 3, 1)
TITLES = '''
from pathlib import PurePosixPath

from citewell.render.page import HeadLink

NAME = "titles"


def files(index):
    """The titles of all articles, a line each."""
    lines = "".join(f"{each.title}\\n" for each in index.articles)
    return {PurePosixPath("titles.txt"): lines.encode()}


def head_links(index):
    """From the home page, and from every page."""
    yield HeadLink(PurePosixPath("titles.txt"), "text/plain", 'Titles & "more"', PurePosixPath("index.md"))
    yield HeadLink(PurePosixPath("titles.txt"), "text/plain", "Titles")
'''
WEIGHT = '''
NAME = "weight"
IN_PREVIEW = True


def is_wanted(facts):
    """Only of a demonstration."""
    return facts.site.settings.demonstration


def add_to_site(staged):
    """How many pages were built."""
    pages = len(list(staged.folder.rglob("*.html")))
    (staged.folder / "weight.txt").write_text(f"{pages} pages", encoding="utf-8")
    return f"{pages} weighed"
'''
BROKEN = '''
from citewell.errors import ConfigurationError

NAME = "broken"


def require(site):
    """Something is missing."""
    raise ConfigurationError(f"no scales for {site.settings.address}", "buy some")


def files(index):
    """Nothing."""
    return {}
'''
Add = Callable[[str, str], None]


@pytest.fixture
def small(tmp_path: Path) -> Project:
    """A site without a fault, and without a search index, which would only take time."""
    project = Project("small", tmp_path / "small")
    project.write("content_src/site.yml", f"{project.read('content_src/site.yml')}\nsearch: false\n")
    return project


@pytest.fixture
def add(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Puts a file into one more folder of ``citewell.outputs``."""
    folder = tmp_path / "outputs"
    folder.mkdir()
    monkeypatch.setattr(outputs, "__path__", [*outputs.__path__, str(folder)])

    def write(name: str, text: str) -> None:
        (folder / f"{name}.py").write_text(text, encoding="utf-8")
        monkeypatch.delitem(sys.modules, f"citewell.outputs.{name}", raising=False)
        outputs.discover.cache_clear()

    yield write
    outputs.discover.cache_clear()


def alternates(page: Path) -> list[tuple[str | None, str | None, str | None]]:
    """The links in the head of a page to other forms of it."""
    links = LexborHTMLParser(page.read_text(encoding="utf-8")).css('head link[rel="alternate"]')
    return [(link.attributes["href"], link.attributes["type"], link.attributes["title"]) for link in links]


def test_the_outputs_of_a_site_are_found():
    assert [output.NAME for output in outputs.discover()] == ["brand", "index", "print", "static files"]


def test_a_file_that_is_made_from_the_content_is_published_and_pages_lead_to_it(small: Project, add: Add):
    add("titles", TITLES)
    assert build(small.paths, TODAY).published

    published = (small.root / "site/titles.txt").read_text(encoding="utf-8")
    assert published == 'Can <stress> & "worry" cause headaches?\n'
    assert (small.root / "docs/titles.txt").read_text(encoding="utf-8") == published, "plain MkDocs publishes it, too"
    assert alternates(small.root / "site/index.html") == [
        ("titles.txt", "text/plain", "Titles"),
        ("titles.txt", "text/plain", 'Titles & "more"'),
    ]
    assert alternates(small.root / "site/about/index.html") == [("../titles.txt", "text/plain", "Titles")]


def test_an_output_that_needs_the_built_pages_is_a_stage_of_the_build(small: Project, add: Add):
    add("weight", WEIGHT)
    done = build(small.paths, TODAY)

    assert done.published
    assert (small.root / "site/weight.txt").read_text(encoding="utf-8") == f"{done.pages} pages"
    preview(small.paths, TODAY)
    assert (small.paths.preview_site / "weight.txt").exists()


def test_an_output_that_a_site_does_not_want_is_not_made(small: Project, add: Add):
    add("weight", WEIGHT.replace("facts.site.settings.demonstration", "False"))
    assert build(small.paths, TODAY).published
    assert not (small.root / "site/weight.txt").exists()


def test_what_an_output_needs_is_asked_before_anything_begins(small: Project, add: Add):
    add("broken", BROKEN)
    with pytest.raises(ConfigurationError, match="no scales for https://small"):
        build(small.paths, TODAY)
    assert not (small.root / "docs").exists()
    preview(small.paths, TODAY)


def test_a_link_to_a_file_that_is_not_there_is_found(small: Project, add: Add):
    add("titles", TITLES.replace("def files", "def make_lines"))
    done = build(small.paths, TODAY)

    assert not done.published
    assert any("titles.txt" in each.message for each in done.diagnostics)
