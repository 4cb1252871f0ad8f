"""What the services say of a reference: under which title they know its identifiers, and what was said of it since."""

from __future__ import annotations

from asyncio import Task
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from citewell.evidence.pages.page_text import PageText
from citewell.evidence.pages.titles import match
from citewell.evidence.resolve_jobs import Subject, label
from citewell.evidence.services import crossref, doi, open_library, pubmed
from citewell.evidence.services.results import Absent, Found, LookUp
from citewell.evidence.verdicts.observation import ServiceRecord
from citewell.model.evidence import Notice
from citewell.model.references import IdentifierKind

if TYPE_CHECKING:
    from citewell.evidence.services.json_api import Asks


@dataclass(frozen=True, slots=True)
class Services:
    """The services of a run: their addresses by name, and the records of all its PMIDs, asked for at once."""

    web: Asks
    addresses: Mapping[str, str]
    contact: str
    pubmed: Task[dict[str, LookUp]]


@dataclass(slots=True)
class Told:
    """What the services told of one reference.

    ``silent`` are those that could not be asked, and why; ``unaware`` those that know no such work, and so take back
    nothing that they once said of it. ``unread`` are the DOIs of notices whose own records could not be read today.
    ``reinstated`` is the day on which a retracted work was.
    """

    said: list[ServiceRecord] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    silent: dict[str, str] = field(default_factory=dict)
    unaware: set[str] = field(default_factory=set)
    unread: set[str] = field(default_factory=set)
    reinstated: str = ""

    def add(self, service: str, subject: Subject, identifier: str, result: LookUp, complete: bool = True) -> None:
        """Take in what a service answered about an identifier."""
        if isinstance(result, Found):
            self.notices += result.notices
            self.unread |= result.unread
            page = PageText("other", (result.title,), language=str(result.item.get("language", "")).lower())
            found = match(subject.reference.title, page) if result.title else None
            self.said.append(ServiceRecord(service, identifier, result.title, found))
        elif isinstance(result, Absent):
            self.unaware.add(service)
            self.said.append(ServiceRecord(service, identifier, None, complete=complete))
        else:
            self.silent[service] = result.reason


async def ask_services(services: Services, subject: Subject) -> Told:
    """Ask each service that may know the reference, one after the other: they have few queues anyway."""
    told = Told()
    await _ask_about_doi(services, subject, told)
    await _ask_about_pubmed(services, subject, told)
    isbn = subject.identifier(IdentifierKind.ISBN)
    if isbn and not subject.link and not told.said:
        found = await open_library.look_up(services.web, services.addresses["openlibrary"], isbn)
        told.add(open_library.NAME, subject, label(IdentifierKind.ISBN, isbn), found, complete=False)
    return told


async def _ask_about_doi(services: Services, subject: Subject, told: Told) -> None:
    """Crossref knows most DOIs of journals and what became of their works; of others doi.org knows who does."""
    value = subject.identifier(IdentifierKind.DOI)
    if not value:
        return
    named = label(IdentifierKind.DOI, value)
    found = await crossref.look_up(services.web, services.addresses["crossref"], value, services.contact)
    if isinstance(found, Absent):
        found = await doi.look_up(services.web, services.addresses["doi"], value)
        told.add(doi.NAME, subject, named, found)
        if not isinstance(found, Found):
            told.unaware.add(crossref.NAME)
    else:
        told.add(crossref.NAME, subject, named, found)


async def _ask_about_pubmed(services: Services, subject: Subject, told: Told) -> None:
    pmid, pmcid = subject.identifier(IdentifierKind.PMID), subject.identifier(IdentifierKind.PMCID)
    if pmid:
        found = (await services.pubmed)[pmid]
        told.add(pubmed.NAME, subject, label(IdentifierKind.PMID, pmid), found)
    elif pmcid:
        base = services.addresses["pubmed"]
        found = await pubmed.look_up_pmcid(services.web, base, pmcid, services.contact)
        told.add(pubmed.NAME, subject, label(IdentifierKind.PMCID, pmcid), found)
