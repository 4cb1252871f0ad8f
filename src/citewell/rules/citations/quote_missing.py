"""The page does not say what a citation pins, nor anything like it.

Then the words were taken from somewhere else, or the page has been rewritten; nothing shows that it supports the
statement.

Fix it by reading the page: pin words that stand there and support the sentence, cite the work in which the words do
stand, or take the sentence out.

Wrong: `[@example-page "is often painless"]`, and nothing like these words is on the page.

Right: `[@example-page "most do not hurt"]`, as the page says.
"""

from __future__ import annotations

from collections.abc import Iterator

from citewell.article_context import ArticleContext
from citewell.citations.number import NumberedArticle
from citewell.citations.pinned_quotes import find_pinned_quotes
from citewell.messages.days import day
from citewell.model.evidence import QuoteVerdict
from citewell.rules.citations.quoting import in_marks
from citewell.rules.rule import Finding, article_rule


@article_rule("CIT027")
def rule(numbered: NumberedArticle, context: ArticleContext) -> Iterator[Finding]:
    """Every citation item whose pinned words were not found."""
    for pin in find_pinned_quotes(numbered.article, context.bibliography):
        locked = context.known.get(pin.reference.key)
        found = locked.quote(pin.text) if locked and pin.text else None
        if found is not None and found.verdict is QuoteVerdict.MISSING:
            yield Finding(
                numbered.article.locate(pin.item.span),
                f'"{pin.reference.key}" does not say {in_marks(found.text)}: not found on {day(found.checked)}',
                "pin words that stand there, or cite the work in which these do",
            )
