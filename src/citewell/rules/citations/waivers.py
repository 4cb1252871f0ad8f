"""The waivers of an article, in any block."""

from __future__ import annotations

from collections.abc import Iterator

from citewell.model.article import Article
from citewell.model.inlines import Waiver, walk_leaves


def waivers_of(article: Article) -> Iterator[Waiver]:
    """Every ``[no source: KIND]``, in reading order."""
    for run in article.prose:
        for leaf in walk_leaves(run.inlines):
            if isinstance(leaf, Waiver):
                yield leaf
