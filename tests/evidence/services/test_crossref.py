"""Crossref and DOI content negotiation: every field of a record, and the notices about its work."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from citewell.evidence.service_api.results import Absent, KnownWork, Unavailable
from citewell.evidence.services import service_address
from citewell.evidence.services.crossref import Crossref
from citewell.evidence.services.crossref.item import read_item
from citewell.evidence.services.crossref.notices import read_notices
from citewell.evidence.services.doi import DoiResolver
from citewell.model.evidence import Notice, NoticeKind
from citewell.model.references import IdentifierKind
from citewell.model.site import EvidenceSettings

SHAPES = Path(__file__).parent / "shapes"
RECORD = json.loads((SHAPES / "crossref-article.json").read_text(encoding="utf-8"))


def record(**changes: Any) -> dict[str, Any]:
    """The message of the shape with other fields; ``None`` takes one away."""
    message = {**RECORD["message"], **{name.replace("_", "-"): value for name, value in changes.items()}}
    return {name: value for name, value in message.items() if value is not None}


def kinds(message: dict[str, Any]) -> list[NoticeKind]:
    return [notice.kind for notice in read_notices(message)]


def test_every_field_of_an_article_is_read(ask, shelf):
    shelf.put("/works/10.5555/made.up.2014", "crossref-article.json")
    found = ask(Crossref, IdentifierKind.DOI, "https://doi.org/10.5555/Made.Up.2014", contact="a@example.org")
    assert found == KnownWork(
        {
            "type": "article-journal",
            "title": "A made-up in vitro study of CO₂ & 10⁶ cells: Nothing was found",
            "author": [
                {"family": "Made", "given": "Ann B.", "non-dropping-particle": "van der"},
                {"family": "Upton", "given": "Carl", "suffix": "Jr"},
                {"literal": "The Made-up Trial Group"},
            ],
            "issued": {"date-parts": [[2014, 4]]},
            "available-date": {"date-parts": [[2014, 1, 31]]},
            "container-title": "Journal of Made-up Medicine",
            "container-title-short": "J Made Up Med",
            "volume": "12",
            "issue": "4",
            "page": "230-238",
            "publisher": "Made-up Press",
            "publisher-place": "Oxford",
            "DOI": "10.5555/Made.Up.2014",
            "ISSN": "1234-5679",
            "language": "en",
            "abstract": "Background: Nothing was known (p < 0.05). Results: Nothing is known.",
            "URL": "https://doi.org/10.5555/made.up.2014",
        }
    )
    assert shelf.asked == ["/works/10.5555/made.up.2014?mailto=a@example.org"]


def test_only_an_e_mail_address_is_told(ask, shelf):
    ask(Crossref, IdentifierKind.DOI, "10.5555/x", contact="https://example.org/contact")
    assert shelf.asked == ["/works/10.5555/x"]


def test_an_odd_doi_stays_one_path(ask, shelf):
    odd = "10.1002/(sici)1097-4571(199806)49:8<693::aid-asi4>3.0.co;2-o"
    ask(Crossref, IdentifierKind.DOI, odd)
    assert shelf.asked == [f"/works/{odd}"]


def test_what_crossref_does_not_know_is_absent(ask):
    assert ask(Crossref, IdentifierKind.DOI, "10.5555/unknown") == Absent()


def test_what_is_no_doi_is_not_asked_for(ask, shelf):
    assert ask(Crossref, IdentifierKind.DOI, "10.12/x") == Absent()
    assert shelf.asked == []


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 200),
        (b"<html>Sorry</html>", 200),
        (b"[]", 200),
        (b"{}", 200),
        (b'{"message": []}', 200),
        (b'{"message": {}}', 200),
        (b'{"message": "x"}', 200),
        (b"[" * 100_000, 200),
        (b"\xff\xfe{", 200),
        (b"busy", 500),
        (b"no", 403),
        (b"{}" + b" " * 9_000_000, 200),
    ],
)
def test_what_cannot_be_read_is_unavailable_and_says_why(ask, shelf, body, status):
    shelf.put("/works/", body, status)
    found = ask(Crossref, IdentifierKind.DOI, "10.5555/x")
    assert isinstance(found, Unavailable)
    assert "Crossref" in found.reason
    assert not found.reason.endswith(".")


def test_a_service_that_cannot_be_reached_is_unavailable(ask):
    found = ask(Crossref, IdentifierKind.DOI, "10.5555/x", base="http://127.0.0.1:9")
    assert isinstance(found, Unavailable)


def test_a_byte_order_mark_and_keys_given_twice_are_taken(ask, shelf):
    body = b'\xef\xbb\xbf{"message": {"DOI": "10.5555/x", "title": ["Old"], "title": ["New"]}}'
    shelf.put("/works/", body)
    found = ask(Crossref, IdentifierKind.DOI, "10.5555/x")
    assert isinstance(found, KnownWork)
    assert found.title == "New"


@pytest.mark.parametrize(
    ("crossref_type", "csl_type"),
    [
        ("journal-article", "article-journal"),
        ("book-chapter", "chapter"),
        ("monograph", "book"),
        ("edited-book", "book"),
        ("reference-entry", "entry"),
        ("proceedings-article", "paper-conference"),
        ("report", "report"),
        ("standard", "standard"),
        ("dissertation", "thesis"),
        ("dataset", "dataset"),
        ("posted-content", "article"),
        ("peer-review", "review"),
        ("journal-issue", "periodical"),
        ("grant", "document"),
        ("", "document"),
        (None, "document"),
        (["journal-article"], "article-journal"),
        ({"a": 1}, "document"),
    ],
)
def test_types(crossref_type, csl_type):
    assert read_item({"type": crossref_type, "title": ["A"]})["type"] == csl_type


@pytest.mark.parametrize(
    ("title", "subtitle", "read"),
    [
        (["A made-up study"], ["with a part"], "A made-up study: with a part"),
        (["A made-up study: with a part"], ["With a part"], "A made-up study: with a part"),
        (["Is it made up?"], ["Yes"], "Is it made up? Yes"),
        ("A text", None, "A text"),
        ([None, "", ["Nested"]], [], "Nested"),
        (["<b>Bold</b> &amp;lt;i&amp;gt;x&amp;lt;/i&amp;gt;"], None, "Bold x"),
        (["p < 0.05 and q > 3"], None, "p < 0.05 and q > 3"),
        (["The 2<sup>nd</sup> study"], None, "The 2nd study"),
        (["  Two\n   lines\u00ad\u202e "], None, "Two lines"),
        ([5], None, "5"),
        ([True], None, None),
        ({"a": "b"}, None, None),
    ],
)
def test_titles(title, subtitle, read):
    assert read_item({"title": title, "subtitle": subtitle}).get("title") == read


@pytest.mark.parametrize(
    ("parts", "read"),
    [
        ([[2014, 1, 31]], [[2014, 1, 31]]),
        ([[2014, 1]], [[2014, 1]]),
        ([["2014", "1"]], [[2014, 1]]),
        ([[2014, 13, 45]], [[2014]]),
        ([[2014, 2, 30]], [[2014, 2]]),
        ([[2014, None, 3]], [[2014]]),
        ([[None]], None),
        ([[]], None),
        ([], None),
        (None, None),
        ([[0]], None),
        ([[99999]], None),
        ([[10**400]], None),
        ([[True, 1]], None),
        ([["2014; drop"]], None),
        ([[2014, 1], [2014, 3]], [[2014, 1], [2014, 3]]),
        ([[2014, 3], [2014, 1]], [[2014, 3]]),
        ([[[2014]]], None),
        ("2014", None),
    ],
)
def test_dates(parts, read):
    issued = read_item({"title": ["A"], "issued": {"date-parts": parts}}).get("issued")
    assert issued == (read and {"date-parts": read})


def test_a_date_in_words_is_read():
    assert read_item({"title": ["A"], "issued": {"raw": "March 2009"}})["issued"] == {"date-parts": [[2009, 3]]}


def test_without_print_the_day_online_counts():
    item = read_item(record(published_print=None, issued=None, published=None))
    assert item["issued"] == {"date-parts": [[2014, 1, 31]]}
    assert "available-date" not in item


def test_an_article_number_stands_for_pages():
    assert read_item(record(page=None, article_number="e1001"))["page"] == "e1001"


def test_a_chapter_in_a_series_has_book_and_series():
    item = read_item({"type": "book-chapter", "title": ["A"], "container-title": ["The Series", "The Book"]})
    assert (item["container-title"], item["collection-title"]) == ("The Book", "The Series")


def test_a_book_has_its_isbn_edition_and_editors():
    item = read_item(
        {
            "type": "edited-book",
            "title": ["A"],
            "ISBN": ["wrong", "http://id.crossref.org/isbn/9780306406157"],
            "edition-number": 2,
            "editor": [{"family": "Made", "given": "Ann"}],
        }
    )
    assert (item["ISBN"], item["edition"], item["editor"]) == (
        "9780306406157",
        "2",
        [{"family": "Made", "given": "Ann"}],
    )


def test_a_thesis_has_its_university_and_degree():
    item = read_item(
        {
            "type": "dissertation",
            "title": ["A"],
            "publisher": "A depositor",
            "institution": [{"name": "Made-up University", "place": ["Nowhere"]}],
            "degree": ["PhD"],
        }
    )
    assert (item["publisher"], item["publisher-place"], item["genre"]) == ("Made-up University", "Nowhere", "PhD")


def test_a_conference_paper_has_its_event():
    event = {"name": "Made-up Conference", "location": "Nowhere", "start": {"date-parts": [[2010, 5, 1]]}}
    item = read_item({"type": "proceedings-article", "title": ["A"], "event": event})
    assert item["event-title"] == "Made-up Conference"
    assert item["event-place"] == "Nowhere"
    assert item["event-date"] == {"date-parts": [[2010, 5, 1]]}


def test_a_preprint_says_so(ask, shelf):
    message = record(type="posted-content", subtype="preprint", container_title=[], institution=[{"name": "madeRxiv"}])
    shelf.put("/works/", json.dumps({"message": message}).encode())
    found = ask(Crossref, IdentifierKind.DOI, "10.5555/made.up.2014")
    assert isinstance(found, KnownWork)
    assert (found.kind, found.item["genre"], found.item["container-title"]) == ("preprint", "Preprint", "madeRxiv")


@pytest.mark.parametrize(
    ("update_type", "kind"),
    [
        ("retraction", NoticeKind.RETRACTION),
        ("Retraction", NoticeKind.RETRACTION),
        ("withdrawal", NoticeKind.RETRACTION),
        ("removal", NoticeKind.RETRACTION),
        ("partial_retraction", NoticeKind.CONCERN),
        ("expression_of_concern", NoticeKind.CONCERN),
        ("Expression of Concern", NoticeKind.CONCERN),
        ("expression-of-concern", NoticeKind.CONCERN),
        ("correction", NoticeKind.CORRECTION),
        ("corrigendum", NoticeKind.CORRECTION),
        ("erratum", NoticeKind.CORRECTION),
        ("addendum", NoticeKind.CORRECTION),
        ("clarification", NoticeKind.CORRECTION),
        ("new_edition", NoticeKind.SUPERSEDED),
        ("new_version", NoticeKind.SUPERSEDED),
    ],
)
def test_each_type_of_update_is_a_notice(update_type, kind):
    update = {"DOI": "10.5555/Notice", "type": update_type, "updated": {"date-parts": [[2016, 2, 6]]}}
    (notice,) = read_notices(record(updated_by=[update]))
    assert (notice.kind, notice.doi, notice.published) == (kind, "10.5555/notice", "2016-02-06")
    assert notice.said_by == "Crossref"


def test_a_notice_says_who_said_it_and_counts_once():
    update = {"DOI": "10.5555/n", "type": "retraction", "updated": {"date-time": "2016-02-06T00:00:00Z"}}
    message = record(updated_by=[{**update, "source": "publisher"}, {**update, "source": "retraction-watch"}, update])
    assert read_notices(message) == (
        Notice(NoticeKind.RETRACTION, "Crossref", "2016-02-06", "10.5555/n"),
        Notice(NoticeKind.RETRACTION, "Crossref, Retraction Watch", "2016-02-06", "10.5555/n"),
    )


def test_a_notice_that_retracts_another_work_is_not_retracted():
    update = {"DOI": "10.5555/another", "type": "retraction", "updated": {"date-parts": [[2016]]}}
    assert kinds(record(update_to=[update])) == []
    assert kinds(record(update_to=[update], title=["Retracted: A made-up study"])) == []


def test_a_work_retracted_in_its_place_is_retracted():
    update = {"DOI": "10.5555/MADE.up.2014", "type": "retraction", "updated": {"date-parts": [[2016]]}}
    assert kinds(record(update_to=[update])) == [NoticeKind.RETRACTION]


def test_a_new_version_of_itself_is_not_superseded():
    assert kinds(record(update_to=[{"DOI": "10.5555/made.up.2014", "type": "new_version"}])) == []


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("RETRACTED: A made-up study", [NoticeKind.RETRACTION]),
        ("RETRACTED ARTICLE: A made-up study", [NoticeKind.RETRACTION]),
        ("Retracted: A made-up study", [NoticeKind.RETRACTION]),
        ("[Retracted] A made-up study", [NoticeKind.RETRACTION]),
        ("WITHDRAWN: A made-up study", [NoticeKind.RETRACTION]),
        ("Retraction: A made-up study", []),
        ("Retraction notice to: A made-up study", []),
        ("Retracted papers: how often are they cited?", []),
        ("Withdrawn: how patients feel", []),
        ("A study of RETRACTED: papers", []),
    ],
)
def test_a_title_may_say_that_its_work_is_retracted(title, found):
    assert kinds(record(title=[title])) == found


ERRATUM = {"DOI": "10.5555/note", "type": "erratum", "label": "Erratum", "updated": {"date-parts": [[2020]]}}


def told_by(ask, shelf, notice_title, *, status=200, update=ERRATUM):
    """What Crossref tells of a work with an erratum whose own record has this title."""
    work = record(updated_by=[update], title=["Retraction of the scapula in swimmers"])
    shelf.put("/works/10.5555/made.up.2014", json.dumps({"message": work}).encode())
    shelf.put("/works/10.5555/note", json.dumps({"message": {"title": [notice_title]}}).encode(), status)
    found = ask(Crossref, IdentifierKind.DOI, "10.5555/made.up.2014")
    assert isinstance(found, KnownWork)
    return found


@pytest.mark.parametrize(
    ("notice_title", "kind", "reason"),
    [
        ("Retraction notice to “A made-up study” [J Test 3 (2014) 1–9]", NoticeKind.RETRACTION, ""),
        ("RETRACTION: A made-up study", NoticeKind.RETRACTION, ""),
        ("Retraction Note to: A made-up study", NoticeKind.RETRACTION, ""),
        ("Retraction for Doe et al., A made-up study", NoticeKind.RETRACTION, ""),
        ("Statement of Retraction: A made-up study", NoticeKind.RETRACTION, ""),
        ("Retracted: A made-up study", NoticeKind.RETRACTION, ""),
        ("Editorial: Retraction of “A made-up study”", NoticeKind.RETRACTION, ""),
        ("Author-initiated retraction: A made-up study", NoticeKind.RETRACTION, ""),
        ("Retraction (vol 3, pg 5, 2010)", NoticeKind.RETRACTION, ""),
        ("Rétractation de l’article « Une étude »", NoticeKind.RETRACTION, ""),
        ("Notice of Retraction and Replacement. Doe et al.", NoticeKind.RETRACTION, "it was retracted and replaced"),
        ("Withdrawal notice to “A made-up study”", NoticeKind.RETRACTION, "it was withdrawn"),
        ("Rétractation : une étude inventée", NoticeKind.RETRACTION, ""),
        ("Partial retraction: A made-up study", NoticeKind.CONCERN, "a part of it was retracted"),
        ("Editorial Expression of Concern: A made-up study", NoticeKind.CONCERN, ""),
        ("Erratum: A made-up study", NoticeKind.CORRECTION, ""),
        ("Correction to: Retraction Note: A made-up study", NoticeKind.CORRECTION, ""),
        ("Retraction of the scapula in swimmers", NoticeKind.CORRECTION, ""),  # the work's own title
        ("Retraction injuries: corrigendum", NoticeKind.CORRECTION, ""),
        ("", NoticeKind.CORRECTION, ""),
    ],
)
def test_the_title_of_a_notice_says_more_than_its_type(ask, shelf, notice_title, kind, reason):
    (notice,) = told_by(ask, shelf, notice_title).notices
    assert (notice.kind, notice.reason, notice.doi, notice.published) == (kind, reason, "10.5555/note", "2020")


def test_only_the_records_of_corrections_are_asked_for(ask, shelf):
    told_by(ask, shelf, "Retraction: A", update={**ERRATUM, "type": "retraction"})
    assert not any("note" in path for path in shelf.asked)


@pytest.mark.parametrize(("status", "unread"), [(404, frozenset()), (500, frozenset({"10.5555/note"}))])
def test_a_notice_that_cannot_be_read_stays_a_correction_and_is_named(ask, shelf, status, unread):
    found = told_by(ask, shelf, "Retraction: A", status=status)
    assert [notice.kind for notice in found.notices] == [NoticeKind.CORRECTION]
    assert found.unread == unread


def test_a_label_that_is_graver_than_the_type_counts():
    assert kinds(record(updated_by=[{**ERRATUM, "label": "Retraction"}])) == [NoticeKind.RETRACTION]


def test_relations_tell_what_takes_a_works_place():
    relation = {
        "is-replaced-by": [{"id-type": "doi", "id": "10.5555/new", "asserted-by": "subject"}],
        "is-preprint-of": {"id-type": "doi", "id": "10.5555/Journal"},
        "is-version-of": [{"id": "10.5555/other"}],
        "replaces": [{"id": "10.5555/old"}],
    }
    found = read_notices(record(relation=relation))
    assert [(notice.kind, notice.doi) for notice in found] == [
        (NoticeKind.SUPERSEDED, "10.5555/new"),
        (NoticeKind.SUPERSEDED, "10.5555/journal"),
    ]


@pytest.mark.parametrize(
    "updates",
    [None, "retraction", 5, [], [None], ["x"], [[]], {}, [{"type": None}], [{"type": ["x"]}], [{"type": "praise"}]],
)
def test_odd_updates_are_no_notices(updates):
    assert kinds(record(updated_by=updates, update_to=updates, relation=updates)) == []


def test_an_update_without_a_doi_or_date_still_counts():
    update = {"type": "retraction", "DOI": None, "updated": {"date-parts": [[None]]}}
    assert read_notices(record(updated_by=update)) == (Notice(NoticeKind.RETRACTION, "Crossref"),)


def test_content_negotiation_gives_an_arxiv_paper(ask, shelf):
    shelf.put("/10.48550/arxiv.9901.00001", "doi-arxiv.json")
    found = ask(DoiResolver, IdentifierKind.DOI, "10.48550/arXiv.9901.00001")
    assert found == KnownWork(
        {
            "type": "article",
            "title": "On making things up",
            "author": [{"family": "Upton", "given": "Carl"}, {"literal": "Made-up Collaboration"}],
            "issued": {"date-parts": [[2019]]},
            "publisher": "arXiv",
            "version": "2",
            "genre": "Preprint",
            "abstract": "We make things up.",
            "DOI": "10.48550/ARXIV.9901.00001",
            "URL": "https://doi.org/10.48550/arxiv.9901.00001",
        },
        kind="preprint",
    )
    assert shelf.accepted == ["application/vnd.citationstyles.csl+json"]


def test_a_doi_that_doi_org_does_not_know_is_absent(ask):
    assert ask(DoiResolver, IdentifierKind.DOI, "10.5555/unknown") == Absent()


@pytest.mark.parametrize("status", [404, 406, 500])
def test_a_doi_whose_agency_knows_no_details_is_not_absent(ask, shelf, status):
    shelf.put("/10.5555/x", b"", 302, Location="/agency")
    shelf.put("/agency", b"nothing", status)
    found = ask(DoiResolver, IdentifierKind.DOI, "10.5555/x")
    assert isinstance(found, Unavailable)
    assert "knows the DOI" in found.reason


def test_doi_org_that_cannot_be_reached_is_unavailable(ask, shelf):
    assert isinstance(ask(DoiResolver, IdentifierKind.DOI, "10.5555/x", base="http://127.0.0.1:9"), Unavailable)
    shelf.put("/10.5555/x", b"no", 403)
    assert ask(DoiResolver, IdentifierKind.DOI, "10.5555/x") == Unavailable("doi.org answered with status 403")
    assert ask(DoiResolver, IdentifierKind.DOI, "not a DOI") == Absent()


def test_services_stand_at_their_usual_addresses_unless_the_site_names_others():
    settings = EvidenceSettings(services={"crossref": "http://127.0.0.1:9999/", "retractions": "data/rw.csv"})
    assert service_address(settings, "crossref") == "http://127.0.0.1:9999"
    assert service_address(settings, "doi") == "https://doi.org"
    assert service_address(settings, "retractions") == "data/rw.csv"
    assert service_address(EvidenceSettings(), "retractions") == ""


def test_a_page_instead_of_details_is_unavailable(ask, shelf):
    shelf.put("/10.5555/x", b"<html>a landing page</html>")
    assert isinstance(ask(DoiResolver, IdentifierKind.DOI, "10.5555/x"), Unavailable)
