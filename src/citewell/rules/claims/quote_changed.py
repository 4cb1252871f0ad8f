"""The page no longer says what a citation pins, but something like it.

Pinned words (`[@key "the words"]`, or a quote with a name) are the part of a source that a statement rests on. When the
page says "seldom" where it said "often", the statement may have become wrong.

Mend it by reading the page again: correct the sentence if it no longer holds, and pin the words as they are now.

Wrong: `[@example-page "is often painless"]`, while the page now says "is seldom painless".

Right: `[@example-page "is seldom painless"]`, with a sentence that these words support.
"""

from __future__ import annotations

from collections.abc import Iterator

from citewell.citations.number import NumberedArticle
from citewell.citations.pinned import pins
from citewell.citations.quote_difference import difference
from citewell.model.evidence import QuoteVerdict
from citewell.rules.claims.words_shown import in_marks
from citewell.rules.rule import Context, Finding, article_rule


@article_rule("CIT026")
def rule(numbered: NumberedArticle, context: Context) -> Iterator[Finding]:
    """Every citation item whose pinned words were found to have changed; both versions are shown."""
    for pin in pins(numbered.article, context.site.bibliography):
        locked = context.known.get(pin.reference.key)
        found = locked.quote(pin.text) if locked and pin.text else None
        if found is not None and found.verdict is QuoteVerdict.CHANGED:
            words = difference(found.text, found.says)
            yield Finding(
                numbered.article.locate(pin.item.span),
                f'on {found.checked} "{pin.reference.key}" no longer said {in_marks(found.text)}, '
                f"but {in_marks(found.says)}",
                (f"{words}; " if words else "")
                + "see whether the sentence still holds, then pin the words as they are now",
            )
