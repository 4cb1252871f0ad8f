"""The whole content of a project, from its files."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from typing import TypeVar

from citewell.messages import Words
from citewell.model.article import Article, ArticleKind
from citewell.model.evidence import Lock
from citewell.model.file_problems import MissingPicture
from citewell.model.problems import AnyProblem, Problem
from citewell.model.site import Settings, Site
from citewell.model.source_location import SourceText
from citewell.project import REFERENCES_FOLDER, Project
from citewell.source.article import parse_article
from citewell.source.bibliography import ReadBibliography, read_bibliography
from citewell.source.content_tree import ContentTree, Document, walk_content
from citewell.source.files import ARTICLE, LOCK, YAML, Allowance, Read, SourceFile, read_bytes, read_text
from citewell.source.glossary import ReadGlossary, read_glossary
from citewell.source.lock import ReadLock, read_lock
from citewell.source.misspellings import nearest
from citewell.source.people import ReadPeople, read_people
from citewell.source.pictures import read_pictures
from citewell.source.settings import ReadSettings, read_settings
from citewell.source.translation import ReadTranslation, read_translation

T = TypeVar("T")


def load(project: Project, read: Read = read_bytes) -> Site:
    """Read the content of a project; ``read`` gives the bytes of its text files.

    The order is that of the file names. What is wrong in the content comes back as problems, of an article in the
    article, of anything else in the site. Raises ``ContentUnreadable`` when a folder is missing or cannot be listed.
    """
    tree = walk_content(project)
    reader = _Reader(tree, read)
    site_file = reader.read_one(tree.settings, read_settings) or ReadSettings(Settings(), ())
    people = reader.read_one(tree.people, read_people) or ReadPeople({}, ())
    references = _read_references(tree, reader)
    glossary = reader.read_one(tree.glossary, read_glossary) or ReadGlossary((), ())
    settings = site_file.settings
    translation = reader.read_one(tree.words, partial(read_translation, language=settings.language))
    texts, wrong = translation or ReadTranslation({}, ())
    lock, last = reader.read_one(tree.lock, read_lock, LOCK) or ReadLock(Lock(), ())
    plain = (site_file, people, references, glossary)
    reader.problems += (*(problem for file in plain for problem in file.problems), *wrong, *last)
    words = Words(settings.language, texts)
    articles = reader.read_documents(tree.articles, ArticleKind.ARTICLE, settings, words)
    pages = reader.read_documents(tree.pages, ArticleKind.PAGE, settings, words)
    return Site(
        settings,
        articles,
        pages,
        references.bibliography,
        people.people,
        tuple(reader.problems),
        glossary.terms,
        lock,
        texts,
        tuple(text for file in plain for text in file.texts),
    )


class _Reader:
    """Reads files one by one and keeps the problems of each."""

    def __init__(self, tree: ContentTree, read: Read) -> None:
        self.read = read
        self.problems: list[AnyProblem] = list(tree.problems)

    def read_one(
        self, file: SourceFile | None, read: Callable[[SourceText], T], allowance: Allowance = YAML
    ) -> T | None:
        return next((read(source) for source in self.read_texts([file] if file else [], allowance)), None)

    def read_texts(self, files: Iterable[SourceFile], allowance: Allowance = YAML) -> list[SourceText]:
        sources = []
        for file in files:
            source, problems = read_text(file, allowance, self.read)
            self.problems += problems
            if source is not None:
                sources.append(source)
        return sources

    def read_documents(
        self, documents: Iterable[Document], kind: ArticleKind, settings: Settings, words: Words
    ) -> tuple[Article, ...]:
        read = (self._read_document(document, kind, settings, words) for document in documents)
        return tuple(article for article in read if article is not None)

    def _read_document(self, document: Document, kind: ArticleKind, settings: Settings, words: Words) -> Article | None:
        source, unread = read_text(document.text, ARTICLE, self.read)
        pictures, unsafe = read_pictures(document.pictures)
        self.problems += (*unread, *unsafe)
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
        self.problems += _check_illustration(article)
        return article


def _read_references(tree: ContentTree, reader: _Reader) -> ReadBibliography:
    """The bibliography, which knows of the files in its folder that could not be read at all."""
    sources = reader.read_texts(tree.references)
    read = {source.path for source in sources}
    named = {file.shown for file in tree.references} | {problem.location.path for problem in tree.problems}
    unread = {path for path in named - read if path.startswith(f"{REFERENCES_FOLDER}/")}
    found = read_bibliography(sources)
    return found._replace(bibliography=replace(found.bibliography, unread=found.bibliography.unread | unread))


def _check_illustration(article: Article) -> tuple[AnyProblem, ...]:
    """The picture the front matter names, when it is not beside the article."""
    illustration = article.front.illustration
    if illustration is None or illustration.file.text in article.pictures:
        return ()
    name = illustration.file.text
    place = article.locate(illustration.file.span)
    near = nearest(name, tuple(article.pictures)) or next(iter(sorted(article.pictures)), "")
    return (Problem(place, MissingPicture(name, near)),)
