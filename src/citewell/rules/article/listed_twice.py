"""A list in the front matter names the same thing twice, or an article is both related and not related.

Readers would see the same author, topic or article twice on one page; usually a different one was meant. An article
named in `not_related` is never shown, so naming it as a related question or article would do nothing.

Fix it by deleting one of the two, or by writing what was meant.

Wrong: `topics: [back pain, sarcoma, back pain]`

Right: `topics: [back pain, sarcoma]`
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from citewell.article_context import ArticleContext
from citewell.citations.number import NumberedArticle
from citewell.diagnostics import Fix
from citewell.model.article import Article
from citewell.model.source_location import Placed, Span
from citewell.rules.rule import Finding, article_rule, fixable

_BETWEEN: Final = re.compile(r"[\"']?\s*,\s*[\"']?")  # two items of a list in brackets
_OWN_LINE: Final = re.compile(r"[ \t]*-[ \t]+[\"']?")  # an item of a list with a line for each


@fixable
@article_rule("ART030")
def rule(numbered: NumberedArticle, _context: ArticleContext) -> Iterator[Finding]:
    """Every item that is already in its list, and every related article that is also not related."""
    article, front = numbered.article, numbered.article.front
    related = (front.related_questions or (), front.related_articles or ())
    for listed in (front.authors, front.topics, front.based_on, *related, front.not_related):
        seen: set[str] = set()
        for position, item in enumerate(listed):
            if item.text in seen:
                place = article.locate(item.span)
                fix = _without(article, listed[position - 1], item)
                yield Finding(place, f'"{item.text}" is already in this list', "delete it, or name another one", fix)
            seen.add(item.text)
    unrelated = {item.text for item in front.not_related}
    for item in (each for listed in related for each in listed if each.text in unrelated):
        message = f'"{item.text}" is named in not_related too, so it would not be shown'
        yield Finding(article.locate(item.span), message, "delete it here or there")


def _without(article: Article, before: Placed, item: Placed) -> Fix | None:
    """Delete an item with its line, or with the comma before it; ``None`` if there is anything else."""
    text = article.source.text
    line = text.rfind("\n", 0, item.span.start) + 1
    end = text.find("\n", item.span.end) + 1
    if _OWN_LINE.fullmatch(text[line : item.span.start]):
        alone = not text[item.span.end : end].strip(" \t\n\"'")
        return Fix("delete it", article.locate(Span(line, end)), "") if alone else None
    if not _BETWEEN.fullmatch(text[before.span.end : item.span.start]):
        return None
    first, last = (_after_quote(text, each.span.end) for each in (before, item))
    return Fix("delete it", article.locate(Span(first, last)), "")


def _after_quote(text: str, end: int) -> int:
    """The offset after the quotation mark that ends an item, if there is one."""
    return end + (text[end : end + 1] in {'"', "'"})
