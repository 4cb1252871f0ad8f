"""Whether a draft says what the document said: it is read as the check reads it, and the words are compared."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from citewell.imports.document import Block, PictureBlock, TextRun, list_runs
from citewell.model.blocks import walk_prose
from citewell.model.inlines import Citation, join_text, walk_leaves
from citewell.model.source_location import SourceText
from citewell.source.article import parse_article

_WORD: Final = re.compile(r"[^\W_]+")
_FRONT: Final = "---\ntitle: A draft\n---\n\n"


def find_lost_words(blocks: Sequence[Block], body: str, remarks: Iterable[str]) -> list[str]:
    """The words of blocks that are neither in the body of a draft nor in the remarks, in reading order."""
    draft = _read_draft(body)
    kept = _count_words([*draft, *remarks])
    lost = []
    for word in _list_words(_list_texts(blocks)):
        if kept[word]:
            kept[word] -= 1
        else:
            lost.append(word)
    return lost


def count_citations(body: str) -> int:
    """How many times the body of a draft names a source."""
    article = parse_article(SourceText("draft", _FRONT + body), slug="draft")
    leaves = (leaf for prose in walk_prose(article.body) for leaf in walk_leaves(prose.inlines))
    return sum(len(leaf.items) for leaf in leaves if isinstance(leaf, Citation))


def _read_draft(body: str) -> list[str]:
    """The texts of a draft as readers get them."""
    article = parse_article(SourceText("draft", _FRONT + body), slug="draft")
    return [join_text(prose.inlines) for prose in walk_prose(article.body)]


def _list_texts(blocks: Sequence[Block]) -> Iterator[str]:
    """The words of blocks, without their marks."""
    for block in blocks:
        if isinstance(block, PictureBlock):
            yield block.alt
    for runs in list_runs(blocks):
        yield "".join(run.text if isinstance(run, TextRun) else " " for run in runs)


def _count_words(texts: Iterable[str]) -> Counter[str]:
    return Counter(_list_words(texts))


def _list_words(texts: Iterable[str]) -> Iterator[str]:
    """Words without case and without the difference between raised figures and others."""
    return (word for text in texts for word in _WORD.findall(unicodedata.normalize("NFKC", text).casefold()))
