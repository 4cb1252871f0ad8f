"""Words of a source that a page pins: shown under the entry, with a link that lands on them where they were found."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from citewell.citations.number import BibliographyEntry
from citewell.citations.pinned_quotes import find_pinned_words
from citewell.markup import Markup, element
from citewell.messages import Words
from citewell.model.evidence import BAD, LOST, LockedQuote, LockedReference, QuoteVerdict, normalise_quote
from citewell.model.references import Reference
from citewell.render.language_spans import in_language
from citewell.render.layout import stacked
from citewell.render.reference_status import is_web_address
from citewell.render.running_text import linked

_SAID: Final[Mapping[QuoteVerdict | None, str]] = {
    None: "quote.not_seen",
    QuoteVerdict.UNREAD: "quote.not_read",
    QuoteVerdict.MISSING: "quote.missing",
    QuoteVerdict.CHANGED: "quote.missing",
}


def quotes(entry: BibliographyEntry, locked: LockedReference | None, href: str | None, words: Words) -> Markup | None:
    """The words that the uses of a source pin, each once; ``href`` is the address of the work."""
    pairs = ((said, locked.quote(said) if locked else None) for said in _pinned(entry))
    return _listed(pairs, entry.reference, locked, href, words)


def quote_positions(entry: BibliographyEntry) -> Mapping[str, int]:
    """Which of the words shown under an entry (from 0) each use pins, by the use's id; those that pin none left out."""
    shown = {normalise_quote(said): position for position, said in enumerate(_pinned(entry))}
    pinned = ((use.id, find_pinned_words(use.item, entry.reference)) for use in entry.uses)
    return {use: shown[normalise_quote(said)] for use, said in pinned if said}


def lost_quotes(pinned: Iterable[str], locked: LockedReference) -> tuple[LockedQuote, ...]:
    """Those of the words pinned to a source that are no longer there."""
    known = (locked.quote(said) for said in {normalise_quote(said): said for said in pinned}.values())
    return tuple(quote for quote in known if quote and quote.verdict in LOST)


def show(
    lost: Iterable[LockedQuote], reference: Reference, locked: LockedReference, href: str | None, words: Words
) -> Markup | None:
    """Pinned words with what is known of them; ``None`` without any."""
    return _listed(((quote.text, quote) for quote in lost), reference, locked, href, words)


def _pinned(entry: BibliographyEntry) -> Iterable[str]:
    pinned = (find_pinned_words(use.item, entry.reference) for use in entry.uses)
    return {normalise_quote(said): said for said in pinned if said}.values()


def _listed(
    pairs: Iterable[tuple[str, LockedQuote | None]],
    reference: Reference,
    locked: LockedReference | None,
    href: str | None,
    words: Words,
) -> Markup | None:
    gone = locked is not None and locked.verdict in BAD  # a link would land on something else
    address = "" if gone else (locked.final_url if locked else "") or href or ""
    language = reference.fields.get("language", "")
    shown = stacked(*(_quote(said, language, found, address, words) for said, found in pairs))
    return element("div", shown, class_="quotes") if shown else None


def _quote(said: str, language: str, found: LockedQuote | None, address: str, words: Words) -> Markup:
    # Words from right to left, and the full stop after them, keep their order within our marks.
    apart = in_language(said, language, words, apart=True)
    words_said = element("p", words.marked("quote.words", words=apart))
    block = element("blockquote", words_said, cite=address if is_web_address(address) else None)
    return stacked(block, element("p", *_describe_match(found, address, words), class_="seen"))


def _describe_match(found: LockedQuote | None, address: str, words: Words) -> tuple[Markup | str, ...]:
    """Whether the words were found: the link to them, or what is known instead."""
    if found is None or found.verdict is not QuoteVerdict.FOUND:
        said = element("span", words(_SAID[found.verdict if found else None]), class_="unchecked")
        if not (found and found.says):
            return (said,)
        # The page's own words are set apart: those from right to left must not turn round ours.
        return said, " ", element("span", words.marked("quote.page_says", words=element("bdi", found.says)))
    words_there = address.partition("#")[0] + found.fragment
    if found.fragment.startswith("#") and is_web_address(words_there):
        return (linked(words_there, words("quote.see")),)
    return (element("span", words("quote.found", day=words.day(found.checked)), class_="checked"),)
