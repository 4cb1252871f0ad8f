"""The same work reads the same whether it comes from a service, a page or a file, whatever markup its title has."""

from __future__ import annotations

import json
from collections.abc import Callable
from html import escape

import pytest

from citewell.evidence.imports import bibtex, csl_json, nbib, pubmed_xml, ris
from citewell.evidence.imports.entry import ImportResult
from citewell.evidence.pages.metadata import read_page_item
from citewell.evidence.service_api.xml_tree import parse_xml
from citewell.evidence.services.crossref.item import read_item
from citewell.evidence.services.pubmed.article import read_record

_MATHML = '<mml:math xmlns:mml="http://www.w3.org/1998/Math/MathML">{}</mml:math>'
_POWER = _MATHML.format("<mml:msup><mml:mn>10</mml:mn><mml:mn>6</mml:mn></mml:msup>")
_HALF = _MATHML.format("<mml:mfrac><mml:mn>1</mml:mn><mml:mn>2</mml:mn></mml:mfrac>")

#: Tagged titles, the same in LaTeX, and what both are.
_TITLES = [
    (
        f"Dose of {_POWER} cells, {_HALF} tablet",
        r"Dose of $10^6$ cells, $\frac{1}{2}$ tablet",
        "Dose of 10⁶ cells, ½ tablet",
    ),
    ("10<sup>5.5</sup> CFU of CO<sub>2</sub>", r"10\textsuperscript{5.5} CFU of CO$_2$", "10^5.5 CFU of CO₂"),
    ("<i>In vitro</i> 10<sup>−6</sup> M", r"\emph{In vitro} 10$^{-6}$ M", "In vitro 10⁻⁶ M"),
    ("The 2<sup>nd</sup> β-blocker, ≥5 µg", r"The 2\textsuperscript{nd} $\upbeta$-blocker, $\geq$5 \textmu g", None),
]


def _only(found: ImportResult) -> dict[str, object]:
    (entry,) = found.entries
    return entry.item


def _pubmed(title: str) -> str:
    return (
        "<PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>12345678</PMID><Article><Journal><Title>J</Title>"
        f"<JournalIssue><PubDate><Year>2020</Year></PubDate></JournalIssue></Journal><ArticleTitle>{title}.</ArticleTitle>"
        "</Article></MedlineCitation></PubmedArticle></PubmedArticleSet>"
    )


def _by_pubmed(title: str) -> dict[str, object]:
    root = parse_xml(_pubmed(title).encode())
    found = read_record(root[0]) if root is not None else None
    return found.found.item if found else {}


def _by_page(title: str) -> dict[str, object]:
    return read_page_item(
        f'<meta name="citation_title" content="{escape(title)}">'.encode(), "text/html", "https://a.example/"
    )


_WAYS: dict[str, Callable[[str], dict[str, object]]] = {
    "crossref": lambda title: read_item({"title": [title], "type": "journal-article"}),
    "crossref, escaped": lambda title: read_item({"title": [escape(title)], "type": "journal-article"}),
    "csl-json": lambda title: _only(csl_json.read_csl_json(json.dumps([{"id": "a", "type": "book", "title": title}]))),
    "nbib": lambda title: _only(nbib.read_nbib(f"PMID- 1\nTI  - {title}\n")),
    "page": _by_page,
    "pubmed": _by_pubmed,
    "pubmed-xml": lambda title: _only(pubmed_xml.read_pubmed_xml(_pubmed(title))),
    "ris": lambda title: _only(ris.read_ris(f"TY  - JOUR\nTI  - {title}\nER  - \n")),
}


@pytest.mark.parametrize("way", _WAYS)
@pytest.mark.parametrize(("tagged", "_latex", "words"), _TITLES)
def test_titles_with_tags(way, tagged, _latex, words):
    assert _WAYS[way](tagged)["title"] == (words or "The 2nd β-blocker, ≥5 µg")


@pytest.mark.parametrize(("_tagged", "latex", "words"), _TITLES)
def test_titles_with_latex(_tagged, latex, words):
    item = _only(bibtex.read_bibtex(f"@book{{a, title={{{latex}}}}}"))
    assert item["title"] == (words or "The 2nd β-blocker, ≥5 µg")


def test_names_journals_and_addresses_are_read_like_titles():
    raw = {
        "id": "a", "type": "article-journal", "container-title": "J. <i>in vitro</i> &amp; 10<sup>6</sup>",
        "author": [{"family": "O&apos;Neil", "given": "<b>Ann</b>"}, {"literal": "R&amp;D Group"}],
        "DOI": "10.1002/86:1&lt;183::AID&gt;3.0.CO;2-O", "URL": "https://a.example/?a=1&amp;copy=2&copy=3",
    }  # fmt: skip
    item = _only(csl_json.read_csl_json(json.dumps([raw])))
    assert item["container-title"] == "J. in vitro & 10⁶"
    assert item["author"] == [{"family": "O'Neil", "given": "Ann"}, {"literal": "R&D Group"}]
    assert item["DOI"] == "10.1002/86:1<183::AID>3.0.CO;2-O"
    assert item["URL"] == "https://a.example/?a=1&copy=2&copy=3"
