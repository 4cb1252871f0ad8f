"""A server as publishers run one: compressed, folders by their index, 404.html for what does not exist."""

from __future__ import annotations

import functools
import gzip
import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from pathlib import Path
from typing import Final

#: What a web server compresses on its way; Pagefind's own files are small already.
COMPRESSED: Final = frozenset({".html", ".css", ".js", ".mjs", ".svg", ".json", ".xml", ".txt"})


class _Pages(http.server.SimpleHTTPRequestHandler):
    def do_GET(self) -> None:
        file = Path(self.translate_path(self.path))
        if file.is_dir() and self.path.partition("?")[0].endswith("/"):
            file /= "index.html"
        if file.is_file():
            self._send(HTTPStatus.OK, file)
        else:
            super().do_GET()  # leads from a folder without its slash to the one with it

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        if code == HTTPStatus.NOT_FOUND:
            self._send(HTTPStatus.NOT_FOUND, Path(self.directory) / "404.html")
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
        """Say nothing: the tests' output is for findings."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder on this machine only; give its address, which ends in a slash."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Pages, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
