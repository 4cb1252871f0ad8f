"""The way to the network below the cache: httpx's shape around httpcore's connections, through the safe backend.

Not httpx's own client: that would add environment proxies, cookies and unpacking without bounds.
"""

from __future__ import annotations

import sys
from collections.abc import AsyncIterable, AsyncIterator
from importlib.util import find_spec
from types import ModuleType
from typing import cast

import httpcore
import httpx

from citewell.evidence.network.connections import SafeBackend
from citewell.evidence.network.faults import explain_exchange_error
from citewell.evidence.network.tls import make_tls_context

if find_spec("sniffio") is None:
    # httpcore tries to import it at each of its locks; that it is not there is found out once, not 17 times a request.
    sys.modules["sniffio"] = cast(ModuleType, None)


class _Stream(httpx.AsyncByteStream):
    """A body as it comes from the network."""

    def __init__(self, stream: httpcore.Response) -> None:
        self._response = stream

    async def __aiter__(self) -> AsyncIterator[bytes]:
        try:
            async for chunk in cast(AsyncIterable[bytes], self._response.stream):
                yield chunk
        except Exception as error:
            raise explain_exchange_error(error) from error

    async def aclose(self) -> None:
        await self._response.aclose()


class Network(httpx.AsyncBaseTransport):
    """Sends requests; raises ``Fault`` and nothing else."""

    def __init__(self, backend: SafeBackend, at_once: int) -> None:
        self._pool = httpcore.AsyncConnectionPool(
            ssl_context=make_tls_context(),
            max_connections=at_once,
            max_keepalive_connections=at_once // 2,
            keepalive_expiry=5.0,
            network_backend=backend,
        )

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        url = httpcore.URL(
            scheme=request.url.raw_scheme,
            host=request.url.raw_host,
            port=request.url.port,
            target=request.url.raw_path,
        )
        # "no-cache" is for our own cache, which then asks whether what it has is still true; servers need not hear it.
        headers = [(name, value) for name, value in request.headers.raw if name.lower() != b"cache-control"]
        asked = httpcore.Request("GET", url, headers=headers, extensions=request.extensions)
        try:
            response = await self._pool.handle_async_request(asked)
        except Exception as error:
            raise explain_exchange_error(error) from error
        return httpx.Response(response.status, headers=response.headers, stream=_Stream(response))

    async def aclose(self) -> None:
        await self._pool.aclose()
