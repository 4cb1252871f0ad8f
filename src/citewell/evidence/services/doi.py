"""DOI content negotiation: what the registration agency of a DOI (Crossref, DataCite, …) says of it, as CSL JSON.

``GET https://doi.org/{doi}`` with the media type below leads to the agency (citation.doi.org/docs.html). Only
doi.org itself can say that a DOI does not exist: an agency may have no details of one that does.
"""

from __future__ import annotations

from typing import ClassVar, Final

from citewell.evidence.network.response import Answer, Failure
from citewell.evidence.service_api.csl_item import make_doi_path
from citewell.evidence.service_api.json_api import get_text, parse_json_object
from citewell.evidence.service_api.results import Absent, KnownWork, ServiceResult, Unavailable
from citewell.evidence.service_api.service import Gives, Service
from citewell.evidence.services.crossref import item, notices
from citewell.model.references import IdentifierKind

CSL_JSON: Final = "application/vnd.citationstyles.csl+json"
_MOST: Final = 8 * 1024 * 1024  # bytes


class DoiResolver(Service):
    """doi.org, which is also where links to DOIs lead."""

    NAME = "doi.org"
    ADDRESS = "https://doi.org"
    GIVES: ClassVar = {IdentifierKind.DOI: Gives.RECORD}
    ORDER = 200

    async def look_up(self, kind: IdentifierKind, value: str) -> ServiceResult:  # noqa: ARG002 - it knows DOIs only
        path = make_doi_path(value)
        if not path:
            return Absent()
        outcome = await self.client.web.get(f"{self.client.base}/{path}", accept=CSL_JSON, most=_MOST)
        if isinstance(outcome, Failure):
            return Unavailable(f"{self.NAME} could not be asked: {outcome.detail}")
        if outcome.status in {404, 410} and not outcome.hops:
            return Absent()
        if outcome.status != 200:
            return Unavailable(self._explain_status(outcome))
        message = None if outcome.cut else parse_json_object(outcome.body)
        if not message or not get_text(message.get("title")):
            return Unavailable(f"{self.NAME} knows the DOI, but gave no details")
        message = {"DOI": value, **message}
        return KnownWork(item.read_item(message), notices.read_notices(message), item.find_work_kind(message))

    def _explain_status(self, answer: Answer) -> str:
        if answer.hops or answer.status in {204, 406}:
            return f"{self.NAME} knows the DOI, but its agency gave no details (status {answer.status})"
        return f"{self.NAME} answered with status {answer.status}"


SERVICE = DoiResolver
