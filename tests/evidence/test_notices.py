"""One list of notices out of what several services say."""

from __future__ import annotations

from datetime import date
from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from citewell.evidence.notices import merge_notices
from citewell.model.evidence import Notice, NoticeKind

TODAY = date(2026, 11, 22)
BEFORE = date(2026, 1, 1)
RETRACTION, CORRECTION = NoticeKind.RETRACTION, NoticeKind.CORRECTION


def test_a_retraction_that_three_services_know_is_one():
    said = [
        Notice(RETRACTION, "Crossref", "2016-02", "10.5555/n"),
        Notice(RETRACTION, "PubMed", "2016-02-06", pmid="9"),
        Notice(RETRACTION, "Retraction Watch", "2016-02-06", "10.5555/n", "9", "Error in Data"),
        Notice(RETRACTION, "PubMed"),
    ]
    one = Notice(
        RETRACTION, "Crossref, PubMed, Retraction Watch", "2016-02-06", "10.5555/n", "9", "Error in Data", TODAY
    )
    assert all(merge_notices(order, (), TODAY) == (one,) for order in permutations(said))


def test_different_notices_stay_apart_the_gravest_and_oldest_first():
    said = [
        Notice(CORRECTION, "PubMed", "2015", pmid="2"),
        Notice(CORRECTION, "PubMed", "2014", pmid="1"),
        Notice(NoticeKind.SUPERSEDED, "PubMed", "2010", pmid="3"),
        Notice(NoticeKind.CONCERN, "Crossref", "2016", "10.5555/c"),
        Notice(RETRACTION, "Crossref", "2017", "10.5555/r"),
    ]
    merged = merge_notices(said, (), TODAY)
    assert [notice.kind for notice in merged] == [*NoticeKind, CORRECTION]
    assert [notice.pmid for notice in merged] == ["", "", "3", "1", "2"]


def test_corrections_of_different_days_are_not_one():
    said = [Notice(CORRECTION, "Crossref", "2014-01-02", "10.5555/a"), Notice(CORRECTION, "PubMed", "2015", pmid="1")]
    assert len(merge_notices(said, (), TODAY)) == 2


def test_a_notice_keeps_the_day_on_which_it_was_first_seen():
    before = [Notice(RETRACTION, "Crossref", "2016", "10.5555/n", seen=BEFORE)]
    now = [Notice(RETRACTION, "Crossref", "2016-02-06", "10.5555/n"), Notice(CORRECTION, "PubMed", pmid="1")]
    assert [notice.seen for notice in merge_notices(now, before, TODAY)] == [BEFORE, TODAY]


def test_what_nobody_says_any_more_is_gone_but_not_while_its_service_is_silent():
    before = [Notice(RETRACTION, "Crossref, PubMed", "2016", "10.5555/n", seen=BEFORE)]
    assert merge_notices([], before, TODAY) == ()
    assert merge_notices([], before, TODAY, silent={"Retraction Watch"}) == ()
    assert merge_notices([], before, TODAY, silent={"PubMed"}) == tuple(before)


def test_a_notice_is_as_grave_as_the_gravest_that_is_said_of_it():
    said = [
        Notice(CORRECTION, "PubMed", "2016", "10.5555/n", "9"),
        Notice(RETRACTION, "Crossref", "2016", "10.5555/n"),
        Notice(CORRECTION, "PubMed", "2015", "10.5555/other"),
    ]
    merged = merge_notices(said, (), TODAY)
    assert [(notice.kind, notice.doi) for notice in merged] == [
        (RETRACTION, "10.5555/n"),
        (CORRECTION, "10.5555/other"),
    ]


def test_a_retraction_is_not_forgotten_while_the_record_of_its_notice_cannot_be_read():
    before = [Notice(RETRACTION, "Crossref", "2016", "10.5555/n", seen=BEFORE)]
    now = [Notice(CORRECTION, "Crossref", "2016", "10.5555/n")]
    assert [notice.kind for notice in merge_notices(now, before, TODAY)] == [CORRECTION]
    assert merge_notices(now, before, TODAY, unread={"10.5555/n"}) == tuple(before)


def test_what_crossref_passes_on_is_not_forgotten_while_crossref_is_silent():
    before = [Notice(RETRACTION, "Crossref, Retraction Watch", "2016", "10.5555/n", seen=BEFORE)]
    assert merge_notices([], before, TODAY, silent={"Crossref"}) == tuple(before)


def test_a_reinstatement_lifts_what_came_before_it():
    said = [
        Notice(RETRACTION, "Crossref", "2016-02-06", "10.5555/n"),
        Notice(CORRECTION, "PubMed", "2016", pmid="1"),
        Notice(RETRACTION, "PubMed", "2019", pmid="2"),
    ]
    merged = merge_notices(said, (), TODAY, reinstated="2017-01-01")
    assert [(notice.kind, notice.published) for notice in merged] == [(RETRACTION, "2019"), (CORRECTION, "2016")]


NOTICES = st.lists(
    st.builds(
        Notice,
        st.sampled_from(NoticeKind),
        st.sampled_from(["Crossref", "PubMed", "Retraction Watch"]),
        st.sampled_from(["", "2014", "2014-02", "2014-02-06", "2015"]),
        st.sampled_from(["", "10.5555/a", "10.5555/b"]),
        st.sampled_from(["", "1", "2"]),
    ),
    max_size=6,
)


@given(NOTICES)
def test_the_next_run_changes_nothing(said):
    first = merge_notices(said, (), BEFORE)
    assert merge_notices(said, first, TODAY) == first
    assert [notice.kind for notice in first[:1]] == sorted({notice.kind for notice in said}, key=[*NoticeKind].index)[
        :1
    ]
    assert {notice.kind for notice in first} <= {notice.kind for notice in said}


@given(NOTICES, st.randoms())
def test_the_order_in_which_services_answer_makes_no_difference(said, random):
    shuffled = list(said)
    random.shuffle(shuffled)
    assert merge_notices(shuffled, (), TODAY) == merge_notices(said, (), TODAY)
