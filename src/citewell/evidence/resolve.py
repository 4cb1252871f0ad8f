"""Resolving references: one run, from those that are due to the lock entry of each."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple
from zlib import crc32

from citewell.errors import WebUnreachable
from citewell.evidence.lock_entry import make_entry_after_bug, make_entry_without_network, make_lock_entry
from citewell.evidence.network.limits import Limits
from citewell.evidence.network.response import Failure
from citewell.evidence.network.web import Web
from citewell.evidence.page_check import PageCheck, PageChecker
from citewell.evidence.pages.reader import Reader
from citewell.evidence.service_api.results import KnownWork, Unavailable
from citewell.evidence.service_api.service import Gives
from citewell.evidence.service_records import ask_services
from citewell.evidence.service_set import ServiceSet
from citewell.model.evidence import SEEN, Archived, LockedReference
from citewell.model.references import IdentifierKind

if TYPE_CHECKING:
    from citewell.evidence.resolve_jobs import ResolveJob
    from citewell.model.site import Settings
    from citewell.project import Project

Finished = Callable[[str, LockedReference], None]
"""Takes the key and the lock entry of a reference as soon as it is resolved."""

_NOBODY: Final = 3  # hosts, none of which answers: then it is more likely us than them


async def resolve(
    project: Project,
    settings: Settings,
    jobs: Collection[ResolveJob],
    today: date,
    finished: Finished,
    limits: Limits | None = None,
) -> dict[str, str]:
    """Resolve references independently, and hand on the lock entry of each as soon as it is certain.

    Gives the services that were unavailable, and why. Raises ``WebUnreachable`` if no host on the web answers, and
    what ``finished`` raises; only what was not handed on by then is lost. ``limits`` are for tests.
    """
    if not jobs:
        return {}
    async with Web(settings.evidence, settings.contact, project.page_cache, limits=limits) as web, Reader() as reader:
        services = ServiceSet.open(web, settings, today, project.root, [job.identifiers for job in jobs])
        await services.prepare()
        run = _Run(web, today, services, PageChecker(web, reader, today), finished)
        tasks = [asyncio.create_task(run.look_up(job)) for job in _order_of_day(jobs, today)]
        try:
            for done in asyncio.as_completed(tasks):
                run.take_result(await done)
            run.finish()
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
        return run.silent


def _order_of_day(jobs: Iterable[ResolveJob], today: date) -> list[ResolveJob]:
    """The references in a different order each day: pages that never answer must not always come first."""
    return sorted(jobs, key=lambda job: crc32(f"{today} {job.key}".encode()))


class _ReferenceResult(NamedTuple):
    """Result for one reference; ``silent``: every service that should know it failed to answer."""

    job: ResolveJob
    locked: LockedReference
    check: PageCheck | None = None
    silent: bool = False


@dataclass(slots=True)
class _Run:
    """One run. Results are kept back until it is certain that a failure is not our own network's."""

    web: Web
    today: date
    services: ServiceSet
    pages: PageChecker
    finished: Finished
    silent: dict[str, str] = field(default_factory=dict)
    kept_back: list[_ReferenceResult] = field(default_factory=list)
    unanswered: set[str] = field(default_factory=set)
    reached: tuple[bool, bool] = (False, False)

    async def look_up(self, job: ResolveJob) -> _ReferenceResult:
        """Resolve one reference, whatever happens to the others."""
        try:
            check, answers = await asyncio.gather(self.pages.check(job), ask_services(self.services, job))
            self.silent |= answers.silent
            if check and isinstance(check.outcome, Failure) and not check.refused:
                self.unanswered.add(check.link.host)
            archived = await self._newest_copy(job, check)
            locked = make_lock_entry(job, check, answers, archived, self.today)
            return _ReferenceResult(job, locked, check, bool(answers.silent and not answers.records))
        except Exception as bug:  # noqa: BLE001 - a bug with one page must not lose the results of the others
            return _ReferenceResult(job, make_entry_after_bug(job, bug, self.today))

    def take_result(self, found: _ReferenceResult) -> None:
        """Hand on the result of a reference, as soon as it is certain."""
        waiting, reached = [found], (self.web.answered, self.web.outside)
        if reached != self.reached:
            waiting, self.kept_back, self.reached = [*self.kept_back, found], [], reached
        for each in waiting:
            if not self.web.answered or self._is_cut_off(each):
                self.kept_back.append(each)
            else:
                self.finished(each.job.key, each.locked)

    def finish(self) -> None:
        """Hand on what was kept back. Raises ``WebUnreachable`` if our own network is at fault."""
        hosts = len(self.unanswered)
        if not self.web.answered and (hosts >= _NOBODY or self.web.offline):
            who = f"none of {hosts} hosts" if hosts > 1 else "no host on the web"
            raise WebUnreachable(
                f"{who} answered, so nothing was written",
                "Is this computer online? Try again when it is.",
            )
        cut_off = 0
        for each in self.kept_back:
            lost = self._is_cut_off(each)
            cut_off += lost
            self.finished(each.job.key, make_entry_without_network(each.job, each.locked) if lost else each.locked)
        if cut_off:
            pages = "1 page" if cut_off == 1 else f"{cut_off:,} pages"
            self.silent["the web outside this network"] = (
                f"it could not be reached, so {pages} could not be checked; what was known before is kept"
            )

    def _is_cut_off(self, found: _ReferenceResult) -> bool:
        """Whether a reference has no result because the web outside this network cannot be reached."""
        if found.check is None:
            return found.silent and found.job.before is not None and not self.web.outside
        return isinstance(found.check.outcome, Failure) and self.web.was_cut_off(found.check.outcome)

    async def _newest_copy(self, job: ResolveJob, check: PageCheck | None) -> Archived | None:
        """The archived copy of the page; while a page is checked daily, a copy that is known is enough."""
        before = job.before.archived if job.before else None
        if check is None or (before and job.before and job.before.verdict not in SEEN):
            return before
        if check.refused:
            return before
        for service in self.services.list_giving(Gives.COPY, IdentifierKind.URL):
            if check.private and service.is_public:
                continue  # the address of a private page must not leave the network
            result = await service.look_up(IdentifierKind.URL, check.address)
            if isinstance(result, Unavailable):
                self.silent[service.NAME] = result.reason
            elif isinstance(result, KnownWork) and result.copy:
                return result.copy
        return before
