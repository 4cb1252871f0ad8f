"""Crossref's REST API: what publishers deposit about a work with a DOI, and the notices published about it since.

``GET /works/{doi}``; with ``mailto`` a request counts as polite, and its sender is notified of problems instead of
being blocked ("Etiquette" in the API's documentation). The record of a work names the notices about it by type only,
and the type may be wrong, so the titles of supposed corrections are read from their own records.
"""

from __future__ import annotations

from typing import ClassVar, Final
from urllib.parse import quote

from citewell.evidence.service_api.csl_item import make_doi_path
from citewell.evidence.service_api.json_api import as_mapping, get_text, request_json
from citewell.evidence.service_api.results import Absent, KnownWork, ServiceResult, Unavailable
from citewell.evidence.service_api.service import Gives, Service
from citewell.evidence.services.crossref import item, notices
from citewell.model.evidence import Notice, NoticeKind
from citewell.model.references import IdentifierKind

_MOST_NOTICES: Final = 8  # whose titles are read; no work is known to have more corrections


class Crossref(Service):
    """Crossref, which has most DOIs of journals, but not all DOIs."""

    NAME = notices.NAME
    ADDRESS = "https://api.crossref.org"
    GIVES: ClassVar = {IdentifierKind.DOI: Gives.RECORD | Gives.NOTICES}
    COMPLETE = False

    async def look_up(self, kind: IdentifierKind, value: str) -> ServiceResult:  # noqa: ARG002 - it knows DOIs only
        path = make_doi_path(value)
        if not path:
            return Absent()
        outcome = await request_json(self.client.web, self._address(path), self.NAME)
        if isinstance(outcome, Absent | Unavailable):
            return outcome
        message = outcome.get("message")
        if not isinstance(message, dict) or not message:
            return Unavailable(f"the response of {self.NAME} did not have the expected form")
        title, found = get_text(message.get("title")), notices.read_notices(message)
        titles = await self._titles_of_corrections(found, make_doi_path(get_text(message.get("DOI"))))
        return KnownWork(
            item.read_item(message),
            tuple(notices.correct_kind(each, titles.get(each.doi) or "", title) for each in found),
            item.find_work_kind(message),
            unread=frozenset(doi for doi, title in titles.items() if title is None),
        )

    async def _titles_of_corrections(self, found: tuple[Notice, ...], own: str) -> dict[str, str | None]:
        """The titles of notices that are corrections by type, by DOI; ``None`` for one that could not be read."""
        dois = {each.doi: make_doi_path(each.doi) for each in found if each.kind is NoticeKind.CORRECTION and each.doi}
        titles: dict[str, str | None] = {}
        for doi, path in list(dois.items())[:_MOST_NOTICES]:
            if path and path != own:
                outcome = await request_json(self.client.web, self._address(path), self.NAME)
                missing = "" if isinstance(outcome, Absent) else None
                titles[doi] = (
                    missing if isinstance(outcome, Absent | Unavailable) else _read_title(outcome.get("message"))
                )
        return titles

    def _address(self, path: str) -> str:
        email = self.client.email
        return f"{self.client.base}/works/{path}" + (f"?mailto={quote(email, safe='@')}" if email else "")


def _read_title(message: object) -> str:
    return get_text(as_mapping(message).get("title"))


SERVICE = Crossref
