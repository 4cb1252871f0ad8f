"""One request and its answer."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import dataclass
from typing import cast

import httpx

from citewell.evidence.network.body import Body, enforce_minimum_rate, read_body
from citewell.evidence.network.limits import MinimumRate
from citewell.evidence.network.redirects import is_redirect


@dataclass(frozen=True, slots=True)
class Reply:
    """What a server said, header names in lower case; of a redirect no body is read."""

    status: int
    headers: dict[str, str]
    body: Body


async def send_request(
    transport: httpx.AsyncBaseTransport, request: httpx.Request, most: int, slowest: MinimumRate
) -> Reply:
    """Send a request and read at most ``most`` bytes of its body. Raises ``WebFault``, and what the cache may raise."""
    response = await transport.handle_async_request(request)
    try:
        headers = _decode_headers(response.headers)
        if is_redirect(response.status_code, headers):
            return Reply(response.status_code, headers, Body(b"", cut=False))
        # It is a generator, which must be closed explicitly when it is left early.
        async with aclosing(cast(AsyncGenerator[bytes, None], response.aiter_raw())) as chunks:
            return Reply(
                response.status_code, headers, await read_body(enforce_minimum_rate(chunks, slowest), headers, most)
            )
    finally:
        await response.aclose()


def _decode_headers(headers: httpx.Headers) -> dict[str, str]:
    plain: dict[str, str] = {}
    for raw_name, raw_value in headers.raw:
        name, value = raw_name.decode("latin-1").lower(), _decode_header(raw_value)
        plain[name] = f"{plain[name]}, {value}" if name in plain else value
    return plain


def _decode_header(value: bytes) -> str:
    """A header's value: UTF-8, which servers send although only ASCII is allowed, else Latin-1, as HTTP once said."""
    try:
        return value.decode()
    except UnicodeDecodeError:
        return value.decode("latin-1")
