"""What there is to read in an article: its sentences, and the sections they are in."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterator
from typing import Final, NamedTuple

from citewell.blocks.heading import Heading
from citewell.model.article import Article
from citewell.model.claims import Claim, Status

_NAMES: Final = frozenset({"heading", "label"})  # they name what follows, and say nothing


class Section(NamedTuple):
    """The part below a heading of the second level; ``heading`` is ``None`` for the part above the first."""

    heading: Heading | None
    claims: tuple[Claim, ...]


def list_sentences(article: Article) -> Iterator[Claim]:
    """Every sentence, list item and cell of the text, questions and lead-ins among them, in reading order."""
    start = article.body[0].span.start if article.body else 0
    return (claim for claim in article.claims if claim.span.start >= start and not _is_name(claim))


def split_into_sections(article: Article) -> list[Section]:
    """The article in its sections, the part above the first heading first."""
    headings = [node for node in article.body if isinstance(node, Heading) and node.level == 2]
    starts = [heading.span.start for heading in headings]
    claims: list[list[Claim]] = [[] for _ in range(len(headings) + 1)]
    for claim in list_sentences(article):
        claims[bisect(starts, claim.span.start)].append(claim)
    return [Section(heading, tuple(own)) for heading, own in zip([None, *headings], claims, strict=True)]


def _is_name(claim: Claim) -> bool:
    return claim.status is Status.NOT_A_CLAIM and claim.kind in _NAMES
