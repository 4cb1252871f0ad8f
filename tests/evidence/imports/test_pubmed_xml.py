"""PubMed's XML as CSL items."""

from __future__ import annotations

from xml.etree import ElementTree

from tests.evidence.imports.kept import lost

from citewell.evidence.imports import pubmed_xml

ARTICLE = """\
<?xml version="1.0" encoding="ISO-8859-1"?>
<!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD PubMedArticle, 1st January 2025//EN" "https://dtd.nlm.nih.gov/x.dtd">
<PubmedArticleSet>
<PubmedArticle>
  <MedlineCitation Status="MEDLINE"><PMID Version="1">12345678</PMID>
    <Article><Journal><ISSN>1234-5679</ISSN>
      <JournalIssue><Volume>3</Volume><Issue>2</Issue><PubDate><Year>2013</Year><Month>Dec</Month></PubDate></JournalIssue>
      <Title>Journal of made-up things</Title><ISOAbbreviation>J Made-up</ISOAbbreviation></Journal>
      <ArticleTitle>Made-up <i>backs</i>.</ArticleTitle>
      <ELocationID EIdType="doi">10.5555/made-up.1</ELocationID>
      <Abstract><AbstractText>Words über words.</AbstractText></Abstract>
      <AuthorList><Author ValidYN="Y"><LastName>Müller</LastName><ForeName>Jana</ForeName><Initials>J</Initials>
        <AffiliationInfo><Affiliation>Example Town</Affiliation></AffiliationInfo></Author></AuthorList>
      <Language>eng</Language>
      <PublicationTypeList><PublicationType>Systematic Review</PublicationType></PublicationTypeList>
    </Article>
    <MeshHeadingList><MeshHeading><DescriptorName>Spine</DescriptorName></MeshHeading></MeshHeadingList>
  </MedlineCitation>
  <PubmedData><ArticleIdList><ArticleId IdType="pmc">PMC7654321</ArticleId></ArticleIdList></PubmedData>
</PubmedArticle>
<PubmedArticle><MedlineCitation><Article/></MedlineCitation></PubmedArticle>
</PubmedArticleSet>
"""


def test_an_article():
    found = pubmed_xml.read_pubmed_xml(ARTICLE)
    (entry,) = found.entries
    assert entry.line == 4
    item = entry.item
    assert (item["title"], item["PMID"], item["PMCID"]) == ("Made-up backs", "12345678", "PMC7654321")
    assert (item["issued"], item["DOI"], item["custom"]["kind"]) == (
        "2013-12",
        "10.5555/made-up.1",
        "systematic-review",
    )
    assert item["author"] == [{"family": "Müller", "given": "Jana"}]
    assert item["custom"]["imported"]["MeshHeadingList MeshHeading DescriptorName"] == "Spine"
    assert [(fault.line, fault.lost) for fault in found.faults] == [(21, True)]


def test_nothing_of_it_is_lost():
    (entry,) = pubmed_xml.read_pubmed_xml(ARTICLE).entries
    article = ElementTree.fromstring(ARTICLE.split("\n", 2)[2])[0]
    values = [text for text in article.itertext() if text.strip() and text.strip() not in {"Dec", "eng", "."}]
    assert lost(entry, values) == []


def test_what_is_no_such_file_is_one_fault():
    bomb = '<!DOCTYPE x [<!ENTITY a "b"><!ENTITY c "&a;&a;">]><PubmedArticleSet>&c;</PubmedArticleSet>'
    for text in ("<a/>", "<PubmedArticleSet>", "nothing", bomb, "<a>" * 10_000):
        found = pubmed_xml.read_pubmed_xml(text)
        assert found.entries == ()
        assert len(found.faults) == 1
