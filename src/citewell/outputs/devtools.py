"""A browser without a window, spoken to in the DevTools protocol through two pipes: no port that others could reach.

``--remote-debugging-pipe`` makes Chromium read commands from file descriptor 3 and write answers and events to 4, each
a JSON text that ends in a NUL byte (Chromium, ``content/browser/devtools/devtools_pipe_handler.cc``).
"""

from __future__ import annotations

import contextlib
import json
import os
import select
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from citewell.errors import STILL_THERE, PrintingFailed

#: No window, no profile of anybody's, nothing of the browser's own accord, and no name that it could look up.
FLAGS: Final = (
    "--headless",
    "--remote-debugging-pipe",
    "--disable-gpu",
    "--no-first-run",
    "--no-default-browser-check",
    "--no-pings",
    "--disable-background-networking",
    "--disable-breakpad",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-dev-shm-usage",
    "--disable-extensions",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--force-color-profile=srgb",
    "--lang=en",
)
#: The shell gives its own input and output to the browser as 3 and 4, where it reads commands and writes answers.
_PIPES: Final = 'exec "$@" 3<&0 4>&1 </dev/null >/dev/null'
_PIECE: Final = 1 << 16
_LARGEST: Final = 1 << 28  # bytes of one message: many times the PDF of a long article with its pictures

#: How many seconds the browser may take for one thing. A long article takes half a second on a laptop.
PATIENCE: Final = 60.0

Listener = Callable[[str, Any], None]
"""Told of each event: its name and its parameters, as the protocol names them."""


class Browser:
    """A running browser. ``patience`` is how many seconds it may take for one thing, ``said`` is where it complains."""

    def __init__(self, process: subprocess.Popen[bytes], said: Path, patience: float) -> None:
        assert process.stdin is not None
        assert process.stdout is not None
        self._to, self._from, self._said = process.stdin.fileno(), process.stdout.fileno(), said
        os.set_blocking(self._to, False)
        self._patience = patience
        self._heard = bytearray()
        self._number = self._asked = 0
        self._answer: Any = None
        self.listener: Listener = lambda _name, _parameters: None

    def ask(self, method: str, session: str | None = None, **parameters: Any) -> Any:
        """Give a command and return its result. Raises ``PrintingFailed``."""
        self._answer, self._asked = None, self.tell(method, session, **parameters)
        self.wait(lambda: self._answer is not None, method)
        if "error" in self._answer:
            raise PrintingFailed(f"Chromium refused {method} ({self._answer['error'].get('message')})", STILL_THERE)
        return self._answer.get("result", {})

    def tell(self, method: str, session: str | None = None, **parameters: Any) -> int:
        """Give a command whose result nobody waits for; return its number. Raises ``PrintingFailed``."""
        number = self._number = self._number + 1
        command = {"id": number, "method": method, "params": parameters}
        if session is not None:
            command["sessionId"] = session
        rest = memoryview(json.dumps(command).encode() + b"\0")
        deadline = time.monotonic() + self._patience
        while rest:
            self._until(deadline, method, writable=[self._to])
            try:
                rest = rest[os.write(self._to, rest[:_PIECE]) :]
            except BrokenPipeError as error:
                raise self._gone() from error
        return number

    def wait(self, come_about: Callable[[], bool], what: str) -> None:
        """Listen until something has come about; ``what`` names it should it not. Raises ``PrintingFailed``."""
        deadline = time.monotonic() + self._patience
        while not come_about():
            self._until(deadline, what, readable=[self._from])
            piece = os.read(self._from, _PIECE)
            if not piece:
                raise self._gone()
            self._heard += piece
            if b"\0" in piece:
                *messages, self._heard = self._heard.split(b"\0")
                for message in messages:
                    self._take(_read(message))
            if len(self._heard) > _LARGEST:
                raise _no_protocol()

    def _take(self, message: dict[str, Any]) -> None:
        """An event is told on; an answer is kept if somebody waits for it."""
        if "method" in message:
            self.listener(message["method"], message.get("params", {}))
        elif message.get("id") == self._asked:
            self._answer = message

    def _until(self, deadline: float, what: str, readable: Sequence[int] = (), writable: Sequence[int] = ()) -> None:
        if not any(select.select(readable, writable, (), max(0.0, deadline - time.monotonic()))):
            raise PrintingFailed(f"Chromium took longer than {self._patience:g} seconds ({what})", STILL_THERE)

    def _gone(self) -> PrintingFailed:
        """What the browser complained of last is mostly the reason: no sandbox, no memory, a missing library."""
        lines = [line.strip() for line in self._said.read_text(encoding="utf-8", errors="replace").split("\n")]
        fatal = [line for line in lines if "FATAL" in line]
        why = next(filter(None, reversed(fatal or lines)), "it gave no reason")
        return PrintingFailed(f"Chromium ended before it had printed: {why[:300]}", STILL_THERE)


def _read(message: bytes | bytearray) -> dict[str, Any]:
    try:
        said = json.loads(message)
    except (ValueError, RecursionError):
        said = None
    if not isinstance(said, dict):
        raise _no_protocol()
    return said


def _no_protocol() -> PrintingFailed:
    return PrintingFailed("Chromium said what is not of the DevTools protocol", STILL_THERE)


@contextlib.contextmanager
def running(program: str, patience: float | None = None) -> Iterator[Browser]:
    """Start a browser with a profile of its own; it has ended, with all its processes, when the ``with`` block does.

    ``patience`` is in seconds, ``PATIENCE`` unless it is given. Raises ``PrintingFailed``.
    """
    with tempfile.TemporaryDirectory(prefix="citewell-", ignore_cleanup_errors=True) as profile:
        said = Path(profile) / "said.txt"
        with _start(program, profile, said) as process:
            try:
                yield Browser(process, said, PATIENCE if patience is None else patience)
            finally:
                with contextlib.suppress(ProcessLookupError, PermissionError):  # it had ended already
                    os.killpg(process.pid, signal.SIGKILL)


def _start(program: str, profile: str, said: Path) -> subprocess.Popen[bytes]:
    """A session of its own: Ctrl-C reaches this program alone, which then ends the browser."""
    sandbox = ("--no-sandbox",) if os.geteuid() == 0 else ()  # as root Chromium runs only without
    arguments = ("/bin/sh", "-c", _PIPES, "sh", program, *FLAGS, *sandbox, f"--user-data-dir={profile}", "about:blank")
    with said.open("wb") as complaints:
        return subprocess.Popen(  # noqa: S603 - the program that the publisher's own PATH or environment names
            arguments,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=complaints,
            bufsize=0,
            start_new_session=True,
        )
