"""The address of each page, and the relative link from one to another."""

from __future__ import annotations

from typing import Final, Protocol
from urllib.parse import quote

from citewell.model import addresses
from citewell.model.addresses import GLOSSARY, HOME, SEARCH, document_path
from citewell.model.article import ArticleKind

__all__ = [
    "ARTICLES",
    "EVIDENCE",
    "GLOSSARY",
    "HOME",
    "INDEX",
    "PEOPLE",
    "SEARCH",
    "SOURCES",
    "TOPICS",
    "address_of",
    "pdf_name",
    "relative",
]

TOPICS: Final = "topics/"
ARTICLES: Final = "articles/"
SOURCES: Final = "sources/"
EVIDENCE: Final = "evidence/"
PEOPLE: Final = "people/"
INDEX: Final = "pagefind/"
"""The folder in which each search index has one of its own, named by its content; it holds no page."""


class Named(Protocol):
    """A document, or the card of one."""

    @property
    def slug(self) -> str: ...

    @property
    def kind(self) -> ArticleKind: ...


def address_of(article: Named) -> str:
    """The path of an article or own page."""
    return document_path(article.slug, article.kind)


def pdf_name(article: Named) -> str:
    """The file of an article's PDF, beside its page; readers find it by this name among their downloads."""
    return f"{article.slug}.pdf"


def relative(here: str, there: str, fragment: str = "") -> str:
    """The link from the page at ``here`` to the page at ``there``, and to the id on it that ``fragment`` names."""
    return quote(addresses.relative(there, here)) + (f"#{fragment}" if fragment else "")
