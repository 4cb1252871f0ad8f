"""What has changed in a section since it was reviewed: claims that are new, gone, or have other words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import NamedTuple

from citewell.model.claims import Claim
from citewell.model.reviews import ReviewedClaim


class ClaimChange(NamedTuple):
    """A claim before and after; ``before`` is ``None`` for one that is new, ``after`` for one that is gone."""

    before: ReviewedClaim | None
    after: Claim | None


def compare_claims(
    before: Sequence[ReviewedClaim], then: Sequence[str], after: Sequence[Claim], now: Sequence[str]
) -> tuple[ClaimChange, ...]:
    """The changes from reviewed claims to those of today, by their digests ``then`` and ``now``, in reading order."""
    return () if list(then) == list(now) else tuple(_list_changes(before, then, after, now))


def _list_changes(
    before: Sequence[ReviewedClaim], then: Sequence[str], after: Sequence[Claim], now: Sequence[str]
) -> Iterator[ClaimChange]:
    matcher = SequenceMatcher(None, then, now, autojunk=False)
    for kind, start, end, new_start, new_end in matcher.get_opcodes():
        if kind != "equal":
            yield from map(ClaimChange._make, zip_longest(before[start:end], after[new_start:new_end]))
