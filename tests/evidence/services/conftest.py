"""A server on 127.0.0.1 that answers as the services do, and the real ``Web`` to ask it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import unquote

import pytest
from tests.evidence.running import to_its_end

from citewell.citations.identifiers import parse_identifier
from citewell.evidence.network.web import Web
from citewell.evidence.service_api.results import ServiceResult
from citewell.evidence.service_api.service import Service, ServiceClient
from citewell.model.references import IdentifierKind
from citewell.model.site import EvidenceSettings

TODAY = date(2026, 11, 22)
SHAPES = Path(__file__).parent / "shapes"


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


class Ask(Protocol):
    def __call__(
        self, service: type[Service], kind: IdentifierKind, *values: str, contact: str = "", base: str = ""
    ) -> Any: ...


@pytest.fixture
def ask(shelf: Shelf) -> Ask:
    """Asks a service, at the shelf, about the identifiers of some works: one result, or a list of several."""

    def run(service: type[Service], kind: IdentifierKind, *values: str, contact: str = "", base: str = "") -> Any:
        async def whole() -> list[ServiceResult]:
            settings = EvidenceSettings(services={"crossref": shelf.base}, allow_hosts=("127.0.0.1",))
            works = [{kind: normal} for value in values if (normal := parse_identifier(kind, value))]
            async with Web(settings, "https://example.org/contact", None) as web:
                asked = service(ServiceClient(web, base or shelf.base, TODAY, Path(), contact, works))
                await asked.prepare()
                return [await asked.look_up(kind, value) for value in values]

        results = to_its_end(whole())
        return results if len(results) > 1 else results[0]

    return run
