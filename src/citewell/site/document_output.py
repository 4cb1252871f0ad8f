"""What a build makes of each document while its tree is there, and the files of ``docs/`` from all of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from citewell.article_context import ArticleContext
from citewell.model.article import PublicationStatus
from citewell.model.facts import Card
from citewell.model.packed import Packed
from citewell.model.published import Expected
from citewell.render import Page, finish_document, picture_files, render_document, site_pages
from citewell.render.bibliography import ReferenceDescriptions
from citewell.render.page import PageParts
from citewell.render.site_map import SiteIndex
from citewell.site.expected_page import expect_document, expect_page, literal_words_of


@dataclass(frozen=True, slots=True)
class DocumentOutput:
    """The output of one document: ``page`` is ``None`` where it has none, ``pictures`` are by path in ``docs/``.

    ``literal`` are the words of the document in which characters of the content language are meant to be shown.
    """

    page: PageParts | None
    pictures: Mapping[PurePosixPath, bytes]
    expected: Expected
    literal: frozenset[str]


def make_output(context: ArticleContext, printed: ReferenceDescriptions) -> DocumentOutput:
    """The output of one document; ``printed`` describes its references."""
    page = render_document(context, printed)
    article = context.article
    return DocumentOutput(page, picture_files(article), expect_document(context), literal_words_of(article))


@dataclass(frozen=True, slots=True)
class DocsFiles:
    """The files of ``docs/`` by path in it, the pages among them, and what each built page must show.

    ``literal`` are the words of all documents in which characters of the content language are meant to be shown.
    """

    files: Mapping[PurePosixPath, bytes]
    expected: Mapping[PurePosixPath, Packed[Expected]]
    literal: frozenset[str]


def make_docs(site_map: SiteIndex, outputs: Iterable[tuple[Card, DocumentOutput]]) -> DocsFiles:
    """Every file of ``docs/``: the pages made from the whole site, then those of documents with their pictures.

    A draft has no page, and a picture that no published page shows is not published.
    """
    files: dict[PurePosixPath, bytes] = {}
    expected: dict[PurePosixPath, Packed[Expected]] = {}
    literal: set[str] = set()

    def put(page: Page, shows: Expected) -> None:
        files[page.path] = page.data()
        expected[page.path.with_suffix(".html")] = Packed(shows)

    for page in site_pages(site_map):
        put(page, expect_page(page))
    for card, output in outputs:
        literal |= output.literal
        if output.page is not None and card.status is not PublicationStatus.DRAFT:
            page = finish_document(output.page, card, site_map)
            put(page, expect_page(page, output.expected))
        if card.status is PublicationStatus.PUBLISHED:
            files |= output.pictures
    return DocsFiles(files, expected, frozenset(literal))
