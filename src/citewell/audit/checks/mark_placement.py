"""A citation mark starts a line, away from the word that it belongs to.

A reader would take it for the number of a list, or for the mark of the next sentence. A mark stays on the line of its
word, whatever the width.

In `extra.css`, leave marks inline and do not let them break. Otherwise it is a fault of the theme: please report it.
"""

from __future__ import annotations

from collections.abc import Iterator

from citewell.audit.checks import AuditContext, Look, browser_check
from citewell.audit.scripts import read_script
from citewell.audit.window import Window
from citewell.rules.rule import Finding


@browser_check("AUD010")
def check(look: Look, _context: AuditContext) -> Iterator[Finding]:
    """The marks that are not beside their word."""
    if not look.colours_only:
        for words in list_astray_marks(look.window):
            yield look.find(f'the mark after "{words}" is not on the line of its word', "leave marks inline")


def list_astray_marks(window: Window) -> list[str]:
    """The marks that are not beside their word: the words before each, and its number."""
    return [str(words) for words in window.ask(read_script("mark_placement"))]
