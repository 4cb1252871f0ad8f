"""The whole content of a project, from its files."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from typing import TypeVar

from citewell.messages import Words
from citewell.model.article import Article, ArticleKind
from citewell.model.evidence import Lock
from citewell.model.problems import Problem
from citewell.model.site import Settings, Site
from citewell.model.source_location import SourceText
from citewell.project import REFERENCES_FOLDER, Project
from citewell.source.article import parse_article
from citewell.source.bibliography import ReadBibliography, read_bibliography
from citewell.source.content_tree import ContentTree, Document, walk_content
from citewell.source.files import ARTICLE, LOCK, YAML, Allowance, Read, SourceFile, read_bytes, read_text
from citewell.source.glossary import ReadGlossary, read_glossary
from citewell.source.lock import ReadLock, read_lock
from citewell.source.people import ReadPeople, read_people
from citewell.source.pictures import read_pictures
from citewell.source.settings import ReadSettings, read_settings
from citewell.source.translation import ReadTranslation, read_translation
from citewell.source.validate import nearest

T = TypeVar("T")


def load(project: Project, read: Read = read_bytes) -> Site:
    """Read the content of a project; ``read`` gives the bytes of its text files.

    The order is that of the file names. What is wrong in the content comes back as flaws, of an article in the article,
    of anything else in the site. Raises ``ContentUnreadable`` when a folder is missing or cannot be listed.
    """
    tree = walk_content(project)
    reader = _Reader(tree, read)
    settings, flaws = reader.one(tree.settings, read_settings) or ReadSettings(Settings(), ())
    people, more = reader.one(tree.people, read_people) or ReadPeople({}, ())
    bibliography, most = _read_references(tree, reader)
    glossary, rest = reader.one(tree.glossary, read_glossary) or ReadGlossary((), ())
    translation = reader.one(tree.words, partial(read_translation, language=settings.language))
    texts, wrong = translation or ReadTranslation({}, ())
    lock, last = reader.one(tree.lock, read_lock, LOCK) or ReadLock(Lock(), ())
    reader.flaws += (*flaws, *more, *most, *rest, *wrong, *last)
    words = Words(settings.language, texts)
    articles = reader.documents(tree.articles, ArticleKind.ARTICLE, settings, words)
    pages = reader.documents(tree.pages, ArticleKind.PAGE, settings, words)
    return Site(settings, articles, pages, bibliography, people, tuple(reader.flaws), glossary, lock, texts)


class _Reader:
    """Reads files one by one and keeps what was odd about each."""

    def __init__(self, tree: ContentTree, read: Read) -> None:
        self.read = read
        self.flaws: list[Problem] = list(tree.flaws)

    def one(self, file: SourceFile | None, read: Callable[[SourceText], T], allowance: Allowance = YAML) -> T | None:
        return next((read(source) for source in self.texts([file] if file else [], allowance)), None)

    def texts(self, files: Iterable[SourceFile], allowance: Allowance = YAML) -> list[SourceText]:
        sources = []
        for file in files:
            source, flaws = read_text(file, allowance, self.read)
            self.flaws += flaws
            if source is not None:
                sources.append(source)
        return sources

    def documents(
        self, documents: Iterable[Document], kind: ArticleKind, settings: Settings, words: Words
    ) -> tuple[Article, ...]:
        read = (self._document(document, kind, settings, words) for document in documents)
        return tuple(article for article in read if article is not None)

    def _document(self, document: Document, kind: ArticleKind, settings: Settings, words: Words) -> Article | None:
        source, unread = read_text(document.text, ARTICLE, self.read)
        pictures, unsafe = read_pictures(document.pictures)
        self.flaws += (*unread, *unsafe)
        if source is None:
            return None
        article = parse_article(
            source,
            slug=document.slug,
            kind=kind,
            abbreviations=settings.abbreviations,
            pictures=pictures,
            words=words,
        )
        self.flaws += _missing_picture(article)
        return article


def _read_references(tree: ContentTree, reader: _Reader) -> ReadBibliography:
    """The bibliography, which knows of the files in its folder that could not be read at all."""
    sources = reader.texts(tree.references)
    read = {source.path for source in sources}
    named = {file.shown for file in tree.references} | {flaw.location.path for flaw in tree.flaws}
    unread = {path for path in named - read if path.startswith(f"{REFERENCES_FOLDER}/")}
    bibliography, flaws = read_bibliography(sources)
    return ReadBibliography(replace(bibliography, unread=bibliography.unread | unread), flaws)


def _missing_picture(article: Article) -> tuple[Problem, ...]:
    """The picture the front matter names, when it does not stand beside the article."""
    illustration = article.front.illustration
    if illustration is None or illustration.file.text in article.pictures:
        return ()
    name = illustration.file.text
    place = article.locate(illustration.file.span)
    return (Problem("picture-missing", place, name, nearest(name, tuple(article.pictures))),)
