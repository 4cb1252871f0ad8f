"""Serve a folder on this computer, and make it again whenever what it is made from changes.

MkDocs's own server does the work: it waits until changes have ended, lets no page be read while it is half made, and
has open pages load again.
"""

from __future__ import annotations

import logging
import socket
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from mkdocs.livereload import LiveReloadServer
from watchdog.events import FileModifiedEvent

from citewell.errors import ConfigurationError, reason

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable
    from wsgiref.types import StartResponse, WSGIEnvironment

    from mkdocs.livereload import LiveReloadServer

HOST: Final = "127.0.0.1"
"""This computer alone: nobody else may read a draft."""


def check_port(port: int) -> None:
    """Raise ``ConfigurationError`` if another program listens on a port of this computer, or we may not."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            raise _port_refused(port, error) from error


def _port_refused(port: int, error: OSError) -> ConfigurationError:
    return ConfigurationError(
        f"port {port} of this computer cannot be used ({reason(error)})",
        f"another program uses it; take another one: --port {port + 1}",
    )


def preview_address(port: int, site_url: str) -> str:
    """Where a site can be looked at that will have this address (or none yet); it keeps its folder."""
    return f"http://{HOST}:{port}/{urlsplit(site_url).path.lstrip('/')}"


def serve(site: Path, at: str, watched: Iterable[Path], remake: Callable[[], None], ready: Callable[[], None]) -> None:
    """Serve the folder ``site`` at the address ``at``; call ``remake`` after each change in ``watched``.

    ``ready`` is called once pages can be read. Ends when it is interrupted, with that interruption raised. Raises
    ``ConfigurationError`` if another program took the port meanwhile.
    """
    at_home = {f"{name}:{urlsplit(at).port}" for name in (HOST, "localhost")}

    class Server(LiveReloadServer):
        def serve_request(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
            if not _is_ours(environ, at_home):
                start_response("403 Forbidden", [("Content-Type", "text/plain; charset=utf-8")])
                return [f"A preview is only shown at {at}".encode()]
            return super().serve_request(environ, start_response)

        def server_bind(self) -> None:
            try:
                super().server_bind()
            except OSError as error:
                raise _port_refused(self.server_address[1], error) from error

        def server_activate(self) -> None:
            super().server_activate()
            ready()

        def service_actions(self) -> None:
            super().service_actions()
            _watch_again(self)

    logging.getLogger("mkdocs.livereload").setLevel(logging.CRITICAL)  # a missing icon does not matter to an editor
    where = urlsplit(at)
    assert where.port is not None, "see address"
    server = Server(remake, HOST, where.port, str(site), where.path)
    server.error_handler = lambda code: _read_page(site / f"{code}.html")
    for path in watched:
        server.watch(str(path))
    try:
        server.serve()  # type: ignore[no-untyped-call]  # MkDocs has no type here
    finally:
        server.shutdown()


def _is_ours(environ: WSGIEnvironment, at_home: Container[str]) -> bool:
    """Whether a request names this server, and comes from none of another site's pages.

    A name of somebody else's may lead to this computer (DNS rebinding), and a page at that name could then read drafts.
    """
    origin = environ.get("HTTP_ORIGIN")
    return environ.get("HTTP_HOST") in at_home and (origin is None or origin.removeprefix("http://") in at_home)


def _watch_again(server: LiveReloadServer) -> None:
    """Watch again what is no longer watched: a watch ends when its file or folder is gone, if only for a moment."""
    if not server.observer.should_keep_running():
        return
    for ended in [each for each in server.observer.emitters if not each.is_alive()]:
        path = ended.watch.path
        if Path(path).exists():
            server.unwatch(path)
            server.watch(path)
            ended.queue_event(FileModifiedEvent(path))  # what it holds now may be something else


def _read_page(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None
