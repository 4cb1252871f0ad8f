"""What a whole run costs in memory, and how it ends when it is interrupted."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from tests.evidence.loopback import Loopback
from tests.evidence.loopback.many import MISBEHAVING, many_addresses
from tests.waiting import PATIENCE, wait_for

from citewell.evidence.network.limits import Limits

ROOT = Path(__file__).parents[3]
NOTICES_LATE = {"slow-drip", "body-5-gb", "endless-headers"}  # that we are gone, so that it still thinks it is asked


def asking(loopback: Loopback, addresses: Sequence[str], cache: Path | None, limits: Limits) -> subprocess.Popen[str]:
    orders = {
        "allow_hosts": loopback.allow_hosts,
        "cache": str(cache) if cache else None,
        "limits": {"connect": limits.connect, "read": limits.read, "whole": limits.whole, "back_off": limits.back_off},
        "first": loopback.url("ok"),
        "addresses": list(addresses),
    }
    pipe = subprocess.PIPE
    command = [sys.executable, "-m", "tests.evidence.asking"]
    process = subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, stderr=pipe, text=True)
    assert process.stdin is not None
    process.stdin.write(json.dumps(orders))
    process.stdin.close()
    process.stdin = None
    return process


def asked(loopback: Loopback, addresses: Sequence[str], cache: Path | None, limits: Limits) -> Mapping[str, Any]:
    out, err = asking(loopback, addresses, cache, limits).communicate(timeout=PATIENCE)
    assert err == "started\n"
    found: Mapping[str, Any] = json.loads(out)
    return found


def test_fifty_hosts_with_every_misbehaviour_at_once(loopback: Loopback, tmp_path: Path) -> None:
    addresses = many_addresses(loopback, each=4)  # each misbehaviour once; a thousand: test_thousand_references.py
    limits = Limits(read=10, whole=20, back_off=0.1)
    found = asked(loopback, [each.url for each in addresses], tmp_path, limits)
    said = list(zip(addresses, found["outcomes"], strict=True))
    assert [(each.url, outcome) for each, outcome in said if each.well_behaved and outcome != "200"] == []
    assert {each.behaviour for each in addresses} >= set(MISBEHAVING)
    assert len({outcome for each, outcome in said if not each.well_behaved}) >= 8
    assert found["growth"] < 50
    late = {urlsplit(each.url).port for each in addresses if each.behaviour in NOTICES_LATE}
    assert {port for port, most in loopback.at_once.items() if most > 1} <= late
    assert not loopback.intrusions


@pytest.mark.parametrize("with_cache", [False, True])
def test_neither_bombs_nor_endless_bodies_take_memory(loopback: Loopback, tmp_path: Path, with_cache: bool) -> None:
    names = ["gzip-bomb", "body-5-gb", "body-without-end", "giant-header", "endless-headers"]
    addresses = [loopback.url(name, n=str(number)) for number in range(3) for name in names]
    found = asked(loopback, addresses, tmp_path if with_cache else None, Limits(read=5))
    assert found["growth"] < 50


def test_ctrl_c_ends_a_run(loopback: Loopback, tmp_path: Path) -> None:
    addresses = [loopback.url("hang-before-headers", n=str(number)) for number in range(5)]
    process = asking(loopback, addresses, tmp_path, Limits(read=2 * PATIENCE, whole=2 * PATIENCE))
    assert process.stderr is not None
    assert process.stderr.readline() == "started\n"
    wait_for(lambda: loopback.asked("hang-before-headers"), "the first request")
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=PATIENCE)
    assert err.rstrip().endswith("KeyboardInterrupt")
    assert "never" not in err  # no "Task was destroyed", no "exception was never retrieved"
