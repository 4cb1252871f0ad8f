"""What a behaviour works with: the request it got, and the wire it answers on."""

from __future__ import annotations

import asyncio
import socket
import struct
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any
from urllib.parse import parse_qs, urlsplit


@dataclass(frozen=True)
class Request:
    """One request; ``before`` is how often the same target was asked before, ``ports`` those of all doors, by name."""

    method: str
    target: str
    headers: Mapping[str, str]
    peer: Any
    port: int
    before: int
    ports: Mapping[str, int]
    at: float = field(default_factory=time.monotonic)

    @property
    def name(self) -> str:
        """The behaviour that is asked for: the first part of the path."""
        return urlsplit(self.target).path.lstrip("/").partition("/")[0]

    @property
    def query(self) -> dict[str, str]:
        return {name: values[-1] for name, values in parse_qs(urlsplit(self.target).query).items()}

    @property
    def title(self) -> str:
        return self.query.get("title", "A made-up page about made-up things")

    @property
    def host(self) -> str:
        return self.headers.get("host", "")

    def beside(self, name: str) -> str:
        """The path of another behaviour, for a page of the same title."""
        query = urlsplit(self.target).query
        return f"/{name}?{query}" if query else f"/{name}"


class Wire:
    """One connection; a behaviour may do to it what it likes."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.reader = reader
        self.writer = writer
        self.open = True
        self.sent = 0

    async def send(self, data: bytes) -> None:
        self.writer.write(data)
        await self.writer.drain()
        self.sent += len(data)

    async def answer(
        self,
        status: int = 200,
        body: bytes | str = b"",
        headers: Sequence[tuple[str, str]] = (),
        kind: str = "text/html; charset=utf-8",
    ) -> None:
        """Send a whole and proper answer."""
        content = body.encode() if isinstance(body, str) else body
        lines = [*headers, *([("Content-Type", kind)] if kind else [])]
        if status not in {204, 304}:
            lines.append(("Content-Length", str(len(content))))
        await self.send(head(status, lines) + content)

    async def hold(self) -> None:
        """Say nothing until the other side goes."""
        while await self.reader.read(1024):
            pass
        self.open = False

    def close(self) -> None:
        self.open = False
        self.writer.close()

    def reset(self) -> None:
        """Break off without a good-bye (TCP RST)."""
        self.open = False
        sock = self.writer.get_extra_info("socket")
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.writer.transport.abort()


def head(status: int, headers: Sequence[tuple[str, str]] = ()) -> bytes:
    """Status line and headers, as bytes; values may hold what they should not."""
    try:
        reason = HTTPStatus(status).phrase
    except ValueError:
        reason = "Something Else"
    lines = [f"HTTP/1.1 {status} {reason}", *(f"{name}: {value}" for name, value in headers)]
    return ("\r\n".join(lines) + "\r\n\r\n").encode()


def page(title: str, *paragraphs: str) -> str:
    """A small page as most are: a title, the same as a heading, and some text."""
    text = paragraphs or (
        f"This page is about {title}. It is made up and says nothing about anybody's health.",
        "It has a second paragraph, so that there is a main text to be found, with some more words than the first.",
    )
    body = "\n".join(f"<p>{paragraph}</p>" for paragraph in text)
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title} - Example Press</title></head>'
        f"<body><nav><a href='/'>Home</a></nav><main><article><h1>{title}</h1>\n{body}\n</article></main></body></html>"
    )
