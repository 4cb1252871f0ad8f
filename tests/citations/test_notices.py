"""Notices belong to the work: they are found again however its editors describe it meanwhile."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from citewell.citations.notices import list_identifiers, list_notices
from citewell.model.evidence import Lock, LockedReference, Notice, NoticeKind, Verdict
from citewell.model.fingerprint import compute_fingerprint
from citewell.model.references import IdentifierKind, Reference

DOI, PMID, URL = IdentifierKind.DOI, IdentifierKind.PMID, IdentifierKind.URL
GONE = Notice(NoticeKind.RETRACTION, "Crossref", "2014", seen=date(2026, 2, 20))
PAGE = "https://journal.example/work"


def work(key: str = "a", title: str = "A made-up work", **identifiers: str) -> Reference:
    known = {IdentifierKind(kind): value for kind, value in identifiers.items()}
    fields = {"title": title, **({"URL": identifiers["URL"]} if "URL" in identifiers else {})}
    return Reference(key, "article-journal", fields, identifiers=known)


def lock(looked_up: Reference, *notices: Notice) -> Lock:
    names = list_identifiers(looked_up)
    state = compute_fingerprint(looked_up)
    about = LockedReference(state, Verdict.OK, date(2026, 2, 20), "", notices=notices, identifiers=names)
    return Lock({looked_up.key: about})


STUDY = work(DOI="10.5555/study")


@pytest.mark.parametrize(
    "now",
    [
        STUDY,
        replace(STUDY, fields={"title": "A made up work"}),
        replace(STUDY, key="another-key"),
        work(DOI="10.5555/study", PMID="90000001"),
        work("b", "Quite another title", URL="https://doi.org/10.5555/study"),
        work(DOI="10.5555/study", URL=PAGE),
    ],
)
def test_the_work_keeps_its_notices(now: Reference) -> None:
    assert list_notices(now, lock(STUDY, GONE)) == (GONE,)


def test_another_work_under_the_same_key_has_none_of_them() -> None:
    assert list_notices(work(DOI="10.5555/other"), lock(STUDY, GONE)) == ()


def test_an_address_is_enough_only_where_nothing_surer_tells_works_apart() -> None:
    assert list_notices(work("b", URL=PAGE), lock(work(URL=PAGE), GONE)) == (GONE,)
    assert list_notices(work("b", URL=PAGE), lock(work(DOI="10.5555/study", URL=PAGE), GONE)) == (GONE,)
    assert list_notices(work("b", URL=PAGE, DOI="10.5555/study"), lock(work(URL=PAGE), GONE)) == (GONE,)
    of_two = lock(work(DOI="10.5555/study", URL=PAGE), GONE)
    assert list_notices(work("b", URL=PAGE, DOI="10.5555/other"), of_two) == ()


def test_two_entries_of_one_work_tell_each_notice_once() -> None:
    first, second = lock(STUDY, GONE), lock(replace(STUDY, key="b"), replace(GONE, said_by="PubMed"))
    both = Lock({**first.references, **second.references})

    assert list_notices(STUDY, both) == (GONE,)


def test_a_lock_from_before_identifiers_were_kept_still_counts_for_what_it_looked_at() -> None:
    old = Lock({"a": replace(lock(STUDY, GONE).references["a"], identifiers=())})

    assert list_notices(STUDY, old) == (GONE,)
    assert list_notices(work(title="Another", DOI="10.5555/study"), old) == ()
