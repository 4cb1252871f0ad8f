"""The sources of a citation are not in the order of their numbers on the page.

Readers always see the numbers sorted, so it makes no difference to them. It helps anyone who compares the file with the
page: then the first key is the first number. An added source changes the order of others, so nothing is reported while
an article is being written; the order is only fixed if somebody asks for it.

Fix it with `citewell check --fix`, or not at all. A citation with words around its keys, as in `[see @one]`, stays as
it is, because they may belong to several.

Wrong: `[@new; @known]`, where "known" was cited before and is number 1.

Right: `[@known; @new]`
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from citewell.article_context import ArticleContext
from citewell.citations.number import Mark, NumberedArticle, citations_in_text
from citewell.diagnostics import Fix, Severity
from citewell.model.article import Article
from citewell.model.inlines import Citation, Intent
from citewell.model.source_location import Span
from citewell.rules.rule import Finding, article_rule, tidying

_STRAY: Final = (",", ".", ":", ";", "-", "/")


@tidying
@article_rule("CIT020", Severity.WARNING)
def rule(numbered: NumberedArticle, _context: ArticleContext) -> Iterator[Finding]:
    """Every citation whose items can be sorted without touching anything else."""
    for citation in citations_in_text(numbered.article):
        numbers = [mark.entry.number for mark in _marks(numbered, citation)]
        if len(numbers) < len(citation.items) or numbers == sorted(numbers) or _has_words(citation):
            continue
        fix = _sorted(numbered.article, citation, numbers)
        if fix is not None:
            yield Finding(fix.location, "the sources are not in the order of their numbers", fix.title, fix)


def _marks(numbered: NumberedArticle, citation: Citation) -> Iterator[Mark]:
    return (mark for item in citation.items if (mark := numbered.mark(item)) is not None)


def _has_words(citation: Citation) -> bool:
    """Whether words belong to a source, or, before the first, to the claim: sorting would part them."""
    return citation.certainty is not None or any(
        item.prefix or item.suffix or item.intent is not Intent.SUPPORTS for item in citation.items
    )


def _sorted(article: Article, citation: Citation, numbers: list[int]) -> Fix | None:
    """The items in the order of their numbers, with the characters between them where they were.

    ``None`` over several lines, or when an item ends in a character that may mean something else in another place.
    """
    spans = list(_spans(article, citation))
    text = article.source.text
    whole = Span(spans[0].start, spans[-1].end)
    if "\n" in text[whole.start : whole.end]:
        return None
    order = sorted(range(len(spans)), key=lambda position: numbers[position])
    items = [text[spans[position].start : spans[position].end] for position in order]
    if any(item.endswith(_STRAY) for item in items):
        return None
    between = [text[one.end : other.start] for one, other in pairwise(spans)]
    written = "".join(part for pair in zip(items, [*between, ""], strict=True) for part in pair)
    return Fix("sort them", article.locate(whole), written)


def _spans(article: Article, citation: Citation) -> Iterator[Span]:
    """The span of each item, with its locator and quote. Without a prefix, a semicolon and spaces come before it."""
    text = article.source.text
    starts = [item.span.start - item.suppress_author for item in citation.items]
    ends = [*(text.rindex(";", 0, start) for start in starts[1:]), citation.span.end - 1]
    for start, end in zip(starts, ends, strict=True):
        yield Span(start, start + len(text[start:end].rstrip()))
