"""What ``Web`` makes of everything that servers do."""

from __future__ import annotations

import asyncio
import random
from itertools import pairwise

import pytest
from tests.evidence.loopback import BEHAVIOURS, Loopback
from tests.evidence.loopback.wire import page
from tests.evidence.running import to_its_end
from tests.waiting import PATIENCE, wait_for

from citewell import __version__
from citewell.evidence.network.limits import MEBIBYTE, Limits, MinimumRate
from citewell.evidence.network.response import Answer, Failure, FailureReason, Outcome
from citewell.evidence.network.web import Web, make_user_agent

# A machine that is busy with other tests may stop for seconds: who expects an answer waits as long as it takes.
PATIENT = Limits(connect=PATIENCE, read=PATIENCE, whole=PATIENCE, back_off=0.02)
HASTY = Limits(whole=1.8, back_off=0.02)  # for servers that never answer


def ask(loopback: Loopback, name: str, limits: Limits = PATIENT) -> Outcome:
    async def once() -> Outcome:
        async with Web(loopback.settings(), "editor@example.org", None, limits=limits) as web:
            return await web.get(loopback.url(name, title="Snow"))

    return to_its_end(once())


def answer(outcome: Outcome) -> Answer:
    assert isinstance(outcome, Answer), outcome
    return outcome


# -- every status is an answer


@pytest.mark.parametrize("name", sorted(name for name in BEHAVIOURS if name.startswith("status-")))
def test_every_status_is_an_answer(loopback: Loopback, name: str) -> None:
    assert answer(ask(loopback, name)).status == int(name.removeprefix("status-"))


GOOD = "ok gzip deflate deflate-raw chunked http-1.0 head-refused early-hints encoding-odd no-content-type cookies"
GOOD += " wrong-content-type many-headers etag last-modified redirect-301 redirect-302 redirect-303 redirect-307"
GOOD += " redirect-308 redirect-relative redirect-protocol-relative redirect-chain-3 redirect-mixed location-not-ascii"
GOOD += " redirect-fragment 503-twice reset-once 429-seconds 429-date 429-past-date 503-retry-after ipv6 tls-fine"
GOOD += " redirect-downgrade"


@pytest.mark.usefixtures("trusted")
@pytest.mark.parametrize("name", GOOD.split())
def test_a_live_page_is_had_however_it_comes(loopback: Loopback, name: str) -> None:
    found = answer(ask(loopback, name))
    assert (found.status, found.body.decode(), found.cut) == (200, page("Snow"), False)
    assert found.address == loopback.url(name, title="Snow")


TROUBLE = {
    "connection-refused": FailureReason.CONNECTION_REFUSED,
    "hang-before-headers": FailureReason.TIMEOUT,
    "hang-in-body": FailureReason.TIMEOUT,
    "slow-drip": FailureReason.TIMEOUT,
    "drip-headers": FailureReason.TIMEOUT,
    "reset-before-headers": FailureReason.BROKEN_OFF,
    "reset-after-headers": FailureReason.BROKEN_OFF,
    "close-before-headers": FailureReason.BROKEN_OFF,
    "half-headers": FailureReason.BROKEN_OFF,
    "truncated": FailureReason.BROKEN_OFF,
    "truncated-chunks": FailureReason.BROKEN_OFF,
    "gzip-truncated": FailureReason.BROKEN_OFF,
    "garbage": FailureReason.GARBLED,
    "garbage-in-headers": FailureReason.GARBLED,
    "bad-status-line": FailureReason.GARBLED,
    "bad-chunk": FailureReason.GARBLED,
    "bad-length": FailureReason.GARBLED,
    "two-lengths": FailureReason.GARBLED,
    "giant-header": FailureReason.GARBLED,
    "endless-headers": FailureReason.GARBLED,
    "header-with-nul": FailureReason.GARBLED,
    "switching-protocols": FailureReason.GARBLED,
    "gzip-but-plain": FailureReason.GARBLED,
    "brotli": FailureReason.GARBLED,
    "location-garbage": FailureReason.GARBLED,
    "gzip-bomb": FailureReason.TOO_LARGE,
    "redirect-loop": FailureReason.REDIRECTS,
    "redirect-loop-of-two": FailureReason.REDIRECTS,
    "redirect-ever-new": FailureReason.TOO_FAR,
    "redirect-chain-11": FailureReason.TOO_FAR,
    "cookie-loop": FailureReason.COOKIES,
    "tls-expired": FailureReason.CERTIFICATE,
    "tls-other-host": FailureReason.CERTIFICATE,
    "tls-self-signed": FailureReason.TLS,
    "tls-unknown-issuer": FailureReason.TLS,
    "tls-broken-handshake": FailureReason.TLS,
}


@pytest.mark.usefixtures("trusted")
@pytest.mark.parametrize(("name", "reason"), TROUBLE.items())
def test_each_trouble_is_told_from_the_others(loopback: Loopback, name: str, reason: FailureReason) -> None:
    outcome = ask(loopback, name, limits=HASTY if reason is FailureReason.TIMEOUT else PATIENT)
    assert isinstance(outcome, Failure)
    assert (outcome.reason, outcome.address) == (reason, loopback.url(name, title="Snow"))
    assert outcome.detail
    assert outcome.detail[-1] not in ".!"


@pytest.mark.usefixtures("trusted")
def test_whatever_a_server_does_nothing_is_raised_and_the_next_one_is_answered(loopback: Loopback) -> None:
    left_alone = {"429-absurd", "429-an-hour"}  # those who ask for it; see test_patience.py
    names = [name for name in sorted(BEHAVIOURS.keys() - left_alone) if not name.startswith("status-")]

    async def all_of_them() -> list[Outcome]:
        async with Web(loopback.settings(), "", None, limits=Limits(whole=1.2, back_off=0.01)) as web:
            outcomes = []
            for name in names:
                await web.get(loopback.url(name, title="Snow"))
                outcomes.append(await web.get(loopback.url("ok", title="Snow"), within=20))
            return outcomes

    assert {answer(outcome).status for outcome in to_its_end(all_of_them())} == {200}
    assert not loopback.intrusions


def test_no_damaged_answer_raises_anything(loopback: Loopback) -> None:
    chance = random.Random(4)
    headers = "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nLocation: /ok\r\nTransfer-Encoding: chunked\r\n\r\n"
    text = headers + "5\r\nhello\r\n0\r\n\r\n"
    addresses = []
    for _ in range(200):
        damaged = bytearray(text.replace("200", chance.choice(["200", "301", "304", "401"])).encode())
        for _ in range(chance.randrange(1, 6)):
            at = chance.randrange(len(damaged))
            damaged[at : at + chance.randrange(3)] = chance.randbytes(chance.randrange(3))
        addresses.append(loopback.url("raw", hex=damaged.hex()))
    outcomes = together(loopback, HASTY, *addresses)
    assert all(isinstance(each, Answer | Failure) for each in outcomes)
    assert not loopback.intrusions


# -- redirects


def test_redirects_are_told_with_their_addresses(loopback: Loopback) -> None:
    found = answer(ask(loopback, "redirect-mixed"))
    assert [hop.status for hop in found.hops] == [301, 302]
    assert found.hops[0].address == loopback.url("redirect-mixed", title="Snow")
    assert found.final_url == loopback.url("ok", title="Snow")
    assert not found.permanent


@pytest.mark.parametrize(
    ("name", "permanent"),
    [
        ("redirect-301", True),
        ("redirect-308", True),
        ("redirect-chain-3", True),
        ("redirect-302", False),
        ("ok", False),
    ],
)
def test_a_page_moved_for_good_only_if_all_redirects_say_so(loopback: Loopback, name: str, permanent: bool) -> None:
    assert answer(ask(loopback, name)).permanent is permanent


@pytest.mark.parametrize("name", ["location-missing", "location-empty"])
def test_a_redirect_to_nowhere_is_the_answer(loopback: Loopback, name: str) -> None:
    assert answer(ask(loopback, name)).status == 302


def test_the_way_from_https_to_http_can_be_seen(loopback: Loopback, trusted: None) -> None:  # noqa: ARG001 - set up
    found = answer(ask(loopback, "redirect-downgrade"))
    assert found.hops[0].address.startswith("https://")
    assert found.final_url.startswith("http://")


def test_a_fragment_is_never_sent_and_never_lost(loopback: Loopback) -> None:
    async def two() -> list[Outcome]:
        async with Web(loopback.settings(), "", None, limits=PATIENT) as web:
            own, other = loopback.url("redirect-301"), loopback.url("redirect-fragment")
            return [await web.get(f"{own}#here"), await web.get(f"{other}#here"), await web.get(f"{own}?#:~:text=a")]

    inherited, replaced, _ = to_its_end(two())
    assert answer(inherited).final_url.endswith("/ok#here")
    assert answer(replaced).final_url.endswith("/ok#there")
    assert not any("#" in request.target for request in loopback.requests)


# -- how much is read


@pytest.mark.parametrize("name", ["body-5-gb", "body-without-end"])
def test_of_an_endless_body_only_what_was_asked_for_is_read(loopback: Loopback, name: str) -> None:
    found = answer(ask(loopback, name))
    assert (len(found.body), found.cut) == (5 * MEBIBYTE, True)
    target = loopback.asked(name)[0].target
    wait_for(lambda: target in loopback.sent, "the server's account")
    assert loopback.sent[target] < 30 * MEBIBYTE  # what lay in the buffers of the two sockets is on top


def test_how_much_is_taken_can_be_said(loopback: Loopback) -> None:
    async def little() -> Outcome:
        async with Web(loopback.settings(), "", None) as web:
            return await web.get(loopback.url("gzip"), most=10)

    assert answer(to_its_end(little())) == answer(to_its_end(little()))
    assert answer(to_its_end(little())).body == page("")[:10].encode()
    assert answer(to_its_end(little())).cut


# -- how we ask


def test_we_say_who_we_are_and_nothing_else(loopback: Loopback) -> None:
    async def some() -> None:
        async with Web(loopback.settings(), "editor@example.org", None, limits=PATIENT) as web:
            await web.get(loopback.url("cookies"))
            await web.get(loopback.url("ok"), accept="application/json", headers={"X-Own": "yes"})

    to_its_end(some())
    first, second = loopback.requests
    assert first.headers["user-agent"] == f"Citewell/{__version__} (mailto:editor@example.org)"
    assert (first.headers["accept-encoding"], first.method) == ("gzip", "GET")
    assert "text/html" in first.headers["accept"]
    assert (second.headers["accept"], second.headers["x-own"]) == ("application/json", "yes")
    assert not {"cookie", "referer", "authorization", "cache-control"} & (first.headers.keys() | second.headers.keys())


@pytest.mark.parametrize(
    ("contact", "says"),
    [
        ("editor@example.org", "(mailto:editor@example.org)"),
        ("https://example.org/contact", "(+https://example.org/contact)"),
        ("evil\r\nX: y (a)@example.org", "(mailto:evilX:ya@example.org)"),
        ("", ""),
    ],
)
def test_the_contact_goes_along(contact: str, says: str) -> None:
    assert make_user_agent(contact) == f"Citewell/{__version__} {says}".strip()


# -- politeness


def together(loopback: Loopback, limits: Limits, *addresses: str) -> list[Outcome]:
    async def all_of_them() -> list[Outcome]:
        async with Web(loopback.settings(), "", None, limits=limits) as web:
            return await asyncio.gather(*(web.get(address) for address in addresses))

    return to_its_end(all_of_them())


def gaps(loopback: Loopback) -> list[float]:
    times = [request.at for request in loopback.requests]
    return [later - earlier for earlier, later in pairwise(times)]


def test_a_host_is_asked_one_thing_at_a_time_and_others_meanwhile(loopback: Loopback) -> None:
    here, there = loopback.more_doors(2)
    addresses = [f"{here}/hang-in-body", f"{here}/ok", *(f"{there}/ok?n={number}" for number in range(8))]
    together(loopback, Limits(whole=4), *addresses)
    assert set(loopback.at_once.values()) == {1}
    last = loopback.requests[-1]
    assert f"http://{last.headers['host']}" == here  # all was asked there while the first page here kept us waiting


def test_there_is_a_pause_between_two_requests_to_one_host(loopback: Loopback) -> None:
    limits = Limits(private_pause=0.2)
    together(loopback, limits, *(loopback.url("ok", n=str(number)) for number in range(3)))
    assert all(gap >= 0.19 for gap in gaps(loopback))


def test_a_host_on_the_internet_gets_its_pause_unasked() -> None:
    assert Limits().pause >= 1


def test_announced_limits_are_kept(loopback: Loopback) -> None:
    urls = [loopback.url("rate-limit", limit="4", interval="1s", n=str(number)) for number in range(4)]
    together(loopback, Limits(), *urls)
    assert all(gap >= 0.24 for gap in gaps(loopback))


def test_no_host_can_make_us_wait_for_ever(loopback: Loopback) -> None:
    limits = Limits(announced_pause=0.1)
    found = together(loopback, limits, *[loopback.url("rate-limit", limit="1", interval="999999999s")] * 3)
    assert [answer(each).status for each in found] == [200] * 3  # without the bound it would not end


@pytest.mark.parametrize("name", ["429-absurd", "429-an-hour"])
def test_who_asks_for_more_patience_than_we_have_gets_his_answer_taken_at_once(loopback: Loopback, name: str) -> None:
    assert answer(ask(loopback, name)).status == 429  # after an hour's wait there would be no answer
    assert len(loopback.asked(name)) == 1


@pytest.mark.parametrize(("name", "seconds"), [("429-seconds", 0.95), ("503-retry-after", 0.95), ("429-date", 0.7)])
def test_retry_after_is_waited_for(loopback: Loopback, name: str, seconds: float) -> None:
    ask(loopback, name)
    assert gaps(loopback)[0] >= seconds


@pytest.mark.parametrize(
    ("name", "times"),
    [
        ("status-502", 3),
        ("status-503", 3),
        ("status-504", 3),
        ("reset-before-headers", 3),
        ("status-404", 1),
        ("status-403", 1),
        ("status-429", 1),
        ("status-500", 1),
        ("429-garbage", 1),
        ("hang-before-headers", 1),
        ("garbage", 1),
    ],
)
def test_only_what_may_pass_is_tried_again(loopback: Loopback, name: str, times: int) -> None:
    ask(loopback, name, limits=HASTY if name.startswith("hang") else PATIENT)
    assert len(loopback.asked(name)) == times


def test_each_try_waits_longer_than_the_one_before(loopback: Loopback) -> None:
    ask(loopback, "status-503", limits=Limits(back_off=0.1))
    first, second = gaps(loopback)
    assert (first >= 0.1, second >= 0.2) == (True, True)


# -- time


@pytest.mark.parametrize("name", ["slow-drip", "drip-headers", "hang-before-headers", "429-date", "redirect-ever-new"])
def test_no_address_takes_longer_than_it_may(loopback: Loopback, name: str) -> None:
    never = 2 * PATIENCE
    outcome = ask(loopback, name, limits=Limits(connect=never, read=never, slowest=MinimumRate(grace=never), whole=0.8))
    assert isinstance(outcome, Failure) or name == "429-date"


def test_a_body_that_only_drips_ends_before_its_time(loopback: Loopback) -> None:
    outcome = ask(loopback, "slow-drip", limits=Limits(slowest=MinimumRate(rate=500, grace=0.3)))
    assert isinstance(outcome, Failure)
    assert outcome.reason is FailureReason.TIMEOUT
    assert "too slowly" in outcome.detail


def test_the_wait_for_ones_turn_does_not_count(loopback: Loopback) -> None:
    slow = [loopback.url("hang-before-headers", n=str(number)) for number in range(3)]
    limits = Limits(read=3, whole=5)  # time enough for an answer, too little for three that never come
    *_, last = together(loopback, limits, *slow, loopback.url("ok"))
    assert answer(last).status == 200


def test_a_caller_may_allow_more_time(loopback: Loopback) -> None:
    async def once() -> Outcome:
        async with Web(loopback.settings(), "", None, limits=Limits(whole=0.1)) as web:
            return await web.get(loopback.url("429-seconds"), within=PATIENCE)

    assert answer(to_its_end(once())).status == 200


def test_an_interrupted_run_ends(loopback: Loopback) -> None:
    async def interrupted() -> None:
        async with Web(loopback.settings(), "", None, limits=Limits(read=2 * PATIENCE, whole=2 * PATIENCE)) as web:
            hanging = [asyncio.ensure_future(web.get(loopback.url("hang-before-headers"))) for _ in range(5)]
            await asyncio.sleep(0.2)
            for task in hanging:
                task.cancel()
            ends = await asyncio.gather(*hanging, return_exceptions=True)
            assert all(isinstance(end, asyncio.CancelledError) for end in ends)

    to_its_end(interrupted())
