"""All the content of 10 to 2,000 articles through load, number, check and render: does time grow just as they do.

Each size runs in a process of its own, so that its peak memory is its own. The exponent is the slope of log(time) over
log(articles), fitted by least squares: 1 is linear. Every article brings five references, so the bibliography grows
too. Times are the processor's own, which other work on the machine disturbs least.
"""

from __future__ import annotations

import gc
import json
import math
import resource
import subprocess
import sys
from pathlib import Path
from time import process_time
from typing import TypedDict

from benchmarks.project import TODAY, corpus
from benchmarks.row import Row

SIZES = (10, 100, 500, 2000)
QUICK = (10, 30, 100)


class Measured(TypedDict):
    """What a child process says: seconds of the processor, and the most memory it held, in bytes."""

    seconds: float
    memory: int


def run(quick: bool) -> list[Row]:
    """Measure; return the rows."""
    rows: list[Row] = []
    found: dict[int, Measured] = {}
    for size in QUICK if quick else SIZES:
        with corpus(size) as root:
            found[size] = min((_in_a_process(root) for _ in range(3 if size <= 100 else 1)), key=lambda m: m["seconds"])
        each = found[size]["seconds"] / size
        ratio = each / rows[0].value if rows else 1.0
        rows.append(Row(f"{size:,} articles, time per article", each, processor=each, ratio=ratio))
        rows.append(Row(f"{size:,} articles, peak memory", found[size]["memory"] / 2**20, "MiB"))
    (small, least), *_, (large, most) = found.items()
    rows.append(Row("exponent of the growth (1 is linear)", _exponent(found), "", aim=1.1))
    memory = (most["memory"] - least["memory"]) / (large - small) / 2**20
    rows.append(Row("memory per article on top", memory, "MiB"))
    return rows


def _in_a_process(root: Path) -> Measured:
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.growth", str(root)], check=True, stdout=subprocess.PIPE, encoding="utf-8"
    )
    measured: Measured = json.loads(done.stdout)
    return measured


def _exponent(found: dict[int, Measured]) -> float:
    points = [(math.log(size), math.log(measured["seconds"])) for size, measured in found.items()]
    across = sum(x for x, _ in points) / len(points)
    up = sum(y for _, y in points) / len(points)
    return sum((x - across) * (y - up) for x, y in points) / sum((x - across) ** 2 for x, _ in points)


def _measure(root: Path) -> Measured:
    """Once, in this process; what is imported is imported before the clock starts."""
    from citewell.__main__ import GARBAGE  # noqa: PLC0415 - only the child needs it
    from citewell.build import RenderedContent  # noqa: PLC0415 - as above
    from citewell.rules import discover  # noqa: PLC0415 - as above
    from citewell.site.document_output import make_docs  # noqa: PLC0415 - as above

    gc.set_threshold(*GARBAGE)  # as the command does
    discover()
    begin = process_time()
    content = RenderedContent(root, TODAY)
    content.work.findings()
    make_docs(content.index(), content.documents())
    content.work.drop_made()
    seconds = process_time() - begin
    kibibytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss  # bytes on macOS
    return {"seconds": seconds, "memory": kibibytes * (1 if sys.platform == "darwin" else 1024)}


if __name__ == "__main__":
    print(json.dumps(_measure(Path(sys.argv[1]))))
