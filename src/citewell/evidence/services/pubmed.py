"""PubMed's E-utilities: articles by PMID, many at a time, and by PMCID.

``efetch.fcgi?db=pubmed`` gives records in XML, ``esummary.fcgi?db=pmc`` says which PMID an article of PubMed Central
has ("The E-utilities In-Depth", NBK25499). ``tool`` and ``email`` tell NCBI who asks, and up to 200 numbers fit into
an address (NBK25497).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final
from urllib.parse import urlencode
from xml.etree.ElementTree import Element

from citewell.citations.identifiers import parse_identifier
from citewell.evidence.network.response import Answer
from citewell.evidence.services import pmc_summary
from citewell.evidence.services.json_api import Asks, ask, ask_json
from citewell.evidence.services.pubmed_article import SETS, record
from citewell.evidence.services.results import Absent, LookUp, Unavailable
from citewell.evidence.services.xml_tree import parse_xml, words
from citewell.model.references import IdentifierKind

NAME: Final = "PubMed"
AT_ONCE: Final = 100
"""PMIDs in one request; with their lists of references such records are some 10 MB."""
_MOST: Final = 48 * 1024 * 1024  # bytes
_WITHIN: Final = 60.0  # seconds
#: 404 is about a service, and not about a work: unknown numbers are answered with a shorter set, or an error in it.
_NOT_THERE: Final = Unavailable("PubMed's service was not found at its address")
#: One number may be of no record, and so may two; that all of many are means that PubMed itself is not well.
_FEW: Final = 2
_EMPTY: Final = Unavailable("PubMed gave no record at all")
_GARBLED: Final = Unavailable("the answer of PubMed was not in the form it should have")


async def look_up(web: Asks, base: str, pmid: str, contact: str = "") -> LookUp:
    """Look a PMID up, in any spelling."""
    normal = parse_identifier(IdentifierKind.PMID, pmid)
    return (await look_up_many(web, base, [normal], contact))[normal] if normal else Absent()


async def look_up_many(web: Asks, base: str, pmids: Iterable[str], contact: str = "") -> dict[str, LookUp]:
    """Look PMIDs up, in any spelling, as few requests as can be; what came of each, by its normal form."""
    normal = dict.fromkeys(one for pmid in pmids if (one := parse_identifier(IdentifierKind.PMID, pmid)))
    found: dict[str, LookUp] = {}
    for some in _batches(normal):
        found |= await _fetch(web, base, some, contact)
    return found


async def look_up_pmcid(web: Asks, base: str, pmcid: str, contact: str = "") -> LookUp:
    """Look a PMCID up: by its PMID where it has one, else as PubMed Central itself describes it."""
    normal = parse_identifier(IdentifierKind.PMCID, pmcid)
    if not normal:
        return Absent()
    asked = {"db": "pmc", "id": normal.removeprefix("PMC"), "retmode": "json"}
    outcome = await ask_json(web, _address(base, "esummary.fcgi", asked, contact), "PubMed Central")
    if isinstance(outcome, Absent):
        return _NOT_THERE
    if isinstance(outcome, Unavailable):
        return outcome
    summary = pmc_summary.read(outcome, normal)
    if not isinstance(summary, pmc_summary.Summary):
        return summary
    return await look_up(web, base, summary.pmid, contact) if summary.pmid else summary.found


async def _fetch(web: Asks, base: str, pmids: list[str], contact: str) -> dict[str, LookUp]:
    asked = {"db": "pubmed", "id": ",".join(pmids), "retmode": "xml"}
    outcome = await ask(
        web, _address(base, "efetch.fcgi", asked, contact), NAME, "application/xml,text/xml", _MOST, _WITHIN
    )
    if isinstance(outcome, Absent):
        outcome = _NOT_THERE
    if not isinstance(outcome, Answer):
        return dict.fromkeys(pmids, outcome)
    root = parse_xml(outcome.body)
    if root is None or root.tag not in SETS:
        return dict.fromkeys(pmids, _refusal(root))
    records = [record(element) for element in root if element.tag != "DeleteCitation"]
    known: dict[str, LookUp] = {each.pmid: each.found for each in records if each}
    if not records and len(pmids) > _FEW:
        return dict.fromkeys(pmids, _EMPTY)
    missing = Absent() if all(records) else _GARBLED  # only what was understood whole says that PubMed lacks something
    return {pmid: known.get(pmid, missing) for pmid in pmids}


def _refusal(root: Element | None) -> Unavailable:
    said = words(root.find(".//ERROR") if root is not None and root.tag != "ERROR" else root)[:200]
    return Unavailable(f"PubMed answered with an error: {said.rstrip('.')}") if said else _GARBLED


def _batches(pmids: Iterable[str]) -> Iterator[list[str]]:
    rest = iter(pmids)
    while some := list(islice(rest, AT_ONCE)):
        yield some


def _address(base: str, utility: str, asked: dict[str, str], contact: str) -> str:
    mail = {"email": contact} if re.fullmatch(r"[^\s@/:]+@[^\s@/:]+", contact) else {}
    return f"{base}/{utility}?{urlencode({**asked, 'tool': 'citewell', **mail}, safe=',@')}"
