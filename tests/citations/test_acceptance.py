"""What an editor's decision covers: what was known on its day, and nothing later."""

from __future__ import annotations

from datetime import date

import pytest

from citewell.citations.acceptance import find_acceptance, find_notice_acceptance, find_open_notice
from citewell.diagnostics import Location
from citewell.model.evidence import LockedReference, Notice, NoticeKind, Verdict
from citewell.model.references import Acceptance, Reference

DAY = date(2026, 2, 10)


def reference(*findings: str, day: date = DAY) -> Reference:
    decisions = tuple(Acceptance(finding, "It is made up.", "team", day, Location("x.yml")) for finding in findings)
    return Reference("a", "book", {}, accepted=decisions)


def locked(verdict: Verdict = Verdict.OK, failed_on: tuple[date, ...] = ()) -> LockedReference:
    return LockedReference("0", verdict, date(2026, 2, 20), "", failed_on=failed_on)


def notice(kind: NoticeKind, seen: date | None = None, published: str = "") -> Notice:
    return Notice(kind, "PubMed", published, seen=seen)


@pytest.mark.parametrize(
    ("seen", "published", "covered"),
    [
        (date(2026, 2, 10), "", True),
        (date(2026, 2, 11), "", False),
        (date(2026, 2, 11), "2014", False),  # it was not known here when the decision was made
        (None, "2014", True),
        (None, "2026", True),
        (None, "2026-02", True),
        (None, "2026-02-10", True),
        (None, "2026-02-11", False),
        (None, "2026-03", False),
        (None, "2027", False),
        (None, "", True),
    ],
)
def test_a_notice_is_covered_if_it_was_known(seen: date | None, published: str, covered: bool) -> None:
    found = notice(NoticeKind.RETRACTION, seen, published)
    assert (find_notice_acceptance(reference("retraction"), found) is not None) is covered


def test_a_second_notice_of_a_kind_asks_for_another_decision() -> None:
    first, second = notice(NoticeKind.CORRECTION, DAY), notice(NoticeKind.CORRECTION, date(2026, 2, 20))
    assert find_notice_acceptance(reference("correction"), first)
    assert find_notice_acceptance(reference("correction"), second) is None
    assert find_open_notice(reference("correction"), (first, second)) == second


def test_who_accepts_a_notice_accepts_the_milder_ones_and_never_graver_ones() -> None:
    retraction, correction = notice(NoticeKind.RETRACTION, DAY), notice(NoticeKind.CORRECTION, DAY)
    assert find_open_notice(reference("retraction"), (retraction, correction)) is None
    assert find_open_notice(reference("correction"), (retraction, correction)) == retraction


@pytest.mark.parametrize(
    ("failed_on", "covered"),
    [((), True), ((date(2026, 2, 10), date(2026, 2, 20)), True), ((date(2026, 2, 11), date(2026, 2, 20)), False)],
)
def test_a_dead_link_is_covered_if_it_had_failed_by_then(failed_on: tuple[date, ...], covered: bool) -> None:
    known = locked(verdict=Verdict.BROKEN, failed_on=failed_on)
    assert (find_acceptance(reference("broken"), known, Verdict.BROKEN) is not None) is covered


def test_each_verdict_needs_its_own_decision() -> None:
    assert find_acceptance(reference("broken"), locked(verdict=Verdict.REFUSED), Verdict.REFUSED) is None


def test_the_latest_decision_counts() -> None:
    decisions = (*reference("broken").accepted, *reference("broken", day=date(2026, 2, 15)).accepted)
    found = find_acceptance(
        Reference("a", "book", {}, accepted=decisions), locked(verdict=Verdict.BROKEN), Verdict.BROKEN
    )
    assert found is not None
    assert found.date == date(2026, 2, 15)
