"""What an HTTP status or a failure means for a page: gone, closed to robots, or nothing certain."""

from __future__ import annotations

from enum import StrEnum
from http import HTTPStatus
from typing import Final

from citewell.evidence.network.response import Answer, Failure, FailureReason


class StatusMeaning(StrEnum):
    """What an answer or a failure means, before the page is read."""

    THERE = "there"
    GONE = "gone"
    KEPT_OUT = "kept out"
    UNSAFE = "unsafe"
    UNCLEAR = "unclear"


#: Nobody sees the page, and no browser would: RFC 9110, 15.5.5, 15.5.11, 15.6. 509 and 511 are left out: the first is a
#: limit that ends, the second (RFC 6585, 6) is a network's own log-in page.
_GONE: Final = frozenset({404, 410, 500, 501, 505, 506, 507, 508, 510})
#: The client may not see it, though others may. 999 is how LinkedIn turns robots away.
_KEPT_OUT: Final = frozenset({401, 402, 403, 407, 429, 451, 999})
#: With these no browser would show a page either.
_DEAD: Final = frozenset(
    {FailureReason.NO_SUCH_HOST, FailureReason.CONNECTION_REFUSED, FailureReason.CERTIFICATE, FailureReason.REDIRECTS}
)
_UNNAMED: Final = {999: "no robots"}


def interpret_status(outcome: Answer | Failure, challenge: bool = False) -> StatusMeaning:
    """The meaning of an outcome; ``challenge``: the page is a test for robots."""
    if isinstance(outcome, Failure):
        if outcome.reason is FailureReason.UNSAFE:
            return StatusMeaning.UNSAFE
        if outcome.reason is FailureReason.COOKIES:
            return StatusMeaning.KEPT_OUT
        return StatusMeaning.GONE if outcome.reason in _DEAD else StatusMeaning.UNCLEAR
    if challenge or outcome.status in _KEPT_OUT or _is_challenge_page(outcome):
        return StatusMeaning.KEPT_OUT
    if 200 <= outcome.status < 300:
        return StatusMeaning.THERE
    return StatusMeaning.GONE if outcome.status in _GONE else StatusMeaning.UNCLEAR


def _is_challenge_page(answer: Answer) -> bool:
    """Whether Cloudflare says that this is its test and not the page ("Detect a Challenge Page response")."""
    return "challenge" in answer.headers.get("cf-mitigated", "").lower()


def describe_status(status: int) -> str:
    """A status with its name: ``404 (not found)``."""
    try:
        name = _UNNAMED.get(status) or HTTPStatus(status).phrase.lower()
    except ValueError:
        return str(status)
    return f"{status} ({name})"
