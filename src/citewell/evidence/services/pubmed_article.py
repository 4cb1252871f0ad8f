"""PubMed's description of an article or a book as a CSL item.

``PubmedArticle`` and ``PubmedBookArticle`` as NLM's document type has them (pubmed_250101.dtd), and as its "XML Element
Descriptions" explain them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final, NamedTuple
from xml.etree.ElementTree import Element

from citewell.citations.identifiers import make_identifier_url, parse_identifier
from citewell.evidence.items.journals import journal_name, whole_pages
from citewell.evidence.items.people import CslName, body, person, spaced_initials
from citewell.evidence.services.csl_item import complete, identifier, language, short
from citewell.evidence.services.pubmed_dates import date_of, issued
from citewell.evidence.services.pubmed_notices import notices
from citewell.evidence.services.results import Found
from citewell.evidence.services.xml_tree import at, words
from citewell.model.references import IdentifierKind

_ARTICLE_NUMBER: Final = re.compile(r"[A-Za-z]{0,3}[0-9]{1,10}")
_KINDS: Final = (
    ("preprint", frozenset({"Preprint"})),
    ("guideline", frozenset({"Guideline", "Practice Guideline"})),
    ("systematic-review", frozenset({"Systematic Review", "Meta-Analysis", "Network Meta-Analysis"})),
    ("trial", frozenset({"Randomized Controlled Trial"})),
    ("review-article", frozenset({"Review"})),
    ("news", frozenset({"News", "Newspaper Article"})),
    ("patient-information", frozenset({"Patient Education Handout"})),
)
"""Citewell's kinds by PubMed's publication types, the first that fits; no other type is sure to be one of them."""


SETS: Final = frozenset({"PubmedArticleSet", "PubmedBookArticleSet"})
"""What documents of records are called."""


class Record(NamedTuple):
    """A record, and the PMID it is of."""

    pmid: str
    found: Found


def record(element: Element) -> Record | None:
    """The record of a ``PubmedArticle`` or a ``PubmedBookArticle``; none without a PMID or a title."""
    citation, document = element.find("MedlineCitation"), element.find("BookDocument")
    if citation is not None:
        found = _article(element, citation)
    elif document is not None:
        found = _book(element, document)
    else:
        return None
    return Record(found.item["PMID"], found) if "PMID" in found.item and found.title else None


def _article(element: Element, citation: Element) -> Found:
    article = citation.find("Article")
    article = Element("Article") if article is None else article
    types = _types(article.find("PublicationTypeList"))
    ids = _identifiers(element.find("PubmedData/ArticleIdList"))
    first, online = issued(article)
    title = at(article, "Journal/Title")
    pmid = parse_identifier(IdentifierKind.PMID, at(citation, "PMID")) or ""
    item: dict[str, Any] = {
        "type": "article" if "Preprint" in types else "article-journal",
        **_titles(article),
        "author": _people(article.find("AuthorList")),
        "container-title": journal_name(title),
        "container-title-short": at(article, "Journal/ISOAbbreviation") or at(citation, "MedlineJournalInfo/MedlineTA"),
        "issued": first,
        "available-date": online,
        "volume": short(at(article, "Journal/JournalIssue/Volume"), 60),
        "issue": short(at(article, "Journal/JournalIssue/Issue"), 60),
        "page": _pages(article),
        "DOI": _located_doi(article) or ids["DOI"],
        "PMID": pmid,
        "PMCID": ids["PMCID"],
        "ISSN": short(at(article, "Journal/ISSN"), 20),
        "language": _language(article),
        "abstract": _abstract(article.find("Abstract")),
        "URL": make_identifier_url(IdentifierKind.PMID, pmid) if pmid else "",
        "genre": "Preprint" if "Preprint" in types else "",
    }
    return Found(complete(item), notices(citation, types), kind_of(types))


def _book(element: Element, document: Element) -> Found:
    """A book of NLM's Bookshelf, or a part of one."""
    book = document.find("Book")
    book = Element("Book") if book is None else book
    ids = _identifiers(document.find("ArticleIdList"), element.find("PubmedBookData/ArticleIdList"))
    part, whole = _titles(document), at(book, "BookTitle")
    pmid = parse_identifier(IdentifierKind.PMID, at(document, "PMID")) or ""
    authors = [*document.iterfind("AuthorList"), *book.iterfind("AuthorList")]
    dates = ("ContributionDate", "Book/PubDate", "DateRevised") if part else ("Book/PubDate", "Book/BeginningDate")
    item: dict[str, Any] = {
        "type": "chapter" if part else "book",
        **(part or {"title": whole}),
        "author": [name for people in authors if people.get("Type") != "editors" for name in _people(people)],
        "editor": [name for people in authors if people.get("Type") == "editors" for name in _people(people)],
        "container-title": whole if part else "",
        "collection-title": at(book, "CollectionTitle"),
        "issued": next((found for path in dates if (found := date_of(document.find(path)))), None),
        "publisher": at(book, "Publisher/PublisherName"),
        "publisher-place": at(book, "Publisher/PublisherLocation"),
        "edition": short(at(book, "Edition"), 60),
        "volume": short(at(book, "Volume"), 60),
        "number": short(at(book, "ReportNumber"), 60),
        "page": whole_pages(short(at(document, "Pagination/MedlinePgn"), 60)),
        "ISBN": identifier(IdentifierKind.ISBN, [words(one) for one in book.iterfind("Isbn")]),
        "DOI": ids["DOI"],
        "PMID": pmid,
        "language": _language(document),
        "abstract": _abstract(document.find("Abstract")),
        "URL": _bookshelf(document) or (make_identifier_url(IdentifierKind.PMID, pmid) if pmid else ""),
    }
    return Found(complete(item), (), kind_of(_types(document)))


def unstopped_title(title: str) -> str:
    """A title without the full stop that PubMed sets, in brackets and after them too."""
    return re.sub(r"(?<!\.)\.(?=\]?$)", "", re.sub(r"(?<!\.)\.$", "", title))


def _titles(article: Element) -> dict[str, str]:
    """The title, in brackets if it is a translation, and the original's."""
    title, original = at(article, "ArticleTitle"), at(article, "VernacularTitle")
    if not title:
        return {"title": unstopped_title(original)} if original else {}
    return {"title": unstopped_title(title), "original-title": unstopped_title(original)}


def _people(listed: Element | None) -> list[CslName]:
    """The names of an ``AuthorList``, without those that PubMed keeps only as wrong (``ValidYN="N"``)."""
    people = listed.iterfind("Author") if listed is not None else ()
    return [name for author in people if author.get("ValidYN") != "N" and (name := _name(author))]


def _name(author: Element) -> CslName | None:
    collective = at(author, "CollectiveName")
    if collective:
        return body(collective)
    given = at(author, "ForeName") or spaced_initials(at(author, "Initials"))
    return person(at(author, "LastName"), given, at(author, "Suffix"))


def _pages(article: Element) -> str:
    """The pages in full, else the article's number."""
    pages = at(article, "Pagination/MedlinePgn")
    if not pages:
        ends = (at(article, "Pagination/StartPage"), at(article, "Pagination/EndPage"))
        pages = "-".join(end for end in ends if end)
    if pages:
        return whole_pages(short(pages, 60))
    numbers = (words(one) for one in _valid(article, "ELocationID[@EIdType='pii']"))
    return next((number for number in numbers if _ARTICLE_NUMBER.fullmatch(number)), "")


def _located_doi(article: Element) -> str:
    return identifier(IdentifierKind.DOI, [words(one) for one in _valid(article, "ELocationID[@EIdType='doi']")])


def _valid(article: Element, path: str) -> Iterator[Element]:
    return (one for one in article.iterfind(path) if one.get("ValidYN") != "N")


def _identifiers(*lists: Element | None) -> dict[str, str]:
    """DOI and PMCID in lists of the record's own identifiers; those of its references stand elsewhere."""
    ids = [one for listed in lists if listed is not None for one in listed.iterfind("ArticleId")]
    return {
        kind: identifier(kind, [words(one) for one in ids if one.get("IdType") == name])
        for kind, name in ((IdentifierKind.DOI, "doi"), (IdentifierKind.PMCID, "pmc"))
    }


def _bookshelf(document: Element) -> str:
    """The page of a book in NLM's Bookshelf."""
    number = words(document.find("ArticleIdList/ArticleId[@IdType='bookaccession']"))
    return f"https://www.ncbi.nlm.nih.gov/books/{number}/" if re.fullmatch(r"NBK[0-9]{1,10}", number) else ""


def _language(article: Element) -> str:
    codes = [code for one in article.iterfind("Language") if (code := words(one))]
    return short(language(codes[0]), 35) if codes else ""


def _abstract(element: Element | None) -> str:
    """The parts of an abstract with their labels, without the copyright line."""
    parts = []
    for part in element.iterfind("AbstractText") if element is not None else ():
        label, text = part.get("Label", "").strip(), words(part)
        if text:
            parts.append(f"{label}: {text}" if label and label.upper() != "UNLABELLED" else text)
    return " ".join(parts)


def _types(listed: Element | None) -> frozenset[str]:
    return frozenset(words(one) for one in listed.iterfind("PublicationType")) if listed is not None else frozenset()


def kind_of(types: frozenset[str]) -> str | None:
    """Citewell's kind of a work by PubMed's publication types; ``None`` where none of them tells."""
    return next((kind for kind, names in _KINDS if types & names), None)
