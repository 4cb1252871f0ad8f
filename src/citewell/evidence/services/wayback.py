"""The Wayback Machine: the newest archived copy of a page.

First its availability API (``GET /wayback/available?url=…&timestamp=…``, "Wayback Machine APIs"), which says at times
that there is none where there is; then its TimeGate, which without a wish for a day leads to the newest copy
(Memento, RFC 7089, 4.1 and 4.5).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from typing import Any, Final
from urllib.parse import quote, urldefrag, urlsplit

from citewell.citations.identifiers import parse_identifier
from citewell.evidence.network.response import Failure
from citewell.evidence.services.addresses import USUAL
from citewell.evidence.services.json_api import Asks, ask_json, mapping, text
from citewell.evidence.services.results import Unavailable
from citewell.model.evidence import Archived
from citewell.model.references import IdentifierKind

NAME: Final = "the Wayback Machine"
_TIME_GATE: Final = "https://web.archive.org"
"""The usual TimeGate, which stands on another host than the API; an address of one's own serves for both."""
_ENOUGH: Final = 1024  # bytes of the copy: what is wanted stands in its headers
_LINK: Final = re.compile(
    r"<([^<>]{1,4000})>((?:\s*;\s*[a-z]+\s*=\s*(?:\"[^\"]{0,400}\"|[^\s\",;]{1,400}))*)", re.IGNORECASE
)
_PARAMETER: Final = re.compile(r";\s*([a-z]+)\s*=\s*(?:\"([^\"]{0,400})\"|([^\s\",;]{1,400}))", re.IGNORECASE)


async def newest_copy(web: Asks, base: str, url: str, today: date) -> Archived | Unavailable | None:
    """The newest copy of a page that the archive has of it as it answered well; ``None`` if it has none."""
    if parse_identifier(IdentifierKind.URL, url) is None:
        return None
    url = urldefrag(url).url
    address = f"{base}/wayback/available?url={quote(url, safe='')}&timestamp={today:%Y%m%d}"
    outcome = await ask_json(web, address, NAME)
    listed = _closest(outcome, today) if isinstance(outcome, Mapping) else None
    return listed or await _through_time_gate(web, base, url, today)


def _closest(answer: Mapping[str, Any], today: date) -> Archived | None:
    closest = mapping(mapping(answer.get("archived_snapshots")).get("closest"))
    if closest.get("available") is not True or text(closest.get("status")) != "200":
        return None
    return _archived(text(closest.get("url")), _stamp(text(closest.get("timestamp"))), today)


async def _through_time_gate(web: Asks, base: str, url: str, today: date) -> Archived | Unavailable | None:
    gate = _TIME_GATE if base == USUAL["wayback"] else base
    answer = await web.get(f"{gate}/web/{quote(url, safe=_IN_PATH)}", accept="text/html,*/*;q=0.5", most=_ENOUGH)
    if isinstance(answer, Failure):
        return Unavailable(f"{NAME} could not be asked: {answer.detail}")
    if answer.status != 200:
        return None if answer.status in {404, 410} else Unavailable(f"{NAME} answered with status {answer.status}")
    made = _http_date(answer.headers.get("memento-datetime", ""))
    here = _archived(answer.final_url, made, today)
    last = [_archived(address, made, today) for address, made in _mementos(answer.headers.get("link", ""), "last")]
    found = [copy for copy in (here, *last) if copy]
    if not found:
        return Unavailable(f"{NAME} answered without naming a copy")
    return max(found, key=lambda copy: copy.date)


_IN_PATH: Final = "/:?=&+,;@%~!$'()*[]"
"""What an address may hold in the path of another one as it is: a TimeGate takes all that follows ``/web/``."""


def _mementos(link: str, relation: str) -> Iterator[tuple[str, date | None]]:
    """The links of a ``Link`` header (RFC 8288) that are mementos and also of the relation, with their days."""
    for address, rest in _LINK.findall(link[:20_000]):
        parameters = {name.lower(): quoted or bare for name, quoted, bare in _PARAMETER.findall(rest)}
        if {"memento", relation} <= set(parameters.get("rel", "").lower().split()):
            yield address, _http_date(parameters.get("datetime", ""))


def _archived(url: str, made: date | None, today: date) -> Archived | None:
    """A copy, if its address can be one and it was made by today; those of archive.org are had by https as well."""
    parts = urlsplit(url) if parse_identifier(IdentifierKind.URL, url) else None
    if parts is None or made is None or not date(1996, 1, 1) <= made <= today:
        return None
    if parts.hostname and parts.hostname.endswith("archive.org") and url.startswith("http://"):
        url = "https://" + url.removeprefix("http://").replace(":80/", "/", 1)
    return Archived(url, made)


def _stamp(timestamp: str) -> date | None:
    """The day of ``20130919044612``."""
    try:
        return datetime.strptime(timestamp[:8], "%Y%m%d").date() if timestamp.isdecimal() else None  # noqa: DTZ007 - a day
    except ValueError:
        return None


def _http_date(value: str) -> date | None:
    """The day of an HTTP date (RFC 9110, 5.6.7), or of what mail has like it."""
    try:
        return parsedate_to_datetime(value).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
