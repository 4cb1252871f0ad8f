"""The way of one address through redirects to its answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import httpx

from citewell.evidence.network.faults import WebFault
from citewell.evidence.network.redirects import resolve_location
from citewell.evidence.network.request import Reply
from citewell.evidence.network.response import Answer, FailureReason, Hop


@dataclass(slots=True)
class RedirectChain:
    """One address on its way.

    ``headers`` and ``most`` go with each request, ``left`` are the seconds that are left, ``at`` is where we are.
    """

    address: str
    headers: Mapping[str, str]
    most: int
    left: float
    at: httpx.URL
    hops: list[Hop] = field(default_factory=list)
    wants_cookie: bool = False

    def finish(self, reply: Reply) -> Answer:
        """The final response, after all redirects."""
        final = str(self.at) if self.hops else self.address
        hops, body = tuple(self.hops), reply.body
        return Answer(self.address, final, reply.status, reply.headers, body.content, body.cut, hops)

    def follow(self, reply: Reply, most_hops: int) -> None:
        """Follow a redirect; raises ``WebFault`` if it leads in a circle, too far, or to an invalid URL."""
        self.hops.append(Hop(str(self.at), reply.status))
        self.wants_cookie = self.wants_cookie or "set-cookie" in reply.headers
        onward = resolve_location(self.at, reply.headers["location"])
        if str(onward) in {hop.address for hop in self.hops}:
            if self.wants_cookie:
                raise WebFault(FailureReason.COOKIES, "the page only opens for those who keep its cookies")
            raise WebFault(FailureReason.REDIRECTS, "its redirects lead in a circle")
        if len(self.hops) > most_hops:
            raise WebFault(FailureReason.TOO_FAR, f"it redirects more than {most_hops} times")
        self.at = onward
