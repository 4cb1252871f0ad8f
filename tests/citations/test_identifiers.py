"""What editors paste as identifiers, what they become, and what they are told when one is wrong."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citewell.citations.identifiers import (
    BadIdentifier,
    make_identifier_key,
    make_identifier_url,
    parse_citation_key,
    parse_identifier,
    read_identifier,
)
from citewell.model.references import IdentifierKind

DOI, PMID, PMCID, ISBN, URL = IdentifierKind

WELL_FORMED = [
    (DOI, "10.1136/bmj.f7095", "10.1136/bmj.f7095"),
    (DOI, " 10.1007/BF02596337 ", "10.1007/bf02596337"),
    (DOI, "doi:10.1000/X", "10.1000/x"),
    (DOI, "DOI 10.1000/X", "10.1000/x"),
    (DOI, "https://doi.org/10.1000/X", "10.1000/x"),
    (DOI, "http://dx.doi.org/10.1000/x", "10.1000/x"),
    (DOI, "https://doi.org/10.1002/a%3Cb%3E", "10.1002/a<b>"),
    (DOI, "info:doi/10.1000/x", "10.1000/x"),
    (DOI, "10.1000.10/123", "10.1000.10/123"),
    (DOI, "10.1016/0140-6736(94)90000-0", "10.1016/0140-6736(94)90000-0"),
    (
        DOI,
        "10.1002/(SICI)1097-0142(19960101)77:1<1::AID-CNCR1>3.0.CO;2-#",
        "10.1002/(sici)1097-0142(19960101)77:1<1::aid-cncr1>3.0.co;2-#",
    ),
    (PMID, "23450586", "23450586"),
    (PMID, "1", "1"),
    (PMID, "PMID: 23450586", "23450586"),
    (PMID, "https://pubmed.ncbi.nlm.nih.gov/20179183/", "20179183"),
    (PMCID, "PMC10631455", "PMC10631455"),
    (PMCID, "pmc10631455", "PMC10631455"),
    (PMCID, "PMCID: PMC3957506", "PMC3957506"),
    (PMCID, "https://pmc.ncbi.nlm.nih.gov/articles/PMC3957506/", "PMC3957506"),
    (PMCID, "https://www.ncbi.nlm.nih.gov/pmc/articles/PMC3957506", "PMC3957506"),
    (ISBN, "978-92-4-008178-9", "9789240081789"),
    (ISBN, "9789240081789", "9789240081789"),
    (ISBN, "ISBN-13: 978 1 4731 5305 9", "9781473153059"),
    (ISBN, "1-85798-218-5", "9781857982183"),
    (ISBN, "0-8044-2957-x", "9780804429573"),
    (ISBN, "978–92–4–008178–9", "9789240081789"),
    (ISBN, "978-92-95055-12-4", "9789295055124"),  # the ISBN Users' Manual
    (ISBN, "0-8436-1072-7", "9780843610727"),
    (ISBN, "3-16-148410-X", "9783161484100"),
    (ISBN, "979-10-90636-07-1", "9791090636071"),
    (URL, "https://www.nhs.uk/conditions/back-pain/", "https://www.nhs.uk/conditions/back-pain/"),
    (URL, "HTTPS://WWW.NHS.UK/Conditions?A=B#Part", "https://www.nhs.uk/Conditions?A=B#Part"),
    (URL, "https://www.nhs.uk", "https://www.nhs.uk/"),
    (URL, "https://www.nhs.uk.:443/x", "https://www.nhs.uk/x"),
    (URL, "http://www.nhs.uk:80/x", "http://www.nhs.uk/x"),
    (URL, "http://www.nhs.uk:8080/x", "http://www.nhs.uk:8080/x"),
    (URL, "https://xn--mnchen-3ya.de/", "https://xn--mnchen-3ya.de/"),
    (URL, "https://münchen.de/rücken", "https://xn--mnchen-3ya.de/r%C3%BCcken"),
    (URL, "https://example.org/a%2fb", "https://example.org/a%2Fb"),
    (URL, "https://example.org/a@b;c,d(e)", "https://example.org/a@b;c,d(e)"),
]


@pytest.mark.parametrize(("kind", "text", "normal"), WELL_FORMED)
def test_identifier_as_typed_becomes_its_normal_form(kind, text, normal):
    assert parse_identifier(kind, text) == normal


@pytest.mark.parametrize(("kind", "normal"), [(kind, normal) for kind, _, normal in WELL_FORMED])
def test_normal_form_is_its_own_normal_form(kind, normal):
    assert parse_identifier(kind, normal) == normal


MALFORMED = [
    (DOI, "", "is empty", ""),
    (DOI, "doi:", "is empty", ""),
    (DOI, "10.12/x", 'has "10.12" before the slash; it should be "10." and four digits or more', ""),
    (DOI, "10.1136", "has nothing after the publisher's number", ""),
    (DOI, "10.1136/", "has nothing after the publisher's number", ""),
    (DOI, "bmj.f7095", 'does not begin with "10."', ""),
    (DOI, "10.1136/bmj.f7095.", 'ends in ".", which belongs to the text around it', "10.1136/bmj.f7095"),
    (DOI, "10.1136/bmj. f7095", "has a space in it", "10.1136/bmj.f7095"),
    (DOI, "10.1136/a–b", 'has "–" in it, which no DOI has', "10.1136/a-b"),
    (DOI, "10.1136/äb", 'has "ä" in it, which no DOI has', ""),
    (DOI, "10.1136/a\u200bb", "has the invisible character U+200B in it, which no DOI has", ""),
    (DOI, "10.1136/bmj.f7095)", "has a closing bracket that was never opened", "10.1136/bmj.f7095"),
    (DOI, "10.1002/a%3Cb", 'is written as in an address, with "%" codes', "10.1002/a<b"),
    (DOI, "doi.org/10.1136/X", "is an address without https://", "10.1136/x"),
    (DOI, "https://doi.org/10.1136/X?a=1", 'has a "?" or "#" part that belongs to an address', "10.1136/x"),
    (DOI, "https://www.bmj.com/content/347/bmj.f7095", 'does not begin with "10."', ""),
    (PMID, " ", "is empty", ""),
    (PMID, "0123456", "begins with a zero", ""),
    (PMID, "123456789", "has more than eight digits", ""),
    (PMID, "PMC123", "is a PubMed Central number", ""),
    (PMID, "12a", "is not a plain number", ""),
    (PMID, "１２３", "is not a plain number", ""),
    (PMCID, "", "is empty", ""),
    (PMCID, "3957506", "lacks the letters PMC", ""),
    (PMCID, "PMC 3957506", "has a space in it", "PMC3957506"),
    (PMCID, "PMC3957506.2", "names one version of an article", "PMC3957506"),
    (PMCID, "PMC0123", 'is not "PMC" and a number', ""),
    (ISBN, "", "is empty", ""),
    (ISBN, "978-92-4-008178-8", "has a wrong digit: its last digit does not fit the others", ""),
    (ISBN, "977-92-4-008178-0", "does not begin with 978 or 979", ""),
    (ISBN, "3-16-148410-0", "has a wrong digit: its last digit does not fit the others", ""),
    (ISBN, "979-10-90636-70-1", "has a wrong digit: its last digit does not fit the others", ""),
    (ISBN, "185798218", "has 9 digits; an ISBN has 10 or 13", ""),
    (ISBN, "978-O-306-40615-7", "has a character that is not a digit", ""),
    (ISBN, "97892400817X", "has 12 digits; an ISBN has 10 or 13", ""),
    (ISBN, "978924008178X", "has a wrong digit: its last digit does not fit the others", ""),
    (ISBN, "1857982185 9781857982183", "is written more than once", "9781857982183"),
    (ISBN, "9781857982183 9789240081789", "holds more than one ISBN", ""),
    (URL, "", "is empty", ""),
    (URL, "www.nhs.uk/back-pain", "lacks https:// at its beginning", "https://www.nhs.uk/back-pain"),
    (URL, "//www.nhs.uk/back-pain", "lacks https:// at its beginning", "https://www.nhs.uk/back-pain"),
    (URL, "nhs", "lacks https:// at its beginning", ""),
    (URL, "javascript:alert(1)", "does not begin with https:// or http://", ""),
    (URL, "ftp://example.org/x", "does not begin with https:// or http://", ""),
    (URL, "mailto:a@example.org", "does not begin with https:// or http://", ""),
    (URL, "https://example.org/a b", "has a space in it", ""),
    (URL, "https://exam\u200bple.org/", "has the invisible character U+200B in it", ""),
    (URL, "https://example.org\\@evil.example", 'has "\\" in it', ""),
    (URL, 'https://example.org/"x', 'has """ in it', ""),
    (URL, "https://user:word@example.org/", "has a user name or password in it", ""),
    (URL, "https://", "has no site name that could exist", ""),
    (URL, "https:///x", "has no site name that could exist", ""),
    (URL, "https://-a.example/", "has no site name that could exist", ""),
    (URL, "https://a..example/", "has no site name that could exist", ""),
    (URL, "https://ä..example/", "has no site name that could exist", ""),
    (URL, "https://example.org:99999/", "has an invalid host or port", ""),
    (URL, "https://example.org:/", "has an invalid port", ""),
    (URL, "https://[example.org/", "has an invalid host or port", ""),
]


@pytest.mark.parametrize(("kind", "text", "reason", "spelling"), MALFORMED)
def test_malformed_identifier_is_explained(kind, text, reason, spelling):
    found = read_identifier(kind, text)
    assert isinstance(found, BadIdentifier)
    assert (found.reason, found.spelling) == (reason, spelling)
    assert parse_identifier(kind, text) is None


@pytest.mark.parametrize(
    ("kind", "text"), [(kind, text) for kind, text, reason, _ in MALFORMED if reason != "is empty"]
)
def test_malformed_identifier_comes_with_a_way_out(kind, text):
    found = read_identifier(kind, text)
    assert isinstance(found, BadIdentifier)
    assert found.spelling or found.advice


@given(st.sampled_from(["9789240081789", "9791090636071", "0306406152", "316148410X"]), st.data())
def test_one_wrong_digit_of_an_isbn_is_noticed(isbn, data):
    at = data.draw(st.integers(0, len(isbn) - 1))
    other = data.draw(st.sampled_from([digit for digit in "0123456789" if digit != isbn[at]]))
    assert isinstance(read_identifier(ISBN, isbn[:at] + other + isbn[at + 1 :]), BadIdentifier)


@given(kind=st.sampled_from(IdentifierKind), text=st.text())
def test_any_text_is_read_or_explained_and_spellings_are_well_formed(kind, text):
    found = read_identifier(kind, text)
    if isinstance(found, BadIdentifier):
        assert found.reason
        assert not found.spelling or parse_identifier(kind, found.spelling) == found.spelling
    else:
        assert parse_identifier(kind, found) == found
        assert found.isascii()


@given(suffix=st.text(st.characters(min_codepoint=0x21, max_codepoint=0x7E), min_size=1))
def test_the_address_of_a_doi_leads_back_to_it(suffix):
    value = parse_identifier(DOI, f"10.1000/{suffix}")
    if value is not None:
        assert parse_identifier(DOI, make_identifier_url(DOI, value)) == value


@pytest.mark.parametrize(
    ("kind", "value", "url"),
    [
        (DOI, "10.1136/bmj.f7095", "https://doi.org/10.1136/bmj.f7095"),
        (DOI, "10.1002/a<b>;2-#", "https://doi.org/10.1002/a%3Cb%3E;2-%23"),
        (PMID, "20179183", "https://pubmed.ncbi.nlm.nih.gov/20179183/"),
        (PMCID, "PMC3957506", "https://pmc.ncbi.nlm.nih.gov/articles/PMC3957506/"),
        (ISBN, "9789240081789", "https://www.worldcat.org/isbn/9789240081789"),
        (URL, "https://www.nhs.uk/", "https://www.nhs.uk/"),
    ],
)
def test_where_identifiers_lead(kind, value, url):
    assert make_identifier_url(kind, value) == url


@pytest.mark.parametrize(
    ("key", "form"),
    [
        ("doi:10.1136/BMJ.f7095", "doi:10.1136/bmj.f7095"),
        ("DOI:10.1136/bmj.f7095", "doi:10.1136/bmj.f7095"),
        ("pmid:20179183", "pmid:20179183"),
        ("pmcid:PMC3957506", "pmcid:PMC3957506"),
        ("isbn:1-85798-218-5", "isbn:9781857982183"),
        ("https://WWW.nhs.uk", "https://www.nhs.uk/"),
        ("https://doi.org/10.1136/bmj.f7095", "https://doi.org/10.1136/bmj.f7095"),
        ("doi:10.12/x", None),
        ("pmid:0123456", None),
        ("https://localhost/", "https://localhost/"),
        ("http://127.0.0.1:8000", "http://127.0.0.1:8000/"),
        ("https://[0::1]/", "https://[::1]/"),
        ("nhs-back-pain", None),
        ("doi", None),
        ("", None),
    ],
)
def test_citation_keys_that_are_identifiers(key, form):
    assert parse_citation_key(key) == form


def test_identifier_keys_are_those_citation_keys_are_read_to():
    assert make_identifier_key(DOI, "10.1136/bmj.f7095") == parse_citation_key("doi:10.1136/bmj.f7095")
    assert make_identifier_key(URL, "https://www.nhs.uk/") == parse_citation_key("https://www.nhs.uk/")
