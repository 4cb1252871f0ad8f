"""Coroutines run to their end from a test that is no coroutine."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

T = TypeVar("T")


def to_its_end(coroutine: Coroutine[Any, Any, T]) -> T:
    """What a coroutine gives. It runs in a thread of its own: Playwright leaves a loop running in the main thread."""
    with ThreadPoolExecutor(max_workers=1) as pool:
        return pool.submit(asyncio.run, coroutine).result()
