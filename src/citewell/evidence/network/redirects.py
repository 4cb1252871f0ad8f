"""Where a redirect leads."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

import httpx

from citewell.evidence.network.faults import WebFault
from citewell.evidence.network.response import FailureReason
from citewell.evidence.network.safety import parse_url

_FOLLOWED: Final = frozenset({301, 302, 303, 307, 308})  # RFC 9110, 15.4; 300, 304, 305 and 306 are answers
_NUMBERS: Final = re.compile(r"(?:https?:)?//[0-9a-fx.]+(?=[:/?#]|$)", re.IGNORECASE)
"""A host of numbers, as in ``http://0177.0.0.1/``: other programs read that as an IP address, we do not."""


def is_redirect(status: int, headers: Mapping[str, str]) -> bool:
    """Whether a response is a redirect."""
    return status in _FOLLOWED and bool(headers.get("location", "").strip())


def resolve_location(at: httpx.URL, location: str) -> httpx.URL:
    """The address that ``Location`` names, relative to where we are; raises ``Fault``.

    It inherits the fragment if it has none of its own (RFC 9110, 10.2.2).
    """
    typed = parse_url(location.strip())
    try:
        joined = parse_url(str(at.join(typed))) if typed is not None else None
    except (httpx.InvalidURL, ValueError):
        joined = None
    if joined is None and _NUMBERS.match(location.strip()):
        raise WebFault(FailureReason.UNSAFE, "the server sends us on to an IP address in a disguise")
    if joined is None:
        raise WebFault(FailureReason.GARBLED, "the server redirects to an invalid address")
    if at.fragment and not joined.fragment and typed is not None and "#" not in str(typed):
        return joined.copy_with(fragment=at.fragment)
    return joined


def strip_fragment(url: httpx.URL) -> httpx.URL:
    """A URL without its fragment, which is not sent to servers."""
    return url.copy_with(fragment=None)
