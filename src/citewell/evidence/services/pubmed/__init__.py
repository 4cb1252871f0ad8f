"""PubMed's E-utilities: articles by PMID, many at a time, by PMCID, and by DOI.

``efetch.fcgi?db=pubmed`` gives records in XML, ``esummary.fcgi?db=pmc`` the PMID of an article in PubMed Central, and
``esearch.fcgi`` that of a work whose DOI is known ("The E-utilities In-Depth", NBK25499). ``tool`` and ``email`` tell
NCBI who asks, and up to 200 numbers fit into an address (NBK25497).
"""

from __future__ import annotations

from asyncio import Lock
from typing import ClassVar, Final
from urllib.parse import urlencode
from xml.etree.ElementTree import Element

from citewell.citations.identifiers import parse_identifier
from citewell.evidence.network.response import Answer
from citewell.evidence.service_api.json_api import (
    as_mapping,
    get_text,
    iterate_list,
    request_json,
    request_whole,
)
from citewell.evidence.service_api.results import Absent, KnownWork, ServiceResult, Unavailable
from citewell.evidence.service_api.service import Gives, Service, ServiceClient
from citewell.evidence.service_api.xml_tree import element_text, parse_xml
from citewell.evidence.services.pubmed import notices
from citewell.evidence.services.pubmed.article import SETS, read_record
from citewell.evidence.services.pubmed.summary import PmcSummary, read_summary
from citewell.model.references import IdentifierKind

AT_ONCE: Final = 100
"""PMIDs in one request; with their lists of references such records are some 10 MB."""
_MOST: Final = 48 * 1024 * 1024  # bytes
_WITHIN: Final = 60.0  # seconds
#: 404 is about the service, not a work: unknown numbers are answered with a shorter set, or an error in it.
_NOT_THERE: Final = Unavailable("PubMed's service was not found at its address")
#: One number may have no record, and so may two; if many have none, PubMed itself is out of order.
_FEW: Final = 2
_EMPTY: Final = Unavailable("PubMed gave no record at all")
_GARBLED: Final = Unavailable("the response of PubMed did not have the expected form")


class PubMed(Service):
    """PubMed. It also has records of DOIs, but if a search for one finds nothing, that proves nothing."""

    NAME = notices.PUBMED
    ADDRESS = "https://eutils.ncbi.nlm.nih.gov/entrez/eutils"
    GIVES: ClassVar = {
        IdentifierKind.PMID: Gives.RECORD | Gives.NOTICES,
        IdentifierKind.PMCID: Gives.RECORD | Gives.NOTICES,
        IdentifierKind.DOI: Gives.DETAILS,
    }

    def __init__(self, client: ServiceClient) -> None:
        super().__init__(client)
        self._wanted = dict.fromkeys(pmid for work in client.works if (pmid := work.get(IdentifierKind.PMID)))
        self._records: dict[str, ServiceResult] = {}
        self._fetching = Lock()

    async def look_up(self, kind: IdentifierKind, value: str) -> ServiceResult:
        normal = parse_identifier(kind, value)
        if not normal:
            return Absent()
        if kind is IdentifierKind.PMID:
            return await self._look_up_pmid(normal)
        return await (self._look_up_pmcid if kind is IdentifierKind.PMCID else self._look_up_doi)(normal)

    async def _look_up_pmid(self, pmid: str) -> ServiceResult:
        """A record; its request also asks for others that this run needs."""
        async with self._fetching:
            if pmid not in self._records:
                others = (each for each in self._wanted if each not in self._records)
                self._records |= await self._fetch(list(dict.fromkeys([pmid, *others]))[:AT_ONCE])
        return self._records[pmid]

    async def _look_up_pmcid(self, pmcid: str) -> ServiceResult:
        """By its PMID if it has one, else as PubMed Central itself describes it."""
        asked = {"db": "pmc", "id": pmcid.removeprefix("PMC"), "retmode": "json"}
        outcome = await request_json(self.client.web, self._address("esummary.fcgi", asked), "PubMed Central")
        if isinstance(outcome, Absent):
            return _NOT_THERE
        if isinstance(outcome, Unavailable):
            return outcome
        summary = read_summary(outcome, pmcid)
        if not isinstance(summary, PmcSummary):
            return summary
        return await self._look_up_pmid(summary.pmid) if summary.pmid else summary.found

    async def _look_up_doi(self, doi: str) -> ServiceResult:
        """By a search; its result must have that DOI, since words unknown to PubMed make it find something else."""
        asked = {"db": "pubmed", "term": f'"{doi}"[doi]', "retmode": "json"}
        outcome = await request_json(self.client.web, self._address("esearch.fcgi", asked), self.NAME)
        if isinstance(outcome, Absent | Unavailable):
            return outcome
        numbers = [get_text(one) for one in iterate_list(as_mapping(outcome.get("esearchresult")).get("idlist"))]
        pmid = parse_identifier(IdentifierKind.PMID, numbers[0]) if len(numbers) == 1 else None
        found = await self._look_up_pmid(pmid) if pmid else Absent()
        if (
            isinstance(found, KnownWork)
            and parse_identifier(IdentifierKind.DOI, get_text(found.item.get("DOI"))) != doi
        ):
            return Absent()
        return found

    async def _fetch(self, pmids: list[str]) -> dict[str, ServiceResult]:
        asked = {"db": "pubmed", "id": ",".join(pmids), "retmode": "xml"}
        address, accept = self._address("efetch.fcgi", asked), "application/xml,text/xml"
        outcome = await request_whole(self.client.web, address, self.NAME, accept, _MOST, _WITHIN)
        if isinstance(outcome, Absent):
            outcome = _NOT_THERE
        if not isinstance(outcome, Answer):
            return dict.fromkeys(pmids, outcome)
        root = parse_xml(outcome.body)
        if root is None or root.tag not in SETS:
            return dict.fromkeys(pmids, _read_error(root))
        records = [read_record(element) for element in root if element.tag != "DeleteCitation"]
        known: dict[str, ServiceResult] = {record.pmid: record.found for record in records if record}
        if not records and len(pmids) > _FEW:
            return dict.fromkeys(pmids, _EMPTY)
        missing = Absent() if all(records) else _GARBLED  # a PMID is absent only if the whole response was understood
        return {pmid: known.get(pmid, missing) for pmid in pmids}

    def _address(self, utility: str, asked: dict[str, str]) -> str:
        email = {"email": self.client.email} if self.client.email else {}
        return f"{self.client.base}/{utility}?{urlencode({**asked, 'tool': 'citewell', **email}, safe=',@')}"


def _read_error(root: Element | None) -> Unavailable:
    message = element_text(root.find(".//ERROR") if root is not None and root.tag != "ERROR" else root)[:200]
    return Unavailable(f"PubMed answered with an error: {message.rstrip('.')}") if message else _GARBLED


SERVICE = PubMed
