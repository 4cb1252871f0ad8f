"""Each status that servers use, standardised or not."""

# ruff: noqa: ARG001 - each behaviour gets the request and the wire, and uses what it needs

from __future__ import annotations

from typing import Final

from tests.evidence.loopback.registry import behaviour
from tests.evidence.loopback.wire import Request, Wire, head, page

_PLAIN_STATUSES: Final = {
    400: "Bad request, always.",
    401: "Wants a login.",
    402: "Wants to be paid.",
    403: "Forbidden to everybody.",
    404: "Not found.",
    405: "This method is not allowed.",
    406: "Nothing that the client accepts.",
    408: "The server waited too long for us.",
    409: "A conflict.",
    410: "Gone for good.",
    418: "A teapot.",
    421: "Misdirected request.",
    429: "Too many requests, without saying for how long.",
    451: "Unavailable for legal reasons.",
    500: "The server has a fault.",
    501: "The server does not know how.",
    502: "A gateway got a bad answer.",
    503: "Busy, without saying for how long.",
    504: "A gateway got no answer in time.",
    505: "This version of HTTP is not spoken.",
    520: "Cloudflare: the server returned an unknown error.",
    522: "Cloudflare: the server did not answer in time.",
    530: "Cloudflare: frozen.",
    999: "What LinkedIn answers to robots.",
}


def _status(code: int, says: str) -> None:
    async def play(request: Request, wire: Wire) -> None:
        await wire.answer(code, page(f"Error {code}"))

    play.__doc__ = says
    behaviour(f"status-{code}")(play)


for _code, _says in _PLAIN_STATUSES.items():
    _status(_code, _says)


@behaviour("status-204")
async def no_content(request: Request, wire: Wire) -> None:
    """Fine, and nothing to show."""
    await wire.answer(204, kind="")


@behaviour("status-206")
async def partial(request: Request, wire: Wire) -> None:
    """Part of the page, although the whole was asked for."""
    content = page(request.title).encode()
    await wire.answer(206, content, [("Content-Range", f"bytes 0-{len(content) - 1}/{2 * len(content)}")])


@behaviour("status-300")
async def multiple_choices(request: Request, wire: Wire) -> None:
    """Several versions to choose from, with a favourite."""
    await wire.answer(300, page("Choose"), [("Location", request.beside("ok"))])


@behaviour("status-304")
async def unasked_not_modified(request: Request, wire: Wire) -> None:
    """Not modified, although nobody asked whether it was."""
    await wire.answer(304, kind="")


@behaviour("early-hints")
async def early_hints(request: Request, wire: Wire) -> None:
    """Two informational answers before the real one."""
    await wire.send(head(100) + head(103, [("Link", "</style.css>; rel=preload")]))
    await wire.answer(200, page(request.title))


@behaviour("switching-protocols")
async def switching(request: Request, wire: Wire) -> None:
    """Changes to a protocol that nobody asked for."""
    await wire.send(head(101, [("Upgrade", "websocket"), ("Connection", "Upgrade")]))
    await wire.hold()
