"""PubMed's XML (``PubmedArticleSet``), read as the service's answers are; what CSL has no word for is kept by path."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, Final
from xml.etree.ElementTree import Element

from citewell.evidence.imports.entry import (
    MOST,
    EntryLines,
    ImportedEntry,
    ImportFault,
    ImportResult,
    make_imported_entry,
)
from citewell.evidence.notices import notices_to_data
from citewell.evidence.rich_text.elements import KNOWN
from citewell.evidence.service_api.results import KnownWork
from citewell.evidence.service_api.xml_tree import element_text, list_element_lines, parse_xml_text
from citewell.evidence.services.pubmed.article import SETS, read_record

_BEGINNING: Final = re.compile(r"<(?:PubmedArticle|PubmedBookArticle|DeleteCitation)\b")
_MAPPED: Final = re.compile(r"JournalIssue PubDate (?:Year|Month|Day)$|AuthorList Author Initials$")
_STYLED: Final = KNOWN | {"DispFormula"}


def read_pubmed_xml(text: str) -> ImportResult:
    """The entries of a document. Never raises; a document that is not such a set is a fault."""
    root = parse_xml_text(text)
    if root is not None and root.tag in {"PubmedArticle", "PubmedBookArticle"}:
        whole = Element("PubmedArticleSet")
        whole.append(root)
        root = whole
    if root is None or root.tag not in SETS:
        return ImportResult((), (ImportFault(1, "this is not PubMed's XML, or it is broken, or it declares entities"),))
    entries: list[ImportedEntry] = []
    faults: list[ImportFault] = []
    for element, line in zip(root[: MOST + 1], list_element_lines(_BEGINNING, text), strict=False):
        found = read_record(element)
        if found:
            entries.append(_convert_entry(element, found.found, line))
        elif element.tag != "DeleteCitation":
            faults.append(ImportFault(line, "the entry has no PMID or no title, so it was left out"))
    return ImportResult(tuple(entries), tuple(faults))


def _convert_entry(element: Element, found: KnownWork, line: int) -> ImportedEntry:
    said = f" {_fold(json.dumps(found.item, ensure_ascii=False))} "
    left: dict[str, Any] = {}
    for path, text in _list_leaves(element, ""):
        if f" {_fold(text)} " not in said and not _MAPPED.search(path):
            values = left.setdefault(path, [])
            if text not in values:
                values.append(text)
    custom = {"kind": found.kind, "notices": notices_to_data(found.notices)}
    return make_imported_entry({**found.item, "custom": custom}, left, EntryLines(line, lambda _name: line))


def _list_leaves(element: Element, path: str) -> Iterator[tuple[str, str]]:
    """Every text of a record, with the names of the elements around it."""
    if all(child.tag.rpartition(":")[2] in _STYLED for child in element):
        text = element_text(element)
        if text:
            yield path, text
        return
    for child in element:
        yield from _list_leaves(child, f"{path} {child.tag}".removeprefix("MedlineCitation ").strip())


def _fold(text: str) -> str:
    return re.sub(r"[^\w]+", " ", text.casefold()).strip()
