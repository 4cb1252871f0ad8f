"""The page no longer has the pinned words of a citation, but something similar.

Pinned words (`[@key "the words"]`, or a quote with a name) are the part of a source that supports a statement. If the
page says "seldom" where the quote says "often", the statement may be wrong: the page was rewritten, or the words were
not copied exactly.

Fix it by reading the page: correct the sentence if it is no longer true, and pin the words that are there now.

Wrong: `[@example-page "is often painless"]`, while the page says "is seldom painless".

Right: `[@example-page "is seldom painless"]`, with a sentence that these words support.
"""

from __future__ import annotations

from collections.abc import Iterator

from citewell.citations.number import NumberedArticle
from citewell.citations.pinned_quotes import pins
from citewell.citations.quote_difference import difference
from citewell.messages.days import day
from citewell.model.evidence import QuoteVerdict
from citewell.rules.claims.quoting import in_marks
from citewell.rules.rule import Context, Finding, article_rule


@article_rule("CIT026")
def rule(numbered: NumberedArticle, context: Context) -> Iterator[Finding]:
    """Every citation item for whose pinned words others were found; both versions are shown."""
    for pin in pins(numbered.article, context.site.bibliography):
        locked = context.known.get(pin.reference.key)
        found = locked.quote(pin.text) if locked and pin.text else None
        if found is not None and found.verdict is QuoteVerdict.CHANGED:
            words = difference(found.text, found.says)
            yield Finding(
                numbered.article.locate(pin.item.span),
                f'"{pin.reference.key}" does not say {in_marks(found.text)}, '
                f"but {in_marks(found.says)}: checked on {day(found.checked)}",
                (f"{words}; " if words else "")
                + "check that the sentence is still right, then pin the words of the page",
            )
