"""DOI content negotiation: what the registration agency of a DOI (Crossref, DataCite, …) says of it, as CSL JSON.

``GET https://doi.org/{doi}`` with the media type below leads to the agency (citation.doi.org/docs.html). Only
doi.org itself can say that a DOI does not exist: an agency may know no details of one that does.
"""

from __future__ import annotations

from typing import Final

from citewell.evidence.network.response import Answer, Failure
from citewell.evidence.services import crossref_item, crossref_notices
from citewell.evidence.services.csl_item import doi_path
from citewell.evidence.services.json_api import Asks, json_object, text
from citewell.evidence.services.results import Absent, Found, LookUp, Unavailable

NAME: Final = "doi.org"
CSL_JSON: Final = "application/vnd.citationstyles.csl+json"
_MOST: Final = 8 * 1024 * 1024  # bytes


async def look_up(web: Asks, base: str, doi: str) -> LookUp:
    """Look a DOI up, in any spelling."""
    path = doi_path(doi)
    if not path:
        return Absent()
    outcome = await web.get(f"{base}/{path}", accept=CSL_JSON, most=_MOST)
    if isinstance(outcome, Failure):
        return Unavailable(f"{NAME} could not be asked: {outcome.detail}")
    if outcome.status in {404, 410} and not outcome.hops:
        return Absent()
    if outcome.status != 200:
        return Unavailable(_no_details(outcome))
    message = None if outcome.cut else json_object(outcome.body)
    if not message or not text(message.get("title")):
        return Unavailable(f"{NAME} knows the DOI and led to no details of it")
    message = {"DOI": doi, **message}
    return Found(crossref_item.item(message), crossref_notices.notices(message), crossref_item.work_kind(message))


def _no_details(answer: Answer) -> str:
    if answer.hops or answer.status in {204, 406}:
        return f"{NAME} knows the DOI, but its agency gave no details (status {answer.status})"
    return f"{NAME} answered with status {answer.status}"
