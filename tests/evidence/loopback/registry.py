"""The named behaviours: each is a small function whose docstring says what it does."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from enum import Enum
from typing import Final

from tests.evidence.loopback.wire import Request, Wire

Play = Callable[[Request, Wire], Awaitable[None]]


class Door(Enum):
    """Where a behaviour is met: which of the servers, and what certificate it shows."""

    PLAIN = "plain"
    SIX = "six"  # plain, at ::1
    CLOSED = "closed"  # nobody listens there
    TLS = "tls"
    EXPIRED = "expired"
    OTHER_HOST = "other-host"
    SELF_SIGNED = "self-signed"
    UNKNOWN_ISSUER = "unknown-issuer"
    BROKEN_HANDSHAKE = "broken-handshake"
    FORBIDDEN = "forbidden"  # may never be asked


@dataclass(frozen=True)
class Behaviour:
    name: str
    play: Play
    door: Door

    @property
    def says(self) -> str:
        return (self.play.__doc__ or "").strip().splitlines()[0]


BEHAVIOURS: Final[dict[str, Behaviour]] = {}


def behaviour(name: str, door: Door = Door.PLAIN) -> Callable[[Play], Play]:
    """Register a function as the behaviour of a name."""

    def register(play: Play) -> Play:
        assert name not in BEHAVIOURS, name
        BEHAVIOURS[name] = Behaviour(name, play, door)
        return play

    return register
