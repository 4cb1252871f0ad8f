"""A server as publishers run one: compressed, folders by their index, 404.html for what does not exist.

It listens on this computer only.
"""

from __future__ import annotations

import functools
import gzip
import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from pathlib import Path
from typing import Any, Final

#: What a web server compresses on its way; Pagefind's own files are small already.
COMPRESSED: Final = frozenset({".html", ".css", ".js", ".mjs", ".svg", ".json", ".xml", ".txt"})


class _Pages(http.server.SimpleHTTPRequestHandler):
    def __init__(self, *arguments: Any, folder: Path, base: str) -> None:
        self._base = base
        super().__init__(*arguments, directory=str(folder))

    def do_GET(self) -> None:
        """Send a file of the site, or the page that says that there is none."""
        if not self.path.startswith(self._base):
            self.send_error(HTTPStatus.NOT_FOUND)
            return
        self.path = self.path[len(self._base) - 1 :]
        file = Path(self.translate_path(self.path))
        if file.is_dir() and self.path.partition("?")[0].endswith("/"):
            file /= "index.html"
        if file.is_file():
            self._send(HTTPStatus.OK, file)
        elif file.is_dir():  # without its slash, which relative addresses need
            self.send_response(HTTPStatus.MOVED_PERMANENTLY)
            self.send_header("Location", f"{self._base}{self.path.lstrip('/')}/")
            self.send_header("Content-Length", "0")
            self.end_headers()
        else:
            self.send_error(HTTPStatus.NOT_FOUND)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer with the site's own page for what does not exist, if it has one."""
        page = Path(self.directory) / "404.html"
        if code == HTTPStatus.NOT_FOUND and page.is_file():
            self._send(HTTPStatus.NOT_FOUND, page)
        else:
            super().send_error(code, message, explain)

    def _send(self, code: HTTPStatus, file: Path) -> None:
        body = file.read_bytes()
        self.send_response(code)
        if file.suffix in COMPRESSED and "gzip" in self.headers.get("Accept-Encoding", ""):
            body = gzip.compress(body, 6)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Type", self.guess_type(file))
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Last-Modified", self.date_time_string(file.stat().st_mtime))
        self.send_header("Cache-Control", "no-cache" if file.suffix == ".html" else "max-age=3600")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name in the base class
        """Say nothing: the output is for findings."""


@contextmanager
def serve_site(folder: Path, base: str = "/") -> Iterator[str]:
    """Serve a folder on this computer; give its address, which ends in a slash.

    ``base`` is the path that the site has where it is published; it begins and ends with a slash. Only the page for
    what does not exist depends on it.
    """
    handler = functools.partial(_Pages, folder=folder, base=base)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{base}"
    finally:
        server.shutdown()
        server.server_close()
