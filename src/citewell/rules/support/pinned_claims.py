"""The statements of an article with the words that are pinned to them, and the words around them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from citewell.article_context import ArticleContext
from citewell.citations.claim_context import sentences_in_context
from citewell.citations.find_reference import find_reference
from citewell.citations.pinned_quotes import find_pinned_words
from citewell.model.claims import Claim, Status

_BEFORE: Final = 3  # sentences of the same section that may say whom the next one is about
_HEADING: Final = "heading"


class PinnedClaim(NamedTuple):
    """A statement: read alone, the words pinned to it, and the words around it, which may say whom it is about.

    ``has_more`` says that it also has a source of which no words are pinned, and which may say something else.
    ``passages`` are the words around the pinned ones on their pages, as far as the online check kept them.
    """

    claim: Claim
    text: str
    pinned: tuple[str, ...]
    around: str
    has_more: bool
    passages: tuple[str, ...]


def list_pinned_claims(context: ArticleContext) -> Iterator[PinnedClaim]:
    """Every cited statement of an article to which words are pinned, in reading order."""
    article = context.article
    pinned = {
        claim.id: words
        for claim in article.claims
        if claim.status is Status.CITED and any(words := _find_words(claim, context))
    }
    if not pinned:
        return
    alone = sentences_in_context(article, context.words, context.settings.emergency_number)
    heading, before = "", list[str]()
    for claim in article.claims:
        if claim.kind == _HEADING:
            heading, before = claim.text, []
            continue
        if claim.id in pinned:
            words = pinned[claim.id]
            around = " . ".join(filter(None, (article.front.title.text, heading, *before[-_BEFORE:])))
            text = alone.get(claim.citations[0].span, claim.text)
            passages = tuple(_list_passages(claim, context))
            yield PinnedClaim(claim, text, tuple(filter(None, words)), around, not all(words), passages)
        before.append(claim.text)


def _list_passages(claim: Claim, context: ArticleContext) -> Iterator[str]:
    for item in claim.citations:
        if not item.is_support:
            continue  # a source that contradicts a statement, or is its background, need not say it
        reference = find_reference(item.key, context.bibliography)
        locked = context.known.get(reference.key) if reference else None
        words = find_pinned_words(item, reference) if reference else None
        found = locked.quote(words) if locked and words else None
        if found is not None and found.passage is not None:
            yield found.passage.text


def _find_words(claim: Claim, context: ArticleContext) -> tuple[str, ...]:
    """The words that each source of a statement pins, "" for a source without any."""
    found = []
    for item in claim.citations:
        if not item.is_support:
            continue  # a source that contradicts a statement, or is its background, need not say it
        reference = find_reference(item.key, context.bibliography)
        found.append((find_pinned_words(item, reference) if reference else item.quote) or "")
    return tuple(found)
