"""The content of a project, opened to look at a few of its articles: each is read when it is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from citewell.article_context import ArticleContext, ContextBuilder
from citewell.model.article import ArticleKind
from citewell.model.site import Site
from citewell.project import Project
from citewell.source.content_tree import DocumentFiles, walk_content
from citewell.source.load import read_article, read_site


@dataclass(frozen=True, slots=True)
class ArticleLibrary:
    """What all articles share, and the files of each by its slug."""

    site: Site
    inputs: ContextBuilder
    files: Mapping[str, DocumentFiles]

    def read(self, slug: str) -> ArticleContext | None:
        """The context of an article; ``None`` if its text cannot be read. Raises ``KeyError`` if there is none."""
        article = read_article(self.files[slug], ArticleKind.ARTICLE, self.site).article
        return self.inputs.context(article) if article else None


def open_library(project: Project, today: date) -> ArticleLibrary:
    """Read what all articles share. Raises ``ContentUnreadable`` if a folder is missing or cannot be listed."""
    tree = walk_content(project)
    site = read_site(tree)
    files = {each.slug: each for each in tree.articles}
    return ArticleLibrary(site, ContextBuilder(site, frozenset(), today), files)
