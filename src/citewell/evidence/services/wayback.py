"""The Wayback Machine: the newest archived copy of a page.

First its availability API (``GET /wayback/available?url=…&timestamp=…``, "Wayback Machine APIs"), which sometimes says
that there is none although there is; then its TimeGate, which leads to the newest copy unless a day is requested
(Memento, RFC 7089, 4.1 and 4.5).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from typing import Any, ClassVar, Final
from urllib.parse import quote, urldefrag, urlsplit

from citewell.citations.identifiers import parse_identifier
from citewell.evidence.network.response import Answer, Failure
from citewell.evidence.service_api.json_api import as_mapping, get_text, request_json
from citewell.evidence.service_api.results import Absent, KnownWork, ServiceResult, Unavailable
from citewell.evidence.service_api.service import Gives, Service
from citewell.model.evidence import Archived
from citewell.model.references import IdentifierKind

_TIME_GATE: Final = "https://web.archive.org"
"""The public TimeGate, on another host than the API; an address in ``site.yml`` serves for both."""
_ENOUGH: Final = 1024  # bytes of the copy: its headers say what is needed
_LINK: Final = re.compile(
    r"<([^<>]{1,4000})>((?:\s*;\s*[a-z]+\s*=\s*(?:\"[^\"]{0,400}\"|[^\s\",;]{1,400}))*)", re.IGNORECASE
)
_PARAMETER: Final = re.compile(r";\s*([a-z]+)\s*=\s*(?:\"([^\"]{0,400})\"|([^\s\",;]{1,400}))", re.IGNORECASE)
_IN_PATH: Final = "/:?=&+,;@%~!$'()*[]"
"""Characters of an address that need no encoding in the path of another: a TimeGate takes all after ``/web/``."""


class WaybackMachine(Service):
    """The Internet Archive's Wayback Machine."""

    NAME = "the Wayback Machine"
    ADDRESS = "https://archive.org"
    GIVES: ClassVar = {IdentifierKind.URL: Gives.COPY}
    COMPLETE = False

    async def look_up(self, kind: IdentifierKind, value: str) -> ServiceResult:
        """The newest copy of a page that answered with status 200."""
        if parse_identifier(kind, value) is None:
            return Absent()
        url = urldefrag(value).url
        asked = f"url={quote(url, safe='')}&timestamp={self.client.today:%Y%m%d}"
        outcome = await request_json(self.client.web, f"{self.client.base}/wayback/available?{asked}", self.NAME)
        listed = _read_closest(outcome, self.client.today) if isinstance(outcome, Mapping) else None
        return KnownWork(copy=listed) if listed else await self._ask_time_gate(url)

    async def _ask_time_gate(self, url: str) -> ServiceResult:
        gate = _TIME_GATE if self.is_public else self.client.base
        address = f"{gate}/web/{quote(url, safe=_IN_PATH)}"
        answer = await self.client.web.get(address, accept="text/html,*/*;q=0.5", most=_ENOUGH)
        if isinstance(answer, Failure):
            return Unavailable(f"{self.NAME} could not be asked: {answer.detail}")
        if answer.status in {404, 410}:
            return Absent()
        if answer.status != 200:
            return Unavailable(f"{self.NAME} answered with status {answer.status}")
        copies = list(_list_copies(answer, self.client.today))
        if not copies:
            return Unavailable(f"{self.NAME} answered without naming a copy")
        return KnownWork(copy=max(copies, key=lambda copy: copy.date))


def _list_copies(answer: Answer, today: date) -> Iterator[Archived]:
    """The copies that a response of the TimeGate names: itself, and the last in its ``Link`` header."""
    made = _parse_http_date(answer.headers.get("memento-datetime", ""))
    named = [(answer.final_url, made), *_parse_mementos(answer.headers.get("link", ""), "last")]
    return (copy for url, day in named if (copy := _make_copy(url, day, today)))


def _read_closest(answer: Mapping[str, Any], today: date) -> Archived | None:
    closest = as_mapping(as_mapping(answer.get("archived_snapshots")).get("closest"))
    if closest.get("available") is not True or get_text(closest.get("status")) != "200":
        return None
    return _make_copy(get_text(closest.get("url")), _parse_timestamp(get_text(closest.get("timestamp"))), today)


def _parse_mementos(link: str, relation: str) -> Iterator[tuple[str, date | None]]:
    """The links of a ``Link`` header (RFC 8288) that are mementos and also of the relation, with their days."""
    for address, rest in _LINK.findall(link[:20_000]):
        parameters = {name.lower(): quoted or bare for name, quoted, bare in _PARAMETER.findall(rest)}
        if {"memento", relation} <= set(parameters.get("rel", "").lower().split()):
            yield address, _parse_http_date(parameters.get("datetime", ""))


def _make_copy(url: str, made: date | None, today: date) -> Archived | None:
    """A copy, if its address can be one and it was made by today; those of archive.org are had by https as well."""
    parts = urlsplit(url) if parse_identifier(IdentifierKind.URL, url) else None
    if parts is None or made is None or not date(1996, 1, 1) <= made <= today:
        return None
    if parts.hostname and parts.hostname.endswith("archive.org") and url.startswith("http://"):
        url = "https://" + url.removeprefix("http://").replace(":80/", "/", 1)
    return Archived(url, made)


def _parse_timestamp(timestamp: str) -> date | None:
    """The day of ``20130919044612``."""
    try:
        return datetime.strptime(timestamp[:8], "%Y%m%d").date() if timestamp.isdecimal() else None  # noqa: DTZ007 - a day
    except ValueError:
        return None


def _parse_http_date(value: str) -> date | None:
    """The day of an HTTP date (RFC 9110, 5.6.7), or of what mail has like it."""
    try:
        return parsedate_to_datetime(value).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


SERVICE = WaybackMachine
