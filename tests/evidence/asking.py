"""A process that asks for addresses and says what that took: ``python -m tests.evidence.asking``, orders as JSON."""

from __future__ import annotations

import asyncio
import json
import resource
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from citewell.evidence.network.limits import Limits
from citewell.evidence.network.response import Answer
from citewell.evidence.network.web import Web
from citewell.model.site import EvidenceSettings


def _peak() -> float:
    """The most memory this process ever had, in MB. (Linux counts in KB, macOS in bytes.)"""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1024 * 1024 if sys.platform == "darwin" else 1024)


async def _ask(orders: Mapping[str, Any]) -> dict[str, Any]:
    settings = EvidenceSettings(allow_hosts=tuple(orders["allow_hosts"]))
    cache = Path(orders["cache"]) if orders["cache"] else None
    async with Web(settings, "editor@example.org", cache, limits=Limits(**orders["limits"])) as web:
        await web.get(orders["first"])
        before = _peak()
        sys.stderr.write("started\n")
        said = await asyncio.gather(*(_look(web, address) for address in orders["addresses"]))
    return {"growth": _peak() - before, "outcomes": said}


async def _look(web: Web, address: str) -> str:
    outcome = await web.get(address)
    return str(outcome.status) if isinstance(outcome, Answer) else outcome.reason.value


if __name__ == "__main__":
    json.dump(asyncio.run(_ask(json.load(sys.stdin))), sys.stdout)
