"""Looking references up: the story of one run, from those that are due to what the lock will say of each."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple
from zlib import crc32

from citewell.errors import WebUnreachable
from citewell.evidence.lock_entry import locked_reference, tripped, unreached
from citewell.evidence.network.limits import Limits
from citewell.evidence.network.response import Failure
from citewell.evidence.network.web import Web
from citewell.evidence.page_check import Visit, Visits
from citewell.evidence.pages.reader import Reader
from citewell.evidence.retractions import Retractions
from citewell.evidence.service_records import Services, ask_services
from citewell.evidence.services import pubmed, wayback
from citewell.evidence.services.addresses import USUAL, service_address
from citewell.evidence.services.results import Unavailable
from citewell.model.evidence import SEEN, Archived, LockedReference
from citewell.model.references import IdentifierKind

if TYPE_CHECKING:
    from citewell.evidence.resolve_jobs import Subject
    from citewell.model.site import Settings
    from citewell.project import Project

Finished = Callable[[str, LockedReference], None]
"""Takes what is known of a reference, by its key, as soon as it was looked up."""

_NOBODY: Final = 3  # hosts, none of which answers: then it is more likely us than them


async def resolve(
    project: Project,
    settings: Settings,
    subjects: Collection[Subject],
    today: date,
    finished: Finished,
    limits: Limits | None = None,
) -> dict[str, str]:
    """Look references up, each by itself, and hand on what is known of each as soon as it is.

    Gives the services that could not be asked, and why. Raises ``WebUnreachable`` if nobody on the web answers, and
    what ``finished`` raises; what was not handed on by then is lost, and nothing else. ``limits`` are for tests.
    """
    evidence = settings.evidence
    async with Web(evidence, settings.contact, project.page_cache, limits=limits) as web, Reader() as reader:
        retractions = await Retractions.read(web, project, service_address(evidence, "retractions"), subjects)
        addresses = {name: service_address(evidence, name) for name in USUAL}
        pmids = [pmid for subject in subjects if (pmid := subject.identifier(IdentifierKind.PMID))]
        records = asyncio.create_task(pubmed.look_up_many(web, addresses["pubmed"], pmids, settings.contact))
        services = Services(web, addresses, settings.contact, records)
        run = _Run(web, today, services, Visits(web, reader, today), retractions, finished)
        tasks = [asyncio.create_task(run.look_up(subject)) for subject in _in_turn(subjects, today)]
        try:
            for done in asyncio.as_completed(tasks):
                run.take(await done)
            run.end()
        finally:
            for task in (records, *tasks):
                task.cancel()
            await asyncio.gather(records, *tasks, return_exceptions=True)
        return run.silent


def _in_turn(subjects: Iterable[Subject], today: date) -> list[Subject]:
    """The references in another order every day: a host's pages that never answer must not always be its first."""
    return sorted(subjects, key=lambda subject: crc32(f"{today} {subject.key}".encode()))


class _Found(NamedTuple):
    """What a reference came to; ``silent`` says that no service told anything of it, and that some should have."""

    subject: Subject
    locked: LockedReference
    visit: Visit | None = None
    silent: bool = False


@dataclass(slots=True)
class _Run:
    """One run. What is found is kept back until it is sure that it says something about others, and not about us."""

    web: Web
    today: date
    services: Services
    visits: Visits
    retractions: Retractions
    finished: Finished
    silent: dict[str, str] = field(default_factory=dict)
    kept_back: list[_Found] = field(default_factory=list)
    unanswered: set[str] = field(default_factory=set)
    reached: tuple[bool, bool] = (False, False)

    async def look_up(self, subject: Subject) -> _Found:
        """Look one reference up, whatever happens to the others."""
        try:
            visit, told = await asyncio.gather(self.visits.visit(subject), ask_services(self.services, subject))
            self.silent |= told.silent
            if visit and isinstance(visit.outcome, Failure) and not visit.refused:
                self.unanswered.add(visit.link.host)
            archived = await self._newest_copy(subject, visit)
            self.retractions.tell(subject, told)
            locked = locked_reference(subject, visit, told, archived, self.today)
            return _Found(subject, locked, visit, bool(told.silent and not told.said))
        except Exception as bug:  # noqa: BLE001 - one page that trips us must not lose what the others came to
            return _Found(subject, tripped(subject, bug, self.today))

    def take(self, found: _Found) -> None:
        """Hand on what a reference came to, as soon as that is sure."""
        waiting, reached = [found], (self.web.answered, self.web.outside)
        if reached != self.reached:
            waiting, self.kept_back, self.reached = [*self.kept_back, found], [], reached
        for each in waiting:
            if not self.web.answered or self._is_cut_off(each):
                self.kept_back.append(each)
            else:
                self.finished(each.subject.key, each.locked)

    def end(self) -> None:
        """Hand on what was kept back. Raises ``WebUnreachable`` if it says something about us, and not about others."""
        hosts = len(self.unanswered)
        if not self.web.answered and (hosts >= _NOBODY or self.web.offline):
            nobody = f"none of {hosts} hosts" if hosts > 1 else "nobody on the web"
            raise WebUnreachable(
                f"{nobody} answered, so nothing was written",
                "Is this computer online? Try again when it is.",
            )
        cut_off = 0
        for each in self.kept_back:
            lost = self._is_cut_off(each)
            cut_off += lost
            self.finished(each.subject.key, unreached(each.subject, each.locked) if lost else each.locked)
        if cut_off:
            pages = "1 page" if cut_off == 1 else f"{cut_off:,} pages"
            self.silent["the web outside this network"] = (
                f"it could not be reached, nor could {pages} there; what was known of them stays, if anything was"
            )

    def _is_cut_off(self, found: _Found) -> bool:
        """Whether there is no answer about a reference because the web outside this network cannot be reached."""
        if found.visit is None:
            return found.silent and found.subject.before is not None and not self.web.outside
        return isinstance(found.visit.outcome, Failure) and self.web.was_cut_off(found.visit.outcome)

    async def _newest_copy(self, subject: Subject, visit: Visit | None) -> Archived | None:
        """The copy of the page in the archive; while a page is looked for every day, a copy that is known is enough."""
        before = subject.before.archived if subject.before else None
        if visit is None or (before and subject.before and subject.before.verdict not in SEEN):
            return before
        base = self.services.addresses["wayback"]
        if visit.refused or (visit.private and base == USUAL["wayback"]):
            return before  # the address of a private page is nobody else's business
        found = await wayback.newest_copy(self.services.web, base, visit.address, self.today)
        if isinstance(found, Unavailable):
            self.silent[wayback.NAME] = found.reason
            return before
        return found or before
