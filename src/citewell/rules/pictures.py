"""The pictures an article names: that of its front matter, then those of its figures."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from citewell.blocks.figure import Figure
from citewell.model.addresses import scheme
from citewell.model.article import Article
from citewell.model.inlines import join_text
from citewell.model.source_location import Span


class NamedPicture(NamedTuple):
    """A file as written, its alternative text (empty if there is none), and where each is."""

    file: str
    span: Span
    alt: str
    alt_span: Span
    in_text: bool


def pictures_named(article: Article) -> Iterator[NamedPicture]:
    """Every picture of an article, in reading order."""
    own = article.front.illustration
    if own is not None:
        file, alt = own.file, own.alt
        yield NamedPicture(file.text, file.span, alt.text if alt else "", alt.span if alt else file.span, False)
    for node in article.nodes:
        if isinstance(node, Figure):
            use = node.picture
            yield NamedPicture(use.file, use.span, join_text(use.alt.inlines), use.alt.span, True)


def is_remote(file: str) -> bool:
    """Whether the address of a picture leads out of the site."""
    return scheme(file) is not None
