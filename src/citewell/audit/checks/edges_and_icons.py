"""An edge or an icon that carries meaning is hard to see.

The edge of an emergency card, the tick of something checked, the icon of a retracted source: who cannot see them loses
what they say at a glance. They need a contrast of 3 : 1 to what lies around them (WCAG 2.2, 1.4.11).

Change the colours in `content_src/site.yml` or in `extra.css`, for light and for dark.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from citewell.audit.checks import AuditContext, Look, browser_check
from citewell.audit.scripts import read_script
from citewell.audit.window import Window
from citewell.rules.rule import Finding

LEAST: Final = 3.0


@browser_check("AUD011")
def check(look: Look, _context: AuditContext) -> Iterator[Finding]:
    """Each kind of edge or icon that is too faint, once."""
    faint = {(what, name): ratio for what, ratio, name in list_edges_and_icons(look.window) if ratio < LEAST}
    for (what, name), ratio in faint.items():
        message = f"the {what} of {name} has a contrast of {ratio:.1f} : 1; it needs {LEAST:g} : 1"
        yield look.find(message, "change its colour, or that of its ground, for light and for dark")


def list_edges_and_icons(window: Window) -> list[tuple[str, float, str]]:
    """Each of them: "edge" or "icon", its contrast, the element that has it."""
    return [(what, ratio, name) for what, ratio, name in window.ask(read_script("edges_and_icons"))]
