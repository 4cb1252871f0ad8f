"""The words of a work that a citation item pins: quoted in the text, or kept with the reference under a name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from citewell.citations.find_reference import find_reference
from citewell.model.article import Article
from citewell.model.inlines import CitationItem
from citewell.model.references import Bibliography, Reference

LABEL: Final = "quote"
"""The locator label of a named quote, as in ``[@key, quote early-course]``."""
MOST_WORDS: Final = 40
"""How many words a quote may have. The law of quotation wants them short and names no number; this one is ours."""


class PinnedQuote(NamedTuple):
    """A citation item that pins words, its reference, and the words: ``None`` for a name that no quote of it has."""

    item: CitationItem
    reference: Reference
    text: str | None


def names_quote(item: CitationItem) -> bool:
    """Whether an item pins a named quote; the name is for editors and never shown."""
    return item.label == LABEL


def find_pinned_words(item: CitationItem, reference: Reference) -> str | None:
    """The words that an item pins; ``None`` when it pins none, or names a quote that the reference does not have."""
    if item.quote is not None:
        return item.quote
    return reference.quote(item.locator or "") if names_quote(item) else None


def pins_words(item: CitationItem) -> bool:
    """Whether an item pins words, even by a name that no quote has."""
    return item.quote is not None or names_quote(item)


def find_pinned_quotes(article: Article, bibliography: Bibliography) -> Iterator[PinnedQuote]:
    """Every item of a document that pins words of a reference that exists, in reading order."""
    for claim in article.claims:
        for item in claim.citations:
            if pins_words(item):
                reference = find_reference(item.key, bibliography)
                if reference is not None:
                    yield PinnedQuote(item, reference, find_pinned_words(item, reference))
