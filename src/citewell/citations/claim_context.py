"""Sentences as they can be read alone: each with the words above it without which it would say something else.

``ignore a fever`` is advice, unless ``Don’t`` is above it; ``chest pain`` says nothing without its card, and a cell
nothing without the heads of its row and column.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import Final

from citewell.blocks.card import CareCard, describe_action
from citewell.blocks.do_dont import Advice, describe_title
from citewell.blocks.list import List
from citewell.blocks.note import Note
from citewell.blocks.paragraph import Paragraph
from citewell.blocks.risk import Risk
from citewell.blocks.table import Row, Table
from citewell.lexicon.sentence_ends import is_lead_in
from citewell.messages import Words
from citewell.model.article import Article
from citewell.model.blocks import Node, Prose, Role
from citewell.model.inlines import join_text
from citewell.model.source_location import Span

_ENDS: Final = (":", "?", "!", ".", "…", "：", "？", "！", "。", "؟")


def sentences_in_context(article: Article, words: Words, emergency_number: str) -> Mapping[Span, str]:
    """What each use of a source supports, by the use's place: plain words.

    ``emergency_number`` is the site's, which is on a card without a title of its own.
    """
    contexts = claims_in_context(article, words, emergency_number)
    return {item.span: contexts[claim.id] for claim in article.claims for item in claim.citations}


def claims_in_context(article: Article, words: Words, emergency_number: str) -> Mapping[str, str]:
    """Every row of the ledger as it can be read alone, by its id: plain words."""
    starts = sorted(node.span.start for node in article.prose)
    front = [claim for claim in article.claims if not starts or claim.span.start < starts[0]]
    # The place of the run of text that each sentence of the body is in.
    runs = [(starts[bisect_right(starts, claim.span.start) - 1], claim) for claim in article.claims[len(front) :]]
    before = dict(_contexts(article.body, {start: claim.text for start, claim in runs}, words, emergency_number))
    contexts = {claim.id: claim.text for claim in front}
    contexts.update({claim.id: _after(before[at], claim.text) for at, claim in runs})
    return contexts


def _contexts(
    body: Sequence[Node], last: Mapping[int, str], words: Words, emergency_number: str
) -> Iterator[tuple[int, str]]:
    """Where each run of text begins, and the words before it; ``last`` are the last sentences by the same places."""
    waiting = list(_siblings(body, "", last))
    while waiting:
        node, before = waiting.pop()
        if isinstance(node, Prose):
            yield node.span.start, before if node.role is Role.PROSE else ""
        elif isinstance(node, Table):
            waiting += ((child, before) for child in node.children if not isinstance(child, Row))
            waiting += (pair for row in node.rows for pair in _cells(row, node, before))
        elif isinstance(node, CareCard):
            # The closing paragraph of a card speaks for itself.
            action = _after(before, describe_action(node, words, emergency_number))
            waiting += ((child, action if isinstance(child, List) else before) for child in node.children)
        elif isinstance(node, Advice | Note | Risk):
            waiting += _siblings(node.children, _after(before, _title(node, words)), last)
        else:
            waiting += _siblings(node.children, before, last)


def _siblings(nodes: Sequence[Node], before: str, last: Mapping[int, str]) -> Iterator[tuple[Node, str]]:
    """Nodes with the words before them: a list or table has those of the lead-in above it, too."""
    for above, node in zip((None, *nodes), nodes, strict=False):
        lead = ""
        if isinstance(node, List | Table) and isinstance(above, Paragraph):
            lead = last.get(above.prose.span.start, "")
        yield node, _after(before, lead) if is_lead_in(lead) else before


def _cells(row: Row, table: Table, before: str) -> Iterator[tuple[Node, str]]:
    """The head and the cells of a row; a cell says little without the heads of its row and its column."""
    head = join_text(row.head.inlines) if row.head else ""
    if row.head:
        yield row.head, before
    for cell, column in zip_longest(row.cells, table.columns[1 : len(row.cells) + 1]):
        heads = (join_text(column.inlines) if column else "", head)
        yield cell, _after(before, " – ".join(filter(None, heads)))


def _title(node: Advice | Note | Risk, words: Words) -> str:
    if isinstance(node, Advice):
        return describe_title(node, words)
    return join_text(node.title.inlines) if node.title else ""


def _after(before: str, words: str) -> str:
    """Words after those that introduce them."""
    if not before or not words:
        return before or words
    return f"{before}{'' if before.endswith(_ENDS) else ':'} {words}"
