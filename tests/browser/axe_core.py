"""The newest axe-core in an open page, which npm brings; what it finds comes as lines."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from citewell.audit.axe import find_violations, put_axe_in
from citewell.audit.window import Window

PROGRAM: Final = Path(__file__).parent / "axe/node_modules/axe-core/axe.min.js"
# Where a page may run no scripts, timers never ring; but what is evaluated from outside runs, and so do its promises.
NO_TIMERS: Final = "window.setTimeout = (go, _, ...rest) => { Promise.resolve().then(() => go(...rest)); return 1; };"


def put_in(looked: Window, timers: bool = True) -> str:
    """Put axe into an open page; return the version it says it has."""
    if not timers:
        looked.ask(f"{NO_TIMERS} 0")
    put_axe_in(looked, PROGRAM.read_text(encoding="utf-8"))
    return str(looked.ask("axe.version"))


def findings(looked: Window, colours_only: bool = False) -> list[str]:
    """What axe finds in a page it was put in: each rule, what it asks for and the first places."""
    return [str(each) for each in find_violations(looked, colours_only)]
