"""PubMed's XML (``PubmedArticleSet``), read as the service's answers are; what CSL has no word for is kept by path."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, Final
from xml.etree.ElementTree import Element

from citewell.evidence.imports.entry import MOST, Entry, Fault, Lines, ReadEntries, entry
from citewell.evidence.notices import as_data
from citewell.evidence.rich_text.elements import KNOWN
from citewell.evidence.service_api.results import KnownWork
from citewell.evidence.service_api.xml_tree import lines_of, parse_xml_text, words
from citewell.evidence.services.pubmed.article import SETS, read_record

_BEGINNING: Final = re.compile(r"<(?:PubmedArticle|PubmedBookArticle|DeleteCitation)\b")
_MAPPED: Final = re.compile(r"JournalIssue PubDate (?:Year|Month|Day)$|AuthorList Author Initials$")
_STYLED: Final = KNOWN | {"DispFormula"}


def read(text: str) -> ReadEntries:
    """The entries of a document. Never raises; one that is no such set is a fault."""
    root = parse_xml_text(text)
    if root is not None and root.tag in {"PubmedArticle", "PubmedBookArticle"}:
        whole = Element("PubmedArticleSet")
        whole.append(root)
        root = whole
    if root is None or root.tag not in SETS:
        return ReadEntries((), (Fault(1, "this is not PubMed's XML, or it is broken, or it declares entities"),))
    entries: list[Entry] = []
    faults: list[Fault] = []
    for element, line in zip(root[: MOST + 1], lines_of(_BEGINNING, text), strict=False):
        found = read_record(element)
        if found:
            entries.append(_entry(element, found.found, line))
        elif element.tag != "DeleteCitation":
            faults.append(Fault(line, "the entry has no PMID or no title, so it was left out"))
    return ReadEntries(tuple(entries), tuple(faults))


def _entry(element: Element, found: KnownWork, line: int) -> Entry:
    said = f" {_folded(json.dumps(found.item, ensure_ascii=False))} "
    left: dict[str, Any] = {}
    for path, text in _leaves(element, ""):
        if f" {_folded(text)} " not in said and not _MAPPED.search(path):
            values = left.setdefault(path, [])
            if text not in values:
                values.append(text)
    custom = {"kind": found.kind, "notices": as_data(found.notices)}
    return entry({**found.item, "custom": custom}, left, Lines(line, lambda _name: line))


def _leaves(element: Element, path: str) -> Iterator[tuple[str, str]]:
    """Every text of a record, with the names of the elements around it."""
    if all(child.tag.rpartition(":")[2] in _STYLED for child in element):
        text = words(element)
        if text:
            yield path, text
        return
    for child in element:
        yield from _leaves(child, f"{path} {child.tag}".removeprefix("MedlineCitation ").strip())


def _folded(text: str) -> str:
    return re.sub(r"[^\w]+", " ", text.casefold()).strip()
