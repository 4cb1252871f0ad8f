"""The Retraction Watch file that a site names: what it says of each reference of a run."""

from __future__ import annotations

import asyncio
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from citewell.errors import ConfigurationError
from citewell.evidence.services import retraction_watch
from citewell.evidence.services.results import Unavailable
from citewell.evidence.services.retraction_watch import RetractionIndex
from citewell.project import SITE_YML

if TYPE_CHECKING:
    from citewell.evidence.resolve_jobs import Subject
    from citewell.evidence.service_records import Told
    from citewell.evidence.services.json_api import Asks
    from citewell.project import Project


@dataclass(frozen=True, slots=True)
class Retractions:
    """The entries about the references of a run; ``silent`` says why there are none, where the file was not had."""

    index: RetractionIndex = field(default_factory=RetractionIndex)
    silent: dict[str, str] = field(default_factory=dict)

    @classmethod
    async def read(cls, web: Asks, project: Project, place: str, subjects: Collection[Subject]) -> Retractions:
        """Read the file once, for those references: at an address, or at a path in the project.

        Raises ``ConfigurationError`` for a path at which there is no such file: nobody should rely on it in vain.
        """
        if not place or not subjects:
            return cls()
        wanted = retraction_watch.wanted_keys(subject.identifiers for subject in subjects)
        if place.startswith(("https://", "http://")):
            index = await retraction_watch.fetch(web, place, wanted)
            return cls(silent={retraction_watch.NAME: index.reason}) if isinstance(index, Unavailable) else cls(index)
        index = await asyncio.to_thread(retraction_watch.read, project.root / place, wanted)
        if isinstance(index, Unavailable):
            raise ConfigurationError(
                f"{SITE_YML}: evidence, services, retractions names {place}, but {index.reason}",
                "give the path of the file as seen from the project's folder, or its address",
            )
        return cls(index)

    def tell(self, subject: Subject, told: Told) -> None:
        """Add what the file says of a reference to what the services told."""
        told.notices += self.index.notices(subject.identifiers)
        told.reinstated = self.index.reinstated(subject.identifiers)
        told.silent |= self.silent
