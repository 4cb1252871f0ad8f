"""The decision table: what a look found, and what was known, to a verdict that an editor understands."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from citewell.evidence.network.response import Answer, Failure, FailureReason, Hop
from citewell.evidence.pages.page_text import PageText
from citewell.evidence.verdicts.observation import Observation, ServiceRecord
from citewell.evidence.verdicts.verdict import VerdictResult, judge
from citewell.model.evidence import LockedReference, Verdict

FIRST, SECOND, THIRD = date(2026, 11, 20), date(2026, 11, 22), date(2026, 11, 30)
ADDRESS = "https://press.example/made-up/page"
DOI = "DOI 10.5555/made-up"
GOOD = PageText("html", ("A made-up page",), digest="aaaa")


def answer(status: int = 200, *hops: int, to: str = ADDRESS, **headers: str) -> Answer:
    way = tuple(Hop(ADDRESS, hop) for hop in hops)
    return Answer(ADDRESS, to, status, {name.replace("_", "-"): value for name, value in headers.items()}, hops=way)


def failure(reason: FailureReason, detail: str = "it went wrong") -> Failure:
    return Failure(ADDRESS, reason, detail)


def page(title: str = "Something", **more: object) -> PageText:
    return PageText("html", (title,), **more)  # type: ignore[arg-type]  # what a test names is right


def there(outcome: Answer | None = None, match: int | None = 100, page: PageText | None = GOOD) -> Observation:
    return Observation(outcome or answer(), page, match)


def says(title: str | None, match: int | None, **more: object) -> ServiceRecord:
    return ServiceRecord("Crossref", DOI, title, match, **more)  # type: ignore[arg-type]  # as above


def known(verdict: Verdict = Verdict.OK, *failed: date, reason: str = "as it should be") -> LockedReference:
    return LockedReference("f", verdict, FIRST, reason, text_digest="aaaa", failed_on=failed)


LINKS = {
    "the right page": (there(), Verdict.OK, "the page is there and has the right title"),
    "a redirect for now": (there(answer(200, 302, to=f"{ADDRESS}/x")), Verdict.OK, "right title"),
    "moved for good": (
        there(answer(200, 301, 308, to="https://press.example/new")),
        Verdict.MOVED,
        "moved for good to https://press.example/new",
    ),
    "to itself with a fragment": (there(answer(200, 301, to=f"{ADDRESS}#top")), Verdict.OK, ""),
    "first for good, then for now": (there(answer(200, 301, 302, to="https://press.example/new")), Verdict.OK, ""),
    "a title that could be": (there(match=60), Verdict.UNKNOWN, "its title could be another's: “A made-up page”"),
    "another title": (
        there(match=5, page=page("Sheds")),
        Verdict.UNKNOWN,
        "another title: “Sheds” (seen on 20 November",
    ),
    "a page about cookies": (
        there(match=5, page=page("Cookies", instead="cookies")),
        Verdict.BLOCKED,
        "a page about cookies, which this program does not keep, in place of the page: “Cookies”",
    ),
    "a choice of region": (
        there(match=5, page=page("Region", instead="region")),
        Verdict.UNKNOWN,
        "a choice of country",
    ),
    "a region on the right page": (there(page=page("Region", instead="region")), Verdict.OK, ""),
    "no title": (there(match=None, page=PageText("html")), Verdict.UNKNOWN, "no title to compare"),
    "unreadable": (there(match=None, page=None), Verdict.UNKNOWN, "could not be read"),
    "a picture": (there(match=None, page=PageText("other")), Verdict.UNKNOWN, "could not be read"),
    "a scan": (there(match=None, page=PageText("pdf", scanned=True)), Verdict.UNKNOWN, "a picture of text"),
    "scripts": (there(match=None, page=page(shell=True)), Verdict.UNKNOWN, "written by scripts"),
    "a soft 404": (there(match=5, page=page(missing="Page not found")), Verdict.FAILING, "says “Page not found”"),
    "a soft 404 of the same title": (there(match=90, page=page(missing="Gone")), Verdict.UNKNOWN, "right title, but"),
    "a challenge": (there(match=None, page=page(challenge=True)), Verdict.BLOCKED, "a proof that a person is there"),
    "a 404 that is a challenge": (
        there(answer(404), None, page(challenge=True)),
        Verdict.BLOCKED,
        "a proof that a person is there",
    ),
    "the home page": (
        there(answer(200, 302, to="https://press.example/"), 50, page("Press")),
        Verdict.UNKNOWN,
        "leads to the home page of a site: “Press”",
    ),
    "a page called home that is one no more": (
        there(Answer("https://press.example/home", "https://press.example/", 200, hops=(Hop("x", 302),)), 60),
        Verdict.UNKNOWN,
        "leads to the home page of a site",
    ),
    "the home page of a language": (
        there(answer(200, 301, to="https://press.example/en-gb/"), 0),
        Verdict.UNKNOWN,
        "leads to the home page of a site",
    ),
    "the home page, and it is the work": (there(answer(200, 301, to="https://press.example/")), Verdict.MOVED, ""),
    "a page that leads on": (Observation(answer(), page("Moved"), 0, True), Verdict.UNKNOWN, "sends browsers on"),
    "a log-in": (
        there(answer(200, 302, to="https://id.press.example/signin?x=1"), 0),
        Verdict.BLOCKED,
        "where people sign in",
    ),
    "nothing to show": (there(answer(204), None, None), Verdict.UNKNOWN, "could not be read"),
    "a page without redirects and another title": (there(match=0), Verdict.UNKNOWN, "a second day must confirm"),
}


@pytest.mark.parametrize(("observation", "verdict", "reason"), LINKS.values(), ids=LINKS)
def test_a_page_that_answers(observation: Observation, verdict: Verdict, reason: str):
    judged = judge(observation, None, FIRST)

    assert judged.verdict is verdict
    assert reason in judged.reason


STATUSES = {
    Verdict.FAILING: (404, 410, 500, 501, 505, 506, 507, 508, 510),
    Verdict.BLOCKED: (401, 402, 403, 407, 429, 451, 999),
    Verdict.UNKNOWN: (
        *(300, 302, 304, 400, 405, 406, 408, 409, 411, 418, 421, 425, 431, 499),
        *(502, 503, 504, 509, 511, 520, 521, 522, 523, 524, 525, 526, 527, 530, 598, 777),
    ),
}


@pytest.mark.parametrize(
    ("status", "verdict"), [(code, verdict) for verdict, codes in STATUSES.items() for code in codes]
)
def test_a_status(status: int, verdict: Verdict):
    first = judge(Observation(answer(status)), None, FIRST)
    again = judge(Observation(answer(status)), known(first.verdict, *first.failed_on, reason=first.reason), SECOND)

    assert first.verdict is verdict
    assert again.verdict is (Verdict.BROKEN if verdict is Verdict.FAILING else verdict)
    assert f"the server answered {status}" in first.reason


@pytest.mark.parametrize("status", [200, 403, 404, 500, 503])
def test_a_challenge_that_says_it_is_one_is_no_answer_about_the_page(status: int):
    assert judge(Observation(answer(status, cf_mitigated="challenge")), None, FIRST).verdict is Verdict.BLOCKED


TROUBLES = {
    Verdict.REFUSED: {FailureReason.UNSAFE},
    Verdict.FAILING: {
        FailureReason.NO_SUCH_HOST,
        FailureReason.CONNECTION_REFUSED,
        FailureReason.CERTIFICATE,
        FailureReason.REDIRECTS,
    },
    Verdict.BLOCKED: {FailureReason.COOKIES},
}


@pytest.mark.parametrize("reason", FailureReason)
def test_no_answer(reason: FailureReason):
    wanted = next((verdict for verdict, some in TROUBLES.items() if reason in some), Verdict.UNKNOWN)

    judged = judge(Observation(failure(reason, "the cat ate the cable")), None, FIRST)

    assert judged.verdict is wanted
    assert "the cat ate the cable" in judged.reason


def test_broken_only_when_seen_on_two_days_and_the_days_are_told():
    observation = Observation(answer(404))
    first = judge(observation, known(), FIRST)
    reason = "the server answered 404 (not found) (seen on 20 November 2026)"
    assert first == VerdictResult(Verdict.FAILING, reason, (FIRST,))
    before = known(first.verdict, *first.failed_on, reason=first.reason)

    assert judge(observation, before, FIRST).verdict is Verdict.FAILING, "twice on one day is once"
    second = judge(observation, before, SECOND)
    assert second.verdict is Verdict.BROKEN
    assert second.failed_on == (FIRST, SECOND)
    assert second.reason == "the server answered 404 (not found) (seen on 20 November 2026 and on 22 November 2026)"
    third = judge(observation, known(second.verdict, *second.failed_on, reason=second.reason), THIRD)
    assert third == VerdictResult(Verdict.BROKEN, second.reason.replace("22", "30"), (FIRST, THIRD))


def test_failures_of_different_kinds_count_together():
    before = known(Verdict.FAILING, FIRST, reason="the server answered 404 (not found) (seen on 20 November 2026)")

    judged = judge(
        Observation(failure(FailureReason.NO_SUCH_HOST, "the name press.example does not exist")), before, SECOND
    )

    assert judged.verdict is Verdict.BROKEN
    reason = (
        "the name press.example does not exist (seen on 22 November 2026; it had failed on 20 November 2026 already)"
    )
    assert judged.reason == reason


@pytest.mark.parametrize("success", [there(), there(answer(200, 301, to="https://press.example/new"))])
def test_a_success_in_between_clears_a_failure(success: Observation):
    assert judge(success, known(Verdict.FAILING, FIRST), SECOND).failed_on == ()
    assert judge(success, known(Verdict.BROKEN, FIRST, SECOND), THIRD).verdict in {Verdict.OK, Verdict.MOVED}


@pytest.mark.parametrize(
    "unsure", [Observation(answer(403)), Observation(failure(FailureReason.TIMEOUT)), there(match=60)]
)
def test_what_is_unsure_neither_clears_a_failure_nor_counts_as_one(unsure: Observation):
    judged = judge(unsure, known(Verdict.FAILING, FIRST), SECOND)

    assert judged.verdict in {Verdict.BLOCKED, Verdict.UNKNOWN}
    assert judged.failed_on == (FIRST,)
    assert judge(Observation(answer(404)), known(judged.verdict, *judged.failed_on), THIRD).verdict is Verdict.BROKEN


SHEDS = there(match=5, page=page("Sheds"))
OTHERS = there(), (says("Garden sheds", 3),)


def after(judged: VerdictResult) -> LockedReference:
    """What the lock says after a judgement of the first day."""
    locked = known(judged.verdict, *judged.failed_on, reason=judged.reason)
    return replace(locked, suspected=judged.suspected)


def test_a_page_with_another_title_is_a_wrong_page_on_the_second_day():
    first = judge(SHEDS, known(), FIRST)
    assert (first.verdict, first.suspected) == (Verdict.UNKNOWN, FIRST)
    assert judge(SHEDS, after(first), FIRST).verdict is Verdict.UNKNOWN, "twice on one day is once"

    second = judge(SHEDS, after(first), SECOND)
    assert (second.verdict, second.suspected) == (Verdict.WRONG_PAGE, None)
    assert second.reason == "the page has another title: “Sheds”"
    assert judge(SHEDS, after(second), THIRD).verdict is Verdict.WRONG_PAGE


@pytest.mark.parametrize(
    "unsure", [Observation(answer(403)), Observation(failure(FailureReason.TIMEOUT)), Observation(answer(404))]
)
def test_what_is_unsure_neither_clears_a_suspicion_nor_confirms_it(unsure: Observation):
    between = judge(unsure, after(judge(SHEDS, known(), FIRST)), SECOND)

    assert between.verdict in {Verdict.BLOCKED, Verdict.UNKNOWN, Verdict.FAILING}
    assert judge(SHEDS, after(between), THIRD).verdict is Verdict.WRONG_PAGE


def test_the_right_page_in_between_clears_a_suspicion():
    between = judge(there(), after(judge(SHEDS, known(), FIRST)), SECOND)

    assert judge(SHEDS, after(between), THIRD).verdict is Verdict.UNKNOWN


@pytest.mark.parametrize(
    "observation", [replace(OTHERS[0], records=OTHERS[1]), Observation(failure(FailureReason.UNSAFE))]
)
def test_what_is_sure_at_once_is_still_kept_from_readers_for_a_day(observation: Observation):
    first = judge(observation, known(), FIRST)
    second = judge(observation, after(first), SECOND)

    assert first.verdict is second.verdict
    assert first.verdict in {Verdict.WRONG_PAGE, Verdict.REFUSED}
    assert (after(first).for_readers, after(second).for_readers) == (Verdict.UNKNOWN, second.verdict)


def test_changed_when_the_text_is_not_that_of_the_last_look():
    other = page("A made-up page", digest="bbbb")

    judged = judge(there(page=other), known(), SECOND)
    assert judged.verdict is Verdict.CHANGED
    assert "its text is not what it was on 20 November 2026" in judged.reason
    later = judge(there(page=other), known(Verdict.FAILING, FIRST), SECOND)
    assert later.reason.endswith("its text is not what it was when it was last seen")
    assert judge(there(page=GOOD), known(), SECOND).verdict is Verdict.OK
    assert judge(there(page=page("A made-up page")), known(), SECOND).verdict is Verdict.OK, "a page without a text"
    assert judge(there(page=other), None, SECOND).verdict is Verdict.OK, "the first look"
    moved = judge(there(answer(200, 301, to="https://press.example/new"), page=other), known(), SECOND)
    assert moved.verdict is Verdict.MOVED
    assert "its text is not what it was" in moved.reason


IDENTIFIERS = {
    "confirmed": (there(), (says("A made-up page", 100),), Verdict.OK, "right title"),
    "another work": (there(), (says("Garden sheds", 3),), Verdict.WRONG_PAGE, "knows DOI 10.5555/made-up as another"),
    "a title that could be": (there(), (says("Pages", 60),), Verdict.OK, "right title"),
    "not known": (there(), (says(None, None),), Verdict.FAILING, "Crossref does not know DOI 10.5555/made-up"),
    "another work, and the link dead": (Observation(answer(404)), (says("Sheds", 3),), Verdict.WRONG_PAGE, "“Sheds”"),
    "another work, and the link unsafe": (
        Observation(failure(FailureReason.UNSAFE)),
        (says("Sheds", 3),),
        Verdict.REFUSED,
        "it went wrong",
    ),
    "confirmed, and the link dead": (Observation(answer(404)), (says("A", 100),), Verdict.FAILING, "404"),
    "confirmed, and robots kept out": (
        Observation(answer(403)),
        (says("A", 100),),
        Verdict.BLOCKED,
        "not for a robot; Crossref knows DOI 10.5555/made-up under this title",
    ),
    "confirmed, and no answer": (
        Observation(failure(FailureReason.TIMEOUT)),
        (says("A", 100),),
        Verdict.UNKNOWN,
        "which may pass; Crossref knows DOI",
    ),
    "the DOI's own page shows it": (
        Observation(answer(), GOOD, 100, False, DOI, True),
        (says("Titel auf Deutsch", 3),),
        Verdict.OK,
        "",
    ),
    "the DOI's own page is a stop on the way": (
        Observation(answer(200, 302), page("Redirecting"), 0, False, DOI, True),
        (says("A", 100),),
        Verdict.UNKNOWN,
        "another title: “Redirecting”; Crossref knows DOI",
    ),
    "the DOI's own page is another's": (
        Observation(answer(200, 302), page("Sheds"), 0, False, DOI, True),
        (),
        Verdict.UNKNOWN,
        "another title",
    ),
    "a resolver is never moved": (
        Observation(answer(200, 301, to="https://press.example/new"), GOOD, 100, False, DOI, True),
        (),
        Verdict.OK,
        "",
    ),
    "confirmed, and only the resolver lacks it": (
        Observation(answer(404), identifier=DOI, redirector=True),
        (says("A", 100),),
        Verdict.UNKNOWN,
        "404 (not found), which may pass; Crossref knows DOI",
    ),
    "confirmed, and the page it leads to is gone": (
        Observation(answer(404, 302), identifier=DOI, redirector=True),
        (says("A", 100),),
        Verdict.FAILING,
        "404",
    ),
    "nothing to ask": (Observation(), (), Verdict.UNKNOWN, "it has no address"),
    "an identifier alone": (Observation(), (says("A", 100),), Verdict.OK, "knows DOI 10.5555/made-up under this title"),
    "an identifier alone, of another work": (Observation(), (says("Sheds", 3),), Verdict.WRONG_PAGE, "another work"),
    "an identifier alone, title unclear": (
        Observation(),
        (says("Pages", 60),),
        Verdict.UNKNOWN,
        "could be another work",
    ),
    "an identifier alone, without a title": (Observation(), (says("", None),), Verdict.UNKNOWN, "but not its title"),
    "an ISBN that a catalogue lacks": (
        Observation(),
        (says(None, None, complete=False),),
        Verdict.UNKNOWN,
        "it does not know all works",
    ),
}


@pytest.mark.parametrize(("observation", "records", "verdict", "reason"), IDENTIFIERS.values(), ids=IDENTIFIERS)
def test_identifiers_beside_the_link(
    observation: Observation, records: tuple[ServiceRecord, ...], verdict: Verdict, reason: str
):
    whole = replace(observation, records=records)

    judged = judge(whole, None, FIRST)

    assert judged.verdict is verdict
    assert reason in judged.reason


def test_one_identifier_that_is_right_does_not_excuse_another():
    pmid = ServiceRecord("PubMed", "PMID 1", "Garden sheds", 2)
    observation = Observation(answer(), GOOD, 100, False, DOI, True, (says("A made-up page", 100), pmid))

    assert judge(observation, None, FIRST).verdict is Verdict.WRONG_PAGE
