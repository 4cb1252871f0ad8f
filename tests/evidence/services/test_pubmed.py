"""PubMed: every field of a record, books, many at a time, PMCIDs, and the notices about an article."""

from __future__ import annotations

from pathlib import Path

import pytest

from citewell.evidence.items.journals import clean_journal_name, expand_pages
from citewell.evidence.service_api.results import Absent, KnownWork, Unavailable
from citewell.evidence.service_api.xml_tree import parse_xml
from citewell.evidence.services.pubmed import PubMed
from citewell.evidence.services.pubmed.article import PubmedRecord, read_record
from citewell.model.evidence import Notice, NoticeKind
from citewell.model.references import IdentifierKind

SHAPE = (Path(__file__).parent / "shapes" / "pubmed.xml").read_bytes()


def records_of(xml: bytes) -> list[PubmedRecord]:
    """What is read of a ``PubmedArticleSet``."""
    root = parse_xml(xml)
    assert root is not None
    return [found for element in root if (found := read_record(element))]


def article(inside: str = "", types: str = "", links: str = "", title: str = "A made-up study.") -> KnownWork:
    """The record of an article with further elements."""
    xml = f"""<PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>1</PMID><Article>
    <ArticleTitle>{title}</ArticleTitle>{inside}<PublicationTypeList>{types}</PublicationTypeList></Article>
    <CommentsCorrectionsList>{links}</CommentsCorrectionsList></MedlineCitation></PubmedArticle></PubmedArticleSet>"""
    records = records_of(xml.encode())
    assert records
    return records[0].found


def link(ref_type: str, source: str = "", pmid: str = "") -> str:
    number = f"<PMID>{pmid}</PMID>" if pmid else ""
    return f'<CommentsCorrections RefType="{ref_type}"><RefSource>{source}</RefSource>{number}</CommentsCorrections>'


def test_every_field_of_an_article_is_read(ask, shelf):
    shelf.put("/efetch.fcgi", SHAPE)
    found = ask(PubMed, IdentifierKind.PMID, "PMID: 11111111", contact="a@example.org")
    assert isinstance(found, KnownWork)
    assert found.item == {
        "type": "article-journal",
        "title": "A made-up in vitro study of CO₂ and 10⁶ cells",
        "author": [
            {"family": "Made", "given": "Ann B", "non-dropping-particle": "van der"},
            {"family": "Upton", "given": "Carl", "suffix": "Jr"},
            {"family": "Initial", "given": "X. Y."},
            {"literal": "Made-up Trial Group"},
        ],
        "container-title": "Journal of made-up medicine",
        "container-title-short": "J Made Up Med",
        "issued": {"date-parts": [[2014, 4]]},
        "available-date": {"date-parts": [[2014, 1, 31]]},
        "volume": "12",
        "issue": "4",
        "page": "230-238",
        "DOI": "10.5555/made.up.2014",
        "PMID": "11111111",
        "PMCID": "PMC1111111",
        "ISSN": "1234-5679",
        "language": "en",
        "abstract": "BACKGROUND: Nothing was known (p < 0.05). RESULTS: Nothing is known.",
        "URL": "https://pubmed.ncbi.nlm.nih.gov/11111111/",
    }
    assert found.kind == "trial"
    assert found.notices == (
        Notice(NoticeKind.CORRECTION, "PubMed", "2014-06-03", "10.5555/erratum"),
        Notice(NoticeKind.CONCERN, "PubMed", "2015", pmid="90000002"),
        Notice(NoticeKind.RETRACTION, "PubMed", "2016-02-06", "10.5555/retraction.2016", "90000003"),
    )
    assert shelf.asked == ["/efetch.fcgi?db=pubmed&id=11111111&retmode=xml&tool=citewell&email=a@example.org"]


def test_many_are_asked_for_at_once_and_each_gets_its_own(ask, shelf):
    shelf.put("/efetch.fcgi", SHAPE)
    pmids = ["11111111", "90000003", "33333333", "55555555", "pmid:11111111", "not one"]
    found = dict(zip(pmids, ask(PubMed, IdentifierKind.PMID, *pmids), strict=True))
    assert [each.title for each in found.values() if isinstance(each, KnownWork)] != []
    assert found["11111111"] == found["pmid:11111111"]
    assert found["55555555"] == found["not one"] == Absent()
    assert len(shelf.asked) == 1


def test_more_than_a_hundred_are_asked_for_in_several_requests(ask, shelf):
    shelf.put("/efetch.fcgi", b"<PubmedArticleSet></PubmedArticleSet>")
    found = ask(PubMed, IdentifierKind.PMID, *(str(number) for number in range(1, 251)))
    assert len(found) == 250
    assert len(shelf.asked) == 3


def test_a_retraction_notice_is_not_retracted_itself():
    records = {record.pmid: record.found for record in records_of(SHAPE)}
    assert records["90000003"].notices == ()


def test_a_part_of_a_book_is_a_chapter():
    records = {record.pmid: record.found for record in records_of(SHAPE)}
    assert records["33333333"].item == {
        "type": "chapter",
        "title": "Made-up Back Pain",
        "author": [{"family": "Made", "given": "Ann"}],
        "editor": [{"family": "Upton", "given": "Carl"}],
        "container-title": "MadeUpPearls",
        "issued": {"date-parts": [[2021, 7, 4]]},
        "publisher": "Made-up Publishing",
        "publisher-place": "Nowhere Island (XX)",
        "edition": "2nd",
        "ISBN": "978-0-306-40615-7",
        "PMID": "33333333",
        "language": "en",
        "abstract": "Backs hurt.",
        "URL": "https://www.ncbi.nlm.nih.gov/books/NBK123456/",
    }


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 200),
        (b"<html>", 200),
        (b"<html><body>Sorry</body></html>", 200),
        (b"<eFetchResult><ERROR>Some trouble.</ERROR></eFetchResult>", 200),
        (b"<PubmedArticleSet><PubmedArticle>", 200),
        (b"<PubmedArticleSet><PubmedArticle/></PubmedArticleSet>", 200),
        (b'{"error": "API rate limit exceeded"}', 200),
        (b"<PubmedArticleSet/>", 500),
        (b"not here", 404),
    ],
)
def test_what_cannot_be_read_is_unavailable(ask, shelf, body, status):
    shelf.put("/efetch.fcgi", body, status)
    assert isinstance(ask(PubMed, IdentifierKind.PMID, "1"), Unavailable)


def test_an_error_is_passed_on(ask, shelf):
    shelf.put("/efetch.fcgi", b"<eFetchResult><ERROR>Some trouble.</ERROR></eFetchResult>")
    found = ask(PubMed, IdentifierKind.PMID, "1")
    assert found == Unavailable("PubMed answered with an error: Some trouble")


def test_no_record_at_all_of_many_says_something_about_pubmed_and_of_one_about_the_number(ask, shelf):
    shelf.put("/efetch.fcgi", b"<PubmedArticleSet></PubmedArticleSet>")
    assert isinstance(ask(PubMed, IdentifierKind.PMID, "1"), Absent)
    many = ask(PubMed, IdentifierKind.PMID, "1", "2", "3")
    assert many == [Unavailable("PubMed gave no record at all")] * 3


def test_a_deleted_record_is_absent(ask, shelf):
    shelf.put("/efetch.fcgi", b"<PubmedArticleSet><DeleteCitation><PMID>1</PMID></DeleteCitation></PubmedArticleSet>")
    assert ask(PubMed, IdentifierKind.PMID, "1") == Absent()


@pytest.mark.parametrize(
    "xml",
    [
        '<!DOCTYPE x [<!ENTITY a "boo">]><x>&a;</x>',
        '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>',
        '<!DOCTYPE x [<!ENTITY % a SYSTEM "http://127.0.0.1:9/x.dtd"> %a;]><x/>',
        '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><x>&b;</x>',
        "<a>" * 100 + "</a>" * 100,
        "<a>" * 200_000,
        "<a></b>",
        "<a>\x00</a>",
        '<?xml version="1.0" encoding="klingon"?><a/>',
        '<?xml version="1.0" encoding="utf-7"?><a/>',
        "<a/><b/>",
        "",
    ],
)
def test_dangerous_and_broken_xml_is_not_read(xml):
    assert parse_xml(xml.encode()) is None


def test_a_document_type_elsewhere_is_not_fetched_and_html_entities_are_read():
    found = records_of(SHAPE.replace(b"Nothing is known", b"Nothing is&nbsp;known &eacute;"))
    assert found[0].found.item["abstract"].endswith("Nothing is known é.")


@pytest.mark.parametrize(
    ("types", "kind"),
    [
        (["Journal Article"], None),
        (["Randomized Controlled Trial"], "trial"),
        (["Clinical Trial"], None),
        (["Review"], "review-article"),
        (["Review", "Systematic Review"], "systematic-review"),
        (["Meta-Analysis"], "systematic-review"),
        (["Practice Guideline", "Review"], "guideline"),
        (["Guideline"], "guideline"),
        (["Preprint", "Randomized Controlled Trial"], "preprint"),
        (["News"], "news"),
        (["Patient Education Handout"], "patient-information"),
        (["Observational Study"], None),
    ],
)
def test_kinds_are_only_those_that_are_sure(types, kind):
    listed = "".join(f"<PublicationType>{one}</PublicationType>" for one in types)
    assert article(types=listed).kind == kind


@pytest.mark.parametrize(
    ("ref_type", "kind"),
    [
        ("RetractionIn", NoticeKind.RETRACTION),
        ("RetractedandRepublishedIn", NoticeKind.RETRACTION),
        ("PartialRetractionIn", NoticeKind.CONCERN),
        ("ExpressionOfConcernIn", NoticeKind.CONCERN),
        ("CorrectedandRepublishedIn", NoticeKind.SUPERSEDED),
        ("UpdateIn", NoticeKind.SUPERSEDED),
        ("ErratumIn", NoticeKind.CORRECTION),
    ],
)
def test_links_that_lead_to_a_notice_about_the_article(ref_type, kind):
    (notice,) = article(links=link(ref_type, "Made Up J. 2016;1:2.", "77")).notices
    assert (notice.kind, notice.pmid, notice.published) == (kind, "77", "2016")


@pytest.mark.parametrize(
    "ref_type",
    [
        "RetractionOf",
        "RetractedandRepublishedFrom",
        "ExpressionOfConcernFor",
        "CorrectedandRepublishedFrom",
        "ErratumFor",
        "UpdateOf",
        "RepublishedIn",
        "RepublishedFrom",
        "ReprintIn",
        "CommentIn",
        "CommentOn",
        "SummaryForPatientsIn",
        "AssociatedDataset",
        "",
    ],
)
def test_links_that_say_nothing_against_the_article(ref_type):
    assert article(links=link(ref_type, "Made Up J. 2016;1:2.", "77")).notices == ()


def test_an_article_only_marked_as_retracted_is_retracted():
    marked = article(types="<PublicationType>Retracted Publication</PublicationType>")
    assert marked.notices == (Notice(NoticeKind.RETRACTION, "PubMed"),)


def test_a_title_may_say_it_and_that_of_a_notice_does_not():
    notice_type = "<PublicationType>Retraction of Publication</PublicationType>"
    assert article(title="WITHDRAWN: Made up.").notices[0].reason == "it was withdrawn"
    assert article(title="RETRACTED: Made up.").notices[0].kind is NoticeKind.RETRACTION
    assert article(title="RETRACTED: Made up.", types=notice_type).notices == ()
    assert article(title="RETRACTED: Made up.", links=link("RetractionOf")).notices == ()


@pytest.mark.parametrize(
    ("source", "published", "doi"),
    [
        ("BMJ. 2014 Jan 8;348:g10. doi: 10.5555/bmj.g10.", "2014-01-08", "10.5555/bmj.g10"),
        ("Spine (Phila Pa 1976). 2012 Feb;37(2):100", "2012-02", ""),
        ("Lancet. 2010;375(9713):445", "2010", ""),
        ("Made Up J. 2014 Nov-Dec;1:1", "2014-11", ""),
        ("Smith A. Something", "", ""),
        ("doi: 10.5555/1999.2001", "", "10.5555/1999.2001"),
        ("", "", ""),
    ],
)
def test_when_and_where_a_notice_was_published(source, published, doi):
    (notice,) = article(links=link("ErratumIn", source)).notices
    assert (notice.published, notice.doi) == (published, doi)


@pytest.mark.parametrize(
    ("pages", "whole"),
    [
        ("230-8", "230-238"),
        ("1473-80; discussion 1481-2", "1473-1480; discussion 1481-1482"),
        ("S12-5", "S12-S15"),
        ("S12-S15", "S12-S15"),
        ("e123-5", "e123-e125"),
        ("199-12", "199-12"),
        ("230-238", "230-238"),
        ("99-101", "99-101"),
        ("f7095", "f7095"),
        ("iii-v", "iii-v"),
        ("1.2-1.9", "1.2-1.9"),
        ("12, 14-6", "12, 14-16"),
        ("CD001234", "CD001234"),
    ],
)
def test_pages_are_told_in_full(pages, whole):
    assert expand_pages(pages) == whole


def test_an_article_number_stands_for_pages():
    assert article('<ELocationID EIdType="pii" ValidYN="Y">e0123</ELocationID>').item["page"] == "e0123"
    long = '<ELocationID EIdType="pii" ValidYN="Y">S0140-6736(10)60175-4</ELocationID>'
    assert "page" not in article(long).item


@pytest.mark.parametrize(
    ("date", "read"),
    [
        ("<Year>2014</Year><Month>Apr</Month><Day>3</Day>", {"date-parts": [[2014, 4, 3]]}),
        ("<Year>2014</Year><Month>04</Month><Day>03</Day>", {"date-parts": [[2014, 4, 3]]}),
        ("<Year>2014</Year>", {"date-parts": [[2014]]}),
        ("<Year>2014</Year><Season>Spring</Season>", {"date-parts": [[2014]], "season": 1}),
        ("<MedlineDate>2000 Nov-Dec</MedlineDate>", {"date-parts": [[2000, 11], [2000, 12]]}),
        ("<MedlineDate>2000 Nov 15-30</MedlineDate>", {"date-parts": [[2000, 11]]}),
        ("<MedlineDate>1998 Dec-1999 Jan</MedlineDate>", {"date-parts": [[1998, 12], [1999, 1]]}),
        ("<MedlineDate>1976-1977</MedlineDate>", {"date-parts": [[1976], [1977]]}),
        ("<MedlineDate>2000 Spring</MedlineDate>", {"date-parts": [[2000]], "season": 1}),
        ("<Year>2014</Year><Month>13</Month><Day>45</Day>", {"date-parts": [[2014]]}),
        ("<Year>20140</Year><Month>1</Month>", None),
        ("<Year></Year>", None),
        ("", None),
    ],
)
def test_dates_of_issues(date, read):
    inside = f"<Journal><JournalIssue><PubDate>{date}</PubDate></JournalIssue></Journal>"
    assert article(inside).item.get("issued") == read


def test_an_article_only_online_has_its_own_day():
    xml = SHAPE.replace(b'PubModel="Print-Electronic"', b'PubModel="Electronic-eCollection"')
    item = records_of(xml)[0].found.item
    assert item["issued"] == {"date-parts": [[2014, 1, 31]]}
    assert "available-date" not in item


@pytest.mark.parametrize(
    ("title", "read", "original"),
    [
        ("A made-up study.", "A made-up study", None),
        ("Is it made up?", "Is it made up?", None),
        ("To be continued...", "To be continued...", None),
        ("[A translated study].", "[A translated study]", "Eine erfundene Studie"),
        ("", "Eine erfundene Studie", None),
    ],
)
def test_titles(title, read, original):
    inside = "<VernacularTitle>Eine erfundene Studie.</VernacularTitle>" if original or not title else ""
    item = article(inside, title=title).item
    assert (item["title"], item.get("original-title")) == (read, original)


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("Lancet (London, England)", "Lancet"),
        ("BMJ (Clinical research ed.)", "BMJ"),
        ("Brain : a journal of neurology", "Brain"),
        ("Spine", "Spine"),
        ("(Odd)", "(Odd)"),
    ],
)
def test_names_of_journals_without_the_catalogues_additions(name, plain):
    assert clean_journal_name(name) == plain


def test_a_pmcid_leads_to_its_pmid(ask, shelf):
    shelf.put("/esummary.fcgi?db=pmc&id=1111111&", "pmc-summary.json")
    shelf.put("/efetch.fcgi", SHAPE)
    found = ask(PubMed, IdentifierKind.PMCID, "PMC1111111")
    assert isinstance(found, KnownWork)
    assert found.item["PMID"] == "11111111"


def test_an_article_without_a_pmid_is_what_pubmed_central_says(ask, shelf):
    body = (Path(__file__).parent / "shapes" / "pmc-summary.json").read_bytes().replace(b'"11111111"', b'"0"')
    shelf.put("/esummary.fcgi", body)
    found = ask(PubMed, IdentifierKind.PMCID, "pmc1111111")
    assert found == KnownWork(
        {
            "type": "article-journal",
            "title": "A made-up study",
            "author": [{"family": "Made", "given": "A. B."}, {"literal": "Made-up Trial Group"}],
            "container-title": "Journal of Made-up Medicine",
            "container-title-short": "J Made Up Med",
            "issued": {"date-parts": [[2014, 4]]},
            "volume": "12",
            "issue": "4",
            "page": "230-238",
            "DOI": "10.5555/made.up.2014",
            "PMCID": "PMC1111111",
            "URL": "https://pmc.ncbi.nlm.nih.gov/articles/PMC1111111/",
        }
    )


def test_a_pmcid_that_is_unknown_is_absent_and_trouble_is_not(ask, shelf):
    shelf.put("/esummary.fcgi", b'{"result": {"uids": ["1"], "1": {"error": "cannot get document summary"}}}')
    assert ask(PubMed, IdentifierKind.PMCID, "PMC1") == Absent()
    shelf.put("/esummary.fcgi", b'{"result": {"1": {"error": "backend down"}}}')
    assert isinstance(ask(PubMed, IdentifierKind.PMCID, "PMC1"), Unavailable)
    shelf.put("/esummary.fcgi", b'{"error": "x"}')
    assert isinstance(ask(PubMed, IdentifierKind.PMCID, "PMC1"), Unavailable)
