"""The ledger: every piece of text of a page as a claim, or as what it is instead.

Every sentence of prose, list item, takeaway and table cell is a claim. Headings, questions, labels, and lead-ins to a
list or table in which everything is cited or waived are listed too, as no claims. Nothing shown is left out.
"""

from __future__ import annotations

import hashlib
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from citewell.blocks.list import List
from citewell.blocks.paragraph import Paragraph
from citewell.blocks.table import Table
from citewell.citations.pinned_quotes import pins_words
from citewell.lexicon.sentence_ends import is_lead_in, is_question
from citewell.model.article import cite
from citewell.model.blocks import Node, Prose, Role, walk_prose
from citewell.model.claims import Claim, Status, Support
from citewell.model.inlines import Citation, CitationItem, Waiver
from citewell.model.keys import SENTENCES, ShownText, Wording
from citewell.model.source_location import Placed, Span
from citewell.source.missing_period import find_missing_periods, measure_wrapped_width
from citewell.source.plain_text import PlainText, plain_text
from citewell.source.sentences import split_sentences


def make_ledger(
    slug: str,
    front: Iterable[ShownText],
    body: Sequence[Node],
    abbreviations: frozenset[str] = frozenset(),
    language: str = "en",
) -> tuple[Claim, ...]:
    """All rows of a page in reading order: those of the front matter, then those of the body.

    ``front`` are the texts of the front matter that readers see. ``abbreviations`` are as the editors of the site wrote
    them: ``Hosp.``, ``hosp`` and ``hosp.`` are the same. ``language`` is the primary subtag of the site's.
    """
    runs = list(_runs(body, language, None))
    short = frozenset(f"{word.casefold().rstrip('.')}." for word in abbreviations)
    width = measure_wrapped_width((run.words, run.prose.span.start) for run in runs)
    ids = _Ids(slug)
    rows = list(_front_rows(front, ids))
    drafts = [draft for run in runs for draft in _drafts(run, short, width, ids)]
    _settle_lead_ins(drafts)
    return (*rows, *(draft.claim for draft in drafts))


class _Ids:
    """Ids that stay while the words stay: the slug and 8 hex digits of them, counted up for a repeat."""

    def __init__(self, slug: str) -> None:
        self._slug = slug
        self._seen: dict[str, int] = {}

    def make(self, text: str) -> str:
        """The id of the next row, which has this text."""
        digest = hashlib.sha256(unicodedata.normalize("NFC", text).encode()).hexdigest()[:8]
        count = self._seen[digest] = self._seen.get(digest, 0) + 1
        return f"{self._slug}-{digest}-{count}" if count > 1 else f"{self._slug}-{digest}"


@dataclass(frozen=True, slots=True)
class _Run:
    """A run of text with its words and language; ``follower`` is the list or table right after it."""

    prose: Prose
    words: PlainText
    language: str
    follower: Node | None


@dataclass(slots=True)
class _Draft:
    """A row being made; ``follower`` is the list or table right after it, when the row is the last of its paragraph."""

    claim: Claim
    prose: Prose
    follower: Node | None = None


def _front_rows(texts: Iterable[ShownText], ids: _Ids) -> Iterator[Claim]:
    """The rows of the front matter: names, such as topics, are not sentences, so they have none."""
    for each in texts:
        if each.declared.wording in SENTENCES:
            text = " ".join(each.text.text.split())
            kind = "heading" if each.declared.wording is Wording.HEADING else "label"
            block = each.declared.block or each.key.partition("/")[0].replace("_", "-")
            row = Claim(ids.make(text), each.text.span, text, block, Status.NOT_A_CLAIM, kind)
            yield _cited(row, each.sources) if each.sources else row


def _cited(row: Claim, sources: Sequence[Placed]) -> Claim:
    """A row whose sources are named beside it."""
    return replace(row, status=Status.CITED, kind=None, support=Support.UNCHECKED, citations=cite(sources).items)


def _runs(nodes: Iterable[Node], language: str, follower: Node | None) -> Iterator[_Run]:
    siblings = list(nodes)
    for node, after in zip_longest(siblings, siblings[1:]):
        if isinstance(node, Prose):
            yield _Run(node, plain_text(node.inlines), language, follower)
        else:
            leads_to = after if isinstance(node, Paragraph) and isinstance(after, List | Table) else None
            yield from _runs(node.children, language, leads_to)


def _drafts(run: _Run, abbreviations: frozenset[str], width: int, ids: _Ids) -> Iterator[_Draft]:
    passage, words = run.prose, run.words
    if passage.role is not Role.PROSE:
        if words.text:
            yield _Draft(_label(run, ids), passage)
        return
    offsets = [offset for offset, _ in words.marks]
    sentences = split_sentences(words.text, offsets, words.lead_in_end, abbreviations, run.language)
    unsure = sorted({*sentences.doubtful, *find_missing_periods(words, passage.span.start, width)})
    starts = [0, *sentences.cuts]
    for number, (start, end) in enumerate(zip(starts, [*sentences.cuts, len(words.text)], strict=True)):
        if not words.text[start:end].strip():
            continue
        last = number == len(starts) - 1
        # A mark belongs to the sentence it is in or directly after.
        own = words.marks[bisect_right(offsets, start) if number else 0 : None if last else bisect_right(offsets, end)]
        doubtful = tuple(
            words.span(offset, offset + 1) for offset in unsure[bisect_right(unsure, start) : bisect_left(unsure, end)]
        )
        claim = _sentence(run, start, end, [mark for _, mark in own], doubtful, ids)
        yield _Draft(claim, passage, run.follower if last else None)


def _label(run: _Run, ids: _Ids) -> Claim:
    """A heading or label; a label with a source is a claim like any other."""
    claim = _sentence(run, 0, len(run.words.text), [mark for _, mark in run.words.marks], (), ids)
    if claim.citations and run.prose.role is Role.LABEL:
        return claim
    return replace(claim, status=Status.NOT_A_CLAIM, kind=str(run.prose.role), support=None)


def _sentence(
    run: _Run,
    start: int,
    end: int,
    marks: Sequence[Citation | Waiver],
    doubtful: tuple[Span, ...],
    ids: _Ids,
) -> Claim:
    """The row of one sentence."""
    letters = run.words.text[start:end]
    text = letters.strip()
    citations = tuple(item for mark in marks if isinstance(mark, Citation) for item in mark.items)
    waivers = tuple(mark for mark in marks if isinstance(mark, Waiver))
    places = [run.words.span(start, start + len(letters.rstrip())), *(mark.span for mark in marks)]
    span = Span(min(place.start for place in places), max(place.end for place in places))
    status, kind = _status(text, citations, waivers, run.language)
    supporting = [item for item in citations if item.is_support]
    support = (Support.QUOTED if any(map(pins_words, supporting)) else Support.UNCHECKED) if supporting else None
    certainty = next((mark.certainty for mark in marks if isinstance(mark, Citation) and mark.certainty), None)
    return Claim(
        ids.make(text), span, text, run.prose.block, status, kind, support, citations, waivers, doubtful, certainty
    )


def _status(
    text: str, citations: Sequence[CitationItem], waivers: Sequence[Waiver], language: str
) -> tuple[Status, str | None]:
    if any(item.is_support for item in citations):
        return Status.CITED, None
    if waivers:
        return Status.WAIVED, waivers[0].kind
    if is_question(text, language):
        return Status.NOT_A_CLAIM, "question"
    return Status.UNCITED, None


def _settle_lead_ins(drafts: list[_Draft]) -> None:
    """A sentence that ends in a colon is free when all below it is supported; inner ones are settled first."""
    settled: dict[int, list[Claim]] = {}
    for draft in reversed(drafts):
        uncited = draft.claim.status is Status.UNCITED
        if uncited and draft.follower is not None and is_lead_in(draft.claim.text):
            below = [
                row
                for run in walk_prose((draft.follower,))
                if run.role is Role.PROSE
                for row in settled.get(id(run), [])
            ]
            if below and all(_is_supported(row) for row in below):
                draft.claim = replace(draft.claim, status=Status.NOT_A_CLAIM, kind="lead-in")
        settled.setdefault(id(draft.prose), []).append(draft.claim)


def _is_supported(claim: Claim) -> bool:
    return claim.status in (Status.CITED, Status.WAIVED) or claim.kind == "lead-in"
