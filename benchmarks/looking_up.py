"""1,000 addresses on 50 hosts of this computer, a tenth of which misbehave: ``Web`` beside bare httpx.

Both ask one address of a host at a time and wait as long. Bare httpx makes no pause, checks no IP address, has no cache
and tries nothing twice; it takes the first 5 MiB of a body and leaves the rest.
"""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import httpx
from tests.evidence.loopback import Loopback
from tests.evidence.loopback.many import Asked, many_addresses

from benchmarks.row import Row
from citewell.evidence.network.limits import MEBIBYTE, Limits
from citewell.evidence.network.response import Answer
from citewell.evidence.network.web import Web
from citewell.model.site import EvidenceSettings

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

AIM = 60.0  # seconds


def run(quick: bool) -> list[Row]:
    """Measure; return the rows."""
    with Loopback() as loopback, tempfile.TemporaryDirectory() as folder:
        addresses = many_addresses(loopback, each=4 if quick else 20)
        hosts = tuple(loopback.allow_hosts)
        ours, right = _timed(lambda: _ask_ours(addresses, hosts, Path(folder)), addresses)
        theirs, theirs_right = _timed(lambda: _ask_httpx(addresses), addresses)
    good = sum(each.well_behaved for each in addresses)
    return [
        Row(f"Web, {len(addresses):,} addresses, {right} of {good} good ones had", ours, aim=AIM, runs=1),
        Row(f"bare httpx, {theirs_right} of {good} good ones had", theirs, ratio=theirs / ours, runs=1),
    ]


def _timed(ask: Callable[[], Coroutine[None, None, list[bool]]], addresses: Sequence[Asked]) -> tuple[float, int]:
    begin = perf_counter()
    found = asyncio.run(ask())
    took = perf_counter() - begin
    return took, sum(had for had, each in zip(found, addresses, strict=True) if each.well_behaved)


async def _ask_ours(addresses: Sequence[Asked], hosts: tuple[str, ...], cache: Path) -> list[bool]:
    settings = EvidenceSettings(allow_hosts=hosts)
    async with Web(settings, "editor@example.org", cache) as web:
        outcomes = await asyncio.gather(*(web.get(each.url) for each in addresses))
    return [isinstance(outcome, Answer) and outcome.status == 200 for outcome in outcomes]


async def _ask_httpx(addresses: Sequence[Asked]) -> list[bool]:
    whole = Limits().whole
    had: dict[str, bool] = {}
    async with httpx.AsyncClient(follow_redirects=True, timeout=Limits().read, trust_env=False) as client:

        async def one(url: str) -> bool:
            async with asyncio.timeout(whole), client.stream("GET", url) as response:
                taken = 0
                async for part in response.aiter_bytes():
                    taken += len(part)
                    if taken > 5 * MEBIBYTE:
                        break
                return response.status_code == 200

        async def host(urls: Sequence[str]) -> None:
            for url in urls:
                try:
                    had[url] = await one(url)
                except (httpx.HTTPError, httpx.InvalidURL, TimeoutError, RuntimeError):
                    had[url] = False

        in_order = sorted(addresses, key=lambda each: urlsplit(each.url).netloc)
        by_host = groupby(in_order, key=lambda each: urlsplit(each.url).netloc)
        await asyncio.gather(*[host([each.url for each in group]) for _, group in by_host])
    return [had[each.url] for each in addresses]
