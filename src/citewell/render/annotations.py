"""What the page says about stretches of a run of text: how a claim is supported, and what a term of medicine means.

A place in a run is the number of letters before it; white space does not count. So it is the same place in the inlines,
where words are escaped, marked up and broken into lines, and in the ledger, where they are plain.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import Final, NamedTuple

from citewell.blocks.quotation import Quotation
from citewell.model.article import Article, ArticleKind
from citewell.model.blocks import Prose, Role, walk_prose
from citewell.model.claims import Claim, Status, Support
from citewell.model.glossary import Term
from citewell.model.inlines import Break, Code, Emphasis, Inline, Strong, Text, walk_leaves
from citewell.plain_words.first_uses import find_first_uses
from citewell.plain_words.term_uses import TermIndex, TermUse
from citewell.render.verifiers import NOBODY, Verifiers

_CITED: Final = "sourced"
_WAIVED: Final = "waived"
SUPPORTS: Final = (str(Support.REVIEWED), str(Support.QUOTED), _CITED, _WAIVED)
"""How a claim may be supported, from the best. These are class names of the page; "sourced" is what is only cited."""


class Annotation(NamedTuple):
    """A sentence up to ``end``; ``support`` is how a claim is supported, ``None`` if the sentence is not a claim.

    ``verified`` is the place of who compared it with its sources, in the list of those; ``None`` for nobody.
    """

    end: int
    support: str | None
    verified: int | None = None


class TermOccurrence(NamedTuple):
    """The first use of a term on a page; ``explained`` says whether the text tells there what it means.

    ``anchor`` is the place of the term on the page of the glossary.
    """

    start: int
    end: int
    term: Term
    anchor: str
    explained: bool


@dataclass(frozen=True, slots=True)
class Overlay:
    """The sentences of a run of text, one after another, and the terms met in it."""

    stretches: Sequence[Annotation] = ()
    terms: Sequence[TermOccurrence] = ()


def letters(words: str) -> int:
    """How many letters there are; every character except white space counts."""
    return len("".join(words.split()))


def overlays(
    article: Article, terms: TermIndex, anchors: Mapping[str, str], verifiers: Verifiers = NOBODY
) -> Mapping[int, Overlay]:
    """What is known of each run of text that makes statements, by where it begins; only an article shows its claims.

    ``terms`` are those of the glossary, ``anchors`` their places on its page.
    """
    runs = {run.span.start: run for run in article.prose}
    begins = sorted(runs)
    stretches: dict[int, list[Annotation]] = {begin: [] for begin in begins}
    met: dict[int, list[TermOccurrence]] = {}
    places: dict[str, tuple[int, int]] = {}
    for claim in article.claims:
        position = bisect_right(begins, claim.span.start) - 1
        if position >= 0:  # else it is in the front matter
            own = stretches[begins[position]]
            start = own[-1].end if own else 0
            support = support_of(claim, verifiers) if article.kind is ArticleKind.ARTICLE else None
            own.append(Annotation(start + letters(claim.text), support, verifiers.places.get(claim.id)))
            places[claim.id] = (begins[position], start)
    for begin, meeting in _meetings(article, terms, anchors, runs, places):
        met.setdefault(begin, []).append(meeting)
    return {begin: Overlay(own, met.get(begin, ())) for begin, own in stretches.items()}


def meets_terms(known: Mapping[int, Overlay]) -> bool:
    """Whether a page with these runs of text has terms to explain."""
    return any(each.terms for each in known.values())


def support_of(claim: Claim, verifiers: Verifiers = NOBODY) -> str | None:
    """How a claim is supported, one of ``SUPPORTS``; ``None`` if it is not a claim or lacks its source."""
    if claim.id in verifiers.reviewed:
        return str(Support.REVIEWED)
    if claim.status is Status.CITED:
        return _CITED if claim.support in (None, Support.UNCHECKED) else str(claim.support)
    return _WAIVED if claim.status is Status.WAIVED else None


def _meetings(
    article: Article,
    terms: TermIndex,
    anchors: Mapping[str, str],
    runs: Mapping[int, Prose],
    places: Mapping[str, tuple[int, int]],
) -> Iterator[tuple[int, TermOccurrence]]:
    """The first use of each term that can be a link; ``places`` gives the run and position of a claim."""

    @lru_cache(maxsize=1)  # the uses in a claim come one after another
    def starts_of_words(text: str) -> list[int]:
        return list(accumulate((not character.isspace() for character in text), initial=0))

    def place(claim: Claim, use: TermUse) -> tuple[int, int, int]:
        run, start = places[claim.id]
        before = starts_of_words(claim.text)
        return run, start + before[use.start], start + before[use.end]

    @lru_cache(maxsize=1)  # and so do those in a run
    def free_words(run: int) -> list[range]:
        if runs[run].role is not Role.PROSE or run in quoted:
            return []
        return list(_free_words(runs[run].inlines, 0))

    def can_lead(claim: Claim, use: TermUse) -> bool:
        run, start, end = place(claim, use)
        free = free_words(run)
        here = bisect_right(free, start, key=lambda words: words.start) - 1
        return here >= 0 and end <= free[here].stop

    # We add nothing to others' words.
    quoted = {run.span.start for node in article.nodes if isinstance(node, Quotation) for run in walk_prose((node,))}
    for claim, use, explained in find_first_uses(article, terms, can_lead):
        run, start, end = place(claim, use)
        yield run, TermOccurrence(start, end, use.term, anchors[use.term.term], explained)


def _free_words(inlines: tuple[Inline, ...], at: int) -> Iterator[range]:
    """Words without a mark, markup or new line between them, which may be linked: not in code or a link."""
    start = at
    for inline in inlines:
        if isinstance(inline, Text) or (isinstance(inline, Break) and not inline.hard):
            at += letters(inline.text) if isinstance(inline, Text) else 0
            continue
        yield range(start, at)
        if isinstance(inline, Emphasis | Strong):
            yield from _free_words(inline.children, at)
        start = at = at + letters_of((inline,))
    yield range(start, at)


def letters_of(inlines: tuple[Inline, ...]) -> int:
    """The letters of inlines, as ``letters`` counts them."""
    return sum(letters(leaf.text) for leaf in walk_leaves(inlines) if isinstance(leaf, Text | Code))
