"""Checking a reference's page: request its address, read the page, look for its pinned quotes."""

from __future__ import annotations

import asyncio
import re
from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from citewell.citations.identifiers.hosts import is_private_host
from citewell.evidence.network.limits import MEBIBYTE
from citewell.evidence.network.response import Answer, Failure, FailureReason, Outcome
from citewell.evidence.pages import titles
from citewell.evidence.pages.site_name import are_only_site_names
from citewell.evidence.quotes.find_quotes import find_quote
from citewell.evidence.quotes.fragments import make_text_fragment
from citewell.evidence.quotes.passages import find_passage
from citewell.model.evidence import LockedQuote, QuoteVerdict

if TYPE_CHECKING:
    from citewell.evidence.network.web import Web
    from citewell.evidence.pages.page_text import PageText
    from citewell.evidence.pages.reader import Reader
    from citewell.evidence.resolve_jobs import ResolveJob, WorkLink

_USUAL: Final = MEBIBYTE  # bytes; hardly any page has more, and forty of them arrive at a time
_LONG: Final = 5 * MEBIBYTE
_DOCUMENT: Final = 20 * MEBIBYTE  # a guideline with pictures
#: HTML's own way to send a browser on (the living standard, "refresh"); stops on the way to a publisher use it.
_LEADS_ON: Final = re.compile(rb"<meta[^>]{1,200}http-equiv\s*=\s*[\"']?refresh\b[^>]{1,200}\burl\s*=", re.IGNORECASE)
_HEAD: Final = 65_536  # bytes in which it may occur
_PATIENCE: Final = 30.0  # seconds for one of those
_AT_ONCE: Final = 64  # pages that may be in memory before they are read; one a host


@dataclass(frozen=True, slots=True)
class PageCheck:
    """The result of checking a page. ``page`` has no text and ``outcome`` no body: there may be a thousand at once.

    ``leads_on`` says that the page sends browsers to another, where we do not follow.
    """

    link: WorkLink
    outcome: Outcome
    page: PageText | None = None
    match: int | None = None
    leads_on: bool = False
    quotes: tuple[LockedQuote, ...] = ()

    @property
    def address(self) -> str:
        """Where the page is: the address that was asked, or for an identifier's the one that answered."""
        return (
            self.outcome.final_url if self.link.identifier and isinstance(self.outcome, Answer) else self.link.address
        )

    @property
    def refused(self) -> bool:
        """Whether the address is not safe, and was not asked."""
        return isinstance(self.outcome, Failure) and self.outcome.reason is FailureReason.UNSAFE

    @property
    def private(self) -> bool:
        """Whether the page is in a private network."""
        return is_private_host(urlsplit(self.link.address).hostname or "")


class PageChecker:
    """Checks pages; a long one is fetched again as a whole, one at a time, because each takes much memory."""

    def __init__(self, web: Web, reader: Reader, today: date) -> None:
        self._web = web
        self._reader = reader
        self._today = today
        self._turns: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._places = asyncio.Semaphore(_AT_ONCE)
        self._long = asyncio.Semaphore(1)

    async def check(self, job: ResolveJob) -> PageCheck | None:
        """Check the page of a reference, if it has an address."""
        link = job.link
        if link is None:
            return None
        async with self._turns[link.host], self._places:
            outcome = await self._web.get(link.address, most=_USUAL)
            if isinstance(outcome, Answer) and outcome.cut:
                most = _DOCUMENT if "pdf" in outcome.headers.get("content-type", "") else _LONG
                del outcome  # it would wait beside the whole
                async with self._long:
                    whole = await self._web.get(link.address, most=most, within=_PATIENCE)
                    return await self._read_answer(job, link, whole)
            return await self._read_answer(job, link, outcome)

    async def _read_answer(self, job: ResolveJob, link: WorkLink, answer: Outcome) -> PageCheck:
        if not isinstance(answer, Answer):
            return PageCheck(link, answer)
        page = await self._reader.read(answer)
        bare = replace(answer, body=b"")
        if page is None:
            return PageCheck(link, bare)
        match = _match_title(job, page, answer)
        whole = page.text and not (page.challenge or page.missing or page.instead or page.shell or page.scanned)
        readable = job.quotes and whole and 200 <= answer.status < 300
        quotes = await asyncio.to_thread(self._find_quotes, job, page) if readable else ()
        if answer.cut:
            quotes = tuple(quote for quote in quotes if quote.verdict is QuoteVerdict.FOUND)
        leads_on = bool(_LEADS_ON.search(answer.body, 0, _HEAD))
        return PageCheck(link, bare, _drop_text(page), match, leads_on, quotes)

    def _find_quotes(self, job: ResolveJob, page: PageText) -> tuple[LockedQuote, ...]:
        """Find the pinned quotes; in a thread, because a long text takes time and other pages should not wait."""
        return tuple(_add_place(find_quote(words, page.text, self._today), page) for words in job.quotes)


def _match_title(job: ResolveJob, page: PageText, answer: Answer) -> int | None:
    """How much of the reference's title is found, in per cent; ``None`` if the page has only the name of its site."""
    match = titles.match_title(job.reference.title, page)
    other = match is not None and match < titles.OTHER
    return None if other and are_only_site_names(page.titles, answer.final_url, job.reference) else match


def _drop_text(page: PageText) -> PageText:
    """A page without its text, and titles without characters that control a terminal or reverse a line."""
    titles = ("".join(filter(str.isprintable, title)) for title in page.titles)
    return replace(page, text="", titles=tuple(title for title in titles if title))


def _add_place(quote: LockedQuote, page: PageText) -> LockedQuote:
    """A quote with what to append to the page's address, and with the words around it."""
    if quote.verdict is not QuoteVerdict.FOUND:
        return quote
    fragment = make_text_fragment(quote.text, page.text) if page.kind == "html" else ""
    return replace(quote, fragment=fragment, passage=find_passage(quote.text, page.text))
