"""How long a server asks us to wait: ``Retry-After`` in both its forms, and the limits that Crossref announces."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from math import inf


def parse_retry_after(value: str, now: datetime) -> float | None:
    """The seconds that a ``Retry-After`` asks for (RFC 9110, 10.2.3): a number of seconds, or the date of an end.

    A date that is past asks for no wait. None, if the value is neither.
    """
    text = value.strip()
    if re.fullmatch(r"[0-9]+", text):
        return float(text) if len(text) < 12 else inf
    try:
        until = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    until = until if until.tzinfo else until.replace(tzinfo=UTC)  # "-0000" gives none; an HTTP date is in GMT
    return max(0.0, (until - now).total_seconds())


def compute_retry_delay(status: int, headers: Mapping[str, str], now: datetime) -> float:
    """The seconds after which it is worth asking again for a page that had this status; infinity, if it is not.

    Busy servers (429, 503) may say when; faults of gateways (502, 504) and of busy servers that say nothing pass soon.
    """
    asked_for = parse_retry_after(headers.get("retry-after", ""), now) if status in {429, 503} else None
    if asked_for is not None:
        return asked_for
    return 0.0 if status in {502, 503, 504} else inf


def read_announced_pause(headers: Mapping[str, str]) -> float | None:
    """The seconds between two requests that a service announces, as Crossref does; ``None`` if it does not.

    ``x-rate-limit-limit: 50`` and ``x-rate-limit-interval: 1s`` allow 50 requests a second (Crossref REST API
    documentation, "Etiquette").
    """
    limit = re.fullmatch(r"\s*([0-9]{1,9})\s*", headers.get("x-rate-limit-limit", ""))
    interval = re.fullmatch(r"\s*([0-9]{1,9})\s*s?\s*", headers.get("x-rate-limit-interval", ""))
    if not limit or not interval:
        return None
    return int(interval[1]) / max(1, int(limit[1]))
