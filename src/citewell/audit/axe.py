"""axe-core in an open page: what it finds against WCAG 2.2 A and AA, best practices and the size of targets."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final, NamedTuple

from citewell.audit.window import Window

#: The package that brings axe-core's file; nothing of it is imported.
_PACKAGE: Final = "axe_playwright_python"
TAGS: Final = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
OPTIONS: Final = {
    "runOnly": {"type": "tag", "values": TAGS},
    "rules": {"target-size": {"enabled": True}},  # off unless it is asked for
    "resultTypes": ["violations"],
}
#: The rules of these that are about colours (axe's category ``cat.color``): all that another palette can break in a
#: page whose boxes and shown elements are the same in both.
OF_COLOURS: Final = ("color-contrast", "link-in-text-block")
_RUN: Final = """options => axe.run(document, options).then(found => found.violations.map(({id, help, nodes}) => ({
    id, help, nodes: nodes.map(({target, any, all, none}) => [
        target.flat().join(' '),
        document.querySelector(target.flat().at(-1))?.textContent.trim() ?? '',
        [...any, ...all, ...none].map(each => each.message)[0] ?? '',
    ]),
})))"""


class BrokenPlace(NamedTuple):
    """An element that axe found: a CSS selector, its text, and what is wrong there in axe's words."""

    selector: str
    text: str
    why: str


class Violation(NamedTuple):
    """A rule of axe that a page breaks: its name, what it asks for, and where."""

    rule: str
    help: str
    places: tuple[BrokenPlace, ...]

    def __str__(self) -> str:
        return f"{self.rule}: {self.help}: {[place.selector for place in self.places[:3]]}"


@cache
def read_axe() -> str:
    """The text of axe-core, from the package that the extra ``audit`` brings."""
    found = find_spec(_PACKAGE)
    assert found is not None, "the extra is required before anything is audited"
    assert found.origin is not None, "the package has an __init__.py"
    return Path(found.origin).with_name("axe.min.js").read_text(encoding="utf-8")


def put_axe_in(window: Window, program: str) -> None:
    """Put axe, the text ``program``, into an open page that has none yet."""
    if not window.ask("() => typeof axe === 'object'"):
        window.ask(f"{program}; 0")


def find_violations(window: Window, colours_only: bool = False) -> list[Violation]:
    """What axe finds in a page that it was put in; with ``colours_only`` by its rules about colours alone."""
    options = {**OPTIONS, "runOnly": {"type": "rule", "values": OF_COLOURS}, "rules": {}} if colours_only else OPTIONS
    found: list[dict[str, Any]] = window.ask(_RUN, options)
    return [Violation(each["id"], each["help"], tuple(BrokenPlace(*node) for node in each["nodes"])) for each in found]
