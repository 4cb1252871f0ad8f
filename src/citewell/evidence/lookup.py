"""Looking up a work by an identifier or an address: one item, from all services that know the work."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Collection, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from citewell.citations.identifiers import parse_identifier
from citewell.citations.titles import is_translated
from citewell.evidence.items.normalise import Item, fill_gaps, normalise_item, sort_variables
from citewell.evidence.lookup_request import LookupRequest
from citewell.evidence.network.response import Answer, Failure
from citewell.evidence.network.web import Web
from citewell.evidence.pages.page_text import PageText
from citewell.evidence.pages.reader import Reader
from citewell.evidence.service_api.results import KnownWork, Unavailable
from citewell.evidence.service_api.service import Gives, Service
from citewell.evidence.service_set import ServiceAnswer, ServiceSet
from citewell.evidence.verdicts.home_page import leads_home
from citewell.evidence.verdicts.http_status import StatusMeaning, interpret_status
from citewell.model.evidence import Notice
from citewell.model.references import KINDS, IdentifierKind
from citewell.model.site import Settings

_WITH_TITLE: Final = ("title", "original-title", "language")
"""What PubMed knows best of a work that is not in English; Crossref's language is often that of the description."""


@dataclass(frozen=True, slots=True)
class LookupResult:
    """The result of a request: an item without an id, or ``None`` and the reason, a clause in plain words.

    ``notices`` are those published about the work since; ``silent`` are the reasons why services did not answer.
    """

    request: LookupRequest
    item: Item | None = None
    reason: str = ""
    notices: tuple[Notice, ...] = ()
    silent: tuple[str, ...] = ()


async def look_up_all(
    requests: Iterable[LookupRequest], settings: Settings, root: Path, cache: Path, today: date
) -> list[LookupResult]:
    """Look up works; one result for each request, in order. Never raises for what the web does.

    ``root`` is the project's folder, ``cache`` the one for pages; ``today`` becomes the day a page was visited.
    """
    async with _open_lookup(settings, root, cache, today) as each:
        return list(await asyncio.gather(*(each.look_up(one) for one in requests)))


@asynccontextmanager
async def _open_lookup(settings: Settings, root: Path, cache: Path, today: date) -> AsyncIterator[_Lookup]:
    async with Web(settings.evidence, settings.contact, cache) as web, Reader(processes=1) as reader:
        yield _Lookup(web, reader, ServiceSet.open(web, settings, today, root), today)


@dataclass(slots=True)
class _Lookup:
    """Looks up works with the services of one site."""

    web: Web
    reader: Reader
    services: ServiceSet
    today: date

    async def look_up(self, request: LookupRequest) -> LookupResult:
        return await (
            self._look_up_page(request) if request.kind is IdentifierKind.URL else self._look_up_work(request)
        )

    async def _look_up_work(self, request: LookupRequest) -> LookupResult:
        """A work with an identifier: a service that knows it may name the DOI by which others know more."""
        records, details = await self._ask_about(request.kind, request.value)
        first = next((each.result for each in records if isinstance(each.result, KnownWork)), None)
        own = parse_identifier(IdentifierKind.DOI, first.item.get("DOI", "")) if first else None
        if own and request.kind is not IdentifierKind.DOI:
            more = await self._ask_about(IdentifierKind.DOI, own, [each.service for each in (*records, *details)])
            details += [*more[0], *more[1]]
        return _merge_answers(request, records, details)

    async def _ask_about(
        self, kind: IdentifierKind, value: str, already: Collection[Service] = ()
    ) -> tuple[list[ServiceAnswer], list[ServiceAnswer]]:
        """Answers from services that have the record of an identifier, and from those that add details."""
        records = await self.services.find_record(kind, value, already, past_silence=True)
        adding = (each for each in self.services.list_giving(Gives.DETAILS, kind) if each not in already)
        details = [ServiceAnswer(each, await each.look_up(kind, value)) for each in adding]
        return [_refuse_other_work(each, kind, value) for each in records], details

    async def _look_up_page(self, request: LookupRequest) -> LookupResult:
        """A page by its own metadata; if that names a DOI, also by the services' records."""
        answer = await self.web.get(request.value)
        refusal = _explain_refusal(answer)
        if refusal or not isinstance(answer, Answer):
            return LookupResult(request, reason=refusal)
        page_text = await self.reader.read(answer)
        hidden = _explain_hidden_page(page_text) if page_text else ""
        if hidden:
            return LookupResult(request, reason=hidden)
        item = await self.reader.item(answer)
        if not item or not item.get("title"):
            return LookupResult(request, reason="the page has no title, or could not be read")
        page = normalise_item({**item, "URL": _choose_lasting_address(answer)}).item
        own = parse_identifier(IdentifierKind.DOI, page.get("DOI", ""))
        if own:
            paper = await self._look_up_work(LookupRequest(IdentifierKind.DOI, own))
            if paper.item:
                whole = fill_gaps({**paper.item, "URL": page["URL"]}, [page])
                return LookupResult(request, whole, notices=paper.notices, silent=paper.silent)
        return LookupResult(request, sort_variables({**page, "accessed": self.today.isoformat()}))


def _merge_answers(request: LookupRequest, records: list[ServiceAnswer], details: list[ServiceAnswer]) -> LookupResult:
    """One item from the answers of several services; earlier answers take precedence."""
    results = [each.result for each in (*records, *details)]
    known = [result for result in results if isinstance(result, KnownWork)]
    found = [result for result in known if result.title]
    silent = tuple(result.reason for result in results if isinstance(result, Unavailable))
    if not found:
        why = "the work is known, but not its title" if known else _explain_absence(request.kind, records)
        return LookupResult(request, reason="; ".join(dict.fromkeys(silent)) or why)
    kind = next((one.kind for one in reversed(found) if one.kind in KINDS), None)
    first, *others = (normalise_item({**one.item, "custom": {"kind": kind}}).item for one in found)
    item = fill_gaps({**first}, others)
    item.setdefault(str(request.kind), request.value)
    item = _add_translation(item, others)
    notices = {(notice.kind, notice.doi or notice.pmid): notice for one in reversed(found) for notice in one.notices}
    return LookupResult(request, sort_variables(item), notices=tuple(notices.values()), silent=silent)


def _explain_absence(kind: IdentifierKind, records: list[ServiceAnswer]) -> str:
    """Which services do not know an identifier, as a clause."""
    names = [each.service.NAME for each in records]
    if len(names) == 1:
        return f"{names[0]} does not know this {kind}"
    if len(names) == 2:
        return f"neither {names[0]} nor {names[1]} knows this {kind}"
    return f"none of {', '.join(names[:-1])} and {names[-1]} knows this {kind}"


def _add_translation(item: Item, others: Iterable[Item]) -> Item:
    """An item with PubMed's translated title, in brackets, and its own title as the original's."""
    other = next((one for one in others if is_translated(one.get("title", ""))), None)
    if other is None or is_translated(item.get("title", "")):
        return item
    original = {"original-title": item["title"]} if item["title"] not in other["title"] else {}
    return normalise_item({**item, **original, **{name: other[name] for name in _WITH_TITLE if name in other}}).item


def _refuse_other_work(answer: ServiceAnswer, kind: IdentifierKind, value: str) -> ServiceAnswer:
    """An answer about a DOI, unless it is the record of another one."""
    service, result = answer
    if kind is not IdentifierKind.DOI or not isinstance(result, KnownWork):
        return answer
    other = parse_identifier(kind, result.item.get("DOI", ""))
    if other is None or other == value:
        return answer
    reason = f"{service.NAME} answered with doi:{other} instead; ask for that if it is the work you mean"
    return ServiceAnswer(service, Unavailable(reason))


def _explain_refusal(outcome: Answer | Failure) -> str:
    """Why nothing can be learnt from a response, or ""."""
    if isinstance(outcome, Failure):
        return outcome.detail or "the page did not answer"
    if interpret_status(outcome) is StatusMeaning.KEPT_OUT:
        return f"the site does not show the page to programs (status {outcome.status}); it may well be there"
    if outcome.status != 200:
        return f"the page answered with status {outcome.status}"
    if leads_home(outcome):
        return f"the address leads to the home page {outcome.final_url} now"
    return ""


def _explain_hidden_page(page: PageText) -> str:
    """Why a page that answered is not the requested one, or ""."""
    if page.challenge:
        return "the site first checks that a person is reading, so programs cannot read it"
    if page.instead:
        return "the site shows a question or a notice in place of the page, so programs cannot read it"
    return f'the page says that it does not exist: "{page.missing}"' if page.missing else ""


def _choose_lasting_address(answer: Answer) -> str:
    """The address to keep: the new one if the page has moved permanently, else the requested one."""
    return answer.final_url if answer.permanent else answer.address
