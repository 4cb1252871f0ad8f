"""A browser without a window, driven with the DevTools protocol through two pipes: it opens no port.

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

#: No window, nobody's profile, no requests of the browser's own, and no host name that it could resolve.
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

#: Seconds that the browser may take for one command. A long article takes half a second on a laptop.
SECONDS_PER_COMMAND: Final = 60.0

Listener = Callable[[str, Any], None]
"""Called with each event: its name and its parameters, as the protocol names them."""


class Browser:
    """A running browser. ``patience`` is in seconds for one command; ``log`` is the file of its standard error."""

    def __init__(self, process: subprocess.Popen[bytes], log: Path, patience: float) -> None:
        assert process.stdin is not None
        assert process.stdout is not None
        self._to, self._from, self._log = process.stdin.fileno(), process.stdout.fileno(), log
        os.set_blocking(self._to, False)
        self._patience = patience
        self._received = bytearray()
        self._number = self._awaited = 0
        self._answer: Any = None
        self.listener: Listener = lambda _name, _parameters: None

    def ask(self, method: str, session: str | None = None, **parameters: Any) -> Any:
        """Give a command and return its result. Raises ``PrintingFailed``."""
        self._answer, self._awaited = None, self.send(method, session, **parameters)
        self.wait(lambda: self._answer is not None, method)
        if "error" in self._answer:
            raise PrintingFailed(f"Chromium refused {method} ({self._answer['error'].get('message')})", STILL_THERE)
        return self._answer.get("result", {})

    def send(self, method: str, session: str | None = None, **parameters: Any) -> int:
        """Give a command whose result nobody waits for; return its number. Raises ``PrintingFailed``."""
        number = self._number = self._number + 1
        command = {"id": number, "method": method, "params": parameters}
        if session is not None:
            command["sessionId"] = session
        rest = memoryview(json.dumps(command).encode() + b"\0")
        deadline = time.monotonic() + self._patience
        while rest:
            self._wait_for_pipe(deadline, method, writable=[self._to])
            try:
                rest = rest[os.write(self._to, rest[:_PIECE]) :]
            except BrokenPipeError as error:
                raise self._describe_end() from error
        return number

    def wait(self, is_done: Callable[[], bool], what: str) -> None:
        """Handle messages until ``is_done``; ``what`` names the wait in an error. Raises ``PrintingFailed``."""
        deadline = time.monotonic() + self._patience
        while not is_done():
            self._wait_for_pipe(deadline, what, readable=[self._from])
            piece = os.read(self._from, _PIECE)
            if not piece:
                raise self._describe_end()
            self._received += piece
            if b"\0" in piece:
                *messages, self._received = self._received.split(b"\0")
                for message in messages:
                    self._handle(_parse_message(message))
            if len(self._received) > _LARGEST:
                raise _describe_bad_message()

    def _handle(self, message: dict[str, Any]) -> None:
        """Pass an event to the listener; keep an answer if ``ask`` waits for it."""
        if "method" in message:
            self.listener(message["method"], message.get("params", {}))
        elif message.get("id") == self._awaited:
            self._answer = message

    def _wait_for_pipe(
        self, deadline: float, what: str, readable: Sequence[int] = (), writable: Sequence[int] = ()
    ) -> None:
        if not any(select.select(readable, writable, (), max(0.0, deadline - time.monotonic()))):
            raise PrintingFailed(f"Chromium took longer than {self._patience:g} seconds ({what})", STILL_THERE)

    def _describe_end(self) -> PrintingFailed:
        """The error for a browser that ended; its last message is usually why: no sandbox, no memory, no library."""
        lines = [line.strip() for line in self._log.read_text(encoding="utf-8", errors="replace").split("\n")]
        fatal = [line for line in lines if "FATAL" in line]
        why = next(filter(None, reversed(fatal or lines)), "it gave no reason")
        return PrintingFailed(f"Chromium ended before it had printed: {why[:300]}", STILL_THERE)


def _parse_message(message: bytes | bytearray) -> dict[str, Any]:
    try:
        parsed = json.loads(message)
    except (ValueError, RecursionError):
        parsed = None
    if not isinstance(parsed, dict):
        raise _describe_bad_message()
    return parsed


def _describe_bad_message() -> PrintingFailed:
    return PrintingFailed("Chromium sent something that is not of the DevTools protocol", STILL_THERE)


@contextlib.contextmanager
def run_browser(program: str, patience: float | None = None) -> Iterator[Browser]:
    """Start a browser with a new profile; it is ended, with all its processes, when the ``with`` block ends.

    ``patience`` is in seconds for one command, ``SECONDS_PER_COMMAND`` unless it is given. Raises ``PrintingFailed``.
    """
    with tempfile.TemporaryDirectory(prefix="citewell-", ignore_cleanup_errors=True) as profile:
        log = Path(profile) / "log.txt"
        # An interruption between the start of the browser and ``try`` would leave it running, so it has to wait.
        before = signal.pthread_sigmask(signal.SIG_BLOCK, (signal.SIGINT, signal.SIGTERM, signal.SIGHUP))
        try:
            process = _start(program, profile, log)
        except BaseException:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)
            raise
        with process:
            try:
                signal.pthread_sigmask(signal.SIG_SETMASK, before)
                yield Browser(process, log, SECONDS_PER_COMMAND if patience is None else patience)
            finally:
                with contextlib.suppress(ProcessLookupError, PermissionError):  # it had ended already
                    os.killpg(process.pid, signal.SIGKILL)


def _start(program: str, profile: str, log: Path) -> subprocess.Popen[bytes]:
    """A session of its own: Ctrl-C reaches this program alone, which then ends the browser."""
    sandbox = ("--no-sandbox",) if os.geteuid() == 0 else ()  # as root Chromium runs only without
    arguments = ("/bin/sh", "-c", _PIPES, "sh", program, *FLAGS, *sandbox, f"--user-data-dir={profile}", "about:blank")
    with log.open("wb") as errors:
        return subprocess.Popen(  # noqa: S603 - the program that the publisher's own PATH or environment names
            arguments,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=errors,
            bufsize=0,
            start_new_session=True,
        )
