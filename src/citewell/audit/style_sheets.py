"""The style sheets of a site's own, and whether a finding comes from one of them, and from which of its rules.

A finding comes from what it is gone without: so its check looks again while a sheet, or some of its rules, are off.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath
from typing import Final

from citewell.audit.window import Window
from citewell.diagnostics import Diagnostic, Location
from citewell.model.content_names import remove_digest
from citewell.project import SITE_YML, Project

_THEME: Final = PurePosixPath("assets/citewell.css")
# The names of the sheets of the page, from its site's root.
_LIST: Final = """base => [...document.styleSheets].filter(each => each.href?.startsWith(base))
    .map(each => decodeURIComponent(each.href.slice(base.length)))"""
_COUNT: Final = """address => [...document.styleSheets]
    .find(each => each.href && decodeURI(each.href) === address).cssRules.length"""
# Rules of a sheet taken out, from the first to before the end, and put back; all of them without an end.
_SWITCH: Final = """([address, first, end]) => {
    const sheet = [...document.styleSheets].find(each => each.href && decodeURI(each.href) === address);
    if (window.takenOut) {
        window.takenOut.forEach((text, at) => sheet.insertRule(text, window.first + at));
        delete window.takenOut;
    } else {
        window.first = first;
        window.takenOut = [...sheet.cssRules].slice(first, end ?? sheet.cssRules.length).map(each => each.cssText);
        window.takenOut.forEach(() => sheet.deleteRule(first));
    }
}"""
#: What decides where a rule of a style sheet ends; comments and texts may hold any of it (CSS Syntax 3, 4).
_TOKEN: Final = re.compile(r"""/\*.*?\*/|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|\S""", re.DOTALL)

LookAgain = Callable[[], Iterable[Diagnostic]]


@dataclass(frozen=True, slots=True)
class OwnStyle:
    """A style sheet of the site: its file in the project, and where each of its rules begins, if that is known."""

    path: str
    rules: tuple[Location, ...] = ()


@dataclass(frozen=True, slots=True)
class OwnStyles:
    """The style sheets that the site adds to the theme's, by their names in ``site/``.

    ``_rules`` is where each finding comes from that was seen before, in another page or view.
    """

    by_name: Mapping[str, OwnStyle]
    _rules: dict[tuple[str, str, str], Location] = field(default_factory=dict)

    def attribute(self, found: Sequence[Diagnostic], window: Window, look_again: LookAgain) -> Iterator[Diagnostic]:
        """The findings, each at the style sheet without which it is gone, at the rule if it is a single one.

        ``look_again`` gives the findings of the same check in the page as it is then.
        """
        left = list(found)
        for name in window.ask(_LIST, window.origin) if found else ():
            style = self.by_name.get(name)
            if style is None or not left:
                continue
            sheet = _Sheet(window, f"{window.origin}{name}", look_again)
            for each in list(left):
                known = (name, each.code, each.message)
                if known not in self._rules and sheet.causes(each, 0, None):
                    self._rules[known] = _find_rule(each, style, sheet)
                if known in self._rules:
                    left.remove(each)
                    yield replace(each, location=self._rules[known])
        yield from left


class _Sheet:
    """A style sheet in a window, by its address; what was found without a part of it is kept."""

    def __init__(self, window: Window, address: str, look_again: LookAgain) -> None:
        self._window, self._address, self._look_again = window, address, look_again
        self._found: dict[tuple[int, int | None], set[tuple[str, Location]]] = {}

    def count_rules(self) -> int:
        """How many rules the browser has read from it, those inside others not counted."""
        return int(self._window.ask(_COUNT, self._address))

    def causes(self, finding: Diagnostic, first: int, end: int | None) -> bool:
        """Whether a finding is gone without these rules, of which ``end`` is not one; without an end, all the rest."""
        if (first, end) not in self._found:
            self._found[first, end] = self._look_without(first, end)
        return (finding.message, finding.location) not in self._found[first, end]

    def _look_without(self, first: int, end: int | None) -> set[tuple[str, Location]]:
        self._window.ask(_SWITCH, [self._address, first, end])
        try:
            return {(each.message, each.location) for each in self._look_again()}
        finally:
            self._window.ask(_SWITCH, [self._address, first, end])


def _find_rule(finding: Diagnostic, style: OwnStyle, sheet: _Sheet) -> Location:
    """The place of the rule without which a finding is gone; the whole file if it takes several."""
    first, end = 0, len(style.rules)
    if sheet.count_rules() != end:  # the browser dropped what it does not understand
        return Location(style.path)
    while end - first > 1:
        middle = (first + end) // 2
        if sheet.causes(finding, first, middle):
            end = middle
        elif sheet.causes(finding, middle, end):
            first = middle
        else:
            return Location(style.path)
    return style.rules[first] if style.rules else Location(style.path)


def find_own_styles(project: Project) -> OwnStyles:
    """Those in ``site/`` besides the theme's, each from a file in ``content_src/`` or made from ``site.yml``."""
    written = {file.name: file for file in sorted(project.content.rglob("*.css"))}
    own: dict[str, OwnStyle] = {}
    for published in sorted(project.site.rglob("*.css")):
        path = PurePosixPath(published.relative_to(project.site).as_posix())
        file = written.get(remove_digest(path).name)
        if remove_digest(path) != _THEME:
            own[str(path)] = OwnStyle(SITE_YML)
        if file:
            shown, text = file.relative_to(project.root).as_posix(), file.read_text(encoding="utf-8", errors="replace")
            own[str(path)] = OwnStyle(shown, tuple(_list_rules(shown, text)))
    return OwnStyles(own)


def _list_rules(path: str, text: str) -> Iterator[Location]:
    """Where each rule that is not inside another begins."""
    start, depth = -1, 0
    for token in _TOKEN.finditer(text):
        if token[0].startswith("/*"):
            continue
        start = token.start() if start < 0 else start
        depth += {"{": 1, "}": -1}.get(token[0], 0)
        if depth <= 0 and token[0] in ("}", ";"):
            line, column = text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start)
            yield Location(path, line, column, line, column)
            start, depth = -1, 0
