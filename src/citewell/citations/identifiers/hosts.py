"""Hosts: which belong to a private network, where no reader can follow, and which of those a site allows."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final
from urllib.parse import urlsplit

_PRIVATE_ENDINGS: Final = (".localhost", ".local", ".internal", ".intranet", ".lan", ".home", ".corp", ".home.arpa")
_NUMBER: Final = re.compile(r"[0-9]+|0x[0-9a-f]*")
_TRANSLATED: Final = (ipaddress.ip_network("64:ff9b::/96"), ipaddress.ip_network("64:ff9b:1::/48"))  # RFC 6052, 8215

Ip = ipaddress.IPv4Address | ipaddress.IPv6Address


@lru_cache(maxsize=4096)
def parse_ip(host: str) -> Ip | None:
    """The IP address a host is written as, with or without brackets; ``None`` for a name."""
    try:
        return ipaddress.ip_address(host.strip("[]").partition("%")[0])
    except ValueError:
        return None


def is_public_ip(ip: Ip) -> bool:
    """Whether an IP address is one of the public internet.

    None that IANA's registries of special-purpose addresses (RFC 6890) keep for something else is: private, loopback,
    link-local (with the metadata service of clouds), shared, multicast, documentation. An IPv4 address within an IPv6
    one (mapped, 6to4, Teredo, NAT64) is judged as what it is.
    """
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if inner is None and any(ip in network for network in _TRANSLATED):
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            return is_public_ip(inner)
        if ip.is_site_local:
            return False
    return ip.is_global and not ip.is_multicast and not ip.is_reserved


def is_private_host(host: str) -> bool:
    """Whether a host, as written, can only be one of a private network: an address kept for those, or such a name.

    What ends in a number is not a name: browsers read ``127.1`` and ``0x7f.1`` as IP addresses (URL Standard, "ends in
    a number checker"), and nobody writes a public one so.
    """
    ip = parse_ip(host)
    if ip is not None:
        return not is_public_ip(ip)
    name = host.lower().rstrip(".")
    return "." not in name or name.endswith(_PRIVATE_ENDINGS) or bool(_NUMBER.fullmatch(name.rpartition(".")[2]))


def is_allowed(host: str, port: int | None, allowed: Iterable[str], ip: Ip | None = None) -> bool:
    """Whether a site's ``evidence.allow_hosts`` names a host.

    An item is a name (``wiki.intranet``), an IP address, either with a port (``127.0.0.1:8000``, ``[::1]:8000``), or a
    network (``10.1.0.0/16``), which is compared with ``ip``, the address of the host, or with the host itself.
    """
    name = host.strip("[]").lower()
    own = ip or parse_ip(name)
    return any(_parse_item(item).matches(name, port, own) for item in allowed)


@dataclass(frozen=True, slots=True)
class _AllowedHost:
    """An item of ``allow_hosts``: a network, or a name or IP address with the port it is limited to, if any."""

    name: str = ""
    ip: Ip | None = None
    port: int | None = None
    network: ipaddress.IPv4Network | ipaddress.IPv6Network | None = None

    def matches(self, host: str, port: int | None, ip: Ip | None) -> bool:
        """Whether the item means this host, in small letters, at this port and IP address."""
        if self.network is not None:
            return ip is not None and ip in self.network
        same = (self.name != "" and self.name == host) or (ip is not None and self.ip == ip)
        return same and self.port in (None, port)


@lru_cache(maxsize=4096)  # every address of a run is compared with every item
def _parse_item(item: str) -> _AllowedHost:
    """An item of ``allow_hosts``; one in none of the three forms matches nothing."""
    text = item.strip().lower()
    try:
        if "/" in text:
            return _AllowedHost(network=ipaddress.ip_network(text, strict=False))
        whole = parse_ip(text)
        if whole is not None:
            return _AllowedHost(ip=whole)
        parts = urlsplit(f"//{text}")
        return _AllowedHost(parts.hostname or "", parse_ip(parts.hostname or ""), parts.port)
    except ValueError:
        return _AllowedHost()
