"""Retractions that only a keyword, a type or a note of an imported record tells, in every format."""

from __future__ import annotations

import json

import pytest

from citewell.evidence.imports import nbib, pubmed_xml
from citewell.evidence.imports.bibtex import read_bibtex
from citewell.evidence.imports.csl_json import read_csl_json
from citewell.evidence.imports.ris import read_ris

TOLD = [{"kind": "retraction", "said-by": "its record"}]
FILES = {
    "RIS, a keyword": (read_ris, "TY  - JOUR\nTI  - A\nKW  - backs\nKW  - Retracted Publication\nER  - \n"),
    "RIS, a type": (read_ris, "TY  - JOUR\nTI  - A\nM3  - Journal Article; Retracted Publication\nER  - \n"),
    "RIS, a note": (read_ris, "TY  - JOUR\nTI  - A\nN1  - Retraction in: J Test. 2020;1(1):1\nER  - \n"),
    "BibTeX, a keyword": (read_bibtex, "@article{a, title = {A}, keywords = {backs, Retracted Publication}}"),
    "BibTeX, a note": (read_bibtex, "@article{a, title = {A}, note = {Retracted in: J Test, 2020}}"),
    "CSL JSON, a keyword": (
        read_csl_json,
        json.dumps([{"id": "a", "type": "article-journal", "title": "A", "keyword": "backs; retracted article"}]),
    ),
}


@pytest.mark.parametrize(("read", "text"), FILES.values(), ids=FILES)
def test_a_mark_is_a_notice(read, text):
    (entry,) = read(text).entries
    assert entry.item["custom"]["notices"] == TOLD


@pytest.mark.parametrize(
    "words",
    [
        "Retraction of Publication as Topic",
        "retracted testis",
        "the study was retracted in error",
        "backs",
        "Retraction in laparoscopic surgery",
    ],
)
def test_words_about_retractions_are_no_notice(words):
    (entry,) = read_ris(f"TY  - JOUR\nTI  - A\nKW  - {words}\nN1  - {words}\nER  - \n").entries
    assert "notices" not in entry.item.get("custom", {})


def test_a_keyword_of_a_work_about_retractions_is_no_notice():
    text = "TY  - JOUR\nTI  - {}\nKW  - Retracted publication\nER  - \n"
    about, marked = (
        read_ris(text.format(title)).entries[0] for title in ("Who cites retracted papers?", "RETRACTED: A")
    )
    assert "custom" not in about.item
    assert marked.item["custom"]["notices"] == TOLD


def test_what_the_record_says_exactly_counts_before_a_mark():
    (entry,) = nbib.read_nbib("PMID- 1\nTI  - A\nPT  - Retracted Publication\nRIN - J Test. 2020;1:1\n").entries
    assert entry.item["custom"]["notices"] == [{"kind": "retraction", "said-by": "PubMed", "published": "2020"}]


def test_pubmed_xml_says_it_as_the_service_does():
    link = '<CommentsCorrections RefType="RetractionIn"><RefSource>J Test. 2020;1:1</RefSource><PMID>2</PMID>'
    text = (
        "<PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>1</PMID><Article><ArticleTitle>A</ArticleTitle></Article>"
        f"<CommentsCorrectionsList>{link}</CommentsCorrections></CommentsCorrectionsList></MedlineCitation></PubmedArticle>"
        "</PubmedArticleSet>"
    )
    (entry,) = pubmed_xml.read_pubmed_xml(text).entries
    notice = {"kind": "retraction", "said-by": "PubMed", "published": "2020", "pmid": "2"}
    assert entry.item["custom"]["notices"] == [notice]
