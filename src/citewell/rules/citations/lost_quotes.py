"""Pinned words that are not on the page: something like them is there, or nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from citewell.article_context import ArticleContext
from citewell.citations.number import NumberedArticle
from citewell.citations.pinned_quotes import find_pinned_quotes
from citewell.citations.quote_difference import describe_difference
from citewell.messages.days import day
from citewell.model.evidence import LockedQuote, QuoteVerdict
from citewell.rules.citations.quoting import in_marks
from citewell.rules.rule import Finding, Rule, article_rule, describe_rule


def _make_quote_rule(code: str, verdict: QuoteVerdict, describe: Callable[[LockedQuote], tuple[str, str]]) -> Rule:
    """A rule about pinned words with one verdict; ``describe`` gives what follows the key, and the hint."""

    @article_rule(code)
    def rule(numbered: NumberedArticle, context: ArticleContext) -> Iterator[Finding]:
        for pin in find_pinned_quotes(numbered.article, context.bibliography):
            locked = context.known.get(pin.reference.key)
            found = locked.quote(pin.text) if locked and pin.text else None
            if found is not None and found.verdict is verdict:
                message, hint = describe(found)
                place = numbered.article.locate(pin.item.span)
                yield Finding(place, f'"{pin.reference.key}" does not say {in_marks(found.text)}{message}', hint)

    return rule


def _describe_changed(found: LockedQuote) -> tuple[str, str]:
    difference = describe_difference(found.text, found.says)
    hint = "check that the sentence is still right, then pin the words of the page"
    message = f", but {in_marks(found.says)}: checked on {day(found.checked)}"
    return message, f"{difference}; {hint}" if difference else hint


def _describe_missing(found: LockedQuote) -> tuple[str, str]:
    message = f": not found on {day(found.checked)}"
    return message, "pin words that are there, or cite the work that contains these"


_CIT026: Final = """
The page no longer has the pinned words of a citation, but something similar.

Pinned words (`[@key "the words"]`, or a quote with a name) are the part of a source that supports a statement. If the
page says "seldom" where the quote says "often", the statement may be wrong: the page was rewritten, or the words were
not copied exactly.

Fix it by reading the page: correct the sentence if it is no longer true, and pin the words that are there now.

Wrong: `[@example-page "is often painless"]`, while the page says "is seldom painless".

Right: `[@example-page "is seldom painless"]`, with a sentence that these words support.
"""

_CIT027: Final = """
The page has neither the pinned words of a citation nor anything similar.

The words were taken from somewhere else, or the page has been rewritten; nothing shows that it supports the statement.

Fix it by reading the page: pin words that are there and support the sentence, cite the work that contains the words, or
delete the sentence.

Wrong: `[@example-page "is often painless"]`, and nothing like these words is on the page.

Right: `[@example-page "most do not hurt"]`, as the page says.
"""

rules: Final = (
    describe_rule(
        _make_quote_rule("CIT026", QuoteVerdict.CHANGED, _describe_changed),
        "quote-changed",
        _CIT026,
    ),
    describe_rule(
        _make_quote_rule("CIT027", QuoteVerdict.MISSING, _describe_missing),
        "quote-missing",
        _CIT027,
    ),
)
