"""The services of a site for the length of one run: found, given their addresses, and chosen by what they give."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from citewell.evidence.service_api.results import KnownWork, ServiceResult, Unavailable
from citewell.evidence.service_api.service import Gives, Service, ServiceClient
from citewell.evidence.services import discover_services, service_address

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from citewell.evidence.service_api.service import WebClient
    from citewell.model.references import IdentifierKind
    from citewell.model.site import Settings


class ServiceAnswer(NamedTuple):
    """A service and its result."""

    service: Service
    result: ServiceResult


@dataclass(frozen=True, slots=True)
class ServiceSet:
    """Services in the order in which they are asked."""

    services: tuple[Service, ...]

    @classmethod
    def open(
        cls,
        web: WebClient,
        settings: Settings,
        today: date,
        root: Path,
        works: Collection[Mapping[IdentifierKind, str]] = (),
    ) -> ServiceSet:
        """All services that have an address; ``works`` are the identifiers of each work of the run."""
        opened = []
        for key, service in discover_services().items():
            address = service_address(settings.evidence, key)
            if address:
                opened.append(service(ServiceClient(web, address, today, root, settings.contact, works)))
        return cls(tuple(sorted(opened, key=lambda each: (each.ORDER, each.NAME))))

    async def prepare(self) -> None:
        """Prepare each service. Raises ``ConfigurationError`` for a setting with which one cannot work."""
        for each in self.services:
            await each.prepare()

    def list_giving(self, what: Gives, kind: IdentifierKind) -> list[Service]:
        """The services that give some of this about identifiers of a kind."""
        return [each for each in self.services if each.GIVES.get(kind, Gives(0)) & what]

    async def find_record(
        self, kind: IdentifierKind, value: str, asked: Collection[Service] = (), *, past_silence: bool = False
    ) -> list[ServiceAnswer]:
        """The answers of services that have records for a kind, each asked only if those before do not know the work.

        One in ``asked`` is not asked again. With ``past_silence`` the next is asked after one that is unavailable, too.
        """
        answers: list[ServiceAnswer] = []
        for service in self.list_giving(Gives.RECORD, kind):
            if service not in asked:
                answers.append(ServiceAnswer(service, await service.look_up(kind, value)))
                result = answers[-1].result
                if isinstance(result, KnownWork) or (isinstance(result, Unavailable) and not past_silence):
                    break
        return answers
