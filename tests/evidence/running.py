"""Coroutines run to their end from a test that is no coroutine."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

from tests.waiting import PATIENCE

T = TypeVar("T")


def to_its_end(coroutine: Coroutine[Any, Any, T]) -> T:
    """What a coroutine gives; one that hangs fails.

    It runs in a thread of its own: Playwright leaves a loop running in the main thread.
    """

    async def bounded() -> T:
        async with asyncio.timeout(PATIENCE):
            return await coroutine

    with ThreadPoolExecutor(max_workers=1) as pool:
        return pool.submit(asyncio.run, bounded()).result()
