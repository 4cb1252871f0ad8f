"""What stands where in ``content_src/``: every file is either known and named well, or noted."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from citewell.diagnostics import Location
from citewell.errors import ContentUnreadable
from citewell.model.flaws import Flaw
from citewell.source.files import SourceFile, form
from citewell.source.names import is_left_behind, is_slug, name_flaw, same_name, shown_name, slug_like

CONTENT: Final = "content_src"
PICTURE_ENDINGS: Final = (".svg", ".png", ".jpg", ".jpeg", ".webp")
_ARTICLE_HOLDS: Final = "an article's folder holds article.md and pictures: " + ", ".join(PICTURE_ENDINGS)
_ROOT_HOLDS: Final = "content_src/ holds site.yml, people.yml, articles/, pages/ and references/"


@dataclass(frozen=True, slots=True)
class ArticleFolder:
    """An article's files. ``slug`` is its folder's name, or for a page its file's."""

    slug: str
    text: SourceFile
    pictures: tuple[SourceFile, ...] = ()


@dataclass(slots=True)
class ContentTree:
    """The files of a content tree in the order of their names, and what was odd about them."""

    settings: SourceFile | None = None
    people: SourceFile | None = None
    references: list[SourceFile] = field(default_factory=list)
    articles: list[ArticleFolder] = field(default_factory=list)
    pages: list[ArticleFolder] = field(default_factory=list)
    flaws: list[Flaw] = field(default_factory=list)


def walk_content(root: Path) -> ContentTree:
    """Look through the content of a project. Raises ``ContentUnreadable`` when a folder cannot be listed."""
    tree = ContentTree()
    here = SourceFile(root / CONTENT, CONTENT)
    if not here.path.is_dir():
        raise ContentUnreadable(
            f"there is no folder {CONTENT}/ in {root}", "run the command in the project's own folder"
        )
    folders = {"articles": _articles, "pages": _pages, "references": _references}
    for file in _files(here, tree.flaws):
        match file.path.name:
            case "site.yml":
                tree.settings = file
            case "people.yml":
                tree.people = file
            case _:
                tree.flaws.append(_misplaced(file, CONTENT, _ROOT_HOLDS))
    for folder in _folders(here, tree.flaws):
        if folder.path.name in folders:
            folders[folder.path.name](folder, tree)
        else:
            tree.flaws.append(_misplaced(folder, CONTENT, _ROOT_HOLDS))
    if tree.settings is None and not (here.path / "site.yml").is_symlink():
        tree.flaws.append(Flaw("missing-file", Location(f"{CONTENT}/site.yml"), "site.yml"))
    return tree
