"""Nothing that only this computer or its network can reach is ever asked."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Sequence

import pytest
from tests.evidence.loopback import BEHAVIOURS, Loopback
from tests.evidence.loopback.registry import Door
from tests.evidence.running import to_its_end

from citewell.evidence.network.connections import Resolver
from citewell.evidence.network.limits import Limits
from citewell.evidence.network.response import Answer, Failure, FailureReason, Outcome
from citewell.evidence.network.safety import Guard, parse_url
from citewell.evidence.network.web import Web
from citewell.model.site import EvidenceSettings

NO_PAUSE = Limits(pause=0)


def ask(settings: EvidenceSettings, *addresses: str, resolver: Resolver | None = None) -> list[Outcome]:
    async def all_of_them() -> list[Outcome]:
        more = {"resolver": resolver} if resolver else {}
        async with Web(settings, "editor@example.org", None, limits=NO_PAUSE, **more) as web:
            return [await web.get(address) for address in addresses]

    return to_its_end(all_of_them())


def reason(outcome: Outcome) -> FailureReason:
    assert isinstance(outcome, Failure), outcome
    return outcome.reason


def answers(*found: str | Sequence[str] | Exception) -> Resolver:
    """A DNS that gives these answers in turn, the last for ever."""
    rest = list(found)

    async def resolver(_: str) -> Sequence[str]:
        said = rest.pop(0) if len(rest) > 1 else rest[0]
        if isinstance(said, Exception):
            raise said
        return [said] if isinstance(said, str) else said

    return resolver


@pytest.mark.parametrize(
    "address",
    [
        "",
        "nonsense",
        "http://",
        "http:///path",
        "//example.org/",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "data:text/html,x",
        "ftp://example.org/",
        "gopher://127.0.0.1:70/",
        "http://user@example.org/",
        "http://user:secret@example.org/",
        "http://example.org:22/",
        "http://example.org:6667/",
        "http://example.org:99999/",
        "http://[::1/",
        "http://\x00/",
        "http://169.254.169.254/latest/meta-data/",
        "http://[fd00:ec2::254]/latest/meta-data/",
        "http://10.1.2.3/",
        "http://192.168.0.1/",
        "http://100.64.0.1/",
        "http://224.0.0.1/",
        "http://[::ffff:127.0.0.1]/",
        "http://[64:ff9b::7f00:1]/",
        "http://[fe80::1%25eth0]/",
        "http://0.0.0.0/",
        "http://localhost/",
        "http://LOCALHOST./",
        "http://printer.local/",
        "http://intranet/",
    ],
)
def test_refused_without_asking_anybody(address: str) -> None:
    assert reason(ask(EvidenceSettings(), address)[0]) is FailureReason.UNSAFE


@pytest.mark.parametrize("host", ["127.0.0.1", "2130706433", "0x7f000001", "0x7f.1", "127.1", "localhost", "[::1]"])
def test_this_computer_is_refused_however_it_is_written(loopback: Loopback, host: str) -> None:
    port = loopback.ports["forbidden"]
    assert reason(ask(loopback.settings(), f"http://{host}:{port}/")[0]) is FailureReason.UNSAFE
    assert not loopback.intrusions


def redirecting_elsewhere() -> list[str]:
    names = "metadata file javascript data ftp localhost-name localhost-dot private-port private-network decimal hex"
    names += " octal short zero six mapped password mail-port"
    return [f"redirect-{name}" for name in names.split()]


@pytest.mark.parametrize("name", redirecting_elsewhere())
def test_a_redirect_to_such_an_address_is_not_followed(loopback: Loopback, name: str) -> None:
    outcome = ask(loopback.settings(), loopback.url(name))[0]
    assert reason(outcome) is FailureReason.UNSAFE
    assert len(loopback.requests) == 1
    assert not loopback.intrusions


def test_whatever_the_servers_do_the_forbidden_one_is_never_reached(loopback: Loopback) -> None:
    names = [name for name, each in BEHAVIOURS.items() if name.startswith("redirect") or each.door is Door.FORBIDDEN]
    ask(loopback.settings(), *(loopback.url(name) for name in names))
    assert len(names) > 30
    assert not loopback.intrusions


def test_dns_that_changes_is_judged_each_time(loopback: Loopback) -> None:
    address = f"http://rebinding.example:{loopback.ports['plain']}/http-1.0"
    dns = answers("127.0.0.1", "10.0.0.1", "169.254.169.254", "::1")
    settings = EvidenceSettings(allow_hosts=(f"127.0.0.1:{loopback.ports['plain']}",))
    first, *later = ask(settings, *[address] * 4, resolver=dns)
    assert isinstance(first, Answer)
    assert {reason(outcome) for outcome in later} == {FailureReason.UNSAFE}


def test_dns_is_asked_once_a_connection_so_nothing_can_change_between_check_and_use(loopback: Loopback) -> None:
    asked: list[str] = []

    async def dns(host: str) -> Sequence[str]:
        asked.append(host)
        return ["127.0.0.1"] if len(asked) == 1 else ["10.0.0.1"]

    address = f"http://rebinding.example:{loopback.ports['plain']}/ok"
    outcome = ask(loopback.settings(), address, resolver=dns)[0]
    assert isinstance(outcome, Answer)
    assert asked == ["rebinding.example"]
    assert loopback.requests[0].headers["host"] == f"rebinding.example:{loopback.ports['plain']}"


def test_a_name_that_stands_for_this_computer_is_refused(loopback: Loopback) -> None:
    address = f"http://innocent.example:{loopback.ports['forbidden']}/"
    assert reason(ask(loopback.settings(), address, resolver=answers("127.0.0.1"))[0]) is FailureReason.UNSAFE
    assert not loopback.intrusions


def test_of_several_ip_addresses_only_those_that_are_allowed_are_used(loopback: Loopback) -> None:
    address = f"http://mixed.example:{loopback.ports['plain']}/ok"
    outcome = ask(loopback.settings(), address, resolver=answers(["10.0.0.1", "::1", "127.0.0.1"]))[0]
    assert isinstance(outcome, Answer)
    assert len(loopback.connections) == 1


@pytest.mark.usefixtures("trusted")
def test_the_certificate_is_compared_with_the_name_not_with_the_ip_address(loopback: Loopback) -> None:
    port = loopback.ports["tls"]
    good, bad = f"https://secure.example:{port}/tls-fine", f"https://unsure.example:{port}/tls-fine"
    fine, other = ask(loopback.settings(), good, bad, resolver=answers("127.0.0.1"))
    assert isinstance(fine, Answer)
    assert reason(other) is FailureReason.CERTIFICATE


def test_services_that_an_editor_configured_are_allowed(loopback: Loopback) -> None:
    settings = EvidenceSettings(services={"crossref": f"{loopback.origin()}/ok", "retractions": "data/retractions.csv"})
    fine, other = ask(settings, loopback.url("ok"), loopback.url("ipv6"))
    assert isinstance(fine, Answer)
    assert reason(other) is FailureReason.UNSAFE


def test_proxies_of_the_environment_are_not_used(loopback: Loopback, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "https_proxy"):
        monkeypatch.setenv(name, loopback.origin(Door.FORBIDDEN))
    assert isinstance(ask(loopback.settings(), loopback.url("ok"))[0], Answer)
    assert not loopback.intrusions


NO_NAME = socket.gaierror(socket.EAI_NONAME, "Name or service not known")
NOT_NOW = socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")


def test_a_name_that_does_not_exist_is_told_from_dns_that_does_not_work() -> None:
    async def works(host: str) -> Sequence[str]:
        if host == "doi.org":
            return ["8.8.8.8"]
        raise NO_NAME

    settings, address = EvidenceSettings(), "http://gone.example/"
    assert reason(ask(settings, address, resolver=works)[0]) is FailureReason.NO_SUCH_HOST
    assert reason(ask(settings, address, resolver=answers(NOT_NOW))[0]) is FailureReason.DNS
    assert reason(ask(settings, address, resolver=answers([]))[0]) is FailureReason.DNS
    assert reason(ask(settings, "http://gone.invalid/")[0]) is FailureReason.NO_SUCH_HOST


def test_without_a_network_no_name_is_said_not_to_exist() -> None:
    assert reason(ask(EvidenceSettings(), "http://living.example/", resolver=answers(NO_NAME))[0]) is FailureReason.DNS


@pytest.mark.parametrize(
    ("host", "ip", "allowed", "permitted"),
    [
        ("example.org", "93.184.215.14", (), True),
        ("example.org", "2606:2800:21f:cb07:6820:80da:af6b:8b2c", (), True),
        ("example.org", "10.0.0.1", (), False),
        ("example.org", "10.0.0.1", ("10.0.0.0/8",), True),
        ("wiki", "10.0.0.1", ("wiki",), True),
        ("wiki", "93.184.215.14", (), False),
        ("example.org", "10.0.0.1", ("10.0.0.1:8080",), False),
    ],
)
def test_what_may_be_connected_to(host: str, ip: str, allowed: tuple[str, ...], permitted: bool) -> None:
    assert Guard(allowed).permits(host, 80, ipaddress.ip_address(ip)) is permitted


@pytest.mark.parametrize(
    ("allowed", "refused"),
    [("127.0.0.1", True), ("127.0.0.0/8", True), ("127.0.0.1:22", False), ("127.0.0.1:80", True)],
)
def test_other_ports_than_those_of_pages_are_allowed_only_by_name(allowed: str, refused: bool) -> None:
    url = parse_url("http://127.0.0.1:22/")
    assert url is not None
    assert (Guard((allowed,)).explain_refusal(url) is not None) is refused


@pytest.mark.parametrize(
    "text", ["http://[", "http://a\nb/", "http://" + "a" * 70_000, "http://xn--/", "http://ü..de/", "http://☃.de/"]
)
def test_no_text_breaks_the_reading_of_addresses(text: str) -> None:
    url = parse_url(text)
    assert url is None or Guard().explain_refusal(url) is None or isinstance(Guard().explain_refusal(url), str)
