"""EndNote's XML as CSL items."""

from __future__ import annotations

import pytest

from citewell.evidence.imports import endnote_xml

ARTICLE = """\
<?xml version="1.0" encoding="UTF-16" ?>
<xml><records>
<record><database name="My.enl" path="C:\\Users\\jana\\My.enl">My.enl</database><rec-number>1</rec-number>
<ref-type name="Journal Article">17</ref-type>
<contributors><authors>
<author><style face="normal" font="default">Müller, Jana</style></author>
<author><style>World Health Organization,</style></author></authors></contributors>
<titles><title><style face="normal">Made-up </style><style face="italic">backs</style></title>
<secondary-title>Journal of Made-up Things</secondary-title></titles>
<periodical><full-title>Journal of Made-up Things</full-title><abbr-1>J Made-up Things</abbr-1></periodical>
<pages>1-9</pages><volume>3</volume><number>2</number>
<keywords><keyword>backs</keyword><keyword>fronts</keyword></keywords>
<dates><year>2020</year><pub-dates><date>Mar 5</date></pub-dates></dates>
<isbn>1234-5679 (Print)&#xD;9876-5432 (Linking)</isbn><accession-num>12345678</accession-num>
<electronic-resource-num>10.5555/made-up.1</electronic-resource-num>
<urls><related-urls><url>https://example.org/a</url></related-urls>
<pdf-urls><url>internal-pdf://jana/x.pdf</url></pdf-urls></urls>
<custom2>PMC7654321</custom2><remote-database-provider>NLM</remote-database-provider>
<language>ger</language><access-date>3 May 2021</access-date><research-notes>mine</research-notes></record>
<record><ref-type>6</ref-type><contributors><authors><author>Ng, A.</author></authors></contributors>
<titles><title>A book</title></titles><dates><year>1999</year></dates>
<publisher>House</publisher><isbn>978-1-4731-5305-9</isbn></record>
</records></xml>
"""


def test_an_article_and_a_book():
    found = endnote_xml.read_endnote_xml(ARTICLE)
    article, book = found.entries
    assert found.faults == ()
    assert article.item == {
        "type": "article-journal",
        "title": "Made-up backs",
        "author": [{"family": "Müller", "given": "Jana"}, {"literal": "World Health Organization"}],
        "container-title": "Journal of Made-up Things",
        "container-title-short": "J Made-up Things",
        "issued": "2020-03-05",
        "accessed": "2021-05-03",
        "volume": "3",
        "issue": "2",
        "page": "1-9",
        "DOI": "10.5555/made-up.1",
        "PMID": "12345678",
        "PMCID": "PMC7654321",
        "ISSN": "1234-5679",
        "URL": "https://example.org/a",
        "language": "de",
        "keyword": "backs, fronts",
        "custom": {"imported": {"SN": "1234-5679 (Print) 9876-5432 (Linking)", "DP": "NLM", "research-notes": "mine"}},
    }
    assert [left.field for left in article.private] == ["urls/pdf-urls/url"]
    assert (book.line, book.item["type"], book.item["ISBN"]) == (20, "book", "978-1-4731-5305-9")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<xml>",
        "<html></html>",
        "<xml><records><record>",
        '<!DOCTYPE a [<!ENTITY b "c">]><xml><records><record><ref-type>&b;</ref-type></record></records></xml>',
        "<a>" * 1000 + "</a>" * 1000,
    ],
)
def test_what_is_no_such_document_is_a_fault(text):
    found = endnote_xml.read_endnote_xml(text)
    assert found.entries == ()
    assert [fault.line for fault in found.faults] == [1]


def test_a_record_with_nothing_is_read():
    (entry,) = endnote_xml.read_endnote_xml("<xml><records><record/></records></xml>").entries
    assert entry.item == {"type": "document"}


@pytest.mark.parametrize(
    ("title", "read"),
    [
        ('<style face="normal">A dose of 10</style><style face="superscript" size="100%">6</style>', "A dose of 10⁶"),
        ('CO<style face="subscript">2</style> at 10<style face="italic superscript">-3</style>', "CO₂ at 10⁻³"),
        ('<style face="normal">1</style><style face="normal">2</style>', "12"),
    ],
)
def test_what_is_raised_and_lowered_stays_so(title, read):
    record = f"<record><titles><title>{title}</title></titles></record>"
    (entry,) = endnote_xml.read_endnote_xml(f"<xml><records>{record}</records></xml>").entries
    assert entry.item["title"] == read


def test_the_day_of_an_article_online_is_no_edition():
    record = '<record><ref-type name="Journal Article">17</ref-type><edition>2020/03/12</edition></record>'
    (entry,) = endnote_xml.read_endnote_xml(f"<xml><records>{record}</records></xml>").entries
    assert "edition" not in entry.item
