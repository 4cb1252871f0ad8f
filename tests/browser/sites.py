"""The sites that the browser tests look at: eight articles, one in Hebrew, every block with content hard on a layout.

The gallery is looked at in two more ways: with so many uses of its sources that their list has parts, and as a preview
with a draft. Each is made by the real build, from a copy, into a folder that all workers of a test run share; so each
is made once.
"""

from __future__ import annotations

import fcntl
import shutil
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Final

from citewell.build import build
from citewell.diagnostics import has_errors
from citewell.messages import Words
from citewell.preview import preview
from citewell.project import Project
from citewell.source.load import load

ROOT: Final = Path(__file__).parents[2]
BACK_PAIN: Final = ROOT / "tests/sites/back-pain"
GALLERY: Final = ROOT / "tests/sites/gallery"
RIGHT_TO_LEFT: Final = ROOT / "tests/sites/right-to-left"
SOURCES: Final = {
    "back pain": BACK_PAIN,
    "gallery": GALLERY,
    "large": GALLERY,
    "preview": GALLERY,
    "right to left": RIGHT_TO_LEFT,
}
ARTICLE: Final = "articles/can-back-pain-be-a-sign-of-soft-tissue-sarcoma/"
#: Every kind of page, by the name it has in the tests: its site and its address below the site's own.
PAGES: Final = {
    "home": ("back pain", ""),
    "topics": ("back pain", "topics/"),
    "topic": ("back pain", "topics/back-pain/"),
    "A to Z": ("back pain", "articles/"),
    "sources": ("back pain", "sources/"),
    "evidence": ("back pain", "evidence/"),
    "glossary": ("back pain", "glossary/"),
    "people": ("back pain", "people/"),
    "about": ("back pain", "about/"),
    "editorial policy": ("back pain", "editorial-policy/"),
    "accessibility": ("back pain", "accessibility/"),
    "privacy": ("back pain", "privacy/"),
    "search": ("back pain", "search/"),
    "search with results": ("back pain", "search/?q=lump&topic=back-pain"),
    "search without results": ("back pain", "search/?q=xyzzy"),
    "article": ("back pain", ARTICLE),
    "not found": ("back pain", "no/such/page/"),
    "every block": ("gallery", "articles/every-block/"),
    "many sources": ("gallery", "articles/many-sources/"),
    "dark and on paper": ("gallery", "articles/dark-and-on-paper/"),
    "odd title": ("gallery", "articles/script-in-the-title/"),
    "withdrawn": ("gallery", "articles/withdrawn-advice/"),
    "how sources stand": ("gallery", "articles/how-sources-stand/"),
    "gallery's evidence": ("gallery", "evidence/"),
    "gallery's search": ("gallery", "search/"),
    "gallery's own page": ("gallery", "about/"),
    "gallery's glossary": ("gallery", "glossary/"),
    "gallery's topics": ("gallery", "topics/"),
    "gallery's people": ("gallery", "people/"),
    "gallery's sources": ("gallery", "sources/"),
    "index of sources": ("large", "sources/"),
    "sources of a letter": ("large", "sources/a/"),
    "draft": ("preview", "articles/half-a-draft/"),
    "lost words": ("preview", "articles/lost-words/"),
    "home of a preview": ("preview", ""),
    "right to left": ("right to left", "articles/every-block/"),
    "right to left: numbers": ("right to left", "articles/numbers/"),
    "right to left: home": ("right to left", ""),
    "right to left: topic": ("right to left", "topics/כאב-גב/"),
    "right to left: sources": ("right to left", "sources/"),
    "right to left: search": ("right to left", "search/"),
    "right to left: search for a number": ("right to left", "search/?q=7946"),
    "right to left: not found": ("right to left", "no/such/page/"),
}
ARTICLES: Final = ("article", "every block", "many sources", "odd title", "right to left")


def words_of(name: str) -> Words:
    """The texts of the interface on a page."""
    return _words(SOURCES[PAGES[name][0]])


@cache
def _words(source: Path) -> Words:
    return load(Project(source)).site.words


def built(name: str, shared: Path) -> Path:
    """Build the site of this name in a folder below ``shared``, unless that was done; return where it stands."""
    root = shared / f"site-{name}"
    done = shared / f"site-{name}.done"
    with (shared / f"site-{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not done.exists():
            _build(name, root)
            done.touch()
    return Project(root).preview_site if name == "preview" else root / "site"


def project(name: str, root: Path) -> Path:
    """Copy the project of the site of this name to ``root``; return that."""
    shutil.copytree(SOURCES[name] / "content_src", root / "content_src")
    shutil.copyfile(SOURCES[name] / "mkdocs.yml", root / "mkdocs.yml")
    return root


def _build(name: str, root: Path) -> None:
    project(name, root)
    if name == "preview":
        _write(root, "half-a-draft", "status: draft", "Half a sentence. [@nothing]\n\n## A title with a [@mark]\n")
        lost = 'So it was. [@stands-ok "words that changed"] And so. [@stands-moved "words that went"]\n'
        _write(root, "lost-words", "status: draft", lost)
        preview(Project(root), datetime.now(UTC).date())
        return
    if name == "large":
        cited = " ".join(f"So it is. [@numbered-{number}]" for number in range(1, 61))
        for number in range(30):
            takeaway = ":::{takeaway}\nSo it is. [@numbered-1]\n:::\n\n"
            _write(root, f"copy-{number}", "status: published", takeaway + cited)
    outcome = build(Project(root), datetime.now(UTC).date())
    assert not has_errors(outcome.diagnostics), [each.message for each in outcome.diagnostics]


def _write(root: Path, slug: str, status: str, text: str) -> None:
    head = f"title: All about {slug}\ndescription: Made up.\n{status}\nauthors: [team]\npublished: 2026-01-10\n"
    folder = root / "content_src" / "articles" / slug
    folder.mkdir()
    (folder / "article.md").write_text(f"---\n{head}topics: [copies]\n---\n\n{text}\n", encoding="utf-8")
