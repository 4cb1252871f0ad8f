"""What a build makes of each document while its tree is there, and the files of ``docs/`` from all of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import NamedTuple

from citewell.article_context import ArticleContext
from citewell.model.article import PublicationStatus
from citewell.model.blocks import Passage
from citewell.model.facts import Card
from citewell.model.packed import Packed
from citewell.model.published import Expected
from citewell.outputs.search.documents import list_text
from citewell.render import Page, finish_document, picture_files, render_document, site_pages
from citewell.render.bibliography import ReferenceDescriptions
from citewell.render.page import HeadLink, PageParts, add_head_links
from citewell.render.site_map import SiteIndex
from citewell.site.expected_page import expect_document, expect_page, list_words_of_document


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
    return DocumentOutput(page, picture_files(article), expect_document(context), list_words_of_document(article))


class PackedOutput(NamedTuple):
    """The output of one document as it is kept; ``passages`` are its text, which a search finds."""

    output: Packed[DocumentOutput]
    passages: Packed[tuple[Passage, ...]]


def pack_output(context: ArticleContext, printed: ReferenceDescriptions) -> PackedOutput:
    """What a build keeps of one document; ``printed`` describes its references."""
    return PackedOutput(Packed(make_output(context, printed)), Packed(list_text(context)))


@dataclass(frozen=True, slots=True)
class DocsFiles:
    """The files of ``docs/`` by path in it, the pages among them, and what each built page must show.

    ``literal`` are the words of all documents in which characters of the content language are meant to be shown.
    """

    files: Mapping[PurePosixPath, bytes]
    expected: Mapping[PurePosixPath, Packed[Expected]]
    literal: frozenset[str]


def make_docs(
    site_map: SiteIndex, documents: Iterable[tuple[Card, DocumentOutput]], links: Iterable[HeadLink] = ()
) -> DocsFiles:
    """Every file of ``docs/``: the pages made from the whole site, then those of documents with their pictures.

    A draft has no page unless it is an article that is withheld until its review, and a picture that no published page shows is not published. ``links`` are those that the heads
    of pages have to outputs.
    """
    files: dict[PurePosixPath, bytes] = {}
    expected: dict[PurePosixPath, Packed[Expected]] = {}
    literal: set[str] = set()
    own: dict[PurePosixPath, Expected] = {}

    def list_pages() -> Iterator[Page]:
        yield from site_pages(site_map)
        for card, output in documents:
            literal.update(output.literal)
            if output.page is not None and (card.status is not PublicationStatus.DRAFT or card.withheld):
                page = finish_document(output.page, card, site_map)
                own[page.path] = output.expected
                yield page
            if card.status is PublicationStatus.PUBLISHED:
                files.update(output.pictures)

    for page in add_head_links(list_pages(), links):
        files[page.path] = page.data()
        expected[page.path.with_suffix(".html")] = Packed(expect_page(page, own.pop(page.path, None)))
    return DocsFiles(files, expected, frozenset(literal))
