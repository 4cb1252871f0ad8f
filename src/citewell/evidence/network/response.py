"""The outcome of requesting a URL: an answer or a failure. Both are values; nothing here raises."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias


class FailureReason(StrEnum):
    """Why there is no answer."""

    UNSAFE = "unsafe"  # the address, or one it led to, may not be asked
    NO_SUCH_HOST = "no-such-host"  # DNS says that the name does not exist
    DNS = "dns"  # DNS did not say
    CONNECTION_REFUSED = "connection-refused"
    UNREACHABLE = "unreachable"
    TIMEOUT = "timeout"  # of a step, or of the whole
    BROKEN_OFF = "broken-off"  # reset, or ended before its end
    CERTIFICATE = "certificate"  # expired, or of another host: a browser would warn
    TLS = "tls"  # any other fault of the encryption
    GARBLED = "garbled"  # not HTTP, or not what its headers say
    REDIRECTS = "redirects"  # in a circle
    TOO_FAR = "too-far"  # more redirects than we follow; a browser may get there
    COOKIES = "cookies"  # in a circle because we keep none; a browser sees the page
    TOO_LARGE = "too-large"  # unpacks to more than is taken
    GIVEN_UP = "given-up"  # not asked any more: its host had been asked in vain too often, or had asked for a rest


@dataclass(frozen=True, slots=True)
class Hop:
    """A redirect on the way: the address it was at, and its status."""

    address: str
    status: int


@dataclass(frozen=True, slots=True)
class Answer:
    """A final answer, redirects followed.

    ``headers`` have names in lower case. ``body`` is unpacked and at most as long as was asked for; ``cut`` says that
    there was more. ``final_url`` is the address that answered, ``hops`` the redirects that led there.
    """

    address: str
    final_url: str
    status: int
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    cut: bool = False
    hops: tuple[Hop, ...] = ()

    @property
    def permanent(self) -> bool:
        """Whether it moved for good: there were redirects, and each was one for good (301, 308; RFC 9110, 15.4)."""
        return bool(self.hops) and all(hop.status in {301, 308} for hop in self.hops)


@dataclass(frozen=True, slots=True)
class Failure:
    """No answer. ``detail`` says in plain words what went wrong, ending a sentence; ``at`` is the last address."""

    address: str
    reason: FailureReason
    detail: str
    at: str = ""


Outcome: TypeAlias = Answer | Failure
