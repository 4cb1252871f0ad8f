"""Crossref's REST API: what publishers say of a work with a DOI, and what was said of it afterwards.

``GET /works/{doi}``; ``mailto`` brings a request among those of polite users, who are told of trouble instead of being
shut out ("Etiquette" in the API's documentation).
"""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import quote

from citewell.evidence.services import crossref_item, crossref_notices
from citewell.evidence.services.asking import Asks, ask_json
from citewell.evidence.services.csl_item import doi_path
from citewell.evidence.services.results import Absent, Found, LookUp, Unavailable

NAME: Final = crossref_notices.NAME


async def look_up(web: Asks, base: str, doi: str, contact: str = "") -> LookUp:
    """Look a DOI up, in any spelling. ``contact`` is the site's; it is told where it is an e-mail address."""
    path = doi_path(doi)
    if not path:
        return Absent()
    outcome = await ask_json(web, f"{base}/works/{path}{_mailto(contact)}", NAME)
    if isinstance(outcome, Absent | Unavailable):
        return outcome
    message = outcome.get("message")
    if not isinstance(message, dict) or not message:
        return Unavailable("the answer of Crossref was not in the form it should have")
    return Found(crossref_item.item(message), crossref_notices.notices(message), crossref_item.work_kind(message))


def _mailto(contact: str) -> str:
    return f"?mailto={quote(contact, safe='@')}" if re.fullmatch(r"[^\s@/:]+@[^\s@/:]+", contact) else ""
