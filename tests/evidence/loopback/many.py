"""Many addresses on many hosts, a tenth of which misbehave."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import Final

from tests.evidence.loopback.server import Loopback

MISBEHAVING: Final = (
    "hang-before-headers",
    "hang-in-body",
    "slow-drip",
    "reset-before-headers",
    "reset-after-headers",
    "truncated",
    "garbage",
    "gzip-bomb",
    "body-5-gb",
    "endless-headers",
    "redirect-loop",
    "redirect-metadata",
    "status-404",
    "status-500",
    "status-503",
    "status-429",
    "503-twice",
    "bad-chunk",
    "gzip-truncated",
    "redirect-chain-11",
)
_WELL_BEHAVED: Final = ("ok", "gzip", "chunked", "etag", "redirect-301", "redirect-chain-3", "http-1.0", "cookies")


@dataclass(frozen=True)
class Asked:
    """One of the addresses, and how its server behaves there."""

    url: str
    behaviour: str

    @property
    def well_behaved(self) -> bool:
        return self.behaviour in _WELL_BEHAVED


def many_addresses(loopback: Loopback, hosts: int = 50, each: int = 20, seed: int = 4) -> list[Asked]:
    """Addresses in a seeded order, ``each`` on every one of ``hosts`` ports; a tenth misbehave, in all ways."""
    choose = random.Random(seed)
    count = hosts * each
    bad = [MISBEHAVING[number % len(MISBEHAVING)] for number in range(count // 10)]
    good = [choose.choice(_WELL_BEHAVED) for _ in range(count - len(bad))]
    names = bad + good
    choose.shuffle(names)
    origins = loopback.more_doors(hosts)
    return [Asked(f"{origins[number % hosts]}/{name}?title=Page+{number}", name) for number, name in enumerate(names)]
