"""The records of reviews that count, and those that count for nothing, with the reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from citewell.article_context import ArticleContext
from citewell.model.reviews import PersonVerdicts, Record, Review, SpellingCorrection
from citewell.reviews.record_digest import is_sealed
from citewell.reviews.reviewers import Refusal, judge_reviewer


class RefusedRecord(NamedTuple):
    """A record that counts for nothing, and why."""

    record: Record
    refusal: Refusal


class CountedRecords(NamedTuple):
    """The records of an article that count, each sort in the order of the file, and those that do not."""

    reviews: tuple[Review, ...]
    people: tuple[PersonVerdicts, ...]
    spelling: tuple[SpellingCorrection, ...]
    refused: tuple[RefusedRecord, ...]


def find_counted_records(context: ArticleContext) -> CountedRecords:
    """The records of an article, judged once for its context."""
    return context.once(_judge_records)


def follow_corrections(digests: Iterable[str], spelling: Iterable[SpellingCorrection]) -> list[str]:
    """The digests of claims after all corrections of their spelling, in the same order."""
    corrected = {claim.before: claim.after for each in spelling for claim in each.claims}

    def follow(digest: str) -> str:
        seen: set[str] = set()
        while digest in corrected and digest not in seen:
            seen.add(digest)
            digest = corrected[digest]
        return digest

    return [follow(digest) for digest in digests]


def _judge_records(context: ArticleContext) -> CountedRecords:
    refused = tuple(_find_refused(context))
    ignored, file = {id(each.record) for each in refused}, context.reviews
    return CountedRecords(
        tuple(each for each in file.reviews if id(each) not in ignored),
        tuple(each for each in file.people if id(each) not in ignored),
        tuple(each for each in file.spelling if id(each) not in ignored),
        refused,
    )


def _find_refused(context: ArticleContext) -> Iterator[RefusedRecord]:
    article, people = context.article, context.people
    for record in context.reviews.records:
        if not is_sealed(article, record):
            yield RefusedRecord(record, Refusal.EDITED)
        elif record.on > context.today:
            yield RefusedRecord(record, Refusal.FUTURE)
        elif isinstance(record, Review):
            if refusal := judge_reviewer(record.by, record.role, article, people):
                yield RefusedRecord(record, refusal)
        elif (by := getattr(record, "by", None)) and by not in people:
            yield RefusedRecord(record, Refusal.UNKNOWN)
