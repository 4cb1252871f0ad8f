"""What one page of a host teaches us about its others."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

import pytest
from tests.evidence.loopback import Loopback
from tests.evidence.running import to_its_end
from tests.waiting import PATIENCE

from citewell.evidence.network.limits import Limits
from citewell.evidence.network.response import Answer, Failure, FailureReason, Outcome
from citewell.evidence.network.web import Web
from citewell.evidence.verdicts.http_status import StatusMeaning, interpret_status


def one_by_one(loopback: Loopback, limits: Limits, *addresses: str) -> Sequence[Outcome]:
    async def run() -> list[Outcome]:
        async with Web(loopback.settings(), "", None, limits=limits) as web:
            return [await web.get(address) for address in addresses]

    return to_its_end(run())


@pytest.mark.parametrize("name", ["429-an-hour", "429-absurd"])
def test_who_asks_for_an_hours_rest_gets_it_for_all_its_pages(loopback: Loopback, name: str) -> None:
    here, there = loopback.more_doors(2)
    addresses = [f"{here}/{name}", *(f"{here}/ok?n={number}" for number in range(50)), f"{there}/ok"]
    first, *others, elsewhere = one_by_one(loopback, Limits(private_pause=PATIENCE), *addresses)
    assert isinstance(first, Answer)
    assert {outcome.reason for outcome in others if isinstance(outcome, Failure)} == {FailureReason.GIVEN_UP}
    assert {interpret_status(outcome) for outcome in others} == {StatusMeaning.UNCLEAR}
    assert isinstance(elsewhere, Answer)
    assert len(loopback.requests) == 2


def test_a_short_rest_is_kept_before_the_next_page_too(loopback: Loopback) -> None:
    limits = Limits(whole=4)  # too short to wait and ask for the first page again
    first, second = one_by_one(loopback, limits, loopback.url("429-seconds", rest="5"), loopback.url("ok"))
    assert [isinstance(each, Answer) and each.status for each in (first, second)] == [429, 200]
    assert loopback.requests[1].at - loopback.requests[0].at >= 4.9


def test_a_host_that_hangs_does_so_only_a_few_times(loopback: Loopback) -> None:
    limits = Limits(read=0.1, in_vain=3)
    outcomes = one_by_one(loopback, limits, *(loopback.url("hang-before-headers", n=str(n)) for n in range(20)))
    reasons = [outcome.reason for outcome in outcomes if isinstance(outcome, Failure)]
    assert reasons == [FailureReason.TIMEOUT] * 3 + [FailureReason.GIVEN_UP] * 17
    assert len(loopback.requests) == 3


def test_a_host_that_always_is_too_busy_is_left_alone(loopback: Loopback) -> None:
    outcomes = one_by_one(loopback, Limits(in_vain=3), *(loopback.url("429-garbage", n=str(n)) for n in range(9)))
    assert [isinstance(outcome, Answer) for outcome in outcomes] == [True] * 3 + [False] * 6


def test_a_host_that_answers_now_and_then_is_not_given_up(loopback: Loopback) -> None:
    names = ["429-garbage", "429-garbage", "ok"] * 4
    outcomes = one_by_one(loopback, Limits(in_vain=3), *map(loopback.url, names))
    assert all(isinstance(outcome, Answer) and outcome.status == 200 for outcome in outcomes[2::3])


def test_a_dot_behind_the_name_is_no_other_host(loopback: Loopback) -> None:
    async def to_loopback(_: str) -> list[str]:
        return ["127.0.0.1"]

    async def run() -> None:
        settings, port = loopback.settings(), loopback.ports["plain"]
        addresses = [f"http://{name}:{port}/ok" for name in ("made-up.example", "made-up.example.")]
        async with Web(settings, "", None, limits=Limits(pause=0.3), resolver=to_loopback) as web:
            await asyncio.gather(*map(web.get, addresses))

    to_its_end(run())
    first, second = loopback.requests
    assert second.at - first.at >= 0.29
