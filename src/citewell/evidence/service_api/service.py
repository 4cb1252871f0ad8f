"""The interface of a service: what it declares, and how it is asked."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import Flag, auto
from typing import TYPE_CHECKING, ClassVar, Protocol

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from citewell.evidence.network.response import Outcome
    from citewell.evidence.service_api.results import ServiceResult
    from citewell.model.references import IdentifierKind


class Gives(Flag):
    """What a service can say about an identifier."""

    RECORD = auto()  # title and details of the work; the next service is asked only if this one does not know it
    NOTICES = auto()  # without RECORD: asked in addition to the services that have the record
    DETAILS = auto()  # what another service's record lacks; asked only when a new reference is filled in
    COPY = auto()  # an archived copy of a page


class WebClient(Protocol):
    """The part of ``Web`` that services need."""

    async def get(self, url: str, *, accept: str, most: int, within: float | None = None) -> Outcome:
        """Request a URL. ``most``: bytes of the response that are read; ``within``: seconds allowed."""
        ...


@dataclass(frozen=True, slots=True)
class ServiceClient:
    """What a service works with during one run.

    ``base`` is its address without a slash at the end (or a path relative to ``root``, the project's folder, for a
    service that takes files). ``contact`` is the site's. ``works`` are the identifiers, in normal form, of every work
    the run will ask about, so that a service can fetch many at a time.
    """

    web: WebClient
    base: str
    today: date
    root: Path
    contact: str = ""
    works: Collection[Mapping[IdentifierKind, str]] = ()

    @property
    def email(self) -> str:
        """The contact if it is an e-mail address, else ""."""
        return self.contact if re.fullmatch(r"[^\s@/:]+@[^\s@/:]+", self.contact) else ""


class Service(ABC):
    """A service for the length of one run; a subclass in ``evidence/services/`` is one service.

    Responses are never trusted to have the documented shape, and nothing in a response raises an exception.
    """

    NAME: ClassVar[str]
    """Its name as people read it; notices say so in ``said_by``."""
    ADDRESS: ClassVar[str] = ""
    """Its public address. One without is asked only if ``site.yml`` gives an address."""
    TAKES_FILE: ClassVar[bool] = False
    """Whether ``site.yml`` may give the path of a file in the project in place of an address."""
    GIVES: ClassVar[Mapping[IdentifierKind, Gives]]
    """What it says about which identifiers; of a work with several, it is asked for the record of the first."""
    ORDER: ClassVar[int] = 100
    """Of several services that have the record for one kind of identifier, the lowest is asked first."""
    COMPLETE: ClassVar[bool] = True
    """Whether an identifier that it does not know does not exist."""

    def __init__(self, client: ServiceClient) -> None:
        self.client = client

    @property
    def is_public(self) -> bool:
        """Whether it is asked at its public address, and not at one in the site's own network."""
        return self.client.base == self.ADDRESS

    async def prepare(self) -> None:  # noqa: B027 - most services have nothing to prepare
        """Do what must be done once, before the first question. Raises ``ConfigurationError`` for wrong settings."""

    @abstractmethod
    async def look_up(self, kind: IdentifierKind, value: str) -> ServiceResult:
        """What the service says about an identifier of a kind in ``GIVES``."""
