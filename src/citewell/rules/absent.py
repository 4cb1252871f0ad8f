"""What may be called missing: nothing whose place could not be read, so that one fault gives one finding."""

from __future__ import annotations

from citewell.diagnostics import Location
from citewell.model.article import Article
from citewell.model.place import Span
from citewell.source.yaml import FATAL_KINDS

_UNREAD = FATAL_KINDS | {"front-matter", "empty-file", "not-utf8"}


def front_matter_was_read(article: Article) -> bool:
    """Whether all of an article's front matter could be read."""
    return not any(flaw.kind in _UNREAD for flaw in article.flaws)


def may_be_missing(article: Article, key: str) -> bool:
    """Whether a key of the front matter that has no value was really left out, and not refused or misspelt."""
    return front_matter_was_read(article) and not any(
        (flaw.kind == "wrong-value" and f'"{key}"' in flaw.detail)
        or (flaw.kind == "unknown-key" and flaw.suggestion == key)
        for flaw in article.flaws
    )


def head_of(article: Article) -> Location:
    """Where to report what an article lacks: its title, or its first line when it has none."""
    return article.locate(article.front.title.span)


def body_of(article: Article) -> Location:
    """Where to report what an article's text lacks at its beginning."""
    if not article.body:
        return head_of(article)
    start = article.body[0].span.start
    return article.locate(Span(start, start))
