"""Something to tap or click is too small, or lies over another.

Readers with unsteady hands, or on a phone, hit the wrong one: marks and the links from a source back to the text need
24 by 24 pixels (WCAG 2.2, 2.5.8), links in navigation a height of 24, fields and buttons one of 44 (2.5.5).

In `extra.css`, leave the sizes of marks, links, fields and buttons as they are, or make them larger.
"""

from __future__ import annotations

from collections.abc import Iterator

from citewell.audit.checks import AuditContext, Look, browser_check
from citewell.audit.scripts import read_script
from citewell.audit.window import Window
from citewell.rules.rule import Finding


@browser_check("AUD005")
def check(look: Look, _context: AuditContext) -> Iterator[Finding]:
    """The targets that are hard to hit."""
    if not look.colours_only:
        for what, text in list_small_targets(look.window):
            yield look.find(what, "leave its size as the theme has it, or make it larger", text)


def list_small_targets(window: Window) -> list[tuple[str, str]]:
    """The targets that are too small or lie over others, in words, with their text where it may be in the source."""
    return [(what, text) for what, text in window.ask(read_script("target_size"))]
