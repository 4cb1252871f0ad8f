"""Words of a source that a page pins: shown under the entry, with a link that lands on them where they were found."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from citewell.citations.number import BibliographyEntry
from citewell.citations.pinned import pinned_words
from citewell.markup import Markup, element
from citewell.model.evidence import BAD, LOST, LockedQuote, LockedReference, QuoteVerdict, plain_quote
from citewell.render import evidence_words as words
from citewell.render.html import linked
from citewell.render.lines import stacked
from citewell.render.standing import is_web_address

_SAID: Final[Mapping[QuoteVerdict | None, str]] = {
    None: words.NOT_SEEN,
    QuoteVerdict.UNREAD: words.NOT_READ,
    QuoteVerdict.MISSING: words.MISSING,
    QuoteVerdict.CHANGED: words.MISSING,
}


def quotes(entry: BibliographyEntry, locked: LockedReference | None, href: str | None) -> Markup | None:
    """The words that the uses of a source pin, each once; ``href`` is the address of the work."""
    return _listed(((said, locked.quote(said) if locked else None) for said in _pinned([entry])), locked, href)


def lost_quotes(entries: Iterable[BibliographyEntry], locked: LockedReference) -> tuple[LockedQuote, ...]:
    """The words of a source that these uses of it pin, and that do not stand there."""
    known = (locked.quote(said) for said in _pinned(entries))
    return tuple(quote for quote in known if quote and quote.verdict in LOST)


def show(lost: Iterable[LockedQuote], locked: LockedReference, href: str | None) -> Markup | None:
    """Pinned words with what is known of them; ``None`` without any."""
    return _listed(((quote.text, quote) for quote in lost), locked, href)


def _pinned(entries: Iterable[BibliographyEntry]) -> Iterable[str]:
    pinned = (pinned_words(use.item, entry.reference) for entry in entries for use in entry.uses)
    return {plain_quote(said): said for said in pinned if said}.values()


def _listed(
    pairs: Iterable[tuple[str, LockedQuote | None]], locked: LockedReference | None, href: str | None
) -> Markup | None:
    gone = locked is not None and locked.verdict in BAD  # a link would land on something else
    address = "" if gone else (locked.final_url if locked else "") or href or ""
    shown = stacked(*(_quote(said, found, address) for said, found in pairs))
    return element("div", shown, class_="quotes") if shown else None


def _quote(said: str, found: LockedQuote | None, address: str) -> Markup:
    # Words from right to left, and the stop behind them, keep their order within our marks.
    words_said = element("p", "“", element("bdi", said), "”")
    block = element("blockquote", words_said, cite=address if is_web_address(address) else None)
    return stacked(block, element("p", *_standing(found, address), class_="seen"))


def _standing(found: LockedQuote | None, address: str) -> tuple[Markup | str, ...]:
    """Whether the words were found: the link to them, or what is known instead."""
    if found is None or found.verdict is not QuoteVerdict.FOUND:
        said = element("span", _SAID[found.verdict if found else None], class_="unchecked")
        if not (found and found.says):
            return (said,)
        # The page's own words are set apart: those from right to left must not turn round ours.
        return said, " ", element("span", words.THE_PAGE_SAYS, " “", element("bdi", found.says), "”.")
    words_there = address.partition("#")[0] + found.fragment
    if found.fragment.startswith("#") and is_web_address(words_there):
        return (linked(words_there, words.SEE_THE_WORDS),)
    return (element("span", words.found(found.checked), class_="checked"),)
