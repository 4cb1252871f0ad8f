"""What a status or a trouble says of a page: that it is gone, that robots are kept out, or nothing sure."""

from __future__ import annotations

from enum import StrEnum
from http import HTTPStatus
from typing import Final

from citewell.evidence.network.response import Answer, Failure, FailureReason


class Sign(StrEnum):
    """What an answer, or none, is a sign of, before its page is read."""

    THERE = "there"
    GONE = "gone"
    KEPT_OUT = "kept out"
    UNSAFE = "unsafe"
    UNCLEAR = "unclear"


#: Nobody sees the page, and no browser would: RFC 9110, 15.5.5, 15.5.11, 15.6. 509 and 511 are left out: the first is a
#: limit that ends, the second (RFC 6585, 6) is a network's own log-in page.
_GONE: Final = frozenset({404, 410, 500, 501, 505, 506, 507, 508, 510})
#: Who asks may not see it; somebody else may. 999 is how LinkedIn turns robots away.
_KEPT_OUT: Final = frozenset({401, 402, 403, 407, 429, 451, 999})
#: With these no browser would show a page either.
_DEAD: Final = frozenset(
    {FailureReason.NO_SUCH_HOST, FailureReason.CONNECTION_REFUSED, FailureReason.CERTIFICATE, FailureReason.REDIRECTS}
)
_UNNAMED: Final = {999: "no robots"}


def sign(outcome: Answer | Failure, challenge: bool = False) -> Sign:
    """What came of asking an address; ``challenge`` says that the page it sent is a test for robots."""
    if isinstance(outcome, Failure):
        if outcome.trouble is FailureReason.UNSAFE:
            return Sign.UNSAFE
        if outcome.trouble is FailureReason.COOKIES:
            return Sign.KEPT_OUT
        return Sign.GONE if outcome.trouble in _DEAD else Sign.UNCLEAR
    if challenge or outcome.status in _KEPT_OUT or _mitigated(outcome):
        return Sign.KEPT_OUT
    if 200 <= outcome.status < 300:
        return Sign.THERE
    return Sign.GONE if outcome.status in _GONE else Sign.UNCLEAR


def _mitigated(answer: Answer) -> bool:
    """Whether Cloudflare says that this is its test and not the page ("Detect a Challenge Page response")."""
    return "challenge" in answer.headers.get("cf-mitigated", "").lower()


def status_words(status: int) -> str:
    """A status with its name: ``404 (not found)``."""
    try:
        name = _UNNAMED.get(status) or HTTPStatus(status).phrase.lower()
    except ValueError:
        return str(status)
    return f"{status} ({name})"
