from __future__ import annotations

from tests.evidence.loopback import BEHAVIOURS, Loopback
from tests.evidence.loopback.many import MISBEHAVING, many_addresses

from citewell.model.site import EvidenceSettings


def test_servers_behave_in_many_ways_and_say_how() -> None:
    assert len(BEHAVIOURS) >= 100
    assert all(each.says.endswith(".") for each in BEHAVIOURS.values())


def test_each_behaviour_has_an_address_of_its_own(loopback: Loopback) -> None:
    addresses = [loopback.url(name, title="A title & more") for name in BEHAVIOURS]
    assert len(set(addresses)) == len(BEHAVIOURS)
    assert loopback.url("ok", title="A b", under="deep/er").endswith("/ok/deep/er?title=A+b")


def test_settings_allow_every_door_but_the_forbidden_one(loopback: Loopback) -> None:
    settings: EvidenceSettings = loopback.settings(crossref="http://127.0.0.1:1")
    assert settings.services == {"crossref": "http://127.0.0.1:1"}
    assert not any(item.endswith(f":{loopback.ports['forbidden']}") for item in settings.allow_hosts)
    assert len(settings.allow_hosts) == len(loopback.ports) - 1


def test_a_tenth_of_many_addresses_misbehave_in_all_ways(loopback: Loopback) -> None:
    addresses = many_addresses(loopback, hosts=10, each=20)
    bad = [each for each in addresses if not each.well_behaved]
    assert (len(addresses), len(bad), {each.behaviour for each in bad}) == (200, 20, set(MISBEHAVING))
    assert len({each.url.split("/")[2] for each in addresses}) == 10
