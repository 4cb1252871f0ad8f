"""PubMed's search (``esearch.fcgi``): the PMID of a work of which the DOI is known (NBK25499)."""

from __future__ import annotations

from urllib.parse import urlencode

from citewell.citations.identifiers import parse_identifier
from citewell.evidence.services.json_api import Asks, ask_json, each, mapping, text
from citewell.evidence.services.pubmed import NAME, look_up
from citewell.evidence.services.results import Absent, Found, LookUp, Unavailable
from citewell.model.references import IdentifierKind


async def look_up_doi(web: Asks, base: str, doi: str, contact: str = "") -> LookUp:
    """Look a DOI up. What PubMed finds must have that DOI: of words that it does not know it finds something else."""
    asked = urlencode({"db": "pubmed", "term": f'"{doi}"[doi]', "retmode": "json", "tool": "citewell"})
    outcome = await ask_json(web, f"{base}/esearch.fcgi?{asked}", NAME)
    if isinstance(outcome, Absent | Unavailable):
        return outcome
    numbers = [text(one) for one in each(mapping(outcome.get("esearchresult")).get("idlist"))]
    pmid = parse_identifier(IdentifierKind.PMID, numbers[0]) if len(numbers) == 1 else None
    if not pmid:
        return Absent()
    found = await look_up(web, base, pmid, contact)
    if isinstance(found, Found):
        theirs = parse_identifier(IdentifierKind.DOI, text(found.item.get("DOI")))
        return found if theirs == parse_identifier(IdentifierKind.DOI, doi) else Absent()
    return found
