"""Requests to a service, and reading JSON of which no part can be trusted."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final

from citewell.evidence.network.response import Answer, Failure
from citewell.evidence.rich_text.tags import markup_to_text
from citewell.evidence.service_api.results import Absent, Unavailable

if TYPE_CHECKING:
    from citewell.evidence.service_api.service import WebClient

_MOST: Final = 8 * 1024 * 1024  # bytes; a record with thousands of references has less than half of it
_MOST_ITEMS: Final = 5_000  # the longest lists of authors in print have about as many


async def request_whole(
    web: WebClient, url: str, service: str, accept: str, most: int = _MOST, within: float | None = None
) -> Answer | Absent | Unavailable:
    """A complete response with status 200; ``Absent`` for 404 and 410, by which services say "unknown"."""
    outcome = await web.get(url, accept=accept, most=most, within=within)
    if isinstance(outcome, Failure):
        return Unavailable(f"{service} could not be asked: {outcome.detail}")
    if outcome.status in {404, 410}:
        return Absent()
    if outcome.status != 200:
        return Unavailable(f"{service} answered with status {outcome.status}")
    if outcome.cut:
        return Unavailable(f"the response of {service} was too long")
    return outcome


async def request_json(
    web: WebClient, url: str, service: str, accept: str = "application/json"
) -> Mapping[str, Any] | Absent | Unavailable:
    """A JSON object, or the reason why there is none."""
    answer = await request_whole(web, url, service, accept)
    if not isinstance(answer, Answer):
        return answer
    found = parse_json_object(answer.body)
    return Unavailable(f"the response of {service} did not have the expected form") if found is None else found


def parse_json_object(body: bytes) -> dict[str, Any] | None:
    """The JSON object (RFC 8259) that a body is, or ``None``. Of a key given twice the last counts."""
    try:
        value = json.loads(body)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


def as_mapping(value: object) -> Mapping[str, Any]:
    """An object as it is; an empty one for anything else. The keys of a JSON object are always texts."""
    return value if isinstance(value, dict) else {}


def iterate_list(value: object) -> Iterator[Any]:
    """The items of a list; any other value is one item, and ``None`` gives no items."""
    if isinstance(value, list):
        yield from value[:_MOST_ITEMS]
    elif value is not None:
        yield value


def get_text(value: object) -> str:
    """A text or number in plain words; of a list, its first that has any; empty for anything else."""
    while isinstance(value, list):
        value = next((item for item in value[:_MOST_ITEMS] if item not in (None, "", [])), None)
    if isinstance(value, str):
        return markup_to_text(value)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return ""
    if isinstance(value, float):
        return f"{value:g}" if math.isfinite(value) else ""
    return str(value) if abs(value) < 10**18 else ""
