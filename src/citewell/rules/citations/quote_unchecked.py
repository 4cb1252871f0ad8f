"""A citation pins words that have not been compared with the page yet.

Until a program or a person has found the words there, nobody knows whether they are right. It is a warning, and an
error with `--release`. It is an error at once in two cases:

- Very similar words were found in this reference, with one word changed, added or missing: probably a mistake. Pinning
  more or fewer of the same words, at the beginning or end, is not an error.
- These exact words were found in another reference, and never looked for in this one: the key is probably wrong.

If the page could not be read because it blocks programs, it stays a warning. Open the page and compare the words
yourself; then say so under `accepted:` of the reference, with `finding: unread-quote`.

Fix it with `citewell refs resolve KEY`, which looks for the words, or by correcting the words or the key.

Wrong: `[@example-page "is rarely painless"]`, while "is often painless" was found on the page.

Right: `[@example-page "is often painless"]`, and `citewell refs resolve` has run since.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Final

from citewell.citations.acceptance import is_compared_by_hand
from citewell.citations.quote_difference import describe_difference
from citewell.citations.quote_likeness import are_alike
from citewell.diagnostics import Severity
from citewell.messages.days import day
from citewell.model.evidence import LockedQuote, LockedReference, QuoteVerdict, normalise_quote
from citewell.model.facts import Pin
from citewell.model.site import Site
from citewell.rules.citations.quoting import in_marks
from citewell.rules.poison import rests_on_names
from citewell.rules.rule import Finding, SiteContext, site_rule

_MOST_COMPARED: Final = 100  # quotes of one work; nobody pins as many
_BY_HAND: Final = (
    "open the page and compare the words yourself; "
    'then say so under "accepted:" of the reference, with finding: unread-quote'
)

_LOCK_READ: Final = (rests_on_names("references.lock"),)


@site_rule("CIT028", Severity.WARNING, at_release=Severity.ERROR)
def rule(site: Site, context: SiteContext) -> Iterator[Finding]:
    """Every citation item with words of which nothing is known, or that could not be compared."""
    elsewhere = _found_quotes(site)
    for pin in (pin for document in context.facts.documents for pin in document.pins if pin.resolved and pin.text):
        locked = context.known.get(pin.key)
        known = locked.quote(pin.text) if locked and pin.text else None
        unread = known is not None and known.verdict is QuoteVerdict.UNREAD
        by_hand = unread and is_compared_by_hand(site.bibliography.references[pin.key])
        if pin.text and (known is None or unread) and not by_hand:
            message, hint, severity = _words(pin, pin.text, known, site, elsewhere)
            yield Finding(pin.location, message, hint, severity=severity, premises=_LOCK_READ)


def _words(
    pin: Pin, text: str, known: LockedQuote | None, site: Site, elsewhere: Mapping[str, str]
) -> tuple[str, str, Severity | None]:
    """Message, hint, and the severity if it is not the usual one."""
    key, words = pin.key, in_marks(text)
    if known is not None:
        message = f'{words} could not be compared with "{key}" on {day(known.checked)}: its text could not be read'
        return message, _BY_HAND, Severity.WARNING
    again = f"citewell refs resolve {key}"
    near = _version_found(site.lock.references.get(key), text)
    if near is not None:
        message = f'{words} was not looked for in "{key}", but {in_marks(near.text)} was'
        change = describe_difference(text, near.text, "the words in the last check were")
        hint = f"correct the words, or, if they are right now, run {again}"
        return message, f"{change}; {hint}" if change else hint, Severity.ERROR
    other = elsewhere.get(normalise_quote(text))
    if other is not None and other != key:
        message = f'{words} was found in "{other}", but never looked for in "{key}"'
        return message, f'cite "{other}" for it; if the words are in "{key}" too, run {again}', Severity.ERROR
    return f'{words} has not been looked for in "{key}" yet', f"run {again}", None


def _version_found(before: LockedReference | None, text: str) -> LockedQuote | None:
    """Words found in a reference of which a pin seems to be a version with a word changed."""
    found = (quote for quote in before.quotes if quote.verdict is QuoteVerdict.FOUND) if before else ()
    return next((quote for quote in islice(found, _MOST_COMPARED) if are_alike(quote.text, text)), None)


def _found_quotes(site: Site) -> Mapping[str, str]:
    """The reference in which each pinned quote was found, by its words."""
    return {
        normalise_quote(quote.text): key
        for key, locked in site.lock.references.items()
        for quote in locked.quotes
        if quote.verdict is QuoteVerdict.FOUND and key in site.bibliography.references
    }
