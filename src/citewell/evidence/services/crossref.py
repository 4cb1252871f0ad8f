"""Crossref's REST API: what publishers say of a work with a DOI, and what was said of it afterwards.

``GET /works/{doi}``; ``mailto`` brings a request among those of polite users, who are told of trouble instead of being
shut out ("Etiquette" in the API's documentation). The record of a work names the notices about it only by type, and the
type may be wrong, so the titles of those that should be corrections are read in their own records.
"""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import quote

from citewell.evidence.services import crossref_item, crossref_notices
from citewell.evidence.services.csl_item import doi_path
from citewell.evidence.services.json_api import Asks, ask_json, mapping, text
from citewell.evidence.services.results import Absent, Found, LookUp, Unavailable
from citewell.model.evidence import Notice, NoticeKind

NAME: Final = crossref_notices.NAME
_MOST_NOTICES: Final = 8  # whose titles are read; no work is known to have more corrections


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
    title, notices = text(message.get("title")), crossref_notices.notices(message)
    titles = await _titles_of_corrections(web, base, notices, doi_path(text(message.get("DOI"))), contact)
    return Found(
        crossref_item.item(message),
        tuple(crossref_notices.as_announced(each, titles.get(each.doi) or "", title) for each in notices),
        crossref_item.work_kind(message),
        unread=frozenset(doi for doi, title in titles.items() if title is None),
    )


async def _titles_of_corrections(
    web: Asks, base: str, notices: tuple[Notice, ...], own: str, contact: str
) -> dict[str, str | None]:
    """The titles of notices that should be corrections, by DOI; ``None`` for one that could not be asked for."""
    dois = {each.doi: doi_path(each.doi) for each in notices if each.kind is NoticeKind.CORRECTION and each.doi}
    titles: dict[str, str | None] = {}
    for doi, path in list(dois.items())[:_MOST_NOTICES]:
        if path and path != own:
            outcome = await ask_json(web, f"{base}/works/{path}{_mailto(contact)}", NAME)
            found = "" if isinstance(outcome, Absent) else None
            titles[doi] = found if isinstance(outcome, Absent | Unavailable) else _title(outcome.get("message"))
    return titles


def _title(message: object) -> str:
    return text(mapping(message).get("title"))


def _mailto(contact: str) -> str:
    return f"?mailto={quote(contact, safe='@')}" if re.fullmatch(r"[^\s@/:]+@[^\s@/:]+", contact) else ""
