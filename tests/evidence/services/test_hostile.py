"""Whatever a service answers, nothing raises, and what is found is a CSL item that a bibliography file can hold."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.evidence.running import to_its_end

from citewell.evidence.items.normalise import normalise_item
from citewell.evidence.items.text import format_item
from citewell.evidence.network.response import Answer, Outcome
from citewell.evidence.service_api.results import Absent, KnownWork, ServiceResult, Unavailable
from citewell.evidence.service_api.service import Service, ServiceClient
from citewell.evidence.services.crossref import Crossref
from citewell.evidence.services.doi import DoiResolver
from citewell.evidence.services.openlibrary import OpenLibrary
from citewell.evidence.services.pubmed import PubMed
from citewell.evidence.services.retractions import RetractionIndex, read_retractions_file
from citewell.evidence.services.wayback import WaybackMachine
from citewell.model.csl_variables import DATES, NAMES, TEXTS, TYPES
from citewell.model.evidence import Archived
from citewell.model.references import IdentifierKind
from citewell.model.source_location import SourceText
from citewell.source.bibliography import read_bibliography

SHAPES = Path(__file__).parent / "shapes"
ISBN = "9780306406157"
TODAY = date(2026, 11, 22)


@dataclass
class Canned:
    """What ``Web`` would give, without a server: thousands of answers a second."""

    body: bytes
    headers: dict[str, str]

    async def get(self, url: str, *, accept: str, most: int, within: float | None = None) -> Outcome:
        assert accept
        assert most
        assert within is None or within > 0
        return Answer(url, url, 200, self.headers, self.body[:most], cut=len(self.body) > most)


SERVICES: dict[str, tuple[type[Service], IdentifierKind, str]] = {
    "crossref": (Crossref, IdentifierKind.DOI, "10.5555/x"),
    "doi": (DoiResolver, IdentifierKind.DOI, "10.5555/x"),
    "pubmed": (PubMed, IdentifierKind.PMID, "1"),
    "pmc": (PubMed, IdentifierKind.PMCID, "PMC1"),
    "openlibrary": (OpenLibrary, IdentifierKind.ISBN, ISBN),
}


def client(web: Canned) -> ServiceClient:
    return ServiceClient(web, "http://x", TODAY, Path())


def look_up(name: str, body: bytes) -> ServiceResult:
    """What a service makes of an answer."""
    web = Canned(body, {})
    service, kind, value = SERVICES[name]
    found: ServiceResult = to_its_end(service(client(web)).look_up(kind, value))
    return found


def assert_sound(found: ServiceResult) -> None:
    """A value, and if it is a work, one that an editor's file can hold as it is."""
    assert isinstance(found, KnownWork | Absent | Unavailable)
    if not isinstance(found, KnownWork):
        return
    item = found.item
    json.dumps(item, allow_nan=False).encode("utf-8")
    assert item["type"] in TYPES
    assert set(item) <= TEXTS | NAMES | DATES | {"type"}
    assert all(isinstance(item[name], str) and item[name] == item[name].strip() for name in TEXTS & set(item))
    assert all(name and all(name.values()) for role in NAMES & set(item) for name in item[role])
    assert all(len(text) <= 40_000 for text in item.values() if isinstance(text, str))
    tidied = normalise_item(item)
    assert tidied.left == ()
    lines = ["references:", *format_item({"id": "made-up", **tidied.item})]
    read = read_bibliography([SourceText("references/made-up.yml", "\n".join(lines) + "\n")])
    assert {problem.kind for problem in read.problems} <= {
        "lost-character"
    }  # signs that a service lost: the editor is told
    assert set(read.bibliography.references) == {"made-up"}


ODD_TEXTS = st.one_of(
    st.text(max_size=20),
    st.sampled_from(
        [
            "",
            " ",
            "null",
            "\x00",
            "\ud800",
            "\u202eevil",
            "<script>alert(1)</script>",
            "<i>",
            "&lt;b&gt;",
            "&#0;&#xD800;&#99999999;",
            "10.5555/x",
            "2014-01-31",
            "2014 Jan",
            "retraction",
            "RETRACTED: x",
            "journal-article",
            "javascript:alert(1)",
            "a: b # c",
            "- x",
            "978-0-306-40615-7",
            "http://example.org/<>",
        ]
    ),
)
SCALARS = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), ODD_TEXTS)
FIELDS = st.sampled_from(
    (
        "title subtitle type subtype author editor translator family given suffix name literal DOI URL ISBN ISSN "
        "container-title short-container-title issued published-print published-online date-parts season raw event "
        "location start institution place degree volume issue page article-number abstract language publisher "
        "publisher-location edition-number update-to updated-by updated date-time label source relation is-replaced-by "
        "is-preprint-of id original-title version genre collection-title number "
        "authors publishers publish_places publish_date number_of_pages pagination edition_name languages key "
        "contributions pubdate printpubdate pages articleids idtype value fulljournalname error"
    ).split()
)
ANYTHING = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(FIELDS | ODD_TEXTS, inner, max_size=6),
    max_leaves=30,
)
RECORDS = st.dictionaries(FIELDS, ANYTHING, max_size=12)


def encoded(value: object) -> bytes:
    return json.dumps(value).encode("utf-8", "surrogatepass")


@settings(max_examples=150)
@given(RECORDS)
def test_crossref_takes_any_record(record):
    assert_sound(look_up("crossref", encoded({"message": record})))


@settings(max_examples=100)
@given(RECORDS)
def test_doi_takes_any_record(record):
    assert_sound(look_up("doi", encoded({"title": "A", **record})))


@settings(max_examples=100)
@given(RECORDS)
def test_open_library_takes_any_record(record):
    assert_sound(look_up("openlibrary", encoded({f"ISBN:{ISBN}": {"title": "A", **record}, **record})))


@settings(max_examples=100)
@given(RECORDS)
def test_pubmed_central_takes_any_summary(record):
    assert_sound(look_up("pmc", encoded({"result": {"1": {"title": "A", **record}}})))


@given(ANYTHING)
@pytest.mark.parametrize("name", ["crossref", "doi", "openlibrary", "pmc", "pubmed"])
def test_any_json_is_taken_by_every_service(name, value):
    assert_sound(look_up(name, encoded(value)))


@given(st.binary(max_size=200))
@pytest.mark.parametrize("name", ["crossref", "doi", "openlibrary", "pmc", "pubmed"])
def test_any_bytes_are_taken_by_every_service(name, body):
    assert_sound(look_up(name, body))


@settings(max_examples=100)
@given(st.data())
@pytest.mark.parametrize("shape", ["crossref-article.json", "open-library-data.json", "pmc-summary.json", "pubmed.xml"])
def test_a_damaged_record_is_taken(shape, data):
    body = bytearray((SHAPES / shape).read_bytes())
    for _ in range(data.draw(st.integers(1, 5))):
        at = data.draw(st.integers(0, len(body) - 1))
        body[at : at + data.draw(st.integers(0, 30))] = data.draw(st.binary(max_size=6))
    name = {"c": "crossref", "o": "openlibrary"}.get(shape[0], shape[:3] if shape.startswith("pmc") else "pubmed")
    assert_sound(look_up(name, bytes(body)))


TAGS = st.sampled_from(
    (
        "PubmedArticle MedlineCitation PMID Article ArticleTitle VernacularTitle Journal JournalIssue PubDate "
        "Year Month Day Season MedlineDate Title ISOAbbreviation Volume Issue Pagination MedlinePgn "
        "ELocationID Abstract AbstractText AuthorList Author LastName ForeName Suffix CollectiveName Language "
        "PublicationTypeList PublicationType CommentsCorrectionsList CommentsCorrections RefSource PubmedData "
        "ArticleIdList ArticleId BookDocument Book BookTitle Isbn Edition i sup sub"
    ).split()
)
ATTRIBUTES = st.dictionaries(
    st.sampled_from(["RefType", "EIdType", "IdType", "ValidYN", "Type", "Label", "PubModel"]),
    st.sampled_from(["RetractionIn", "doi", "pii", "pmc", "bookaccession", "N", "Y", "editors", "Electronic", ""]),
    max_size=2,
)
WORDS = st.sampled_from(
    ["1", "2014", "Jan", "13", "2000 Nov-Dec", "A.", "[A].", "10.5555/x", "230-8", "x" * 30, "", "é"]
)


def _element(tag: str, attributes: dict[str, str], inside: list[str]) -> str:
    written = "".join(f' {name}="{value}"' for name, value in attributes.items())
    return f"<{tag}{written}>{''.join(inside)}</{tag}>"


XML = st.recursive(
    WORDS, lambda inner: st.builds(_element, TAGS, ATTRIBUTES, st.lists(inner, max_size=5)), max_leaves=40
)


@settings(max_examples=150)
@given(st.lists(XML, max_size=4), st.lists(XML, max_size=4))
def test_pubmed_takes_any_elements(in_article, in_citation):
    xml = (
        "<PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>1</PMID><Article><ArticleTitle>A</ArticleTitle>"
        f"{''.join(in_article)}</Article>{''.join(in_citation)}</MedlineCitation></PubmedArticle></PubmedArticleSet>"
    )
    assert_sound(look_up("pubmed", xml.encode()))


CELLS = st.sampled_from(
    ["Retraction", "Reinstatement", "10.5555/x", "1", "0", "unavailable", "2/6/2016 0:00", "99/99/9999", '"', "\n", ";"]
)


@settings(max_examples=100)
@given(st.lists(st.lists(CELLS | ODD_TEXTS, max_size=8).map(",".join), max_size=8), st.booleans())
def test_retraction_watch_takes_any_rows(rows, wide):
    head = "RetractionNature,OriginalPaperDOI,OriginalPaperPubMedID,RetractionDate,RetractionDOI,Reason"
    encoding = "utf-16" if wide else "utf-8"
    index = read_retractions_file("\n".join([head, *rows]).encode(encoding, "replace"))
    assert isinstance(index, RetractionIndex)
    assert isinstance(index.notices({IdentifierKind.DOI: "10.5555/x", IdentifierKind.PMID: "1"}), tuple)


@settings(max_examples=100)
@given(st.binary(max_size=300))
def test_retraction_watch_takes_any_bytes(body):
    assert isinstance(read_retractions_file(body), RetractionIndex | Unavailable)


@settings(max_examples=100)
@given(ANYTHING, ODD_TEXTS, ODD_TEXTS)
def test_the_wayback_machine_may_say_anything(closest, link, when):
    body = encoded({"archived_snapshots": {"closest": closest}})
    headers = {"link": f'<{link}>; rel="last memento"; datetime="{when}"', "memento-datetime": when}
    asked = WaybackMachine(client(Canned(body, headers)))
    found = to_its_end(asked.look_up(IdentifierKind.URL, "https://example.org/"))
    assert isinstance(found, Absent | Unavailable) or isinstance(found.copy, Archived)


@pytest.mark.parametrize("sign", ["x", "<", "&", "<i ", "&lt;", "<sup>", "a=", "\u202e", "<jats:title>", "[", "("])
def test_ten_megabytes_in_a_title_are_no_trouble(sign):
    long = sign * (7_000_000 // len(sign))
    record = {"title": [long], "abstract": long, "container-title": [long], "page": long, "DOI": long, "author": long}
    assert_sound(look_up("crossref", encoded({"message": record})))
    xml_sign = sign if sign.isalnum() else "&lt;"
    title = xml_sign * (10_000_000 // len(xml_sign))
    xml = f"<PubmedArticle><MedlineCitation><PMID>1</PMID><Article><ArticleTitle>{title}</ArticleTitle></Article>"
    xml = f"<PubmedArticleSet>{xml}</MedlineCitation></PubmedArticle></PubmedArticleSet>"
    assert_sound(look_up("pubmed", xml.encode()))


def test_ten_thousand_authors_are_bounded():
    message = {"title": ["A"], "author": [{"family": f"A{number}"} for number in range(20_000)]}
    found = look_up("crossref", encoded({"message": message}))
    assert isinstance(found, KnownWork)
    assert len(found.item["author"]) == 5_000
