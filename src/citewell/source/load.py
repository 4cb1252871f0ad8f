"""The whole content of a project, from its files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial
from typing import NamedTuple, TypeVar

from citewell.messages import Words
from citewell.model.addresses import REDIRECTS
from citewell.model.article import Article, ArticleKind
from citewell.model.evidence import Lock
from citewell.model.file_problems import MissingPicture
from citewell.model.problems import AnyProblem, Problem
from citewell.model.reviews import ReviewFile
from citewell.model.shared import SharedText
from citewell.model.site import Settings, Site, StaticFile
from citewell.model.source_location import SourceText
from citewell.project import REFERENCES_FOLDER, Project
from citewell.source.article import parse_article
from citewell.source.bibliography import ReadBibliography, read_bibliography
from citewell.source.brand import read_brand
from citewell.source.content_tree import ContentTree, DocumentFiles, walk_content
from citewell.source.files import ARTICLE, LOCK, YAML, Allowance, Read, SourceFile, read_bytes, read_text
from citewell.source.glossary import ReadGlossary, read_glossary
from citewell.source.lock import ReadLock, read_lock
from citewell.source.misspellings import find_nearest_word
from citewell.source.people import ReadPeople, read_people
from citewell.source.pictures import read_pictures
from citewell.source.reviews import ReadReviews, read_reviews
from citewell.source.settings import ReadSettings, read_settings, refuse_newer_format
from citewell.source.shared import read_shared
from citewell.source.translation import ReadTranslation, read_translation

T = TypeVar("T")


class Content(NamedTuple):
    """The whole content, read: what is shared, the articles and the site's own pages."""

    site: Site
    articles: tuple[Article, ...]
    pages: tuple[Article, ...]

    @property
    def documents(self) -> tuple[Article, ...]:
        """Articles and own pages: everything written in the content language."""
        return (*self.articles, *self.pages)


class ReadDocument(NamedTuple):
    """A document as it was read, ``None`` if its text could not be taken, and what was wrong with its files."""

    article: Article | None
    problems: tuple[AnyProblem, ...]


def load(project: Project, read: Read = read_bytes) -> Content:
    """Read the content of a project; ``read`` gives the bytes of its text files.

    The order is that of the file names. What is wrong in the content comes back as problems, of an article in the
    article, of anything else in the site. Raises ``ContentUnreadable`` when a folder is missing or cannot be listed.
    """
    tree = walk_content(project)
    site = read_site(tree, read)
    articles = [read_article(each, ArticleKind.ARTICLE, site, read) for each in tree.articles]
    pages = [read_article(each, ArticleKind.PAGE, site, read) for each in tree.pages]
    problems = (problem for each in (*articles, *pages) for problem in each.problems)
    whole = replace(site, problems=(*site.problems, *problems))
    return Content(whole, *(tuple(each.article for each in part if each.article) for part in (articles, pages)))


class OpenContent(NamedTuple):
    """What all articles share, and the articles and own pages, which are read one by one as they are asked for."""

    site: Site
    documents: Iterator[Article]


def open_content(project: Project) -> OpenContent:
    """Read what the articles of a project share, for a command that needs each of them once.

    Their own problems are not noted, and a text that cannot be read is left out: to find that is the check's task.
    Raises ``ContentUnreadable`` when a folder is missing or cannot be listed.
    """
    tree = walk_content(project)
    site = read_site(tree)
    parts = ((tree.articles, ArticleKind.ARTICLE), (tree.pages, ArticleKind.PAGE))
    read = (read_article(each, kind, site).article for part, kind in parts for each in part)
    return OpenContent(site, (article for article in read if article))


def read_site(tree: ContentTree, read: Read = read_bytes) -> Site:
    """Read what all articles share; ``problems`` are then those of the shared files and of the folders.

    Raises ``ConfigurationError`` if the content has a newer format than this program knows.
    """
    reader = _Reader(tree, read)
    site_file = reader.read_one(tree.settings, read_settings) or ReadSettings(Settings(), ())
    people = reader.read_one(tree.people, read_people) or ReadPeople({}, ())
    references = _read_references(tree, reader)
    glossary = reader.read_one(tree.glossary, read_glossary) or ReadGlossary((), ())
    settings = site_file.settings
    refuse_newer_format(settings)
    translation = reader.read_one(tree.words, partial(read_translation, language=settings.language))
    texts, wrong, _ = translation or ReadTranslation({}, ())
    lock, last = reader.read_one(tree.lock, read_lock, LOCK) or ReadLock(Lock(), ())
    plain = (site_file, people, references, glossary)
    words = Words(settings.language, texts)
    shared = _read_shared_texts(tree, reader, words)
    brand = read_brand(settings.brand, tree.brand, read)
    reader.problems += brand.problems
    reader.problems += (*(problem for file in plain for problem in file.problems), *wrong, *last)
    return Site(
        settings,
        references.bibliography,
        people.people,
        tuple(reader.problems),
        glossary.terms,
        lock,
        texts,
        tuple(text for file in plain for text in file.texts),
        shared,
        _read_static_files(tree, reader),
        brand.files,
    )


def read_article(document: DocumentFiles, kind: ArticleKind, site: Site, read: Read = read_bytes) -> ReadDocument:
    """Read one article or own page of a site."""
    source, unread = read_text(document.text, ARTICLE, read)
    pictures, unsafe = read_pictures(document.pictures)
    if source is None:
        return ReadDocument(None, (*unread, *unsafe))
    article = parse_article(
        source,
        slug=document.slug,
        kind=kind,
        abbreviations=site.settings.abbreviations,
        pictures=pictures,
        words=site.words,
        shared=site.shared,
    )
    problems = (*unread, *unsafe, *_check_illustration(article))
    if document.reviews is None:
        return ReadDocument(article, problems)
    reviews, unreadable = _read_recorded_reviews(document.reviews, read)
    return ReadDocument(replace(article, reviews=reviews), (*problems, *unreadable))


class _Reader:
    """Reads shared files one by one and keeps the problems of each."""

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


def _read_references(tree: ContentTree, reader: _Reader) -> ReadBibliography:
    """The bibliography, which knows of the files in its folder that could not be read at all."""
    sources = reader.read_texts(tree.references)
    read = {source.path for source in sources}
    named = {file.shown for file in tree.references} | {problem.location.path for problem in tree.problems}
    unread = {path for path in named - read if path.startswith(f"{REFERENCES_FOLDER}/")}
    found = read_bibliography(sources)
    return found._replace(bibliography=replace(found.bibliography, unread=found.bibliography.unread | unread))


def _read_shared_texts(tree: ContentTree, reader: _Reader, words: Words) -> dict[str, SharedText]:
    """The texts that articles may use; one that could not be read is there without its words."""
    texts = {}
    for file in tree.shared:
        read = next(iter(reader.read_texts([file.text], ARTICLE)), None)
        texts[file.slug] = read_shared(read or SourceText(file.text.shown, ""), file.slug, words)
    return texts


def _read_static_files(tree: ContentTree, reader: _Reader) -> tuple[StaticFile, ...]:
    """The files that are published as they are, the redirects among them with what they say."""
    files = []
    for file in tree.static:
        read = reader.read_texts([SourceFile(file.disk, file.shown)], ARTICLE) if file.path == REDIRECTS else []
        files.append(file._replace(text=next(iter(read), None)))
    return tuple(files)


def _read_recorded_reviews(file: SourceFile, read: Read) -> ReadReviews:
    """What is recorded of the reviews of an article; nothing where the file cannot be read."""
    source, unread = read_text(file, YAML, read)
    return read_reviews(source) if source else ReadReviews(ReviewFile(), unread)


def _check_illustration(article: Article) -> tuple[AnyProblem, ...]:
    """The picture the front matter names, when it is not beside the article."""
    illustration = article.front.illustration
    if illustration is None or illustration.file.text in article.pictures:
        return ()
    name = illustration.file.text
    place = article.locate(illustration.file.span)
    near = find_nearest_word(name, tuple(article.pictures)) or next(iter(sorted(article.pictures)), "")
    return (Problem(place, MissingPicture(name, near)),)
