"""What the lock will say of a reference, from all that one look at it found and from what was known before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Final

from citewell.citations.notices import identifiers_of_work
from citewell.citations.title_notices import WITHDRAWN
from citewell.evidence.network.response import Answer
from citewell.evidence.notices import merge_notices
from citewell.evidence.pages.titles import said_in_titles
from citewell.evidence.verdicts.observation import Look
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
    from citewell.evidence.page_check import Visit
    from citewell.evidence.pages.page_text import PageText
    from citewell.evidence.resolve_jobs import Subject
    from citewell.evidence.service_records import ServiceRecords

PAGE: Final = "the page itself"
"""Who says so, of a notice that stands on the page of a work."""
_CUT_OFF: Final = "the web outside this network could not be reached"


def locked_reference(
    subject: Subject, visit: Visit | None, told: ServiceRecords, archived: Archived | None, today: date
) -> LockedReference:
    """What is known of a reference after a look at it."""
    before = subject.before
    page = visit.page if visit else None
    answer = visit.outcome if visit and isinstance(visit.outcome, Answer) else None
    verdict, reason, failed_on, suspected = judge(_look(visit, told), before, today)
    if verdict is Verdict.BLOCKED and archived:
        reason += f"; the archive has a copy of {day(archived.date)}"
    seen = verdict in SEEN
    readable = seen or (verdict is Verdict.UNKNOWN and suspected is None)  # another page says nothing of a quote
    notices = _notices(subject, told, page if seen else None, today)
    return LockedReference(
        fingerprint=compute_fingerprint(subject.reference),
        verdict=verdict,
        checked=today,
        reason=reason,
        address=visit.link.address if visit else "",
        final_url=answer.final_url if answer else "",
        status=answer.status if answer else None,
        page_title=page.titles[0] if page and page.titles else "",
        match=visit.match if visit else None,
        text_digest=(page.digest if page and seen else "") or (before.text_digest if before else ""),
        failed_on=failed_on,
        suspected=suspected,
        archived=archived,
        notices=notices,
        identifiers=identifiers_of_work(subject.reference) if notices else (),
        quotes=tuple(_quote(words, before, visit if readable else None, today) for words in subject.quotes),
    )


def tripped(subject: Subject, bug: Exception, today: date) -> LockedReference:
    """What is known of a reference over which this program tripped: what it was, and that nothing can be told."""
    said = " ".join(f"{type(bug).__name__}: {bug}".split())[:200]
    reason = f"this program could not look it up, which is a fault of its own ({said})"
    if subject.before:
        return replace(subject.before, verdict=Verdict.UNKNOWN, checked=today, reason=reason)
    names = identifiers_of_work(subject.reference) if subject.notices else ()
    state = compute_fingerprint(subject.reference)
    return LockedReference(state, Verdict.UNKNOWN, today, reason, notices=subject.notices, identifiers=names)


def unreached(subject: Subject, locked: LockedReference) -> LockedReference:
    """What is known of a reference when we, and not its page, were cut off: what it was, and what services told."""
    before = subject.before
    if before:
        return replace(before, notices=locked.notices, identifiers=locked.identifiers)
    if locked.verdict not in {Verdict.UNKNOWN, Verdict.FAILING}:
        return locked  # a service said so
    return replace(locked, verdict=Verdict.UNKNOWN, reason=_CUT_OFF, failed_on=())


def _look(visit: Visit | None, told: ServiceRecords) -> Look:
    said = tuple(told.records)
    if visit is None:
        return Look(said=said)
    link = visit.link
    return Look(visit.outcome, visit.page, visit.match, visit.leads_on, link.behind, link.redirector, said)


def _notices(subject: Subject, told: ServiceRecords, page: PageText | None, today: date) -> tuple[Notice, ...]:
    """The notices about the work; of who said nothing of it today, those known before. ``page`` only if it is its."""
    found = [*told.notices, *(_on_page(subject.reference.title, page) if page else ())]
    silent = {*told.silent, *told.unaware, *(() if page else (PAGE,))}
    known = [notice for notice in subject.notices if notice not in subject.reference.notices]  # those need no lock
    return merge_notices(found, known, today, silent, told.reinstated, told.unread)


def _on_page(title: str, page: PageText) -> Iterator[Notice]:
    """What the page of a work says of it: in its text, and in its title."""
    if page.notice:
        yield Notice(NoticeKind(page.notice), PAGE, reason=f"it says “{page.says}”")
    said = said_in_titles(title, page.titles)
    # A guideline called "[Withdrawn] …" whose text says that it was replaced is not retracted.
    if said and said.kind != page.notice and not (page.notice and said.reason == WITHDRAWN):
        yield Notice(said.kind, PAGE, reason=said.reason or "its title says so")


def _quote(words: str, before: LockedReference | None, visit: Visit | None, today: date) -> LockedQuote:
    """A pinned quote as it was found now, else as it was before, else as one that nobody could look for."""
    found = visit.quotes if visit else ()
    now = next((quote for quote in found if quote.text == words), None)
    known = before.quote(words) if before else None
    if known and known.verdict is QuoteVerdict.UNREAD:
        known = None
    return now or known or LockedQuote(words, QuoteVerdict.UNREAD, today)
