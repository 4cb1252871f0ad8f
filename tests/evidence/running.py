"""Coroutines run to their end from a test that is no coroutine; pages read without a process for them."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

import pytest
from tests.waiting import PATIENCE

from citewell.evidence.network.response import Answer
from citewell.evidence.pages import worker
from citewell.evidence.pages.reader import Reader

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


class ReaderWithoutProcess(Reader):
    """Reads pages as a worker does, in this process: that of a worker takes a second to start.

    What a process of its own is good for is tested in ``pages/test_reader.py``.
    """

    async def _ask(self, what: str, answer: Answer) -> Any:
        task = {"do": what, "type": answer.headers.get("content-type", ""), "url": answer.final_url}
        return json.loads(json.dumps(worker._run_task(task, answer.body))) if answer.body else None


def read_without_processes(patch: pytest.MonkeyPatch) -> None:
    """Let a run of looking up, in this process, start no workers."""
    for user in ("resolve", "lookup"):
        patch.setattr(f"citewell.evidence.{user}.Reader", ReaderWithoutProcess)
