"""Which reference a key means, and which one it may have meant."""

from __future__ import annotations

import pytest
from tests.citations.samples import bibliography, identified, keys

from citewell.citations.find_reference import (
    as_cited,
    find_nearest_keys,
    find_reference,
    is_misspelling,
    is_slip,
    sure_key,
)
from citewell.citations.number import citations
from citewell.model.references import IdentifierKind
from citewell.model.source_location import SourceText
from citewell.source.article import parse_article

KNOWN = bibliography(
    identified("downie", IdentifierKind.DOI, "10.1136/bmj.f7095"),
    identified("ilaslan", IdentifierKind.PMID, "20179183"),
    identified("nhs", IdentifierKind.URL, "https://www.nhs.uk/conditions/back-pain/"),
    identified("who", IdentifierKind.ISBN, "9789240081789"),
)


@pytest.mark.parametrize(
    ("key", "found"),
    [
        ("downie", "downie"),
        ("doi:10.1136/BMJ.F7095", "downie"),
        ("https://doi.org/10.1136/bmj.f7095", "downie"),
        ("https://pubmed.ncbi.nlm.nih.gov/20179183/", "ilaslan"),
        ("pmid:20179183", "ilaslan"),
        ("https://WWW.NHS.UK/conditions/back-pain/", "nhs"),
        ("isbn:978-92-4-008178-9", "who"),
        ("Downie", None),
        ("doi:10.1136/other", None),
        ("doi:10.12/x", None),
        ("https://example.org/", None),
        ("https://doi.org/10.1136/other", None),
        ("pmid:1", None),
    ],
)
def test_a_key_is_looked_up_by_name_and_by_identifier(key, found):
    reference = find_reference(key, KNOWN)
    assert (reference.key if reference else None) == found


EDITORS_KEYS = keys(
    "example-page",
    "example-review",
    "nhs-back-pain",
    "downie-2013-red-flags",
    "henschke-2009-serious-pathology",
    "henschke-2013-cochrane-red-flags",
    "nice-ng12-suspected-cancer",
    "nice-ng59-low-back-pain",
    "ab",
    "adams|2010",
)


@pytest.mark.parametrize(
    ("typed", "nearest"),
    [
        ("exmaple-page", ("example-page",)),
        ("nhs-backpain", ("nhs-back-pain",)),
        ("NHS-Back-Pain", ("nhs-back-pain",)),
        ("nhs_back_pain", ("nhs-back-pain",)),
        ("red-flags-downie-2013", ("downie-2013-red-flags",)),
        ("henschke-2009", ("henschke-2009-serious-pathology",)),
        ("henschke", ("henschke-2009-serious-pathology", "henschke-2013-cochrane-red-flags")),
        ("smith-2020", ()),
        ("x", ()),
        ("", ()),
        ("doi:10.1136/bmj.f7096", ()),
        ("¿¿¿¿", ()),
    ],
)
def test_the_key_that_was_meant_comes_first(typed, nearest):
    assert find_nearest_keys(typed, EDITORS_KEYS) == nearest


@pytest.mark.parametrize(
    ("typed", "sure"),
    [
        ("exmaple-page", "example-page"),
        ("nhs-backpain", "nhs-back-pain"),
        ("henschke-2013-cochrane-redflags", "henschke-2013-cochrane-red-flags"),
        ("downie-2014-red-flags", None),
        ("henschke-2009", "henschke-2009-serious-pathology"),
        ("henschke", None),
        ("smith-2020", None),
        ("adams-2010", None),  # in a table its sign would end the cell
    ],
)
def test_only_a_key_with_the_same_figures_may_be_put_in(typed, sure):
    assert sure_key(typed, EDITORS_KEYS) == sure


@pytest.mark.parametrize(
    ("typed", "known", "slip"),
    [
        ("NHS_Back-Pain", "nhs-back-pain", True),
        ("nhs-backpain", "nhs-back-pain", True),
        ("nhs-bcak-pain", "nhs-back-pain", True),
        ("nhs-back-pains", "nhs-back-pain", True),
        ("nhs-bck-pain", "nhs-back-pain", False),  # in a word of three letters another one is too near
        ("nhs-neck-pain", "nhs-back-pain", False),
        ("nhs-back", "nhs-back-pain", False),
        ("ilium-review", "ileum-review", False),
        ("symptomatic-lumps", "asymptomatic-lumps", False),
        ("dysphagia", "dysphasia", False),
        ("smith-2009", "smith-2010", False),
        ("smith-2019", "smith-2091", False),
        ("tumuor-studdy", "tumour-study", False),
        ("", "nhs", False),
    ],
)
def test_only_what_can_be_no_other_word_is_a_slip(typed, known, slip):
    assert is_slip(typed, known) is slip
    assert is_slip(known, typed) is slip


@pytest.mark.parametrize(
    ("typed", "known", "misspelling"),
    [
        ("emergancy", "emergency", True),
        ("key-takeway", "key-takeaways", True),
        ("nonurgent", "non-urgent", True),
        ("DOI", "doi", True),
        ("non-emergency", "emergency", False),
        ("nonemergency", "emergency", False),
        ("no-advice", "advice", False),
        ("verified", "unverified", False),
        ("not_related_articles", "related_articles", False),
        ("reviewed-date", "reviewed-title", False),
    ],
)
def test_what_begins_otherwise_may_say_the_opposite(typed, known, misspelling):
    assert is_misspelling(typed, known) is misspelling
    assert is_misspelling(known, typed) is misspelling


@pytest.mark.parametrize(
    ("key", "written"),
    [
        ("nhs-back-pain", "@nhs-back-pain"),
        ("https://page.example/x", "@https://page.example/x"),
        ("https://page.example/", "@{https://page.example/}"),
        ("müller2020", "@{müller2020}"),
        ("davis--2017", "@{davis--2017}"),
        ("a,b", "@{a,b}"),
    ],
)
def test_a_key_is_written_so_that_it_is_read_back_whole(key, written):
    article = parse_article(SourceText("a.md", f"---\ntitle: X\n---\n\nOne. [{as_cited(key)}]\n"), slug="x")
    assert as_cited(key) == written
    assert [item.key for citation in citations(article) for item in citation.items] == [key]


def test_an_identifier_has_no_near_keys():
    assert find_nearest_keys("pmid:20179184", keys("pmid:20179183")) == ()
    assert find_nearest_keys("pmid-20179184", keys("pmid-20179183")) == ("pmid-20179183",)


def test_an_empty_bibliography_has_no_near_keys():
    assert find_nearest_keys("example-page", keys()) == ()
