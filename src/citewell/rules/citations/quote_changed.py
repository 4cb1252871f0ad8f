"""The page does not say what a citation pins, but something like it.

Pinned words (`[@key "the words"]`, or a quote with a name) are the part of a source that a statement rests on. When the
page says "seldom" where the quote says "often", the statement may be wrong: the page was rewritten, or the words were
never copied exactly.

Fix it by reading the page: correct the sentence if it does not hold, and pin the words that stand there.

Wrong: `[@example-page "is often painless"]`, while the page says "is seldom painless".

Right: `[@example-page "is seldom painless"]`, with a sentence that these words support.
"""

from __future__ import annotations

from collections.abc import Iterator

from citewell.article_context import ArticleContext
from citewell.citations.number import NumberedArticle
from citewell.citations.pinned_quotes import find_pinned_quotes
from citewell.citations.quote_difference import describe_difference
from citewell.messages.days import day
from citewell.model.evidence import QuoteVerdict
from citewell.rules.citations.quoting import in_marks
from citewell.rules.rule import Finding, article_rule


@article_rule("CIT026")
def rule(numbered: NumberedArticle, context: ArticleContext) -> Iterator[Finding]:
    """Every citation item for whose pinned words others were found; both versions are shown."""
    for pin in find_pinned_quotes(numbered.article, context.bibliography):
        locked = context.known.get(pin.reference.key)
        found = locked.quote(pin.text) if locked and pin.text else None
        if found is not None and found.verdict is QuoteVerdict.CHANGED:
            words = describe_difference(found.text, found.says)
            yield Finding(
                numbered.article.locate(pin.item.span),
                f'"{pin.reference.key}" does not say {in_marks(found.text)}, '
                f"but {in_marks(found.says)}: looked up on {day(found.checked)}",
                (f"{words}; " if words else "") + "see whether the sentence holds, then pin the words of the page",
            )
