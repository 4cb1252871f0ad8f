"""Whatever is repeated in a file of another program, reading it takes time in proportion to it."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from tests.growth import Stopwatch, slow_parts

from citewell.evidence.imports import bibtex, csl_json, nbib, pubmed_xml, ris

#: What is repeated in the value of a field.
PIECES = (
    "word ",
    "{",
    "}",
    "{a}",
    "\\'e",
    "\\",
    "$",
    "$x$",
    "~",
    '"',
    "\\&",
    "<i>a</i>",
    "<",
    "&amp;",
    "and ",
    "A, B and ",
    ", ",
    "; ",
    "-",
    "1",
    "@",
    "#",
    "%",
    "\n",
    "10.1/x ",
)
TITLE = 400
ENTRIES = 12


BIBTEX: dict[str, Callable[[int], str]] = {
    "entries": lambda n: "".join(
        f"@article{{k{i},\n title = {{A}}, year = 2020, author = {{B, C}}\n}}\n" for i in range(n)
    ),
    "entries with one key": lambda n: "@article{k,\n title = {A}\n}\n" * n,
    "entries not closed": lambda n: "@article{k,\n title = {A\n" * n,
    "fields": lambda n: "@article{k,\n" + "".join(f" f{i} = {{A}},\n" for i in range(n)) + "}\n",
    "the same field": lambda n: "@article{k,\n" + " title = {A},\n" * n + "}\n",
    "strings": lambda n: "".join(f'@string{{s{i} = "A"}}\n' for i in range(n)) + "@article{k, title = s1}\n",
    "strings in strings": lambda n: (
        '@string{s0 = "A"}\n' + "".join(f"@string{{s{i + 1} = s{i}}}\n" for i in range(n)) + "@book{k, title = s1}"
    ),
    "joined strings": lambda n: '@string{s = "A"}\n@book{k, title = s' + " # s" * n + "}",
    "comments": lambda n: "@comment{a}\n" * n,
    "references to others": lambda n: (
        "@book{b, title = {B}}\n" + "".join(f"@inbook{{k{i}, crossref = {{b}}, title = {{A}}}}\n" for i in range(n))
    ),
    "text between entries": lambda n: "text\n" * n,
    "at signs": lambda n: "@" * n,
}
TAGGED = {
    "RIS entries": (
        ris.read_ris,
        lambda n: "".join(f"TY  - JOUR\nTI  - A\nAU  - B, C\nPY  - 2020\nID  - k{i}\nER  - \n" for i in range(n)),
    ),
    "RIS authors": (ris.read_ris, lambda n: "TY  - JOUR\n" + "AU  - B, C\n" * n + "ER  - \n"),
    "RIS tags": (ris.read_ris, lambda n: "TY  - JOUR\n" + "XX  - B\n" * n + "ER  - \n"),
    "RIS without ends": (ris.read_ris, lambda n: "TY  - JOUR\nTI  - A\n" * n),
    "RIS lines of no entry": (ris.read_ris, lambda n: "text\n" * n),
    "RIS lines that go on": (ris.read_ris, lambda n: "TY  - JOUR\nAB  - A\n" + "that goes on\n" * n + "ER  - \n"),
    "NBIB entries": (
        nbib.read_nbib,
        lambda n: "".join(f"PMID- {i + 1}\nTI  - A\nFAU - B, C\nDP  - 2020\n\n" for i in range(n)),
    ),
    "NBIB authors": (nbib.read_nbib, lambda n: "PMID- 1\n" + "FAU - B, C\nAU  - B C\n" * n),
    "NBIB lines that go on": (nbib.read_nbib, lambda n: "PMID- 1\nAB  - A\n" + "      that goes on\n" * n),
    "CSL-JSON items": (
        csl_json.read_csl_json,
        lambda n: json.dumps([{"id": f"k{i}", "type": "book", "title": "A"} for i in range(n)]),
    ),
    "CSL-JSON broken items": (csl_json.read_csl_json, lambda n: "[" + '{"id": "k", "title": },' * n + "]"),
    "CSL-JSON names": (csl_json.read_csl_json, lambda n: json.dumps([{"id": "k", "author": [{"family": "B"}] * n}])),
    "CSL-JSON lists in lists": (csl_json.read_csl_json, lambda n: "[" * n),
    "CSL-JSON items of one key": (csl_json.read_csl_json, lambda n: json.dumps([{"id": "k", "type": "book"}] * n)),
    "PubMed articles": (
        pubmed_xml.read_pubmed_xml,
        lambda n: (
            "<PubmedArticleSet>"
            + "".join(
                f"<PubmedArticle>\n<MedlineCitation><PMID>{i + 1}</PMID>"
                "<Article><ArticleTitle>A</ArticleTitle></Article>"
                "</MedlineCitation></PubmedArticle>\n"
                for i in range(n)
            )
            + "</PubmedArticleSet>"
        ),
    ),
    "PubMed authors": (
        pubmed_xml.read_pubmed_xml,
        lambda n: (
            "<PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>1</PMID><Article><ArticleTitle>A</ArticleTitle><AuthorList>"
            + "<Author><LastName>B</LastName><ForeName>C</ForeName></Author>" * n
            + "</AuthorList></Article></MedlineCitation></PubmedArticle></PubmedArticleSet>"
        ),
    ),
    "PubMed parts of a title": (
        pubmed_xml.read_pubmed_xml,
        lambda n: (
            "<PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>1</PMID><Article><ArticleTitle>"
            + "a <sup>2</sup>" * n
            + "</ArticleTitle></Article></MedlineCitation></PubmedArticle></PubmedArticleSet>"
        ),
    ),
}


def slow(read: Callable[[str], object], make: Callable[[int], str], size: int) -> list[str]:
    def measure(count: int) -> Stopwatch:
        timed, text = Stopwatch(), make(count)
        with timed("reading"):
            read(text)
        return timed

    return slow_parts(measure, size)


@pytest.mark.parametrize("make", BIBTEX.values(), ids=BIBTEX)
def test_bibtex(make: Callable[[int], str]):
    assert slow(bibtex.read_bibtex, make, ENTRIES) == []


@pytest.mark.parametrize(("read", "make"), TAGGED.values(), ids=TAGGED)
def test_other_formats(read: Callable[[str], object], make: Callable[[int], str]):
    assert slow(read, make, ENTRIES * 4) == []


@pytest.mark.parametrize("field", ["title", "author", "doi", "url", "pages", "year"])
@pytest.mark.parametrize("piece", PIECES, ids=repr)
def test_fields_of_bibtex(piece: str, field: str):
    assert slow(bibtex.read_bibtex, lambda count: f"@article{{k,\n {field} = {{{piece * count}}}\n}}\n", TITLE) == []


@pytest.mark.parametrize("tag", ["TI", "AU", "DO", "UR", "SP", "PY", "AB"])
@pytest.mark.parametrize("piece", PIECES, ids=repr)
def test_fields_of_ris(piece: str, tag: str):
    assert slow(ris.read_ris, lambda count: f"TY  - JOUR\n{tag}  - {piece * count}\nER  - \n", TITLE) == []
