"""The content as one commit has it, read as that of today is, but from git: only what is asked for, text by text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import PurePosixPath
from typing import Final

from citewell.article_context import ContextBuilder
from citewell.model.article import Article, ArticleKind
from citewell.model.site import Site
from citewell.project import CONTENT, LOCK, PEOPLE_YML, REFERENCES_FOLDER, REVIEWS_FOLDER, SITE_YML, Project
from citewell.source.content_tree import ContentTree, DocumentFiles
from citewell.source.files import Allowance, ReadBytes, SourceFile
from citewell.source.load import read_article, read_site
from citewell.team_report.git_history import Blobs, OldFile

#: The path of the text of an article, from the project's folder.
_ARTICLE: Final = re.compile(rf"{CONTENT}/articles/[^/]+/article\.md")


@dataclass(frozen=True)
class OldContent:
    """The content as a commit has it, by the paths of its files, seen from a day."""

    project: Project
    blobs: Blobs
    files: Mapping[str, OldFile]
    day: date

    @cached_property
    def settings(self) -> Site:
        """What the claims of an article depend on besides its text: the language and abbreviations of the site."""
        return read_site(ContentTree(settings=self._find(SITE_YML)), self._read)

    @cached_property
    def inputs_without_reviews(self) -> ContextBuilder:
        """What an article that was never reviewed depends on, as far as the trend asks."""
        return ContextBuilder(self.settings, frozenset(), self.day)

    @cached_property
    def inputs(self) -> ContextBuilder:
        """What a review depends on besides: people, references, what was found of these."""
        references = [self._file(path) for path in self.files if path.startswith(f"{REFERENCES_FOLDER}/")]
        tree = ContentTree(
            settings=self._find(SITE_YML),
            people=self._find(PEOPLE_YML),
            lock=self._find(LOCK),
            references=references,
        )
        return ContextBuilder(read_site(tree, self._read), frozenset(), self.day)

    def list_articles(self) -> Iterator[str]:
        """The paths of the texts of articles."""
        return (path for path in self.files if _ARTICLE.fullmatch(path))

    def find_reviews(self, path: str) -> SourceFile | None:
        """The file of the reviews of an article."""
        return self._find(f"{REVIEWS_FOLDER}/{PurePosixPath(path).parent.name}.yml")

    def read_article(self, path: str) -> Article | None:
        """An article by the path of its text, with its reviews; ``None`` if it could not be read."""
        slug = PurePosixPath(path).parent.name
        document = DocumentFiles(slug, self._file(path), reviews=self.find_reviews(path))
        return read_article(document, ArticleKind.ARTICLE, self.settings, self._read).article

    def _find(self, path: str) -> SourceFile | None:
        return self._file(path) if path in self.files else None

    def _file(self, path: str) -> SourceFile:
        return SourceFile(self.project.root / path, path)

    def _read(self, file: SourceFile, allowance: Allowance) -> ReadBytes:
        """The bytes of a file; too large a one is left out, as it would be today."""
        old = self.files[file.shown]
        return ReadBytes(None if old.size > allowance.size else self.blobs.read(old.blob))
