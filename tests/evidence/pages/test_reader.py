"""Reading in another process: what is read comes back, and no page can hang, bloat or outlive it."""

from __future__ import annotations

import asyncio
import gc
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.evidence.running import to_its_end
from tests.waiting import PATIENCE, wait_for

from citewell.evidence.network.response import Answer
from citewell.evidence.pages.reader import Reader

GOOD = b"<title>Back pain - NHS</title><h1>Back pain</h1><p>Most back pain gets better."
#: Takes an HTML parser, which must follow the standard, a minute: time grows with the square of the depth.
DEEP = b"<div>" * 300_000

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc for the processes")


def answer(body: bytes, content_type: str = "text/html") -> Answer:
    return Answer("https://example.org/", "https://example.org/", 200, {"content-type": content_type}, body)


def children(of: int | None = None) -> set[int]:
    """The worker processes of a process (this one)."""
    found = set()
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = path.read_text().rpartition(")")[2].split()
            command = (path.parent / "cmdline").read_bytes()
        except OSError:
            continue
        if int(fields[1]) == (of or os.getpid()) and fields[0] != "Z" and b"pages.worker" in command:
            found.add(int(path.parent.name))
    return found


def test_pages_and_items_come_back_and_no_process_stays():
    async def story():
        async with Reader() as reader:
            page = await reader.read(answer(GOOD))
            item = await reader.item(answer(GOOD))
            assert len(children()) == 1, "a second process is started only when two pages are read at once"
            both = await asyncio.gather(reader.read(answer(GOOD)), reader.read(answer(b"words", "text/plain")))
            assert len(children()) == 2
            return page, item, both

    page, item, both = to_its_end(story())
    assert page.titles == ("Back pain - NHS", "Back pain")
    assert item["title"] == "Back pain - NHS"
    assert [each.kind for each in both] == ["html", "text"]
    assert children() == set()


def test_a_page_that_takes_for_ever_is_given_up_and_the_next_is_read():
    async def story():
        async with Reader(processes=1, seconds=1.5) as reader:
            await reader.read(answer(GOOD))
            return await reader.read(answer(DEEP)), await reader.read(answer(GOOD))

    hung, after = to_its_end(story())
    assert hung is None
    assert after.titles
    assert children() == set()


def test_a_process_that_dies_is_replaced():
    async def story():
        async with Reader(processes=1) as reader:
            await reader.read(answer(GOOD))
            (worker,) = children()
            os.kill(worker, signal.SIGKILL)
            lost = await reader.read(answer(GOOD))
            return lost, await reader.read(answer(GOOD))

    lost, after = to_its_end(story())
    assert lost is None or lost.titles
    assert after.titles


def test_a_bomb_does_not_grow_the_process_that_asked():
    """A stream that unpacks to 400 MB."""
    import resource  # noqa: PLC0415  POSIX only
    import zlib  # noqa: PLC0415

    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(b"%" * 10_000_000) for _ in range(40)) + packer.flush()
    stream = b"<</Length %d/Filter/FlateDecode>>stream\n%b\nendstream" % (len(packed), packed)
    bomb = (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/Contents 4 0 R/MediaBox[0 0 9 9]>>endobj\n4 0 obj" + stream + b"endobj\n"
        b"trailer<</Root 1 0 R>>"
    )

    async def story():
        async with Reader(processes=1) as reader:
            before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
            page = await reader.read(answer(bomb, "application/pdf"))
            grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
            return page, grown, await reader.read(answer(GOOD))

    page, grown, after = to_its_end(story())
    assert page is None or page.text == ""
    assert grown < 50_000, "kilobytes"
    assert after.titles


def test_an_empty_answer_needs_no_process():
    async def story():
        async with Reader() as reader:
            return await reader.read(answer(b"")), children()

    assert to_its_end(story()) == (None, set())


def test_a_reading_that_is_cancelled_while_its_process_starts_leaves_nothing_to_complain(monkeypatch):
    complaints: list[object] = []
    monkeypatch.setattr(sys, "unraisablehook", complaints.append)

    async def main() -> None:
        async with Reader(processes=1) as reader:
            reading = asyncio.create_task(
                reader.read(Answer("https://a.example/", "https://a.example/", 200, {}, b"<p>A"))
            )
            await asyncio.sleep(0.1)
            reading.cancel()
            await asyncio.gather(reading, return_exceptions=True)

    to_its_end(main())
    gc.collect()
    assert complaints == []


def test_a_cancelled_reading_does_not_answer_the_next_question():
    async def story():
        async with Reader(processes=1) as reader:
            await reader.read(answer(GOOD))
            with pytest.raises(TimeoutError):
                await asyncio.wait_for(reader.read(answer(DEEP)), 0.3)
            return await reader.read(answer(GOOD))

    assert to_its_end(story()).titles == ("Back pain - NHS", "Back pain")


SCRIPT = """
import asyncio
from citewell.evidence.network.response import Answer
from citewell.evidence.pages.reader import Reader
async def main():
    async with Reader() as reader:
        pages = [reader.read(Answer('', '', 200, {'content-type': 'text/html'}, b'<div>' * 300_000)) for _ in range(4)]
        print('reading', flush=True)
        await asyncio.gather(*pages)
try:
    asyncio.run(main())
except KeyboardInterrupt:
    print('stopped', flush=True)
"""


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL])
def test_neither_ctrl_c_nor_death_leaves_a_process(how):
    running = subprocess.Popen(
        [sys.executable, "-c", SCRIPT],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert running.stdout is not None
    assert running.stdout.readline() == "reading\n"
    wait_for(lambda: len(children(running.pid)) == 2, "two workers")
    workers = children(running.pid)
    time.sleep(0.5)
    os.killpg(running.pid, how)
    said, complained = running.communicate(timeout=PATIENCE)
    if how == signal.SIGINT:
        assert (said, complained) == ("stopped\n", "")
    wait_for(lambda: not any(map(alive, workers)), "the end of all workers")


def alive(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
