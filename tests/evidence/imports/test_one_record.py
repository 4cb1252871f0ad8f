"""One record reads the same, whatever program wrote it and whichever way it comes."""

from __future__ import annotations

from pathlib import Path

import pytest

from citewell.evidence.imports import bibtex, csl_json, endnote_xml, nbib, pubmed_xml, ris, web_of_science

FOLDER = Path(__file__).with_name("one_record")
READERS = {
    "bibtex": bibtex.read_bibtex,
    "csl-json": csl_json.read_csl_json,
    "endnote-xml": endnote_xml.read_endnote_xml,
    "nbib": nbib.read_nbib,
    "pubmed-xml": pubmed_xml.read_pubmed_xml,
    "ris": ris.read_ris,
    "web-of-science": web_of_science.read_web_of_science,
}


@pytest.mark.parametrize("path", sorted(FOLDER.iterdir()), ids=lambda path: path.stem)
def test_a_record_reads_the_same_in_every_format(path):
    (entry,) = READERS[path.stem](path.read_text(encoding="utf-8")).entries
    told = {variable: value for variable, value in entry.item.items() if variable not in {"custom", "URL"}}
    assert told == {
        "type": "article-journal",
        "title": "Made-up backs",
        "author": [
            {"family": "Doe", "given": "Jane", "non-dropping-particle": "van der"},
            {"literal": "Made-up Study Group"},
        ],
        "container-title": "Made-up medicine",
        "issued": "2013-12",
        "volume": "3",
        "page": "230-238",
        "DOI": "10.5555/made-up.1",
        "PMID": "12345678",
        "language": "de",
    }


@pytest.mark.parametrize(
    ("read", "text"),
    [
        (bibtex.read_bibtex, "@book{{a, title={{A}}, year={{{}}}}}"),
        (ris.read_ris, "TY  - RPRT\nTI  - A\nPY  - {}\nER  - \n"),
        (nbib.read_nbib, "PMID- 1\nTI  - A\nDP  - {}\n"),
        (web_of_science.read_web_of_science, "PT J\nTI A\nPY {}\nER\n"),
    ],
)
@pytest.mark.parametrize(
    ("given_", "issued"),
    [
        ("2020-21", "2020/2021"),
        ("2009-10", "2009/2010"),
        ("1999-00", "1999/2000"),
        ("2013–14", "2013/2014"),
        ("2013-2015", "2013/2015"),
        ("2009-03", "2009-03"),
        ("2020-00", "2020"),
    ],
)
def test_a_field_of_years_holds_years(read, text, given_, issued):
    (entry,) = read(text.format(given_)).entries
    assert entry.item["issued"] == issued
