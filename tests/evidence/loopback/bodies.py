"""Bodies that are too large, packed oddly, or not what they seem."""

# ruff: noqa: ARG001 - each behaviour gets the request and the wire, and uses what it needs

from __future__ import annotations

import gzip
import io
import struct
import zlib
from functools import cache

from reportlab.pdfgen.canvas import Canvas
from tests.evidence.loopback.registry import behaviour
from tests.evidence.loopback.wire import Request, Wire, head, page


@behaviour("body-5-gb")
async def five_gigabytes(request: Request, wire: Wire) -> None:
    """A body of 5 GB, that begins as a page does."""
    size = 5 * 1024**3
    await wire.send(head(200, [("Content-Type", "text/html"), ("Content-Length", str(size))]))
    await wire.send(page(request.title).encode())
    block = b" " * 65536
    for _ in range(size // len(block)):
        await wire.send(block)


@behaviour("body-without-end")
async def endless(request: Request, wire: Wire) -> None:
    """Chunks without an end."""
    await wire.send(head(200, [("Content-Type", "text/html"), ("Transfer-Encoding", "chunked")]))
    while True:
        await wire.send(b"10000\r\n" + b" " * 65536 + b"\r\n")


@cache
def _bomb() -> bytes:
    """A gzip file (RFC 1952) of 300 times the same packed megabyte of zeros: to pack them all would take a second."""
    block, blocks = bytes(1024 * 1024), 300
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed = packer.compress(block) + packer.flush(zlib.Z_FULL_FLUSH)
    checksum = 0
    for _ in range(blocks):
        checksum = zlib.crc32(block, checksum)
    end = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS).flush()
    trailer = struct.pack("<II", checksum, blocks * len(block))
    return b"\x1f\x8b\x08" + bytes(6) + b"\xff" + packed * blocks + end + trailer


@behaviour("gzip-bomb")
async def bomb(request: Request, wire: Wire) -> None:
    """300 MB of nothing, packed to 300 KB."""
    await wire.answer(200, _bomb(), [("Content-Encoding", "gzip")])


@behaviour("gzip")
async def packed(request: Request, wire: Wire) -> None:
    """A page packed with gzip, in two members."""
    content = page(request.title).encode()
    await wire.answer(200, gzip.compress(content[:50]) + gzip.compress(content[50:]), [("Content-Encoding", "gzip")])


@behaviour("deflate")
async def deflated(request: Request, wire: Wire) -> None:
    """A page packed with deflate, as the standard says."""
    await wire.answer(200, zlib.compress(page(request.title).encode()), [("Content-Encoding", "deflate")])


@behaviour("deflate-raw")
async def deflated_raw(request: Request, wire: Wire) -> None:
    """A page packed with deflate, as some servers do it, without its header."""
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    content = packer.compress(page(request.title).encode()) + packer.flush()
    await wire.answer(200, content, [("Content-Encoding", "deflate")])


@behaviour("gzip-truncated")
async def gzip_truncated(request: Request, wire: Wire) -> None:
    """Half of a packed page, whole by its length."""
    content = gzip.compress(page(request.title).encode())
    await wire.answer(200, content[: len(content) // 2], [("Content-Encoding", "gzip")])


@behaviour("gzip-but-plain")
async def gzip_but_plain(request: Request, wire: Wire) -> None:
    """Says that it is packed, and is not."""
    await wire.answer(200, page(request.title), [("Content-Encoding", "gzip")])


@behaviour("gzip-empty")
async def gzip_empty(request: Request, wire: Wire) -> None:
    """Says that it is packed, and has nothing in it."""
    await wire.answer(200, b"", [("Content-Encoding", "gzip")])


@behaviour("brotli")
async def brotli(request: Request, wire: Wire) -> None:
    """Packed in a way that was not offered."""
    await wire.answer(200, b"\x0b\x02\x80hello\x03", [("Content-Encoding", "br")])


@behaviour("encoding-odd")
async def encoding_odd(request: Request, wire: Wire) -> None:
    """Gives its character set as the way it is packed."""
    await wire.answer(200, page(request.title), [("Content-Encoding", "UTF-8")])


@behaviour("wrong-charset")
async def wrong_charset(request: Request, wire: Wire) -> None:
    """Says UTF-8, and is Windows-1252."""
    await wire.answer(200, page(request.title).replace("utf-8", "windows-1252").encode("cp1252", "replace"))


@behaviour("no-content-type")
async def no_content_type(request: Request, wire: Wire) -> None:
    """A page that does not say that it is one."""
    await wire.answer(200, page(request.title), kind="")


@behaviour("wrong-content-type")
async def wrong_content_type(request: Request, wire: Wire) -> None:
    """A page that says that it is a picture."""
    await wire.answer(200, page(request.title), kind="image/png")


@behaviour("binary")
async def binary(request: Request, wire: Wire) -> None:
    """Says that it is a page, and is random bytes."""
    await wire.answer(200, bytes(range(256)) * 40)


@behaviour("empty")
async def empty(request: Request, wire: Wire) -> None:
    """Fine, says the status, and there is nothing."""
    await wire.answer(200)


@behaviour("http-1.0")
async def old(request: Request, wire: Wire) -> None:
    """HTTP/1.0, without a length: the end of the connection is the end of the page."""
    await wire.send(b"HTTP/1.0 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page(request.title).encode())
    wire.close()


@behaviour("chunked")
async def chunked(request: Request, wire: Wire) -> None:
    """A page in chunks, with a trailer."""
    content = page(request.title).encode()
    await wire.send(head(200, [("Content-Type", "text/html; charset=utf-8"), ("Transfer-Encoding", "chunked")]))
    for start in range(0, len(content), 100):
        piece = content[start : start + 100]
        await wire.send(f"{len(piece):x}\r\n".encode() + piece + b"\r\n")
    await wire.send(b"0\r\nX-Trailer: yes\r\n\r\n")


def pdf_of(title: str) -> bytes:
    """A small PDF with a title."""
    file = io.BytesIO()
    canvas = Canvas(file, invariant=True)
    canvas.setTitle(title)
    canvas.drawString(72, 750, title)
    canvas.drawString(72, 720, "This paper is made up and says nothing about anybody's health.")
    canvas.save()
    return file.getvalue()


@behaviour("pdf")
async def pdf(request: Request, wire: Wire) -> None:
    """A PDF with a title."""
    await wire.answer(200, pdf_of(request.title), kind="application/pdf")


@behaviour("pdf-broken")
async def pdf_broken(request: Request, wire: Wire) -> None:
    """Begins as a PDF does, and goes on as none."""
    await wire.answer(200, pdf_of(request.title)[:200] + b"\x00\xff" * 500, kind="application/pdf")
