"""Servers that are busy, fussy about robots, or want to be asked twice."""

from __future__ import annotations

from email.utils import formatdate
from hashlib import sha256
from time import time

from tests.evidence.loopback.registry import behaviour
from tests.evidence.loopback.wire import Request, Wire, page


@behaviour("head-refused")
async def head_refused(request: Request, wire: Wire) -> None:
    """Answers GET, but no HEAD."""
    if request.method == "HEAD":
        await wire.answer(405)
    else:
        await wire.answer(200, page(request.title))


@behaviour("robot-403")
async def robot(request: Request, wire: Wire) -> None:
    """Forbidden to all but browsers."""
    if "Mozilla/5.0" in request.headers.get("user-agent", ""):
        await wire.answer(200, page(request.title))
    else:
        await wire.answer(403, page("Access denied"))


async def _busy(request: Request, wire: Wire, status: int, retry_after: str, times: int = 1) -> None:
    if request.before < times:
        await wire.answer(status, page("Too many requests"), [("Retry-After", retry_after)])
    else:
        await wire.answer(200, page(request.title))


@behaviour("429-seconds")
async def busy_seconds(request: Request, wire: Wire) -> None:
    """Too many requests; fine again after a second, or as many as ``rest`` says."""
    await _busy(request, wire, 429, request.query.get("rest", "1"))


@behaviour("429-date")
async def busy_date(request: Request, wire: Wire) -> None:
    """Too many requests; fine again at a time given as a date, two seconds on."""
    await _busy(request, wire, 429, formatdate(time() + 2, usegmt=True))


@behaviour("429-past-date")
async def busy_past(request: Request, wire: Wire) -> None:
    """Too many requests; fine again at a time that is past."""
    await _busy(request, wire, 429, "Sun, 06 Nov 1994 08:49:37 GMT")


@behaviour("429-absurd")
async def busy_for_ever(request: Request, wire: Wire) -> None:
    """Too many requests; fine again in more years than there are."""
    await _busy(request, wire, 429, "9" * 30)


@behaviour("429-an-hour")
async def busy_for_an_hour(request: Request, wire: Wire) -> None:
    """Too many requests; fine again in an hour."""
    await _busy(request, wire, 429, "3600")


@behaviour("429-garbage")
async def busy_garbage(request: Request, wire: Wire) -> None:
    """Too many requests; how long is not to be understood."""
    await _busy(request, wire, 429, "soon", times=100)


@behaviour("503-retry-after")
async def unavailable_seconds(request: Request, wire: Wire) -> None:
    """Unavailable; fine again after a second."""
    await _busy(request, wire, 503, "1")


@behaviour("503-twice")
async def twice(request: Request, wire: Wire) -> None:
    """Unavailable twice, then fine."""
    if request.before < 2:
        await wire.answer(503, page("Unavailable"))
    else:
        await wire.answer(200, page(request.title))


@behaviour("reset-once")
async def reset_once(request: Request, wire: Wire) -> None:
    """Breaks off the first time, then is fine."""
    if request.before:
        await wire.answer(200, page(request.title))
    else:
        wire.reset()


@behaviour("rate-limit")
async def rate_limit(request: Request, wire: Wire) -> None:
    """Announces, as Crossref does, how often it may be asked: ``limit`` times in ``interval``."""
    limits = [
        ("X-Rate-Limit-Limit", request.query.get("limit", "50")),
        ("X-Rate-Limit-Interval", request.query.get("interval", "1s")),
    ]
    await wire.answer(200, page(request.title), limits)


@behaviour("etag")
async def etag(request: Request, wire: Wire) -> None:
    """Knows its version, and says "not modified" to those who have it."""
    tag = f'"{sha256(request.title.encode()).hexdigest()[:12]}"'
    if request.headers.get("if-none-match") == tag:
        await wire.answer(304, headers=[("ETag", tag)], kind="")
    else:
        await wire.answer(200, page(request.title), [("ETag", tag), ("Cache-Control", "max-age=86400")])


@behaviour("last-modified")
async def last_modified(request: Request, wire: Wire) -> None:
    """Knows when it changed, and says "not modified" to those who have that."""
    day = "Sun, 06 Nov 1994 08:49:37 GMT"
    if request.headers.get("if-modified-since") == day:
        await wire.answer(304, headers=[("Last-Modified", day)], kind="")
    else:
        await wire.answer(200, page(request.title), [("Last-Modified", day)])


@behaviour("etag-changing")
async def etag_changing(request: Request, wire: Wire) -> None:
    """Has another version each time it is asked, and says for how long that is fresh."""
    text = page(request.title, f"This is version {request.before + 1}.")
    await wire.answer(200, text, [("ETag", f'"{request.before}"'), ("Cache-Control", "max-age=86400")])


@behaviour("etag-mixed-up")
async def etag_mixed_up(request: Request, wire: Wire) -> None:
    """Says "not modified" of another version than the one that was asked about, as servers that pack pages do."""
    if "if-none-match" in request.headers:
        await wire.answer(304, headers=[("ETag", '"a-gzip"')], kind="")
    else:
        await wire.answer(200, page(request.title), [("ETag", '"a"'), ("Cache-Control", "max-age=86400")])


@behaviour("etag-then-404")
async def etag_then_gone(request: Request, wire: Wire) -> None:
    """Fresh for a year, it says, and gone the next time."""
    if request.before:
        await wire.answer(404, page("Not found"))
    else:
        await wire.answer(200, page(request.title), [("ETag", '"a"'), ("Cache-Control", "max-age=31536000")])


@behaviour("cookies")
async def cookies(request: Request, wire: Wire) -> None:
    """A page that sets cookies, as most do."""
    await wire.answer(200, page(request.title), [("Set-Cookie", "a=1; Path=/"), ("Set-Cookie", "b=2; Path=/")])
