"""Servers that break off, hang, or do not speak HTTP."""

# ruff: noqa: ARG001 - each behaviour gets the request and the wire, and uses what it needs

from __future__ import annotations

import asyncio

from tests.evidence.loopback.registry import Door, behaviour
from tests.evidence.loopback.wire import Request, Wire, head, page


@behaviour("reset-before-headers")
async def reset_before(request: Request, wire: Wire) -> None:
    """Breaks off before it says a word."""
    wire.reset()


@behaviour("reset-after-headers")
async def reset_after(request: Request, wire: Wire) -> None:
    """Breaks off after the headers."""
    await wire.send(head(200, [("Content-Type", "text/html"), ("Content-Length", "5000")]) + b"<title>")
    await asyncio.sleep(0.02)
    wire.reset()


@behaviour("close-before-headers")
async def close_before(request: Request, wire: Wire) -> None:
    """Closes politely before it says a word."""
    wire.close()


@behaviour("half-headers")
async def half_headers(request: Request, wire: Wire) -> None:
    """Closes in the middle of the headers."""
    await wire.send(b"HTTP/1.1 200 OK\r\nContent-Ty")
    wire.close()


@behaviour("hang-before-headers")
async def hang(request: Request, wire: Wire) -> None:
    """Takes the request and never answers."""
    await wire.hold()


@behaviour("hang-in-body")
async def hang_in_body(request: Request, wire: Wire) -> None:
    """Sends half of the page, and then nothing more."""
    content = page(request.title).encode()
    await wire.send(head(200, [("Content-Length", str(len(content)))]) + content[: len(content) // 2])
    await wire.hold()


@behaviour("drip-headers")
async def drip_headers(request: Request, wire: Wire) -> None:
    """A header line now and then, for ever."""
    await wire.send(b"HTTP/1.1 200 OK\r\n")
    for number in range(100_000):
        await wire.send(f"X-Wait-{number}: please\r\n".encode())
        await asyncio.sleep(0.1)


@behaviour("slow-drip")
async def drip(request: Request, wire: Wire) -> None:
    """A page, byte by byte, ten of them a second."""
    content = page(request.title).encode() * 1000
    await wire.send(head(200, [("Content-Type", "text/html"), ("Content-Length", str(len(content)))]))
    for byte in content:
        await wire.send(bytes([byte]))
        await asyncio.sleep(0.1)


@behaviour("truncated")
async def truncated(request: Request, wire: Wire) -> None:
    """Ends before the length that it announced."""
    content = page(request.title).encode()
    await wire.send(head(200, [("Content-Type", "text/html"), ("Content-Length", str(10 * len(content)))]) + content)
    wire.close()


@behaviour("truncated-chunks")
async def truncated_chunks(request: Request, wire: Wire) -> None:
    """Ends in the middle of a chunk."""
    await wire.send(head(200, [("Transfer-Encoding", "chunked")]) + b"ffff\r\n" + page(request.title).encode())
    wire.close()


@behaviour("garbage")
async def garbage(request: Request, wire: Wire) -> None:
    """Does not speak HTTP at all."""
    await wire.send(b"\x00\x01\x02SSH-2.0-OpenSSH_9.0\r\n\xff\xfe" * 20)
    wire.close()


@behaviour("garbage-in-headers")
async def garbage_in_headers(request: Request, wire: Wire) -> None:
    """A good status line, and then nonsense."""
    await wire.send(b"HTTP/1.1 200 OK\r\n\x80\x81 \x82 no header at all\r\n\r\nbody")
    wire.close()


@behaviour("raw")
async def raw(request: Request, wire: Wire) -> None:
    """Sends exactly the bytes in ``hex``, and closes."""
    await wire.send(bytes.fromhex(request.query.get("hex", "")))
    wire.close()


@behaviour("bad-status-line")
async def bad_status_line(request: Request, wire: Wire) -> None:
    """A status that is no number."""
    await wire.send(b"HTTP/1.1 OKAY fine\r\n\r\n")
    wire.close()


@behaviour("bad-chunk")
async def bad_chunk(request: Request, wire: Wire) -> None:
    """Chunks whose length is no number."""
    await wire.send(head(200, [("Transfer-Encoding", "chunked")]) + b"zz\r\nhello\r\n0\r\n\r\n")
    wire.close()


@behaviour("bad-length")
async def bad_length(request: Request, wire: Wire) -> None:
    """A length below nothing."""
    await wire.send(head(200, [("Content-Length", "-5")]) + b"hello")
    wire.close()


@behaviour("two-lengths")
async def two_lengths(request: Request, wire: Wire) -> None:
    """Two lengths that contradict each other."""
    await wire.send(head(200, [("Content-Length", "5"), ("Content-Length", "7")]) + b"hello w")
    wire.close()


@behaviour("giant-header")
async def giant_header(request: Request, wire: Wire) -> None:
    """One header of 4 MB."""
    await wire.send(b"HTTP/1.1 200 OK\r\nX-Giant: " + b"a" * 4_000_000 + b"\r\n\r\n")
    wire.close()


@behaviour("endless-headers")
async def endless_headers(request: Request, wire: Wire) -> None:
    """Headers without an end, as fast as it goes."""
    await wire.send(b"HTTP/1.1 200 OK\r\n")
    for number in range(1_000_000):
        await wire.send(f"X-{number}: {'a' * 1000}\r\n".encode())


@behaviour("many-headers")
async def many_headers(request: Request, wire: Wire) -> None:
    """Five hundred headers, and then a good page."""
    await wire.answer(200, page(request.title), [(f"X-{number}", "a") for number in range(500)])


@behaviour("header-with-nul")
async def header_with_nul(request: Request, wire: Wire) -> None:
    """A header with a NUL in it."""
    await wire.answer(200, page(request.title), [("X-Odd", "a\0b")])


@behaviour("header-not-ascii")
async def header_not_ascii(request: Request, wire: Wire) -> None:
    """A header with letters of Latin-1 in it."""
    await wire.send(b"HTTP/1.1 200 OK\r\nX-Odd: gr\xf6\xdfe\r\nContent-Length: 2\r\n\r\nok")


@behaviour("connection-refused", Door.CLOSED)
async def refused(request: Request, wire: Wire) -> None:
    """Nobody listens at this port."""
    raise AssertionError("somebody listened")


@behaviour("tls-fine", Door.TLS)
async def tls_fine(request: Request, wire: Wire) -> None:
    """A good page with a good certificate."""
    await wire.answer(200, page(request.title))


@behaviour("tls-expired", Door.EXPIRED)
async def tls_expired(request: Request, wire: Wire) -> None:
    """A certificate that has expired."""
    await wire.answer(200, page(request.title))


@behaviour("tls-other-host", Door.OTHER_HOST)
async def tls_other_host(request: Request, wire: Wire) -> None:
    """A certificate that is another host's."""
    await wire.answer(200, page(request.title))


@behaviour("tls-self-signed", Door.SELF_SIGNED)
async def tls_self_signed(request: Request, wire: Wire) -> None:
    """A certificate that nobody else signed."""
    await wire.answer(200, page(request.title))


@behaviour("tls-unknown-issuer", Door.UNKNOWN_ISSUER)
async def tls_unknown_issuer(request: Request, wire: Wire) -> None:
    """A certificate signed by somebody nobody knows."""
    await wire.answer(200, page(request.title))


@behaviour("tls-broken-handshake", Door.BROKEN_HANDSHAKE)
async def tls_broken(request: Request, wire: Wire) -> None:
    """Speaks plain HTTP where encryption is expected."""
    raise AssertionError("never asked")


@behaviour("forbidden", Door.FORBIDDEN)
async def forbidden(request: Request, wire: Wire) -> None:
    """A server that must never be asked: whoever reaches it has been fooled."""
    await wire.answer(200, page("Secrets"))
