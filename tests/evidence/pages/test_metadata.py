"""A page's own description of itself becomes a CSL item, and odd or hostile descriptions become nothing worse."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citewell.evidence.pages.metadata import read_page_item
from citewell.model.csl_variables import DATES, NAMES, TEXTS, TYPES

URL = "https://example.org/back-pain"


def item(*, ld: object = None, head: str = "", lang: str = "") -> dict[str, Any]:
    script = f'<script type="application/ld+json">{json.dumps(ld)}</script>' if ld is not None else ""
    return read_page_item(
        f"<html lang='{lang}'><head>{head}{script}</head><body>x</body></html>".encode(), "text/html", URL
    )


def test_json_ld_of_a_health_page():
    found = item(
        ld={
            "@context": "https://schema.org",
            "@graph": [
                {"@type": "WebSite", "name": "Example site"},
                {
                    "@type": "https://schema.org/MedicalWebPage",
                    "headline": "Back pain &amp; you",
                    "author": [
                        {"@type": "Person", "name": "Ann Example"},
                        {"@type": "Organization", "name": "Example Trust"},
                    ],
                    "publisher": {"@type": "Organization", "name": "Example Trust"},
                    "datePublished": "2020-01-02",
                    "dateModified": "2024-03-05T10:00:00Z",
                    "inLanguage": "en-GB",
                    "about": {"@type": "MedicalCondition", "name": "Something"},
                },
            ],
        }
    )
    assert found == {
        "type": "webpage",
        "title": "Back pain & you",
        "author": [{"family": "Example", "given": "Ann"}, {"literal": "Example Trust"}],
        "publisher": "Example Trust",
        "issued": {"date-parts": [[2024, 3, 5]]},
        "language": "en-GB",
        "URL": URL,
    }


def test_json_ld_of_a_paper():
    found = item(
        ld=[
            {
                "@type": "ScholarlyArticle",
                "name": "Walking for pain",
                "author": {"@type": "Person", "familyName": "van der Example", "givenName": "Bo"},
                "datePublished": "2019-05",
                "isPartOf": {
                    "@type": "PublicationIssue",
                    "issueNumber": 3,
                    "isPartOf": {
                        "@type": ["PublicationVolume", "Periodical"],
                        "volumeNumber": "12",
                        "isPartOf": {"@type": "Periodical", "name": "Journal of Examples"},
                    },
                },
                "pageStart": "10",
                "pageEnd": "19",
                "sameAs": "https://doi.org/10.1000/Example.1",
            }
        ]
    )
    assert found["type"] == "article-journal"
    assert found["author"] == [{"family": "Example", "non-dropping-particle": "van der", "given": "Bo"}]
    assert (found["container-title"], found["volume"], found["issue"]) == ("Journal of Examples", "12", "3")
    assert (found["page"], found["DOI"]) == ("10-19", "10.1000/Example.1")
    assert found["issued"] == {"date-parts": [[2019, 5]]}


def test_highwire_tags_and_their_kind_of_work():
    found = item(
        ld={"@type": "WebPage", "name": "Walking for pain | Journal"},
        head="""<meta name="citation_title" content="Walking for pain">
        <meta name="citation_author" content="Example, Ann B.">
        <meta name="citation_author" content="Bo van der Sample">
        <meta name="citation_journal_title" content="Journal of Examples">
        <meta name="citation_publication_date" content="2019/05/07"><meta name="citation_volume" content="12">
        <meta name="citation_firstpage" content="e1"><meta name="citation_doi" content="doi:10.1000/x1">
        <meta name="citation_pmid" content="1234567"><meta name="citation_issn" content="1234-5679">""",
    )
    assert found["type"] == "article-journal"
    assert [name["family"] for name in found["author"]] == ["Example", "Sample"]
    assert found["issued"] == {"date-parts": [[2019, 5, 7]]}
    assert (found["DOI"], found["PMID"], found["page"], found["ISSN"]) == ("10.1000/x1", "1234567", "e1", "1234-5679")


def test_dublin_core_open_graph_and_title_fill_in_what_is_left():
    found = item(
        head="""<title>Back pain - Example Site</title><meta property="og:site_name" content="Example Site">
        <meta name="DCTERMS.publisher" content="Example Trust"><meta name="DC.creator" content="Ann Example">
        <meta name="DCTERMS.modified" content="2023-04-05">
        <meta property="og:title" content="Back pain - Example Site">""",
        lang="en-gb",
    )
    assert (found["title"], found["container-title"], found["publisher"]) == (
        "Back pain",
        "Example Site",
        "Example Trust",
    )
    assert found["issued"] == {"date-parts": [[2023, 4, 5]]}
    assert found["language"] == "en-gb"


def test_a_page_that_says_nothing():
    assert read_page_item(b"", "text/html", URL) == {"type": "webpage", "URL": URL}
    assert read_page_item(b"\x00\x01", "image/png", URL) == {"type": "webpage", "URL": URL}


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(["name", "@value", "@type", "x"]), inner, max_size=4)
    ),
    max_leaves=8,
)
NAMED = st.dictionaries(
    st.sampled_from(
        "headline name author publisher isPartOf dateModified identifier inLanguage pageStart isbn abstract @id".split()
    ),
    JSON,
)


@settings(max_examples=150, deadline=None)
@given(NAMED)
def test_no_json_ld_makes_it_raise_or_say_what_csl_has_no_word_for(work):
    found = item(ld={"@type": ["Article"], **work})
    assert found["type"] in TYPES
    assert found.keys() - {"type"} <= TEXTS | NAMES | DATES
    assert all(isinstance(value, str) for name, value in found.items() if name in TEXTS)


@pytest.mark.parametrize(
    "script",
    [
        "[" * 50_000,
        '{"@graph": ' * 9_000,
        "{",
        "null",
        '"x"',
        '{"@type": "Article", "name": "' + "x" * 2_000_000 + '"}',
    ],
)
def test_hostile_json_is_passed_over(script):
    page = f"<title>Back pain</title><script type='application/ld+json'>{script}</script>"
    assert read_page_item(page.encode(), "text/html", URL) == {"type": "webpage", "title": "Back pain", "URL": URL}


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=300), st.sampled_from(["text/html", "application/pdf", "text/plain", ""]))
def test_no_bytes_make_it_raise(body, content_type):
    assert read_page_item(body, content_type, URL)["URL"] == URL
