"""The lock entry of a reference, from what was observed now and what was known before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Final

from citewell.citations.notices import list_identifiers
from citewell.citations.title_notices import WITHDRAWN
from citewell.evidence.network.response import Answer
from citewell.evidence.notices import merge_notices
from citewell.evidence.pages.titles import find_notice_in_titles
from citewell.evidence.verdicts.observation import Observation
from citewell.evidence.verdicts.verdict import judge
from citewell.messages.days import day
from citewell.model.evidence import (
    SEEN,
    Archived,
    LockedQuote,
    LockedReference,
    Notice,
    NoticeKind,
    QuoteVerdict,
    Verdict,
)
from citewell.model.fingerprint import compute_fingerprint

if TYPE_CHECKING:
    from citewell.evidence.page_check import PageCheck
    from citewell.evidence.pages.page_text import PageText
    from citewell.evidence.resolve_jobs import ResolveJob
    from citewell.evidence.service_records import ServiceRecords

PAGE: Final = "the page itself"
"""The source of a notice that was found on the page of a work."""
_CUT_OFF: Final = "the web outside this network could not be reached"


def make_lock_entry(
    job: ResolveJob, check: PageCheck | None, answers: ServiceRecords, archived: Archived | None, today: date
) -> LockedReference:
    """The lock entry of a reference after checking it."""
    before = job.before
    page = check.page if check else None
    answer = check.outcome if check and isinstance(check.outcome, Answer) else None
    verdict, reason, failed_on, suspected = judge(_make_observation(check, answers), before, today)
    if verdict is Verdict.BLOCKED and archived:
        reason += f"; the archive has a copy of {day(archived.date)}"
    seen = verdict in SEEN
    readable = seen or (verdict is Verdict.UNKNOWN and suspected is None)  # another page says nothing of a quote
    notices = _merge_known_notices(job, answers, page if seen else None, today)
    return LockedReference(
        fingerprint=compute_fingerprint(job.reference),
        verdict=verdict,
        checked=today,
        reason=reason,
        address=check.link.address if check else "",
        final_url=answer.final_url if answer else "",
        status=answer.status if answer else None,
        page_title=page.titles[0] if page and page.titles else "",
        match=check.match if check else None,
        text_digest=(page.digest if page and seen else "") or (before.text_digest if before else ""),
        failed_on=failed_on,
        suspected=suspected,
        archived=archived,
        notices=notices,
        identifiers=list_identifiers(job.reference) if notices else (),
        quotes=tuple(_choose_quote(words, before, check if readable else None, today) for words in job.quotes),
    )


def make_entry_after_bug(job: ResolveJob, bug: Exception, today: date) -> LockedReference:
    """The lock entry after an unexpected exception: the old data, verdict ``unknown``."""
    message = " ".join(f"{type(bug).__name__}: {bug}".split())[:200]
    reason = f"this program failed to check it, which is a bug of its own ({message})"
    if job.before:
        return replace(job.before, verdict=Verdict.UNKNOWN, checked=today, reason=reason)
    names = list_identifiers(job.reference) if job.notices else ()
    state = compute_fingerprint(job.reference)
    return LockedReference(state, Verdict.UNKNOWN, today, reason, notices=job.notices, identifiers=names)


def make_entry_without_network(job: ResolveJob, locked: LockedReference) -> LockedReference:
    """The lock entry when our own network was cut off: the old data, with the notices of services that answered."""
    before = job.before
    if before:
        return replace(before, notices=locked.notices, identifiers=locked.identifiers)
    if locked.verdict not in {Verdict.UNKNOWN, Verdict.FAILING}:
        return locked  # a service said so
    return replace(locked, verdict=Verdict.UNKNOWN, reason=_CUT_OFF, failed_on=())


def _make_observation(check: PageCheck | None, answers: ServiceRecords) -> Observation:
    records = tuple(answers.records)
    if check is None:
        return Observation(records=records)
    link = check.link
    return Observation(
        check.outcome, check.page, check.match, check.leads_on, link.identifier, link.redirector, records
    )


def _merge_known_notices(
    job: ResolveJob, answers: ServiceRecords, page: PageText | None, today: date
) -> tuple[Notice, ...]:
    """The notices about the work; those of sources silent today are kept. ``page`` only if it is the work's."""
    found = [*answers.notices, *(_find_page_notices(job.reference.title, page) if page else ())]
    silent = {*answers.silent, *answers.unaware, *(() if page else (PAGE,))}
    known = [notice for notice in job.notices if notice not in job.reference.notices]  # those need no lock
    return merge_notices(found, known, today, silent, answers.reinstated, answers.unread)


def _find_page_notices(title: str, page: PageText) -> Iterator[Notice]:
    """The notices on the page of a work: in its text, and in its title."""
    if page.notice:
        yield Notice(NoticeKind(page.notice), PAGE, reason=f"it says “{page.says}”")
    records = find_notice_in_titles(title, page.titles)
    # A guideline called "[Withdrawn] …" whose text says that it was replaced is not retracted.
    if records and records.kind != page.notice and not (page.notice and records.reason == WITHDRAWN):
        yield Notice(records.kind, PAGE, reason=records.reason or "its title says so")


def _choose_quote(words: str, before: LockedReference | None, check: PageCheck | None, today: date) -> LockedQuote:
    """A pinned quote as found now, else as known before, else as unread."""
    found = check.quotes if check else ()
    now = next((quote for quote in found if quote.text == words), None)
    known = before.quote(words) if before else None
    if known and known.verdict is QuoteVerdict.UNREAD:
        known = None
    return now or known or LockedQuote(words, QuoteVerdict.UNREAD, today)
