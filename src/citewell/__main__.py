"""``citewell`` and ``python -m citewell``: run a command; however it ends, in at most one line and an exit code."""

from __future__ import annotations

import atexit
import contextlib
import gc
import signal
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path
from types import FrameType
from typing import NoReturn

import click

from citewell.cli import citewell
from citewell.cli.run import INTERRUPTED, HungUp, Run, Stopped, Terminated
from citewell.cli.terminal import drop_output, flush_output, prepare_streams
from citewell.errors import PLEASE_REPORT, CitewellError, reason
from citewell.formats.terminal_text import make_visible

# When Python looks for garbage (its own: 700, 10, 10). What is read stays until the end, so looking finds next to none:
# rarer looks take 18 % off the time of 120 articles, in the same memory (measured).
GARBAGE = (100_000, 50, 1000)
UNABLE = 2  # as for every run that could not do its work: 1 is for findings alone


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command in ``arguments`` (without them: those of the process) and return the exit code."""
    gc.set_threshold(*GARBAGE)
    atexit.register(gc.freeze)  # nor is there any at the end, where looking for it took a sixth of a check's start-up
    prepare_streams()
    _end_in_order()
    run = Run()
    try:
        result = citewell.main(
            None if arguments is None else list(arguments), prog_name="citewell", standalone_mode=False, obj=run
        )
        code = result if isinstance(result, int) else 0
        flush_output()  # an interruption of it ends as any other
    except click.exceptions.NoArgsIsHelpError as help_text:
        help_text.show()
        code = UNABLE
    except click.ClickException as error:
        code = _complain(run, error.format_message(), _where_to_look(error), error.exit_code)
    except CitewellError as error:
        code = _complain(run, error.message, error.hint, error.exit_code)
    except (Stopped, click.Abort, KeyboardInterrupt) as stop:
        code = getattr(stop, "exit_code", INTERRUPTED)
        drop_output()  # its reader may have stopped reading, and writing the rest would never end
        said = (str(stop) or run.last_words).removesuffix(".")
        with contextlib.suppress(OSError):  # the terminal may be gone
            click.echo(f"citewell: interrupted; {said[0].lower()}{said[1:]}", err=True)
    except OSError as error:
        about = f"{error.filename}: " if error.filename else ""
        code = _complain(
            run, f"{about}{reason(error)}", "The system did not allow this; nothing else was tried.", UNABLE
        )
    except Exception as bug:  # noqa: BLE001 - the last one who can say it in a line
        code = _report(bug, run)
    flush_output()
    return code


def _end_in_order() -> None:
    """Let the process clear up when the system ends it (SIGTERM), or its terminal is closed (SIGHUP)."""
    signal.signal(signal.SIGTERM, _terminate)
    closed = getattr(signal, "SIGHUP", None)  # Windows has none
    if closed and signal.getsignal(closed) is not signal.SIG_IGN:  # with ``nohup`` a run goes on without its terminal
        signal.signal(closed, _hang_up)


def _terminate(_signal: int, _frame: FrameType | None) -> NoReturn:
    raise Terminated


def _hang_up(sent: int, _frame: FrameType | None) -> NoReturn:
    signal.signal(sent, signal.SIG_IGN)  # the shell says it once more, in the middle of the clearing up
    raise HungUp


def _complain(run: Run, message: str, hint: str | None, code: int) -> int:
    label = click.style("citewell: error:", fg="red", bold=True)
    click.echo(f"{label} {make_visible(message)}", err=True, color=run.colour)
    if hint:
        click.echo(f"    {click.style('hint:', fg='cyan')} {make_visible(hint)}", err=True, color=run.colour)
    return code


def _where_to_look(error: click.ClickException) -> str | None:
    context = getattr(error, "ctx", None)
    return f"{context.command_path} --help shows how to use it" if context else None


def _report(bug: Exception, run: Run) -> int:
    if run.debug:
        traceback.print_exception(bug)
    frame = traceback.extract_tb(bug.__traceback__)[-1]
    what = str(bug).strip().partition("\n")[0]
    message = f"this is a bug in Citewell: {type(bug).__name__}: {what} ({Path(frame.filename).name}:{frame.lineno})"
    hint = f"{PLEASE_REPORT[0].lower()}{PLEASE_REPORT[1:-1]}, with the output of the same command with --debug"
    return _complain(run, message, None if run.debug else hint, UNABLE)


if __name__ == "__main__":
    sys.exit(main())
