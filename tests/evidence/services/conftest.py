"""A server on 127.0.0.1 that answers as the services do, and the real ``Web`` to ask it."""

from __future__ import annotations

import threading
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import unquote

import pytest
from tests.evidence.running import to_its_end

from citewell.evidence.network.web import Web
from citewell.model.site import EvidenceSettings

SHAPES = Path(__file__).parent / "shapes"

T = TypeVar("T")


@dataclass
class Reply:
    """What is answered at an address: the body, or the shape of that name."""

    body: bytes
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)


class Shelf:
    """The server: ``put`` says what it answers to addresses that hold some words; ``asked`` are those it was asked."""

    def __init__(self) -> None:
        self.replies: dict[str, Reply] = {}
        self.asked: list[str] = []
        self.accepted: list[str] = []
        shelf = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                shelf.answer(self)

            def log_message(self, *_: Any) -> None:
                """Say nothing."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.base = f"http://127.0.0.1:{self._server.server_address[1]}"
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()

    def put(self, words: str, body: bytes | str, status: int = 200, **headers: str) -> None:
        if isinstance(body, str):
            body = (SHAPES / body).read_bytes()
        self.replies[words] = Reply(body, status, {name.replace("_", "-"): value for name, value in headers.items()})

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        path = unquote(handler.path)
        self.asked.append(path)
        self.accepted.append(handler.headers.get("accept", ""))
        reply = next((reply for words, reply in self.replies.items() if words in path), Reply(b"unknown", 404))
        handler.send_response(reply.status)
        for name, value in {"Content-Length": str(len(reply.body)), **reply.headers}.items():
            handler.send_header(name, value)
        handler.end_headers()
        handler.wfile.write(reply.body)

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()


@pytest.fixture(scope="session")
def _started() -> Iterator[Shelf]:
    shelf = Shelf()
    yield shelf
    shelf.close()


@pytest.fixture
def shelf(_started: Shelf) -> Shelf:
    _started.replies.clear()
    _started.asked.clear()
    _started.accepted.clear()
    return _started


@pytest.fixture
def ask(shelf: Shelf) -> Callable[[Callable[[Web, str], Awaitable[T]]], T]:
    """Runs ``lambda web, base: service.look_up(web, base, …)`` with a ``Web`` that may ask the shelf."""

    def run(look_up: Callable[[Web, str], Awaitable[T]]) -> T:
        async def whole() -> T:
            settings = EvidenceSettings(services={"crossref": shelf.base}, allow_hosts=("127.0.0.1",))
            async with Web(settings, "https://example.org/contact", None) as web:
                return await look_up(web, shelf.base)

        return to_its_end(whole())

    return run
