"""What is known of a work that is asked for by an identifier or an address, from all who know it, as one item."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from citewell.citations.identifiers import parse_identifier
from citewell.citations.titles import is_translated
from citewell.evidence.items.normalise import Item, filled, in_order, tidy
from citewell.evidence.lookup_request import Asked
from citewell.evidence.network.response import Answer, Failure
from citewell.evidence.network.web import Web
from citewell.evidence.pages.page_text import PageText
from citewell.evidence.pages.reader import Reader
from citewell.evidence.services import crossref, doi, open_library, pubmed, pubmed_search
from citewell.evidence.services.addresses import service_address
from citewell.evidence.services.results import Absent, Found, LookUp, Unavailable
from citewell.evidence.verdicts.home_page import leads_home
from citewell.evidence.verdicts.http_status import Sign, sign
from citewell.model.evidence import Notice
from citewell.model.references import KINDS, IdentifierKind
from citewell.model.site import Settings

_WITH_TITLE: Final = ("title", "original-title", "language")
"""What PubMed knows best of a work that is not in English; Crossref's language is often that of the description."""


@dataclass(frozen=True, slots=True)
class LookedUp:
    """What came of a request: an item without an id, or none and the reason, a clause in plain words.

    ``notices`` are what was said of the work afterwards; ``silent`` are services that could not say more, with why.
    """

    asked: Asked
    item: Item | None = None
    reason: str = ""
    notices: tuple[Notice, ...] = ()
    silent: tuple[str, ...] = ()


async def look_up_all(asked: Iterable[Asked], settings: Settings, cache: Path | None, today: date) -> list[LookedUp]:
    """Look works up, in the order asked; ``today`` is when a page was visited. Never raises for what the web does."""
    async with _asking(settings, cache, today) as each:
        return list(await asyncio.gather(*(each.look_up(one) for one in asked)))


@asynccontextmanager
async def _asking(settings: Settings, cache: Path | None, today: date) -> AsyncIterator[_Asking]:
    async with Web(settings.evidence, settings.contact, cache) as web, Reader(processes=1) as reader:
        yield _Asking(web, reader, settings, today)


@dataclass(slots=True)
class _Asking:
    """Asks the services of one site."""

    web: Web
    reader: Reader
    settings: Settings
    today: date

    async def look_up(self, asked: Asked) -> LookedUp:
        match asked.kind:
            case IdentifierKind.URL:
                return await self._page(asked)
            case IdentifierKind.ISBN:
                found = await open_library.look_up(self.web, self._at("openlibrary"), asked.value)
                return self._merged(asked, [found], "Open Library has no such book")
            case _:
                return await self._paper(asked)

    async def _paper(self, asked: Asked) -> LookedUp:
        """A work with a DOI, PMID or PMCID: each service that knows it may name what another needs."""
        base, contact = self._at("pubmed"), self.settings.contact
        if asked.kind is IdentifierKind.DOI:
            said = [await self._doi(asked.value), await pubmed_search.look_up_doi(self.web, base, asked.value, contact)]
            return self._merged(asked, said, "neither Crossref nor doi.org knows this DOI")
        look_up = pubmed.look_up if asked.kind is IdentifierKind.PMID else pubmed.look_up_pmcid
        first = await look_up(self.web, base, asked.value, contact)
        said = [first]
        if isinstance(first, Found) and (own := parse_identifier(IdentifierKind.DOI, first.item.get("DOI", ""))):
            said.append(await self._doi(own))
        return self._merged(asked, said, f"PubMed knows no {asked.kind} {asked.value}")

    async def _doi(self, value: str) -> LookUp:
        """What Crossref says; of a DOI that it does not know, or while it is silent, what doi.org leads to."""
        found = await crossref.look_up(self.web, self._at("crossref"), value, self.settings.contact)
        if isinstance(found, Found):
            return _of_that(value, found, crossref.NAME)
        return _of_that(value, await doi.look_up(self.web, self._at("doi"), value), doi.NAME)

    async def _page(self, asked: Asked) -> LookedUp:
        """A page by what it says of itself; a work with a DOI by what Crossref says of it, too."""
        answer = await self.web.get(asked.value)
        refusal = _refusal(answer)
        if refusal or not isinstance(answer, Answer):
            return LookedUp(asked, reason=refusal)
        page_text = await self.reader.read(answer)
        hidden = _hidden(page_text) if page_text else ""
        if hidden:
            return LookedUp(asked, reason=hidden)
        item = await self.reader.item(answer)
        if not item or not item.get("title"):
            return LookedUp(asked, reason="the page does not say what it is called, or could not be read")
        page = tidy({**item, "URL": _lasting(answer)}).item
        own = parse_identifier(IdentifierKind.DOI, page.get("DOI", ""))
        if own:
            paper = await self._paper(Asked(IdentifierKind.DOI, own))
            if paper.item:
                whole = filled({**paper.item, "URL": page["URL"]}, [page])
                return LookedUp(asked, whole, notices=paper.notices, silent=paper.silent)
        return LookedUp(asked, in_order({**page, "accessed": self.today.isoformat()}))

    def _merged(self, asked: Asked, said: list[LookUp], absent: str) -> LookedUp:
        """One item of what several said, the first before the others."""
        found = [one for one in said if isinstance(one, Found) and one.title]
        silent = tuple(one.reason for one in said if not isinstance(one, Found | Absent))
        if not found:
            nameless = any(isinstance(one, Found) for one in said)
            why = "the work is known, but not its title" if nameless else absent
            return LookedUp(asked, reason="; ".join(dict.fromkeys(silent)) or why)
        kind = next((one.kind for one in reversed(found) if one.kind in KINDS), None)
        first, *others = (tidy({**one.item, "custom": {"kind": kind}}).item for one in found)
        item = filled({**first}, others)
        item.setdefault(str(asked.kind), asked.value)
        item = _with_translation(item, others)
        notices = {
            (notice.kind, notice.doi or notice.pmid): notice for one in reversed(found) for notice in one.notices
        }
        return LookedUp(asked, in_order(item), notices=tuple(notices.values()), silent=silent)

    def _at(self, service: str) -> str:
        return service_address(self.settings.evidence, service)


def _with_translation(item: Item, others: Iterable[Item]) -> Item:
    """An item with the title that PubMed translated, in brackets, and its own as the original's."""
    other = next((one for one in others if is_translated(one.get("title", ""))), None)
    if other is None or is_translated(item.get("title", "")):
        return item
    original = {"original-title": item["title"]} if item["title"] not in other["title"] else {}
    return tidy({**item, **original, **{name: other[name] for name in _WITH_TITLE if name in other}}).item


def _of_that(value: str, found: LookUp, service: str) -> LookUp:
    """What a service said of a DOI, unless it answered with another's work."""
    theirs = parse_identifier(IdentifierKind.DOI, found.item.get("DOI", "")) if isinstance(found, Found) else None
    if theirs is None or theirs == value:
        return found
    return Unavailable(f"{service} answered with doi:{theirs} instead; ask for that if it is the work you mean")


def _refusal(outcome: Answer | Failure) -> str:
    """Why nothing can be learnt from what came of asking for a page, if so."""
    if isinstance(outcome, Failure):
        return outcome.detail or "the page did not answer"
    if sign(outcome) is Sign.KEPT_OUT:
        return f"the site does not show the page to programs (status {outcome.status}); it may well be there"
    if outcome.status != 200:
        return f"the page answered with status {outcome.status}"
    if leads_home(outcome):
        return f"the address leads to the home page {outcome.final_url} now"
    return ""


def _hidden(page: PageText) -> str:
    """Why a page that answered is not the one that was asked for, if so."""
    if page.challenge:
        return "the site first asks whether a human is looking, so it says nothing to programs"
    if page.instead:
        return "the site shows a question or a notice in place of the page, so it says nothing to programs"
    return f'the page says that it is not there: "{page.missing}"' if page.missing else ""


def _lasting(answer: Answer) -> str:
    """The address to keep: where the page moved for good, else the one that was asked."""
    return answer.final_url if answer.permanent else answer.address
