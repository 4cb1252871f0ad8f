"""What the audit looks at in an open page: a promise a file, found by a walk, with its JavaScript beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from typing import Final

from citewell.audit.page_source import PageSource
from citewell.audit.window import View, Window
from citewell.diagnostics import Severity
from citewell.messages import Words
from citewell.model.site import Settings
from citewell.rules import rules_in
from citewell.rules.rule import Finding, Rule, Scope

BROWSER_LETTERS: Final = "AUD"
"""What the codes of all checks begin with."""
BROWSER_TITLE: Final = "The finished site in a browser (citewell audit)"


@dataclass(frozen=True, slots=True)
class Look:
    """A page in a window as one reader sees it.

    ``source`` is the text that the page is made from. With ``colours_only`` every box is where it was in the colours
    that were looked at just before, so only what depends on colours can be new. It is ``thorough`` at the widths at
    which slow checks look, too; their findings hardly differ at a width in between.
    """

    window: Window
    view: View
    source: PageSource
    colours_only: bool = False
    thorough: bool = True

    def find(self, message: str, hint: str | None = None, text: str = "") -> Finding:
        """A finding at the place in the source where ``text`` of the page is written, else about all of it."""
        return Finding(self.source.locate(text), message, hint)


@dataclass(frozen=True, slots=True)
class AuditContext:
    """What a check may know of the site: its settings and the texts of its interface."""

    settings: Settings
    words: Words


def browser_check(
    code: str, severity: Severity = Severity.ERROR
) -> Callable[[Callable[[Look, AuditContext], Iterable[Finding]]], Rule]:
    """Make a check of a function that looks at an open page; its file names it ``check``."""
    return lambda check: Rule(code, Scope.WINDOW, severity, severity, check)


@cache
def discover_browser_checks() -> tuple[Rule, ...]:
    """Every check, in the order of their codes, with the name and documentation of its file."""
    return rules_in(__name__, "check")
