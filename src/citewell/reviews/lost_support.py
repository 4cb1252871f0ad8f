"""Which sources of reviewed claims are no longer what the reviewer saw."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from citewell.article_context import ArticleContext
from citewell.citations.find_reference import find_reference
from citewell.citations.pinned_quotes import find_pinned_words
from citewell.citations.sections import ArticleSection
from citewell.model.claims import Claim
from citewell.model.evidence import LOST, LockedReference, NoticeKind, Verdict
from citewell.model.fingerprint import matches_fingerprint
from citewell.model.inlines import CitationItem
from citewell.model.references import Reference
from citewell.model.reviews import Review


class Loss(StrEnum):
    """What happened to a source."""

    RETRACTED = "retracted"
    OTHER_WORK = "other-work"  # its title, address or identifiers are others now
    QUOTE = "quote"  # the words that are pinned are no longer on its page


class LostSupport(NamedTuple):
    """A claim, the reference that it rests on, and what happened to that."""

    claim: Claim
    key: str
    loss: Loss


def find_lost_support(context: ArticleContext, section: ArticleSection, review: Review) -> tuple[LostSupport, ...]:
    """The claims of a section that have lost a source since a review, each reference once a claim."""
    found = {(each.claim.id, each.key): each for each in _find(context, section, review)}
    return tuple(found.values())


def _find(context: ArticleContext, section: ArticleSection, review: Review) -> Iterator[LostSupport]:
    for claim in section.claims:
        for item in claim.citations:
            reference = find_reference(item.key, context.bibliography)
            if reference is not None and (loss := _judge(context, item, reference, review)):
                yield LostSupport(claim, reference.key, loss)


def _judge(context: ArticleContext, item: CitationItem, reference: Reference, review: Review) -> Loss | None:
    locked, then = context.known.get(reference.key), review.references.get(reference.key)
    if then is None:
        return None  # a source that the claim did not have: the claim itself has changed
    notices = context.notices.get(reference.key, ())
    if not then.retracted and any(notice.kind is NoticeKind.RETRACTION for notice in notices):
        return Loss.RETRACTED
    if not _is_same_work(reference, then.fingerprint, locked):
        return Loss.OTHER_WORK
    words = find_pinned_words(item, reference)
    quote = locked.quote(words) if locked and words else None
    return Loss.QUOTE if quote and quote.verdict in LOST else None


def _is_same_work(reference: Reference, fingerprint: str, locked: LockedReference | None) -> bool:
    """Whether a reference is the one that was reviewed; following a permanent move of its page changes no work."""
    if matches_fingerprint(reference, fingerprint):
        return True
    moved = locked is not None and locked.verdict is Verdict.MOVED
    return moved and locked is not None and matches_fingerprint(reference, fingerprint, locked.address)
