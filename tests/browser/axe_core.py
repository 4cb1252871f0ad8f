"""axe-core in an open page: what it finds against WCAG 2.2 A and AA, best practices and the size of targets."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

from tests.browser.looking import Looked

PROGRAM: Final = Path(__file__).parent / "axe/node_modules/axe-core/axe.min.js"
TAGS: Final = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
OPTIONS: Final = {
    "runOnly": {"type": "tag", "values": TAGS},
    "rules": {"target-size": {"enabled": True}},  # off unless it is asked for
    "resultTypes": ["violations"],
}
#: The rules of these that are about colours (axe's category ``cat.color``): all that another palette can break in a
#: page whose boxes and shown elements are the same in both.
OF_COLOURS: Final = ("color-contrast", "link-in-text-block")
# Where a page may run no scripts, timers never ring; but what is evaluated from outside runs, and so do its promises.
NO_TIMERS: Final = "window.setTimeout = (go, _, ...rest) => { Promise.resolve().then(() => go(...rest)); return 1; };"


def put_in(looked: Looked, timers: bool = True) -> str:
    """Put axe into an open page; return the version it says it has."""
    looked.ask(f"{'' if timers else NO_TIMERS} {PROGRAM.read_text(encoding='utf-8')}; 0")
    return str(looked.ask("axe.version"))


def findings(looked: Looked, colours_only: bool = False) -> list[str]:
    """What axe finds in a page it was put in: each rule, what it asks for and the first places."""
    options = {**OPTIONS, "runOnly": {"type": "rule", "values": OF_COLOURS}, "rules": {}} if colours_only else OPTIONS
    run = "options => axe.run(document, options).then(found => found.violations)"
    found: list[dict[str, Any]] = looked.ask(run, options)
    return [f"{each['id']}: {each['help']}: {[node['target'] for node in each['nodes']][:3]}" for each in found]
