"""The addresses that lead out of the site: those of links, and those of references."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple
from urllib.parse import unquote

from citewell.diagnostics import Location
from citewell.model.addresses import scheme
from citewell.model.facts import SiteFacts
from citewell.model.references import IdentifierKind
from citewell.model.site import Site
from citewell.rules.links.all_links import all_links

_AUTHORITY: Final = re.compile(r"\s*https?:[/\\]{2,}([^/?#\\]*)", re.IGNORECASE)
_PORT: Final = re.compile(r":\d*$")
_LONGEST_PORT: Final = 5  # digits
_USUAL_PORTS: Final = {"http": 80, "https": 443}


class OutwardAddress(NamedTuple):
    """An address of a page on the web as it was typed, and the place of what has it: a reference, or a whole link.

    Of a link ``in_text``, ``own_location`` is the place of the address alone, if it is known.
    """

    typed: str
    location: Location
    in_text: bool = False
    own_location: Location | None = None


def outward_addresses(site: Site, facts: SiteFacts) -> Iterator[OutwardAddress]:
    """Every address of a page on the web as it was typed, and where."""
    for reference in site.bibliography.references.values():
        address = reference.fields.get(IdentifierKind.URL, "")
        if scheme(address) in {"http", "https"}:
            yield OutwardAddress(address, reference.place(IdentifierKind.URL))
    for _, link in all_links(facts):
        if scheme(link.href) in {"http", "https"}:
            yield OutwardAddress(link.href, link.location, True, link.address_location)


def user_part(address: str) -> str:
    """The user name, perhaps with a password, before an ``@`` in front of the host; "" if there is none."""
    return _authority(address).rpartition("@")[0]


def host(address: str) -> str:
    """The host of an address as typed, in lower case, without port; nothing when there is none."""
    return _PORT.sub("", _authority(address).rpartition("@")[2]).lower().strip(".")


def port(address: str) -> int | None:
    """The port of an address; ``None`` if it is not a valid port."""
    found = _PORT.search(_authority(address))
    digits = found[0][1:] if found else ""
    if not digits:
        return _USUAL_PORTS.get(scheme(address) or "")
    return int(digits) if len(digits) <= _LONGEST_PORT else None


def _authority(address: str) -> str:
    found = _AUTHORITY.match(address)
    return unquote(found[1]) if found else ""
