"""What one run of the command carries with it: how it may look, how it is stopped, what is said when it fails."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field

from citewell.errors import STILL_THERE

INTERRUPTED = 130  # 128 + SIGINT


class Terminated(KeyboardInterrupt):
    """The system asked the process to end. Like Ctrl-C nothing on the way may take it for an error."""

    exit_code = 143  # 128 + SIGTERM


class HungUp(Terminated):
    """The terminal was closed."""

    exit_code = 129  # 128 + SIGHUP


class Stopped(Exception):
    """A run that was interrupted or asked to end. What ``by`` says is what is left of its work."""

    def __init__(self, by: KeyboardInterrupt) -> None:
        super().__init__(str(by))
        self.exit_code = by.exit_code if isinstance(by, Terminated) else INTERRUPTED


@dataclass(slots=True)
class Run:
    """One run. ``colour`` is ``None`` where the terminal decides; ``debug`` shows the traceback of a bug.

    ``last_words`` say which site is in place, should the run be interrupted by something that does not know.
    """

    colour: bool | None = field(default_factory=lambda: choose_colour(os.environ))
    debug: bool = field(default_factory=lambda: bool(os.environ.get("CITEWELL_DEBUG")))
    last_words: str = STILL_THERE


def choose_colour(environment: Mapping[str, str]) -> bool | None:
    """Whether the environment forbids colours, forces them, or leaves it to whether a terminal shows them.

    Sources: no-color.org (set and not empty), force-color.org (likewise), bixense.com/clicolors.
    """
    if environment.get("NO_COLOR") or environment.get("CLICOLOR") == "0":
        return False
    if environment.get("FORCE_COLOR", "0") not in ("0", "") or environment.get("CLICOLOR_FORCE", "0") not in ("0", ""):
        return True
    return False if environment.get("TERM") == "dumb" else None
