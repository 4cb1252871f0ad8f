"""What a build keeps of one document while its tree is there: its page, its pictures, and what the page must show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from citewell.article_context import ArticleContext
from citewell.model.published import Expected
from citewell.render import picture_files, render_document
from citewell.render.bibliography import ReferenceDescriptions
from citewell.render.page import PageParts
from citewell.site.expected_page import expect_document, literal_words_of


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
