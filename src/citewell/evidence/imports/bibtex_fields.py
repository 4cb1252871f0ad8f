"""What BibTeX's and biblatex's entry types and fields are in CSL (BibTeXing, 1988; the biblatex manual, 2.1 to 2.2)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

TYPES: Final[Mapping[str, str]] = {
    "article": "article-journal", "book": "book", "mvbook": "book", "collection": "book", "mvcollection": "book",
    "booklet": "pamphlet", "bookinbook": "chapter", "conference": "paper-conference", "dataset": "dataset",
    "electronic": "webpage", "image": "graphic", "inbook": "chapter", "incollection": "chapter",
    "inproceedings": "paper-conference", "inreference": "entry-encyclopedia", "jurisdiction": "legal_case",
    "legislation": "legislation", "letter": "personal_communication", "manual": "book", "mastersthesis": "thesis",
    "misc": "document", "movie": "motion_picture", "mvproceedings": "book", "mvreference": "book", "online": "webpage",
    "patent": "patent", "periodical": "periodical", "phdthesis": "thesis", "proceedings": "book", "reference": "book",
    "report": "report", "review": "review", "software": "software", "standard": "standard", "suppbook": "chapter",
    "suppcollection": "chapter", "suppperiodical": "article-journal", "techreport": "report", "thesis": "thesis",
    "unpublished": "manuscript", "video": "motion_picture", "www": "webpage",
}  # fmt: skip
GENRES: Final[Mapping[str, str]] = {"phdthesis": "PhD thesis", "mastersthesis": "Master's thesis"}

#: Fields that are one variable, whatever the entry type; of several, the first that an entry has.
TEXTS: Final[Mapping[str, tuple[str, ...]]] = {
    "abstract": ("abstract",), "annote": ("annote", "annotation"), "chapter-number": ("chapter",), "DOI": ("doi",),
    "container-title-short": ("shortjournal",), "dimensions": ("dimensions",), "edition": ("edition",),
    "event-place": ("venue",), "event-title": ("eventtitle",), "genre": ("type",), "ISBN": ("isbn",), "ISSN": ("issn",),
    "keyword": ("keywords", "keyword"), "language": ("language", "langid"), "license": ("copyright", "license"),
    "note": ("note",), "number-of-pages": ("pagetotal", "numpages"), "number-of-volumes": ("volumes",),
    "original-publisher": ("origpublisher",), "original-publisher-place": ("origlocation",),
    "original-title": ("origtitle",), "page": ("pages", "eid", "articleno", "article-number"), "part": ("part",),
    "PMCID": ("pmcid",), "PMID": ("pmid", "pubmedid", "pubmed_id", "pubmed"),
    "publisher": ("publisher", "institution", "school", "organization"),
    "publisher-place": ("location", "address"), "status": ("pubstate",), "title-short": ("shorttitle",),
    "URL": ("url",), "version": ("version",), "volume": ("volume",), "volume-title": ("volumetitle",),
}  # fmt: skip
NAMES: Final[Mapping[str, str]] = {
    "author": "author", "bookauthor": "container-author", "editor": "editor", "translator": "translator",
    "holder": "author", "director": "director",
}  # fmt: skip
DATES: Final[Mapping[str, str]] = {
    "eventdate": "event-date", "origdate": "original-date", "urldate": "accessed", "lastchecked": "accessed",
    "accessdate": "accessed", "accessed": "accessed", "lastaccessed": "accessed", "urlaccessdate": "accessed",
    "visited": "accessed",
}  # fmt: skip
NUMBERED: Final = frozenset({"report", "patent", "standard", "manuscript", "legislation", "dataset"})
"""The types whose ``number`` is their own, and not an issue's or a series'."""
