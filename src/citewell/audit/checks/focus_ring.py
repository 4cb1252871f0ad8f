"""The ring around what has the focus is not seen.

Anyone who uses a page by keyboard must see where they are at every stop (WCAG 2.2, 2.4.7 and 1.4.11). The ring must be
at least 2 pixels wide, with a contrast of 3 : 1 to what lies around it.

In `extra.css`, leave `outline` as it is. If you change a ground, look whether the ring is still seen on it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from citewell.audit.checks import AuditContext, Look, browser_check
from citewell.audit.scripts import read_script
from citewell.audit.window import Window
from citewell.rules.rule import Finding

LEAST: Final = 3.0
THINNEST: Final = 2.0  # CSS pixels


@browser_check("AUD003")
def check(look: Look, _context: AuditContext) -> Iterator[Finding]:
    """The stops without a ring, and those whose ring is hard to see; of many alike the first."""
    if not look.thorough:
        return
    rings = list_rings(look.window)
    bare = [name for _, width, name in rings if width < THINNEST]
    if bare:
        message = f'"{bare[0]}"{_and_more(bare)} has no ring when it has the focus'
        yield look.find(message, "leave `outline` as the theme has it", bare[0])
    faint = [(ratio, name) for ratio, width, name in rings if width >= THINNEST and ratio < LEAST]
    if faint:
        ratio, name = min(faint)
        message = f'the ring of "{name}"{_and_more(faint)} has a contrast of {ratio:.1f} : 1; it needs {LEAST:g} : 1'
        yield look.find(message, "change the colour of the ring, or of the ground that it is on", name)


def list_rings(window: Window) -> list[tuple[float, float, str]]:
    """The ring at each stop of the keyboard: its contrast, its width in pixels (0 for none), the name of the stop."""
    return [(ratio, width, name) for ratio, width, name in window.ask(read_script("focus_ring"))]


def _and_more(found: Sequence[object]) -> str:
    return f" (and {len(found) - 1} more)" if len(found) > 1 else ""
