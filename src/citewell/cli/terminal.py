"""Writing to the terminal: a reader that went away changes nothing, and long work shows that it goes on."""

from __future__ import annotations

import contextlib
import os
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from typing import Final, TextIO

import click

from citewell.errors import CannotWrite, reason
from citewell.formats.terminal_text import make_visible

PATIENCE: Final = 0.6  # seconds; shorter work needs no message that it goes on
_TICK: Final = 0.2
_BAR: Final = 24  # columns
_COLOURS: Final = {"+": "green", "-": "red", "@": "cyan"}


def write_line(line: str = "") -> None:
    """Write a line to the standard output. Raises ``CannotWrite`` if the system refuses."""
    write_lines((line,))


def write_lines(lines: Iterable[str], *, exact: bool = False) -> None:
    """Write lines, in one piece as far as the system lets us. Raises ``CannotWrite`` if it refuses.

    Colours are taken out where they are not wanted; with ``exact``, for what programs read, nothing is.
    """
    text = "".join(f"{line}\n" for line in lines)
    try:
        click.echo(text, nl=False, color=exact or None)
    except BrokenPipeError:
        drop_output()
    except OSError as error:
        drop_output()
        raise CannotWrite(f"the output cannot be written ({reason(error)})") from error


def flush_output() -> None:
    """Hand on what is still to be written."""
    try:
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:
                stream.flush()
    except OSError:
        drop_output()


def drop_output() -> None:
    """Discard output if the reader stopped (``citewell claims | head``); the work goes on, its exit code counts."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def prepare_streams() -> None:
    """Let no character stop a message: what the terminal's encoding lacks is written as its escape."""
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError, ValueError):
            stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]  # a test's stream may lack it


def write_difference(diff: Iterable[str]) -> None:
    """Write a diff: for people in colours and without what could steer their terminal; for programs as it is."""
    if sys.stdout.isatty():
        write_lines(click.style(make_visible(line), fg=_COLOURS.get(line[:1])) for line in diff)
    else:
        write_lines(diff, exact=True)


@contextlib.contextmanager
def show_activity(what: str, stream: TextIO | None = None) -> Iterator[None]:
    """Show on a terminal, never elsewhere, what takes long and for how many seconds it has; then take it away."""
    stream = stream or sys.stderr
    if stream is None or not stream.isatty() or os.environ.get("TERM") == "dumb":
        yield
        return
    over = threading.Event()
    ticker = threading.Thread(target=_show_seconds, args=(what, stream, over), daemon=True)
    ticker.start()
    try:
        yield
    finally:
        over.set()
        ticker.join()


@contextlib.contextmanager
def show_progress(what: str, total: int, stream: TextIO | None = None) -> Iterator[Callable[[], None]]:
    """Show on a terminal, never elsewhere, how much of some work is done; then take it away.

    Gives what is called when one more piece is done.
    """
    stream = stream or sys.stderr
    if not total or stream is None or not stream.isatty() or os.environ.get("TERM") == "dumb":
        yield lambda: None
        return
    done = 0

    def show() -> None:
        filled = _BAR * done // total
        stream.write(f"\r{what} [{'#' * filled}{'.' * (_BAR - filled)}] {done:,} of {total:,} ")
        stream.flush()

    def advance() -> None:
        nonlocal done
        done += 1
        show()

    show()
    try:
        yield advance
    finally:
        stream.write("\r\x1b[2K")
        stream.flush()


def _show_seconds(what: str, stream: TextIO, over: threading.Event) -> None:
    started = time.monotonic()
    if over.wait(PATIENCE):
        return
    while not over.wait(_TICK):
        stream.write(f"\r{what} … {time.monotonic() - started:.0f} s ")
        stream.flush()
    stream.write("\r\x1b[2K")
    stream.flush()
