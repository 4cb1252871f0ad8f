"""Which addresses may be asked: none that could reach what only this computer or its network can reach.

An address that an editor typed, or that a page on the web redirects to, must not make this program speak to a router,
a database or the metadata service of a cloud (server-side request forgery). What is judged here are scheme, user
data and port as written; each IP address is judged where it is connected to (``connections.py``), after DNS.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import httpx

from citewell.citations.identifiers.hosts import Ip, is_allowed, is_private_host, is_public_ip
from citewell.model.site import EvidenceSettings

_USUAL: Final = {"http": 80, "https": 443}

_OTHER_PROTOCOLS: Final = frozenset(
    {11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102, 103, 104, 109, 110}
    | {111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465, 512, 513, 514, 515, 526, 530, 531}
    | {532, 540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993, 995, 1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060}
    | {5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080}
)
"""The "bad ports" of the Fetch standard (fetch.spec.whatwg.org, "Port blocking"): a browser opens no page there.

Without 1, 7 and 9 (multiplexer, echo, discard): nothing there can be harmed, and an address with one is simply dead.
"""


def host_of(url: httpx.URL) -> str:
    """The host of an address as DNS knows it; ``httpx.URL.host`` refuses some names that exist, as those of emoji."""
    return url.raw_host.decode("ascii")


def port_of(url: httpx.URL) -> int:
    """The port that an address of the web means."""
    return url.port if url.port is not None else _USUAL.get(url.scheme, 0)


def parse_url(address: str) -> httpx.URL | None:
    """Parse a URL; ``None`` if it is invalid."""
    try:
        url = httpx.URL(address)
        return url if host_of(url).isascii() and port_of(url) < 65536 else None
    except (httpx.InvalidURL, ValueError, TypeError):  # ValueError has the faults of IDNA and of ports in it
        return None


@dataclass(frozen=True, slots=True)
class Guard:
    """Decides which URLs may be requested; ``allowed`` are private hosts that may be, as in ``allow_hosts``."""

    allowed: tuple[str, ...] = ()

    @classmethod
    def from_settings(cls, settings: EvidenceSettings) -> Guard:
        """The guard of a site: it allows ``allow_hosts`` and the configured addresses of services."""
        return cls((*settings.allow_hosts, *_list_hosts(settings.services.values())))

    def explain_refusal(self, url: httpx.URL) -> str | None:
        """Why a URL may not be requested, as the end of a sentence; ``None`` if that depends on its host."""
        if url.scheme not in _USUAL:
            return "only https:// and http:// lead to web pages"
        if url.userinfo:
            return "the address carries a user name or a password"
        if not host_of(url):
            return "the address names no host"
        port = port_of(url)
        if port in _OTHER_PROTOCOLS and not is_allowed(host_of(url), port, self._with_port()):
            return f"port {port} is not one of web pages"
        return None

    def _with_port(self) -> tuple[str, ...]:
        """The allowed hosts that name a port: allowing ``127.0.0.1`` means its web pages, not its mail server."""
        return tuple(item for item in self.allowed if item.count(":") == 1 or "]:" in item)

    def permits(self, host: str, port: int, ip: Ip) -> bool:
        """Whether a host may be connected to at this very IP address."""
        return is_allowed(host, port, self.allowed, ip) or (is_public_ip(ip) and not is_private_host(host))

    def is_public(self, address: str) -> bool:
        """Whether a URL is, as written, on the public web and not on a host that the editor allowed."""
        url = parse_url(address)
        if url is None or is_private_host(host_of(url)):
            return False
        return not is_allowed(host_of(url), port_of(url), self.allowed)

    def is_own(self, url: httpx.URL) -> bool:
        """Whether a host belongs to a private network that the editor allowed."""
        return is_private_host(host_of(url)) and is_allowed(host_of(url), port_of(url), self.allowed)


def _list_hosts(addresses: Iterable[str]) -> list[str]:
    """The hosts of services, with their ports, as items of ``allow_hosts``."""
    urls = [parse_url(address) for address in addresses if address.startswith(("https://", "http://"))]
    found = [url for url in urls if url is not None and host_of(url)]
    return [
        f"[{host_of(url)}]:{port_of(url)}" if ":" in host_of(url) else f"{host_of(url)}:{port_of(url)}" for url in found
    ]
