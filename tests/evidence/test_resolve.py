"""A run of looking up: what is asked of whom, what the lock says of it then, and what it remembers."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.evidence.running import read_without_processes, to_its_end
from tests.evidence.services.conftest import Shelf

from citewell.citations.notices import list_notices
from citewell.citations.reference_status import ReferenceStatus
from citewell.diagnostics import Location
from citewell.errors import ConfigurationError, WebUnreachable
from citewell.evidence import resolve as story
from citewell.evidence.network.limits import Limits
from citewell.evidence.pages.site_name import are_only_site_names
from citewell.evidence.resolve_jobs import list_due_jobs
from citewell.evidence.verdicts.verdict import judge
from citewell.model.evidence import (
    Archived,
    Lock,
    LockedReference,
    Notice,
    NoticeKind,
    QuoteVerdict,
    Verdict,
)
from citewell.model.fingerprint import compute_fingerprint
from citewell.model.references import IdentifierKind, Name, Reference
from citewell.model.site import EvidenceSettings, Settings
from citewell.project import Project

FIRST, SECOND, THIRD = date(2026, 11, 20), date(2026, 11, 22), date(2026, 11, 25)
TITLE = "Marmalade and the migration of made-up birds"
QUICKLY = Limits(read=2, whole=5, tries=1)
NOTE = {"type": "retraction", "DOI": "10.5555/note", "updated": {"date-parts": [[2014, 1, 31]]}, "source": "publisher"}


@pytest.fixture(scope="module")
def _shelf() -> Iterator[Shelf]:
    shelf = Shelf()
    yield shelf
    shelf.close()


class Run:
    """A project, the server that is all services and all pages to it, and what is known from the last run."""

    def __init__(self, shelf: Shelf, root: Path) -> None:
        self.shelf = shelf
        self.root = root
        self.services = dict.fromkeys(("crossref", "doi", "pubmed", "openlibrary", "wayback"), shelf.base)
        shelf.put("/wayback/available", b"{}")
        shelf.put("/web/", b"not archived", 404)
        self.lock = Lock()
        self.silent: dict[str, str] = {}

    def page(self, path: str, title: str = TITLE, text: str = "Birds fly south for the marmalade.", **more: Any) -> str:
        """Put a page on the shelf; its address."""
        body = f"<!doctype html><html lang=en><title>{title}</title><main><h1>{title}</h1><p>{text}</p></main>"
        self.shelf.put(path, body.encode(), Content_Type="text/html; charset=utf-8", **more)
        return self.shelf.base + path

    def crossref(self, doi: str, title: str = TITLE, *updates: dict[str, Any]) -> None:
        message = {"DOI": doi, "title": [title], "type": "journal-article", "updated-by": list(updates)}
        self.shelf.put(f"/works/{doi}", json.dumps({"status": "ok", "message": message}).encode())

    def look(self, *references: Reference, day: date = FIRST, quotes: tuple[str, ...] = ()) -> LockedReference:
        """Look references up that are due; what is known of the first."""
        settings = Settings(
            contact="editors@press.example",
            evidence=EvidenceSettings(services=self.services, allow_hosts=("127.0.0.1",)),
        )
        list_statuses = [
            ReferenceStatus(each, self.lock.find_entry(each), pinned=quotes, notices=list_notices(each, self.lock))
            for each in references
        ]
        jobs = list(list_due_jobs(list_statuses, settings.evidence, day))
        found = dict(self.lock.references)
        resolving = story.resolve(Project(self.root), settings, jobs, day, found.__setitem__, QUICKLY)
        self.silent = to_its_end(resolving)
        self.lock = Lock(found)
        return found[references[0].key]


@pytest.fixture
def run(_shelf: Shelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    read_without_processes(monkeypatch)
    _shelf.replies.clear()
    _shelf.asked.clear()
    return Run(_shelf, tmp_path)


def work(key: str = "birds", title: str = TITLE, url: str = "", **identifiers: str) -> Reference:
    """A made-up work."""
    known = {IdentifierKind(kind): value for kind, value in identifiers.items()}
    known |= {IdentifierKind.URL: url} if url.startswith("http") else {}
    fields = {"title": title, **({"URL": url} if url else {})}
    place = {"": Location("content_src/references/made-up.yml")}
    return Reference(key, "webpage", fields, identifiers=known, places=place)


def test_all_that_is_known_of_a_page(run: Run):
    url = run.page("/flight")
    copy = {"available": True, "url": "https://web.archive.org/web/20200102/http://x.example/", "status": "200"}
    closest = {"archived_snapshots": {"closest": {**copy, "timestamp": "20200102030405"}}}
    run.shelf.put("/wayback/available", json.dumps(closest).encode())
    reference = work(url=url)

    found = run.look(reference, quotes=("south for the marmalade",))

    assert found == LockedReference(
        compute_fingerprint(reference),
        Verdict.OK,
        FIRST,
        "the page is there and has the right title",
        address=url,
        final_url=url,
        status=200,
        page_title=TITLE,
        match=100,
        text_digest=found.text_digest,
        archived=Archived("https://web.archive.org/web/20200102/http://x.example/", date(2020, 1, 2)),
        quotes=found.quotes,
    )
    assert len(found.text_digest) == 16
    assert [(quote.verdict, quote.checked) for quote in found.quotes] == [(QuoteVerdict.FOUND, FIRST)]
    assert found.quotes[0].fragment.startswith("#:~:text=")
    assert run.silent == {}


# -- identifiers


def test_a_doi_is_asked_at_the_resolver_of_the_site_and_never_called_moved(run: Run):
    run.crossref("10.5555/birds")
    run.page("/journal/birds")
    run.shelf.put("/10.5555/birds", b"", 301, Location="/journal/birds")

    found = run.look(work(DOI="10.5555/birds"))

    assert (found.verdict, found.address) == (Verdict.OK, f"{run.shelf.base}/10.5555/birds")
    assert found.final_url == f"{run.shelf.base}/journal/birds"


def test_a_doi_of_another_work_is_a_wrong_page_with_that_title(run: Run):
    run.crossref("10.5555/sheds", "Ten garden sheds for small budgets")

    found = run.look(work(url=run.page("/flight"), DOI="10.5555/sheds"))

    assert found.verdict is Verdict.WRONG_PAGE
    assert found.reason == "Crossref knows DOI 10.5555/sheds as another work: “Ten garden sheds for small budgets”"


def test_a_doi_that_nobody_knows_fails_and_is_broken_on_another_day(run: Run):
    reference = work(url=run.page("/flight"), DOI="10.5555/nobody")

    first = run.look(reference)
    second = run.look(reference, day=SECOND)

    assert (first.verdict, second.verdict) == (Verdict.FAILING, Verdict.BROKEN)
    seen = "(seen on 20 November 2026 and on 22 November 2026)"
    assert second.reason == f"doi.org does not know DOI 10.5555/nobody {seen}"


def test_a_doi_that_only_its_own_agency_knows_is_no_fault(run: Run):
    agency = {"DOI": "10.5555/data", "title": TITLE, "type": "dataset"}
    run.shelf.put("/works/10.5555/data", b"Resource not found.", 404)
    run.shelf.put("/10.5555/data", json.dumps(agency).encode())

    assert run.look(work(url=run.page("/flight"), DOI="10.5555/data")).verdict is Verdict.OK


def test_a_page_that_keeps_robots_out_is_vouched_for(run: Run):
    run.crossref("10.5555/birds")
    run.page("/10.5555/birds", "Access denied", status=403)

    found = run.look(work(DOI="10.5555/birds"))

    assert found.verdict is Verdict.BLOCKED
    assert "Crossref knows DOI 10.5555/birds under this title" in found.reason


def test_an_identifier_behind_an_address_is_looked_up_too(run: Run):
    run.crossref("10.5555/birds", TITLE, NOTE)
    run.page("/10.5555/birds")

    found = run.look(work(url="https://dx.doi.org/10.5555/Birds"))

    assert (found.verdict, found.address) == (Verdict.OK, f"{run.shelf.base}/10.5555/birds")
    assert [notice.kind for notice in found.notices] == [NoticeKind.RETRACTION]


PUBMED = """<?xml version="1.0"?><PubmedArticleSet>{}</PubmedArticleSet>"""
ARTICLE = (
    '<PubmedArticle><MedlineCitation><PMID Version="1">{0}</PMID><Article><ArticleTitle>{1}</ArticleTitle>'
    "<PublicationTypeList><PublicationType>{2}</PublicationType></PublicationTypeList></Article></MedlineCitation>"
    "</PubmedArticle>"
)


def test_all_pmids_are_asked_for_at_once_and_need_no_page(run: Run):
    some = [ARTICLE.format(1, TITLE, "Journal Article"), ARTICLE.format(2, "Ten garden sheds", "Review")]
    run.shelf.put("/efetch.fcgi", PUBMED.format("".join(some)).encode())

    run.look(work("one", PMID="1"), work("two", PMID="2"), work("three", PMID="3"))

    assert {key: each.verdict for key, each in run.lock.references.items()} == {
        "one": Verdict.OK,
        "two": Verdict.WRONG_PAGE,
        "three": Verdict.FAILING,
    }
    assert len(run.shelf.asked) == 1
    assert "id=1,2,3&" in run.shelf.asked[0]


def test_a_pmcid_that_nobody_can_be_asked_about_is_unknown(run: Run):
    found = run.look(work(PMCID="PMC77"))

    assert found.verdict is Verdict.UNKNOWN
    assert run.silent == {"PubMed": "PubMed's service was not found at its address"}


def test_a_book_is_known_by_its_isbn(run: Run):
    book = {"ISBN:9780306406157": {"title": "Made-up Backs", "subtitle": "a guide"}}
    run.shelf.put("/api/books?bibkeys=ISBN:9780306406157", json.dumps(book).encode())
    run.shelf.put("/api/books", b"{}")

    known = run.look(work("a", "Made-up Backs: a guide", ISBN="9780306406157"))
    other = run.look(work("b", ISBN="9780306406157"))
    unknown = run.look(work("c", ISBN="9783161484100"))

    assert [each.verdict for each in (known, other, unknown)] == [Verdict.OK, Verdict.WRONG_PAGE, Verdict.UNKNOWN]
    assert known.reason == "Open Library knows ISBN 9780306406157 under this title"


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "http://[::1", "javascript:alert(1)", "http://10.0.0.1/x", "//x"]
)
def test_an_address_that_is_not_of_the_web_is_refused_and_never_told_to_others(run: Run, url: str):
    found = run.look(work(url=url))

    assert found.verdict is Verdict.REFUSED
    assert run.shelf.asked == []


def test_a_work_without_anything_to_ask_is_unknown(run: Run):
    assert run.look(work()).verdict is Verdict.UNKNOWN
    assert run.shelf.asked == []


def test_a_page_that_only_bears_the_name_of_its_site_is_no_other_work(run: Run):
    url = run.page("/flight", "Bird Trust")

    assert "the page has another title: “Bird Trust”" in run.look(work(url=url)).reason
    trust = replace(work(url=url), authors=(Name(literal="Bird Trust"),))
    found = run.look(trust, day=SECOND)
    assert found.verdict is Verdict.UNKNOWN
    assert "could be another's: “Bird Trust”" in found.reason
    assert are_only_site_names(["NHS"], "https://www.nhs.uk/back-pain/", work())
    assert are_only_site_names(["GOV.UK"], "https://www.gov.uk/back-pain/", work())
    assert not are_only_site_names(["NHS", "Sheds"], "https://www.nhs.uk/back-pain/", work())


# -- notices


def test_a_retraction_is_kept_with_the_day_it_was_first_seen(run: Run):
    run.crossref("10.5555/birds", f"RETRACTED: {TITLE}", NOTE)
    reference = work(url=run.page("/flight"), DOI="10.5555/birds")

    run.look(reference)
    found = run.look(replace(reference, kind="review"), day=date(2027, 3, 1))

    assert found.verdict is Verdict.OK
    assert [(notice.kind, notice.doi, notice.published, notice.seen) for notice in found.notices] == [
        (NoticeKind.RETRACTION, "10.5555/note", "2014-01-31", FIRST)
    ]


def test_a_service_that_is_silent_takes_nothing_back_and_is_named(run: Run):
    run.crossref("10.5555/birds", TITLE, NOTE)
    reference = work(url=run.page("/flight"), DOI="10.5555/birds")
    run.look(reference)
    run.shelf.replies[f"/works/{'10.5555/birds'}"].status = 500

    found = run.look(reference, day=date(2027, 3, 1))

    assert [notice.kind for notice in found.notices] == [NoticeKind.RETRACTION]
    assert found.checked == date(2027, 3, 1)
    assert run.silent == {"Crossref": "Crossref answered with status 500"}


def test_a_service_that_no_longer_knows_the_work_takes_nothing_back(run: Run):
    run.crossref("10.5555/birds", TITLE, NOTE)
    reference = work(url=run.page("/flight"), DOI="10.5555/birds")
    run.look(reference)
    run.shelf.put("/works/10.5555/birds", b"Resource not found.", 404)

    found = run.look(reference, day=date(2027, 3, 1))
    assert [notice.kind for notice in found.notices] == [NoticeKind.RETRACTION]
    run.crossref("10.5555/birds", TITLE)
    assert run.look(reference, day=date(2027, 6, 1)).notices == (), "it knows the work, and says nothing of it"


HEAD = (
    "RetractionNature,OriginalPaperDOI,OriginalPaperPubMedID,RetractionDate,RetractionDOI,RetractionPubMedID,Reason\n"
)
ROW = "Retraction,https://doi.org/10.5555/BIRDS,0,2/6/2016 0:00,10.5555/note,0,+Error in Data;\n"


@pytest.mark.parametrize("on_the_web", [True, False])
def test_a_retraction_watch_file_is_read_from_the_project_or_the_web(run: Run, on_the_web: bool):
    run.crossref("10.5555/birds")
    (run.root / "rw.csv").write_text(HEAD + ROW, encoding="utf-8")
    run.shelf.put("/rw.csv", (HEAD + ROW).encode())
    run.services["retractions"] = f"{run.shelf.base}/rw.csv" if on_the_web else "rw.csv"

    found = run.look(work(url=run.page("/flight"), DOI="10.5555/birds"))

    assert [(notice.said_by, notice.reason) for notice in found.notices] == [("Retraction Watch", "Error in Data")]


def test_a_retraction_watch_file_that_is_not_there_stops_the_run(run: Run):
    run.services["retractions"] = "nowhere.csv"

    with pytest.raises(ConfigurationError, match=r"names nowhere\.csv, but"):
        run.look(work(url=run.page("/flight")))


def test_guidance_that_says_it_was_replaced(run: Run):
    url = run.page("/flight", text="This guideline has been replaced by another one. Birds fly south all the same.")

    found = run.look(work(url=url))

    assert found.verdict is Verdict.OK
    assert [(notice.kind, notice.said_by) for notice in found.notices] == [(NoticeKind.SUPERSEDED, "the page itself")]
    assert "This guideline has been replaced by another one" in found.notices[0].reason
    run.page("/flight", "Access denied", status=403)
    assert run.look(work(url=url), day=date(2027, 3, 1)).notices == found.notices, "nobody took it back"
    run.page("/flight")
    assert run.look(work(url=url), day=date(2027, 6, 1)).notices == ()


# -- quotes


def test_a_quote_stays_as_it_was_found_while_the_page_cannot_be_read(run: Run):
    reference, words = work(url=run.page("/flight")), ("fly south for the marmalade",)
    found = run.look(reference, quotes=words).quotes
    run.page("/flight", "Access denied", status=403)

    assert run.look(reference, day=date(2027, 3, 1), quotes=words).quotes == found
    unread = run.look(reference, day=date(2027, 3, 2), quotes=(*words, "new words")).quotes[1]
    assert (unread.verdict, unread.text) == (QuoteVerdict.UNREAD, "new words")
    unread = run.look(reference, day=date(2027, 3, 3), quotes=(*words, "new words")).quotes[1]
    assert unread.checked == date(2027, 3, 3), "it was tried again"


def test_a_quote_that_changed_by_one_word_is_told_with_both_versions(run: Run):
    reference = work(url=run.page("/flight", text="Take two of these every six hours, and no more than eight a day."))

    found = run.look(reference, quotes=("Take two of these every four hours",)).quotes[0]

    assert found.verdict is QuoteVerdict.CHANGED
    assert "every six hours" in found.says


def test_another_page_says_nothing_of_a_quote(run: Run):
    reference = work(url=run.page("/sheds", "Ten garden sheds", "Sheds are for tools."))
    days = [run.look(reference, quotes=("south",), day=day) for day in (FIRST, SECOND)]

    assert [found.verdict for found in days] == [Verdict.UNKNOWN, Verdict.WRONG_PAGE]
    assert {found.quotes[0].verdict for found in days} == {QuoteVerdict.UNREAD}


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Error - Cookies Turned Off", "Cookies are off in this browser. They must be on to browse the site."),
        ("Before you continue", "This site uses cookies. Accept all. Reject all."),
        ("Sind Sie Angehörige der Fachkreise oder Arzt?", "Ja. Nein."),
        ("Scheduled maintenance | Bird Press", "We are working on the site. Come back soon."),
    ],
)
def test_a_question_or_notice_of_the_site_is_never_another_work(run: Run, title: str, text: str):
    reference = work(url=run.page("/flight", title, text))
    for day in (FIRST, SECOND, THIRD):
        found = run.look(reference, day=day, quotes=("south",))
        assert found.verdict in {Verdict.UNKNOWN, Verdict.BLOCKED}
        assert found.suspected is None
        assert found.quotes[0].verdict is QuoteVerdict.UNREAD


# -- retractions


def test_a_page_whose_title_or_text_says_so_is_retracted(run: Run):
    titled = work("titled", url=run.page("/titled", f"RETRACTED ARTICLE: {TITLE} | Bird Press"))
    after = work("after", url=run.page("/after", f"{TITLE} (Retracted) - Bird Press"))
    before = work("before", url=run.page("/before", f"Notice of Retraction: {TITLE} | Bird Press"))
    told = work("told", url=run.page("/told", text="This article has been retracted by the editors. Birds fly south."))
    doubted = work("doubted", url=run.page("/doubted", text="This article is subject to an expression of concern."))
    run.look(titled, after, before, told, doubted)

    found = {key: [(each.kind, each.reason) for each in locked.notices] for key, locked in run.lock.references.items()}
    assert found == {
        "titled": [(NoticeKind.RETRACTION, "its title says so")],
        "after": [(NoticeKind.RETRACTION, "its title says so")],
        "before": [(NoticeKind.RETRACTION, "its title says so")],
        "told": [(NoticeKind.RETRACTION, "it says “This article has been retracted by the editors.”")],
        "doubted": [(NoticeKind.CONCERN, "it says “This article is subject to an expression of concern.”")],
    }
    assert {locked.verdict for locked in run.lock.references.values()} == {Verdict.OK}


def test_guidance_that_was_withdrawn_and_says_so_in_its_text_is_superseded(run: Run):
    url = run.page("/guidance", f"[Withdrawn] {TITLE} - GOV.EXAMPLE", "This guidance was withdrawn on 3 May 2020.")
    assert [each.kind for each in run.look(work(url=url)).notices] == [NoticeKind.SUPERSEDED]


def test_what_the_reference_says_itself_is_not_written_into_the_lock(run: Run):
    said = Notice(NoticeKind.RETRACTION, "PubMed", "2020")
    imported = replace(work(url=run.page("/flight")), notices=(said,))
    assert list_notices(imported, run.lock) == (said,)
    assert run.look(imported).notices == ()
    assert list_notices(imported, run.lock) == (said,)


def test_a_page_about_a_retraction_of_another_work_is_not_retracted(run: Run):
    text = "A study of gulls was large. This paper was retracted in 2010. RETRACTED: Gulls and jam is one of ten."
    assert run.look(work(url=run.page("/flight", text=text))).notices == ()


def test_an_erratum_that_is_called_a_retraction_is_one(run: Run):
    notice = {"message": {"title": [f"Retraction notice to “{TITLE}”"]}}
    run.shelf.put("/works/10.5555/note", json.dumps(notice).encode())
    run.crossref("10.5555/birds", TITLE, {**NOTE, "type": "erratum"})
    run.page("/10.5555/birds")
    reference = work(DOI="10.5555/birds")

    assert [each.kind for each in run.look(reference).notices] == [NoticeKind.RETRACTION]
    run.shelf.put("/works/10.5555/note", b"busy", 500)
    assert [each.kind for each in run.look(reference, day=date(2027, 2, 1)).notices] == [NoticeKind.RETRACTION]


# -- when to ask


def test_who_is_due(run: Run):
    url = run.page("/flight")
    run.look(work(url=url))
    settings = EvidenceSettings(recheck_after=30)

    def is_due(day: date, reference: Reference | None = None, quotes: tuple[str, ...] = (), **how: Any) -> bool:
        wanted = reference or work(url=url)
        return bool(
            list(
                list_due_jobs(
                    [ReferenceStatus(wanted, run.lock.find_entry(wanted), pinned=quotes)], settings, day, **how
                )
            )
        )

    assert not is_due(FIRST)
    assert not is_due(date(2026, 12, 19))
    assert is_due(date(2026, 12, 20))
    assert not is_due(date(2026, 11, 19)), "it may be another day elsewhere"
    assert is_due(date(2026, 11, 18)), "some clock was wrong"
    assert is_due(FIRST, again=True)
    assert is_due(FIRST, named=("birds",))
    assert not is_due(date(2027, 12, 20), named=("bees",))
    assert is_due(FIRST, quotes=("new words",))
    assert is_due(FIRST, work(title="Another title", url=url))
    assert not is_due(FIRST, replace(work(url=url), kind="review")), "that says nothing of which work it is"
    failed = replace(run.lock.references["birds"], verdict=Verdict.FAILING)
    run.lock = Lock({"birds": failed})
    assert not is_due(FIRST)
    assert is_due(SECOND)


def test_the_archive_is_not_asked_every_day_for_a_copy_that_is_known(run: Run):
    copy = Archived("https://web.archive.org/web/2020/http://x.example/", date(2020, 1, 2))
    reference = work(url=run.shelf.base + "/gone")
    known = LockedReference(
        compute_fingerprint(reference), Verdict.FAILING, FIRST, "", failed_on=(FIRST,), archived=copy
    )
    run.lock = Lock({"birds": known})

    found = run.look(reference, day=SECOND)

    assert (found.verdict, found.archived) == (Verdict.BROKEN, copy)
    assert run.shelf.asked == ["/gone"]


def test_one_reference_that_trips_the_program_loses_none_of_the_others(run: Run, monkeypatch: pytest.MonkeyPatch):
    def trips(look: Any, before: Any, today: date) -> Any:
        if look.outcome.address.endswith("/odd"):
            raise ZeroDivisionError("by nought")
        return judge(look, before, today)

    monkeypatch.setattr("citewell.evidence.lock_entry.judge", trips)
    run.look(work("odd", url=run.page("/odd")), work("even", url=run.page("/even")))

    assert run.lock.references["even"].verdict is Verdict.OK
    odd = run.lock.references["odd"]
    assert odd.verdict is Verdict.UNKNOWN
    assert odd.reason == "this program failed to check it, which is a bug of its own (ZeroDivisionError: by nought)"


# -- a network that is cut off, or half of one


PUBLIC = "http://journal.example/flight"


@pytest.fixture
def no_public_names(monkeypatch: pytest.MonkeyPatch) -> None:
    """A network whose DNS says of every public name that it does not exist."""

    def unknown(*_: Any, **__: Any) -> Any:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr("citewell.evidence.network.connections.socket.getaddrinfo", unknown)


@pytest.mark.usefixtures("no_public_names")
def test_what_answers_within_the_network_says_nothing_of_the_web_outside(run: Run):
    inside, outside, new = work("inside", url=run.page("/flight")), work(url=PUBLIC), work("new", url=PUBLIC)
    known = LockedReference(compute_fingerprint(outside), Verdict.FAILING, FIRST, "it failed", failed_on=(FIRST,))
    run.lock = Lock({"birds": known})

    run.look(inside, outside, new, day=SECOND)

    assert run.lock.references["inside"].verdict is Verdict.OK
    assert run.lock.references["birds"] == known
    unknown = run.lock.references["new"]
    assert (unknown.verdict, unknown.failed_on) == (Verdict.UNKNOWN, ())
    assert unknown.reason == "the web outside this network could not be reached"
    reason = run.silent["the web outside this network"]
    assert reason == "it could not be reached, so 2 pages could not be checked; what was known before is kept"


@pytest.mark.usefixtures("no_public_names")
def test_a_retraction_is_told_by_a_mirror_though_the_page_cannot_be_reached(run: Run):
    reference = work(url=PUBLIC, DOI="10.5555/birds")
    known = LockedReference(
        compute_fingerprint(reference), Verdict.OK, FIRST, "the page is there and has the right title"
    )
    run.lock = Lock({"birds": known})
    run.crossref("10.5555/birds", TITLE, NOTE)

    found = run.look(reference, day=date(2027, 3, 1))

    assert (found.verdict, found.checked) == (Verdict.OK, FIRST)
    assert [notice.kind for notice in found.notices] == [NoticeKind.RETRACTION]


@pytest.mark.usefixtures("no_public_names")
def test_wholly_offline_nothing_is_written_even_of_one(run: Run):
    run.services = {}
    reference = work(url=PUBLIC, DOI="10.5555/birds")
    known = LockedReference(compute_fingerprint(reference), Verdict.FAILING, FIRST, "it failed", failed_on=(FIRST,))
    run.lock = Lock({"birds": known})

    with pytest.raises(WebUnreachable, match="no host on the web answered, so nothing was written"):
        run.look(reference, day=SECOND)


def test_a_resolver_of_ours_that_is_down_says_nothing_of_the_works_behind_it(run: Run):
    run.services["doi"] = "http://127.0.0.1:1"
    run.crossref("10.5555/birds", "")
    reference = work(DOI="10.5555/birds")

    first, second = run.look(reference), run.look(reference, day=SECOND)

    assert (first.verdict, second.verdict) == (Verdict.UNKNOWN, Verdict.UNKNOWN)


# -- notices outlive an edit


def test_a_notice_stays_while_the_service_that_told_of_it_is_silent_though_the_title_was_changed(run: Run):
    run.crossref("10.5555/birds", TITLE, NOTE)
    url = run.page("/flight")
    answers = run.look(work(url=url, DOI="10.5555/birds")).notices
    run.services["crossref"] = "http://127.0.0.1:1"

    renamed = run.look(work("renamed", TITLE + "s", url=url, DOI="10.5555/birds"), day=SECOND)

    assert renamed.notices == answers
    assert renamed.identifiers == ("doi:10.5555/birds", url)


# -- in which order


def test_pages_that_never_answer_are_not_the_first_every_day(run: Run):
    references = [work(f"w{number}", url=run.page(f"/w{number}")) for number in range(6)]
    orders = []
    for month in (1, 2, 3, 4):
        run.shelf.asked.clear()
        run.lock = Lock()
        run.look(*references, day=date(2027, month, 1))
        orders.append(tuple(path for path in run.shelf.asked if path.startswith("/w") and path[2:].isdigit()))

    assert len(set(orders)) > 1
    assert {frozenset(order) for order in orders} == {frozenset(f"/w{number}" for number in range(6))}
