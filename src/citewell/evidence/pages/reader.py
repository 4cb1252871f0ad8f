"""Reading pages in processes of their own, so that no page can hang, bloat or crash the one that asks for them."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self

import citewell
from citewell.evidence.network.response import Answer
from citewell.evidence.pages.page_text import PageText
from citewell.evidence.pages.worker import LENGTH

SECONDS: Final = 10.0  # for a page, by the clock
_START: Final = 30.0  # for a process to start, on a busy machine; it takes 0.6 s
_TASKS: Final = 200  # after so many a process is replaced: parsers do not give back all memory
_LONGEST_ANSWER: Final = 30_000_000  # bytes
_KEPT: Final = ("PATH", "SYSTEMROOT", "LANG", "LC_ALL", "TMPDIR", "TEMP")  # of the environment; never its secrets


class Reader:
    """Reads answers in one or two worker processes.

    A context manager: when it ends, for whatever reason, so do its processes. They are started when first needed, in a
    session of their own, so that Ctrl-C reaches only the process that owns them; and they end when their input does.
    """

    def __init__(self, processes: int = 2, seconds: float = SECONDS) -> None:
        self._idle: asyncio.LifoQueue[_Worker] = asyncio.LifoQueue()
        self._workers = [_Worker(seconds) for _ in range(processes)]

    async def __aenter__(self) -> Self:
        for worker in self._workers:
            self._idle.put_nowait(worker)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for worker in self._workers:
            worker.kill()
        await asyncio.gather(*(worker.wait_until_ended() for worker in self._workers))

    async def read(self, answer: Answer) -> PageText | None:
        """The page in a response; ``None`` if it is empty or could not be read within the limits of time and memory."""
        found = await self._ask("page", answer)
        return PageText(**{**found, "titles": tuple(found["titles"])}) if found else None

    async def item(self, answer: Answer) -> dict[str, Any] | None:
        """The CSL item of ``metadata.page_item``, read as safely."""
        found = await self._ask("item", answer)
        return dict(found) if found is not None else None

    async def _ask(self, what: str, answer: Answer) -> Any:
        if not answer.body:
            return None
        task = {"do": what, "type": answer.headers.get("content-type", ""), "url": answer.final_url}
        worker = await self._idle.get()
        try:
            return await worker.run_task(task, answer.body)
        finally:
            self._idle.put_nowait(worker)


class _Worker:
    """One process at a time, and another when it dies."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._process: Process | None = None
        self._killed: list[Process] = []
        self._done = 0

    async def run_task(self, task: dict[str, str], body: bytes) -> Any:
        """The result of a task; ``None`` if the process hung or died over it."""
        if self._done >= _TASKS:
            self.kill()
        try:
            if self._process is None or self._process.returncode is not None:
                self._process = await asyncio.wait_for(_start(), _START)
            return await asyncio.wait_for(self._exchange(self._process, task, body), self._seconds)
        except (TimeoutError, OSError, EOFError, ValueError):
            self.kill()
            return None
        except BaseException:  # cancelled half-way: what it says next would answer the wrong question
            self.kill()
            raise

    async def _exchange(self, process: Process, task: dict[str, str], body: bytes) -> Any:
        self._done += 1
        assert process.stdin is not None
        assert process.stdout is not None
        description = json.dumps(task).encode()
        process.stdin.write(LENGTH.pack(len(description), len(body)) + description)
        process.stdin.write(body)
        await process.stdin.drain()
        length, _ = LENGTH.unpack(await process.stdout.readexactly(LENGTH.size))
        if length > _LONGEST_ANSWER:
            raise ValueError("an answer without end")
        return json.loads(await process.stdout.readexactly(length))

    def kill(self) -> None:
        """End the process at once, if there is one; the next task gets another."""
        if self._process is not None:
            with suppress(ProcessLookupError):
                self._process.kill()
            self._killed.append(self._process)
        self._process = None
        self._done = 0

    async def wait_until_ended(self) -> None:
        """Wait until the killed processes are gone."""
        for process in self._killed:
            await process.wait()


async def _start() -> Process:
    """A worker that is ready. ``-P``: it imports nothing from the folder it runs in."""
    package = str(Path(citewell.__file__).parent.parent)
    path = os.pathsep.join(filter(None, (package, os.environ.get("PYTHONPATH", ""))))
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-P", "-m", "citewell.evidence.pages.worker"),
        stdin=PIPE,
        stdout=PIPE,
        stderr=DEVNULL,
        env={**{name: os.environ[name] for name in _KEPT if name in os.environ}, "PYTHONPATH": path},
        start_new_session=True,
    )
    assert process.stdout is not None
    try:
        await process.stdout.readexactly(LENGTH.size)
    except BaseException:  # no other code knows of it yet, so none would wait for its end
        with suppress(ProcessLookupError):
            process.kill()
        await process.wait()
        raise
    return process
