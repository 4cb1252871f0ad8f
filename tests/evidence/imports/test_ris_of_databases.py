"""RIS as databases write it, otherwise than the standard says."""

from __future__ import annotations

import pytest

from citewell.evidence.imports import ris


def item(fields: str, kind: str = "JOUR"):
    (entry,) = ris.read_ris(f"TY  - {kind}\nTI  - A made-up study\n{fields}\nER  - \n").entries
    return entry.item


@pytest.mark.parametrize(
    ("fields", "kind", "value"),
    [
        ("L3  - 10.5555/x", "DOI", "10.5555/x"),  # EBSCO
        ("DI  - 10.5555/x", "DOI", "10.5555/x"),
        ("M3  - doi: 10.5555/x", "DOI", "10.5555/x"),
        ("U2  - https://doi.org/10.5555/x", "DOI", "10.5555/x"),  # Pure
        ("DO  - 10.5555/x [doi]", "DOI", "10.5555/x"),
        ("DO  - 10.5555/x\nL3  - 10.5555/X", "DOI", "10.5555/x"),
        ("C2  - 12345678", "PMID", "12345678"),  # Scopus
        ("C3  - 12345678", "PMID", "12345678"),
        ("C5  - 12345678", "PMID", "12345678"),  # Embase
        ("U2  - 12345678", "PMID", "12345678"),
        ("AN  - 12345678\nDB  - MEDLINE", "PMID", "12345678"),
        ("AN  - 123\nDP  - NLM", "PMID", "123"),
        ("AN  - 12345678\nDB  - cmedm", "PMID", "12345678"),
        ("AN  - MEDLINE:12345678", "PMID", "12345678"),
        ("N1  - PMID: 12345678", "PMID", "12345678"),
        ("C8  - 12345678 [pmid]", "PMID", "12345678"),
        ("UR  - https://pubmed.ncbi.nlm.nih.gov/12345678/", "PMID", "12345678"),
        ("C2  - PMC7654321", "PMCID", "PMC7654321"),
        ("C7  - e2864", "page", "e2864"),
        ("SN  - 1234-5679 (Print)", "ISSN", "1234-5679"),
        ("SN  - 1234-5679 9876-5432", "ISSN", "1234-5679"),
        ("SN  - 9781473153059 (ISBN); 12345679 (ISSN)", "ISSN", "12345679"),  # Scopus
        ("SN  - 9781473153059 (ISBN); 12345679 (ISSN)", "ISBN", "9781473153059"),
        ("SP  - 12‐22", "page", "12-22"),
        ("SP  - 12-19\nEP  - 19", "page", "12-19"),
        ("Y2  - 2020/01/02/10:20:30", "accessed", "2020-01-02"),
        ("N1  - Accessed 3 May 2020", "accessed", "2020-05-03"),
        ("PY  - 2020\nDA  - May", "issued", "2020-05"),
        ("PY  - 2020/05/00/", "issued", "2020-05"),
    ],
)
def test_it_is_found_where_databases_put_it(fields, kind, value):
    found = item(fields)
    assert found[kind] == value
    assert "custom" not in found or "12345678" not in str(found["custom"])


@pytest.mark.parametrize("fields", ["AN  - 12345678\nDB  - aph", "AN  - 2020123456", "C2  - 12", "C1  - 12345678"])
def test_other_numbers_are_not_pubmeds(fields):
    assert "PMID" not in item(fields)


@pytest.mark.parametrize("pages", ["n/a", "N.A.", "no pagination", "-"])
def test_no_page_is_none(pages):
    assert "page" not in item(f"SP  - {pages}\nEP  - {pages}")


def test_the_number_of_a_report_is_no_issn():
    assert item("SN  - NG59", "RPRT").items() >= {"number": "NG59"}.items()


@pytest.mark.parametrize("fields", ["C3  - Proceedings of the Made-up Congress\nT2  - Made-up Congress"])
def test_proceedings_are_no_number(fields):
    found = item(fields, "CONF")
    assert (found["container-title"], found["event-title"]) == (
        "Proceedings of the Made-up Congress",
        "Made-up Congress",
    )


@pytest.mark.parametrize(
    ("fields", "name", "short"),
    [
        ("T2  - Nature Communications\nJ2  - Nat. Commun.", "Nature Communications", "Nat. Commun."),
        ("T2  - Nature Communications\nJO  - Nat Commun", "Nature Communications", "Nat Commun"),
        ("JF  - Nature Communications\nJO  - Nat Commun", "Nature Communications", "Nat Commun"),
        ("JF  - Deutsches Ärzteblatt\nJO  - Dtsch Arztebl", "Deutsches Ärzteblatt", "Dtsch Arztebl"),
        ("T2  - Nature Communications", "Nature Communications", None),
        ("JO  - Time\nJF  - Time\nT2  - An alternative title", "Time", None),
        ("JO  - Time\nT2  - An alternative title", "Time", None),
        ("JA  - Nat Commun", "Nat Commun", None),
    ],
)
def test_the_journal_is_told_from_other_titles(fields, name, short):
    found = item(fields)
    assert (found["container-title"], found.get("container-title-short")) == (name, short)
    assert ("T2" in found.get("custom", {}).get("imported", {})) == ("alternative" in fields)


def test_bookkeeping_is_no_part_of_an_entry():
    found = item("JF  - Time\nM3  - Article\nDB  - Scopus\nDP  - EBSCOhost")
    assert not {"genre", "archive"} & found.keys()
    assert found["custom"]["imported"] == {"M3": "Article", "DB": "Scopus", "DP": "EBSCOhost"}
    assert item("M3  - PhD thesis", "THES")["genre"] == "PhD thesis"


@pytest.mark.parametrize(
    ("fields", "kind"),
    [
        ("JO  - Spine\nVL  - 3", "article-journal"),
        ("T2  - Spine\nIS  - 3\nSN  - 1234-5679", "article-journal"),
        ("JF  - Spine\nSN  - 1234-5679 (Print)", "article-journal"),
        ("T2  - Example Trust", "webpage"),
        ("PB  - Example Trust\nUR  - https://example.org/", "webpage"),
    ],
)
def test_an_electronic_article_of_a_journal_is_one(fields, kind):
    assert item(fields, "ELEC")["type"] == kind


RESOLVER = "https://library.example.org/openurl?url_ver=Z39.88-2004"
MEMBERS = "https://search.ebscohost.com/login.aspx?direct=true&db=aph&AN=1"


@pytest.mark.parametrize(
    ("fields", "address", "left"),
    [
        ("UR  - https://example.org/a;https://example.org/b", "https://example.org/a", "https://example.org/b"),
        ("UR  - https://example.org/a https://example.org/b", "https://example.org/a", "https://example.org/b"),
        (f"UR  - {MEMBERS}\nUR  - https://example.org/a", "https://example.org/a", MEMBERS),
        (f"UR  - {MEMBERS}\nDO  - 10.5555/x", None, MEMBERS),
        (f"UR  - {MEMBERS}", MEMBERS, None),
        (f"UR  - {RESOLVER}\nDO  - 10.5555/x", None, RESOLVER),
        ("UR  - https://example.org/a;b=1,c", "https://example.org/a;b=1,c", None),
    ],
)
def test_readers_are_led_to_one_address_that_they_can_open(fields, address, left):
    found = item(fields)
    assert found.get("URL") == address
    assert found.get("custom", {}).get("imported", {}).get("UR") == left


OVID = "".join(
    f"{number}. \nTY  - JOUR\nID  - {number}\nT1  - Study {number}.\nA1  - Doe J; Roe KA\nJF  - Spine\nER  - \n\n"
    for number in range(1, 101)
)


def test_lines_around_the_entries_are_passed_over_in_one_line():
    found = ris.read_ris(f"VN  - Ovid Technologies\nDB  - Ovid MEDLINE(R)\n\n{OVID}VN  - Ovid Technologies\n")
    assert len(found.entries) == 100
    assert [(fault.line, fault.lost) for fault in found.faults] == [(1, False)]
    assert found.entries[0].item["author"] == [{"family": "Doe", "given": "J."}, {"family": "Roe", "given": "K. A."}]


def test_authors_that_are_given_twice_are_named_once():
    found = item("A1  - Doe, Jane\nA1  - Example Agency (EA).\nAU  - Doe, Jane\nAU  - Roe, Karl")
    assert found["author"] == [
        {"family": "Doe", "given": "Jane"},
        {"literal": "Example Agency (EA)"},
        {"family": "Roe", "given": "Karl"},
    ]


def test_private_things_are_left_out():
    (entry,) = ris.read_ris(
        "TY  - JOUR\nTI  - One\nAD  - Example Town. jana@example.org\nL1  - file:///C:/Users/jana/x.pdf\nER  - \n"
    ).entries
    assert "jana" not in str(entry.item)
    assert [(left.field, left.line) for left in entry.private] == [("AD", 3), ("L1", 4)]
