"""What the services know about a reference: the titles its identifiers are registered under, and notices since."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from citewell.evidence.pages.page_text import PageText
from citewell.evidence.pages.titles import match_title
from citewell.evidence.resolve_jobs import label_identifier
from citewell.evidence.service_api.results import Absent, KnownWork, Unavailable
from citewell.evidence.service_api.service import Gives
from citewell.evidence.verdicts.observation import ServiceRecord
from citewell.model.references import IdentifierKind

if TYPE_CHECKING:
    from citewell.evidence.resolve_jobs import ResolveJob
    from citewell.evidence.service_api.service import Service
    from citewell.evidence.service_set import ServiceAnswer, ServiceSet
    from citewell.model.evidence import Notice

_REGISTERED: Final[tuple[IdentifierKind, ...]] = tuple(
    kind for kind in IdentifierKind if kind is not IdentifierKind.URL
)
_LAST_RESORT: Final = IdentifierKind.ISBN
"""Asked only where nothing else is known of a work: the record of an edition says less than any page."""


@dataclass(slots=True)
class ServiceRecords:
    """The services' answers about one reference.

    ``silent`` are those that were unavailable, and why; ``unaware`` those that do not know the work, and so withdraw
    none of their earlier notices. ``unread`` are the DOIs of notices whose own records could not be read today.
    ``reinstated`` is the day on which a retracted work was reinstated, or "".
    """

    records: list[ServiceRecord] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    silent: dict[str, str] = field(default_factory=dict)
    unaware: set[str] = field(default_factory=set)
    unread: set[str] = field(default_factory=set)
    reinstated: str = ""

    def add_record(self, job: ResolveJob, kind: IdentifierKind, answers: list[ServiceAnswer]) -> None:
        """Take in the answers of services that should have the record of an identifier: the decisive one counts."""
        if not answers:
            return
        service, result = _choose_decisive(answers)
        identifier = label_identifier(kind, job.identifier(kind))
        if isinstance(result, KnownWork):
            page = PageText("other", (result.title,), language=str(result.item.get("language", "")).lower())
            matched = match_title(job.reference.title, page) if result.title else None
            self.records.append(ServiceRecord(service.NAME, identifier, result.title, matched))
            self.add_notices(service, result)
            return
        self.unaware |= {each.service.NAME for each in answers if isinstance(each.result, Absent)}
        if isinstance(result, Absent):
            self.records.append(ServiceRecord(service.NAME, identifier, None, complete=service.COMPLETE))
        else:
            self.silent[service.NAME] = result.reason

    def add_notices(self, service: Service, result: KnownWork | Absent | Unavailable) -> None:
        """Take in what a service says was published about the work since."""
        if isinstance(result, KnownWork):
            self.notices += (notice for notice in result.notices if notice not in self.notices)
            self.unread |= result.unread
            self.reinstated = max(self.reinstated, result.reinstated)
        elif isinstance(result, Unavailable):
            self.silent[service.NAME] = result.reason


async def ask_services(services: ServiceSet, job: ResolveJob) -> ServiceRecords:
    """Ask each service that may know the reference, one after the other, since most share a queue anyway."""
    found = ServiceRecords()
    asked: set[Service] = set()
    for kind in _REGISTERED:
        value = job.identifier(kind)
        if value and not (kind is _LAST_RESORT and (job.link or found.records)):
            answers = await services.find_record(kind, value, asked)
            asked.update(each.service for each in answers)
            found.add_record(job, kind, answers)
    await _ask_for_notices(services, job, found)
    return found


async def _ask_for_notices(services: ServiceSet, job: ResolveJob, found: ServiceRecords) -> None:
    """Ask the services that have notices, but no records."""
    for kind, value in job.identifiers.items():
        for service in services.list_giving(Gives.NOTICES, kind):
            if Gives.RECORD not in service.GIVES[kind]:
                found.add_notices(service, await service.look_up(kind, value))


def _choose_decisive(answers: list[ServiceAnswer]) -> ServiceAnswer:
    """The answer that counts: a record, else that there is no answer, else the absence that proves most."""

    def rank(answer: ServiceAnswer) -> int:
        if isinstance(answer.result, KnownWork):
            return 0
        return 1 if isinstance(answer.result, Unavailable) else 2 if answer.service.COMPLETE else 3

    return min(answers, key=rank)
