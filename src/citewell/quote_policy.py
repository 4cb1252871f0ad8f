"""Which statements lack the exact words of a source that their site wants (``quote_for`` in ``site.yml``)."""

from __future__ import annotations

from citewell.article_context import ArticleContext
from citewell.citations.claim_subjects import find_claim_subjects
from citewell.citations.pinned_quotes import pins_words
from citewell.model.claims import Claim, ClaimSubject, Status
from citewell.reviews.verifications import is_confirmed


def find_subjects_without_words(claim: Claim, context: ArticleContext) -> tuple[ClaimSubject, ...]:
    """The subjects of a claim for which its site wants pinned words, if it has none; the gravest first.

    A person's verdict ``yes`` on the claim as it is does as well. A claim without a source has no words to pin; that
    is reported elsewhere, and so is a waiver that is used too often.
    """
    wanted = context.settings.policies.quote_for
    if not wanted or claim.status is not Status.CITED or not _can_pin(claim) or any(map(pins_words, claim.supporting)):
        return ()
    subjects = find_claim_subjects(claim, english=context.settings.is_english)
    lacking = tuple(subject for subject in subjects if subject in wanted)
    return () if not lacking or is_confirmed(claim.id, context) else lacking


def _can_pin(claim: Claim) -> bool:
    """Whether there is a way to pin words: sources in the front matter are keys alone."""
    return claim.block != "correction"
