"""What stands where in ``content_src/``: every file is either known and named well, or noted."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Final, NamedTuple

from citewell.diagnostics import Location
from citewell.errors import ContentUnreadable, reason
from citewell.model.problems import Problem
from citewell.project import CONTENT, SITE_YML, Project
from citewell.source.file_names import (
    file_name_flaw,
    is_left_behind,
    is_slug,
    same_name,
    shown_name,
    slug_flaw,
    slug_like,
)
from citewell.source.files import SourceFile, form

PICTURE_ENDINGS: Final = (".svg", ".png", ".jpg", ".jpeg", ".webp")
#: The files beside the folders, and what of a content tree each is.
_ROOT_FILES: Final = {
    "site.yml": "settings",
    "people.yml": "people",
    "glossary.yml": "glossary",
    "words.yml": "words",
    "references.lock": "lock",
}
_ROOT_HOLDS: Final = (
    "it holds site.yml, people.yml, glossary.yml, words.yml, references.lock "
    "and the folders articles, pages and references"
)
_ARTICLES_HOLDS: Final = "each article has a folder of its own there, with its text in article.md"
_ARTICLE_HOLDS: Final = f"an article's folder holds article.md and pictures ({', '.join(PICTURE_ENDINGS)})"


class Document(NamedTuple):
    """The files of one article or page. ``slug`` is the name of its folder, or of a page its file's."""

    slug: str
    text: SourceFile
    pictures: tuple[SourceFile, ...] = ()


@dataclass(slots=True)
class ContentTree:
    """The files of a content tree in the order of their names, and what was odd about them."""

    settings: SourceFile | None = None
    people: SourceFile | None = None
    glossary: SourceFile | None = None
    words: SourceFile | None = None
    lock: SourceFile | None = None
    references: list[SourceFile] = field(default_factory=list)
    articles: list[Document] = field(default_factory=list)
    pages: list[Document] = field(default_factory=list)
    flaws: list[Problem] = field(default_factory=list)


class _Listing(NamedTuple):
    files: list[SourceFile]
    folders: list[SourceFile]


def walk_content(project: Project) -> ContentTree:
    """Look through the content of a project. Raises ``ContentUnreadable`` when a folder cannot be listed."""
    here = SourceFile(project.content, CONTENT)
    if not here.path.is_dir():
        raise ContentUnreadable(
            f"there is no folder {CONTENT}/ in {project.root}", "run the command in the project's folder"
        )
    tree = ContentTree()
    listing = _list(here, tree)
    for file in listing.files:
        part = _ROOT_FILES.get(file.path.name)
        if part:
            setattr(tree, part, file)
        else:
            _misplaced(file, tree, _ROOT_HOLDS)
    readers = {"articles": _articles, "pages": _pages, "references": _references}
    for folder in listing.folders:
        reader = readers.get(folder.path.name)
        if reader:
            reader(folder, tree)
        else:
            _misplaced(folder, tree, _ROOT_HOLDS)
    if tree.settings is None and not any(flaw.location.path == SITE_YML for flaw in tree.flaws):
        tree.flaws.append(Problem("missing-file", Location(SITE_YML), "site.yml"))
    return tree


def _articles(here: SourceFile, tree: ContentTree) -> None:
    listing = _list(here, tree)
    for file in listing.files:
        _misplaced(file, tree, _ARTICLES_HOLDS)
    for folder in listing.folders:
        _article(folder, _slug(folder.path.name, folder.shown, "", tree), tree)
    tree.articles = _one_each(tree.articles)


def _article(here: SourceFile, slug: str, tree: ContentTree) -> None:
    before = len(tree.flaws)
    listing = _list(here, tree)
    _too_deep(listing, tree)
    text, pictures = None, []
    for file in listing.files:
        if file.path.name == "article.md":
            text = file
        elif file.path.suffix.lower() in PICTURE_ENDINGS:
            _note(file_name_flaw(file.path.name, file.shown), tree)
            pictures.append(file)
        else:
            _misplaced(file, tree, _ARTICLE_HOLDS)
    if text is None and not any(flaw.location.path == f"{here.shown}/article.md" for flaw in tree.flaws[before:]):
        tree.flaws.append(Problem("missing-file", Location(here.shown), "article.md", _ARTICLE_HOLDS))
    elif text is not None and slug:
        tree.articles.append(Document(slug, text, tuple(pictures)))


def _pages(here: SourceFile, tree: ContentTree) -> None:
    listing = _list(here, tree)
    _too_deep(listing, tree)
    for file in listing.files:
        if file.path.suffix != ".md":
            _misplaced(file, tree, "it holds Markdown files (.md)")
            continue
        slug = _slug(file.path.stem, file.shown, ".md", tree)
        if slug:
            tree.pages.append(Document(slug, file))
    tree.pages = _one_each(tree.pages)


def _references(here: SourceFile, tree: ContentTree) -> None:
    listing = _list(here, tree)
    _too_deep(listing, tree)
    for file in listing.files:
        if file.path.suffix == ".yml":
            _note(file_name_flaw(file.path.name, file.shown), tree)
            tree.references.append(file)
        else:
            _misplaced(file, tree, "it holds YAML files (.yml)")


def _list(folder: SourceFile, tree: ContentTree) -> _Listing:
    """The files and folders in a folder; links, pipes and the like are noted, and left alone."""
    try:
        with os.scandir(folder.path) as scan:
            entries = sorted((entry for entry in scan if not is_left_behind(entry.name)), key=lambda entry: entry.name)
        statuses = [(entry.name, entry.stat(follow_symlinks=False)) for entry in entries]
    except OSError as error:
        raise ContentUnreadable(f"{folder.shown}/ cannot be read: {reason(error)}") from error
    listing, seen = _Listing([], []), dict[str, str]()
    for name, status in statuses:
        file = SourceFile(folder.path / name, f"{folder.shown}/{shown_name(name)}")
        first = seen.setdefault(same_name(name), file.shown)
        if first != file.shown:
            tree.flaws.append(Problem("name-clash", Location(file.shown), first))
        odd = form(status)
        if odd is None:
            listing.files.append(file)
        elif odd[1] == "a folder":
            listing.folders.append(file)
        else:
            tree.flaws.append(Problem(odd[0], Location(file.shown), odd[1]))
    return listing


def _slug(name: str, shown: str, ending: str, tree: ContentTree) -> str:
    """A name as a slug; of one that is none the nearest, so that what is in the file is still checked."""
    _note(slug_flaw(name, shown, ending), tree)
    return name if is_slug(name) else slug_like(name)


def _one_each(documents: list[Document]) -> list[Document]:
    """One document a slug, in the order of the slugs: the one that is so named before one that only resembles it."""
    by_slug: dict[str, Document] = {}
    for document in sorted(documents, key=lambda document: f"/{document.slug}" not in document.text.shown):
        by_slug.setdefault(document.slug, document)
    return [by_slug[slug] for slug in sorted(by_slug)]


def _too_deep(listing: _Listing, tree: ContentTree) -> None:
    for folder in listing.folders:
        above = PurePosixPath(folder.shown).parent
        detail, way = f"{above}/ cannot hold folders; this one was not read", f"move its files to {above}/"
        tree.flaws.append(Problem("too-deep", Location(folder.shown), detail, way))


def _misplaced(file: SourceFile, tree: ContentTree, holds: str) -> None:
    above = PurePosixPath(file.shown).parent
    tree.flaws.append(Problem("file-type", Location(file.shown), f"this has no place in {above}/", holds))


def _note(flaw: Problem | None, tree: ContentTree) -> None:
    if flaw is not None:
        tree.flaws.append(flaw)
