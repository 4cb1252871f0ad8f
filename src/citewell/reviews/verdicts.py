"""The verdicts of people on single claims: which hold for the words of today, and which were about other words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Final, NamedTuple

from citewell.article_context import ArticleContext
from citewell.citations.claim_digest import redigest_claim
from citewell.model.claims import Claim
from citewell.model.reviews import ClaimVerdict, PersonVerdicts, RecordedVerdict, Review
from citewell.reviews.counted_records import find_counted_records, follow_corrections

NOT_SUPPORTED: Final = frozenset({ClaimVerdict.NO, ClaimVerdict.WRONG, ClaimVerdict.PARTLY})
"""The verdicts after which nobody approves the claim as it is."""


class Judgement(NamedTuple):
    """A verdict of a person: who, on which day, and the claim as it is now (``None``: it has changed or is gone)."""

    by: str
    on: date
    verdict: RecordedVerdict
    claim: Claim | None


def list_judgements(context: ArticleContext) -> tuple[Judgement, ...]:
    """The last verdict of each person on each claim, of records that count; verdicts of programs are not among them.

    A verdict stays when only the spelling of its claim was corrected: a correction settles no doubt.
    """
    return context.once(_list_judgements)


def find_current_verdicts(context: ArticleContext) -> Mapping[str, tuple[Judgement, ...]]:
    """The verdicts of people on the claims as they are now, by the id of the claim.

    Claims with the same words and sources share their verdicts.
    """
    return context.once(_find_current_verdicts)


def find_doubts(context: ArticleContext, claims: Iterable[Claim]) -> Iterator[Judgement]:
    """The verdicts of people that some of these claims, as they are now, are not supported."""
    current = find_current_verdicts(context)
    for claim in claims:
        yield from (each for each in current.get(claim.id, ()) if each.verdict.verdict in NOT_SUPPORTED)


def _find_current_verdicts(context: ArticleContext) -> Mapping[str, tuple[Judgement, ...]]:
    found: dict[str, tuple[Judgement, ...]] = {}
    index = ClaimIndex(context)
    judgements = list_judgements(context)
    spelling = find_counted_records(context).spelling
    digests = follow_corrections((each.verdict.digest for each in judgements), spelling)
    for each, digest in zip(judgements, digests, strict=True):
        for claim in index.find_all(digest):
            found[claim.id] = (*found.get(claim.id, ()), each)
    return found


def _list_judgements(context: ArticleContext) -> tuple[Judgement, ...]:
    latest: dict[tuple[str, str], Judgement] = {}
    index = ClaimIndex(context)
    given = list(_list_verdicts(context))
    digests = follow_corrections((verdict.digest for _, verdict in given), find_counted_records(context).spelling)
    for (record, verdict), digest in zip(given, digests, strict=True):
        latest[record.by, digest] = Judgement(record.by, record.on, verdict, index.find(verdict.claim, digest))
    return tuple(latest.values())


def _list_verdicts(context: ArticleContext) -> Iterator[tuple[Review | PersonVerdicts, RecordedVerdict]]:
    """The verdicts of people in the order of their days, and of the file on one day."""
    counted = find_counted_records(context)
    records: list[Review | PersonVerdicts] = [*counted.reviews, *counted.people]
    for record in sorted(records, key=lambda each: each.on):
        yield from ((record, verdict) for verdict in record.verdicts)


class ClaimIndex:
    """Finds the claim that a verdict is about, if its digest is still the same; each claim is digested once."""

    def __init__(self, context: ArticleContext) -> None:
        self._context = context
        self._by_version: dict[str, dict[str, list[Claim]]] = {}

    def find(self, claim: str, digest: str) -> Claim | None:
        """The claim with this digest; of several with the same words that of this id. ``None`` if there is none."""
        claims = self.find_all(digest)
        return next((each for each in claims if each.id == claim), next(iter(claims), None))

    def find_all(self, digest: str) -> Sequence[Claim]:
        """Every claim with the words and sources that have this digest."""
        version = digest.partition(":")[0]
        if version not in self._by_version:
            self._by_version[version] = self._index(digest)
        return self._by_version[version].get(digest, [])

    def _index(self, like: str) -> dict[str, list[Claim]]:
        found: dict[str, list[Claim]] = {}
        for claim in self._context.article.claims:
            found.setdefault(redigest_claim(claim, self._context.bibliography, like), []).append(claim)
        return found


def find_outdated_doubts(context: ArticleContext) -> Iterator[Judgement]:
    """The doubts about words that have changed, as long as nobody has recorded a review after them."""
    last = max((each.on for each in context.reviews.reviews), default=None)
    for each in list_judgements(context):
        doubted = each.claim is None and each.verdict.verdict in NOT_SUPPORTED
        own = any(each.verdict in review.verdicts for review in context.reviews.reviews if review.on == last)
        if doubted and (last is None or each.on > last or (each.on == last and own)):
            yield each
