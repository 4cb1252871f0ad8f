"""PubMed's description of an article or a book as a CSL item.

``PubmedArticle`` and ``PubmedBookArticle`` as NLM's document type has them (pubmed_250101.dtd), and as its "XML Element
Descriptions and their Attributes" explain them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final, NamedTuple
from xml.etree.ElementTree import Element

from citewell.citations.identifiers import make_identifier_url, parse_identifier
from citewell.evidence.items.dates import CslDate, existing_parts, parse_date_words
from citewell.evidence.items.journals import clean_journal_name, expand_pages
from citewell.evidence.items.people import CslName, make_organisation, make_person, space_initials
from citewell.evidence.service_api.csl_item import clean_item, drop_if_longer, find_identifier, find_language
from citewell.evidence.service_api.results import KnownWork
from citewell.evidence.service_api.xml_tree import element_text, text_at
from citewell.evidence.services.pubmed.notices import read_notices
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
"""The root elements of documents with records."""


class PubmedRecord(NamedTuple):
    """A record, and the PMID it is of."""

    pmid: str
    found: KnownWork


def read_record(element: Element) -> PubmedRecord | None:
    """The record of a ``PubmedArticle`` or a ``PubmedBookArticle``; ``None`` without a PMID or a title."""
    citation, document = element.find("MedlineCitation"), element.find("BookDocument")
    if citation is not None:
        found = _read_article(element, citation)
    elif document is not None:
        found = _read_book(element, document)
    else:
        return None
    return PubmedRecord(found.item["PMID"], found) if "PMID" in found.item and found.title else None


def _read_article(element: Element, citation: Element) -> KnownWork:
    article = citation.find("Article")
    article = Element("Article") if article is None else article
    types = _read_types(article.find("PublicationTypeList"))
    ids = _read_identifiers(element.find("PubmedData/ArticleIdList"))
    first, online = _read_dates(article)
    title = text_at(article, "Journal/Title")
    pmid = parse_identifier(IdentifierKind.PMID, text_at(citation, "PMID")) or ""
    item: dict[str, Any] = {
        "type": "article" if "Preprint" in types else "article-journal",
        **_read_titles(article),
        "author": _read_people(article.find("AuthorList")),
        "container-title": clean_journal_name(title),
        "container-title-short": _read_short_title(article, citation),
        "issued": first,
        "available-date": online,
        "volume": drop_if_longer(text_at(article, "Journal/JournalIssue/Volume"), 60),
        "issue": drop_if_longer(text_at(article, "Journal/JournalIssue/Issue"), 60),
        "page": _read_pages(article),
        "DOI": _read_doi(article) or ids["DOI"],
        "PMID": pmid,
        "PMCID": ids["PMCID"],
        "ISSN": drop_if_longer(text_at(article, "Journal/ISSN"), 20),
        "language": _read_language(article),
        "abstract": _read_abstract(article.find("Abstract")),
        "URL": make_identifier_url(IdentifierKind.PMID, pmid) if pmid else "",
        "genre": "Preprint" if "Preprint" in types else "",
    }
    return KnownWork(clean_item(item), read_notices(citation, types), find_kind(types))


def _read_book(element: Element, document: Element) -> KnownWork:
    """A book of NLM's Bookshelf, or a part of one."""
    book = document.find("Book")
    book = Element("Book") if book is None else book
    ids = _read_identifiers(document.find("ArticleIdList"), element.find("PubmedBookData/ArticleIdList"))
    part, whole = _read_titles(document), text_at(book, "BookTitle")
    pmid = parse_identifier(IdentifierKind.PMID, text_at(document, "PMID")) or ""
    authors = [*document.iterfind("AuthorList"), *book.iterfind("AuthorList")]
    dates = ("ContributionDate", "Book/PubDate", "DateRevised") if part else ("Book/PubDate", "Book/BeginningDate")
    item: dict[str, Any] = {
        "type": "chapter" if part else "book",
        **(part or {"title": whole}),
        "author": [name for people in authors if people.get("Type") != "editors" for name in _read_people(people)],
        "editor": [name for people in authors if people.get("Type") == "editors" for name in _read_people(people)],
        "container-title": whole if part else "",
        "collection-title": text_at(book, "CollectionTitle"),
        "issued": next((found for path in dates if (found := _read_date(document.find(path)))), None),
        "publisher": text_at(book, "Publisher/PublisherName"),
        "publisher-place": text_at(book, "Publisher/PublisherLocation"),
        "edition": drop_if_longer(text_at(book, "Edition"), 60),
        "volume": drop_if_longer(text_at(book, "Volume"), 60),
        "number": drop_if_longer(text_at(book, "ReportNumber"), 60),
        "page": expand_pages(drop_if_longer(text_at(document, "Pagination/MedlinePgn"), 60)),
        "ISBN": find_identifier(IdentifierKind.ISBN, [element_text(one) for one in book.iterfind("Isbn")]),
        "DOI": ids["DOI"],
        "PMID": pmid,
        "language": _read_language(document),
        "abstract": _read_abstract(document.find("Abstract")),
        "URL": _make_bookshelf_url(document) or (make_identifier_url(IdentifierKind.PMID, pmid) if pmid else ""),
    }
    return KnownWork(clean_item(item), (), find_kind(_read_types(document)))


def strip_title_stop(title: str) -> str:
    """A title without the full stop that PubMed sets, in brackets and after them too."""
    return re.sub(r"(?<!\.)\.(?=\]?$)", "", re.sub(r"(?<!\.)\.$", "", title))


def _read_titles(article: Element) -> dict[str, str]:
    """The title, in brackets if it is a translation, and the original's."""
    title, original = text_at(article, "ArticleTitle"), text_at(article, "VernacularTitle")
    if not title:
        return {"title": strip_title_stop(original)} if original else {}
    return {"title": strip_title_stop(title), "original-title": strip_title_stop(original)}


def _read_people(listed: Element | None) -> list[CslName]:
    """The names of an ``AuthorList``, without those that PubMed keeps only as wrong (``ValidYN="N"``)."""
    people = listed.iterfind("Author") if listed is not None else ()
    return [name for author in people if author.get("ValidYN") != "N" and (name := _read_name(author))]


def _read_name(author: Element) -> CslName | None:
    collective = text_at(author, "CollectiveName")
    if collective:
        return make_organisation(collective)
    given = text_at(author, "ForeName") or space_initials(text_at(author, "Initials"))
    return make_person(text_at(author, "LastName"), given, text_at(author, "Suffix"))


def _read_date(element: Element | None) -> CslDate | None:
    """The date of a ``PubDate``, an ``ArticleDate`` or the like: in parts, or as ``MedlineDate`` in words."""
    if element is None:
        return None
    year, month, day = text_at(element, "Year"), text_at(element, "Month"), text_at(element, "Day")
    if not year:
        return parse_date_words(text_at(element, "MedlineDate"))
    if month.isdigit():
        known = existing_parts([year, month, day])
        return {"date-parts": [known]} if known else None
    return parse_date_words(f"{year} {month or text_at(element, 'Season')} {day}")


def _read_dates(article: Element) -> tuple[CslDate | None, CslDate | None]:
    """The date by which an article is cited, and that of its appearing online where it is another.

    The first is the issue's, but the article's own where ``PubModel`` says that it only appeared online.
    """
    online = _read_date(article.find("ArticleDate"))
    issue = _read_date(article.find("Journal/JournalIssue/PubDate"))
    if article.get("PubModel", "").startswith("Electronic") and online:
        issue = online
    first = issue or online
    return first, online if online != first else None


def _read_short_title(article: Element, citation: Element) -> str:
    """The journal's short name."""
    return text_at(article, "Journal/ISOAbbreviation") or text_at(citation, "MedlineJournalInfo/MedlineTA")


def _read_pages(article: Element) -> str:
    """The pages in full, else the article's number."""
    pages = text_at(article, "Pagination/MedlinePgn")
    if not pages:
        ends = (text_at(article, "Pagination/StartPage"), text_at(article, "Pagination/EndPage"))
        pages = "-".join(end for end in ends if end)
    if pages:
        return expand_pages(drop_if_longer(pages, 60))
    numbers = (element_text(one) for one in _list_valid(article, "ELocationID[@EIdType='pii']"))
    return next((number for number in numbers if _ARTICLE_NUMBER.fullmatch(number)), "")


def _read_doi(article: Element) -> str:
    return find_identifier(
        IdentifierKind.DOI, [element_text(one) for one in _list_valid(article, "ELocationID[@EIdType='doi']")]
    )


def _list_valid(article: Element, path: str) -> Iterator[Element]:
    return (one for one in article.iterfind(path) if one.get("ValidYN") != "N")


def _read_identifiers(*lists: Element | None) -> dict[str, str]:
    """DOI and PMCID in lists of the record's own identifiers; those of its references are elsewhere."""
    ids = [one for listed in lists if listed is not None for one in listed.iterfind("ArticleId")]
    return {
        kind: find_identifier(kind, [element_text(one) for one in ids if one.get("IdType") == name])
        for kind, name in ((IdentifierKind.DOI, "doi"), (IdentifierKind.PMCID, "pmc"))
    }


def _make_bookshelf_url(document: Element) -> str:
    """The page of a book in NLM's Bookshelf."""
    number = element_text(document.find("ArticleIdList/ArticleId[@IdType='bookaccession']"))
    return f"https://www.ncbi.nlm.nih.gov/books/{number}/" if re.fullmatch(r"NBK[0-9]{1,10}", number) else ""


def _read_language(article: Element) -> str:
    codes = [code for one in article.iterfind("Language") if (code := element_text(one))]
    return drop_if_longer(find_language(codes[0]), 35) if codes else ""


def _read_abstract(element: Element | None) -> str:
    """The parts of an abstract with their labels, without the copyright line."""
    parts = []
    for part in element.iterfind("AbstractText") if element is not None else ():
        label, text = part.get("Label", "").strip(), element_text(part)
        if text:
            parts.append(f"{label}: {text}" if label and label.upper() != "UNLABELLED" else text)
    return " ".join(parts)


def _read_types(listed: Element | None) -> frozenset[str]:
    return (
        frozenset(element_text(one) for one in listed.iterfind("PublicationType"))
        if listed is not None
        else frozenset()
    )


def find_kind(types: frozenset[str]) -> str | None:
    """Citewell's kind of a work by PubMed's publication types; ``None`` if none of them decides."""
    return next((kind for kind, names in _KINDS if types & names), None)
