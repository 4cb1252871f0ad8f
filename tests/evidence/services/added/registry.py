"""A made-up service, the whole of it: what somebody writes who adds one."""

from __future__ import annotations

from typing import ClassVar

from citewell.evidence.service_api.json_api import get_text, request_json
from citewell.evidence.service_api.results import Absent, KnownWork, ServiceResult, Unavailable
from citewell.evidence.service_api.service import Gives, Service
from citewell.model.evidence import Notice, NoticeKind
from citewell.model.references import IdentifierKind


class Registry(Service):
    """Knows works and which of them were retracted; asked before Crossref."""

    NAME = "the Made-up Registry"
    GIVES: ClassVar = {IdentifierKind.DOI: Gives.RECORD | Gives.NOTICES}
    ORDER = 50
    COMPLETE = False

    async def look_up(self, kind: IdentifierKind, value: str) -> ServiceResult:
        outcome = await request_json(self.client.web, f"{self.client.base}/{value}", self.NAME)
        if isinstance(outcome, Absent | Unavailable):
            return outcome
        item = {"type": "article-journal", "title": get_text(outcome.get("name")), str(kind): value}
        retracted = Notice(NoticeKind.RETRACTION, self.NAME, published=get_text(outcome.get("retracted")))
        return KnownWork(item, (retracted,) if retracted.published else ())


SERVICE = Registry
