"""Something on a page does not fit: it scrolls sideways, or words are cut off or lie over others.

Readers with small screens, or who enlarge text or set it wider (WCAG 2.2, 1.4.4, 1.4.10 and 1.4.12), would have to move
the page to and fro for each line, or could not read some words at all. So each page is looked at as it is, with text of
200 %, with wide spacing, with both, and mirrored as in other languages.

A long address or a wide picture or table may need a shorter form. If the finding is about `extra.css`, let boxes grow:
no fixed widths or heights, and `overflow-wrap: anywhere` for long words.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from citewell.audit.checks import AuditContext, Look, browser_check
from citewell.audit.scripts import read_script
from citewell.audit.window import Window
from citewell.rules.rule import Finding

#: WCAG 2.2, success criterion 1.4.12.
TEXT_SPACING: Final = """
    * { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
    p { margin-block-end: 2em !important }
"""
#: WCAG 2.2, success criterion 1.4.4.
TEXT_200: Final = "html { font-size: 200% !important }"
#: What readers do to a page: their own style sheet, and the direction of their language.
STRESSES: Final = {
    "as it is": ("", ""),
    "with text spacing": (TEXT_SPACING, ""),
    "with text of 200 %": (TEXT_200, ""),
    "with text spacing and text of 200 %": (TEXT_SPACING + TEXT_200, ""),
    "mirrored": ("", "mirror"),
}
APPLY: Final = """([css, mirror]) => {
    const made = () => document.head.appendChild(document.createElement('style'));
    const style = document.querySelector('#of-the-reader') || made();
    style.id = 'of-the-reader', style.textContent = css;
    const own = getComputedStyle(document.documentElement).direction;
    document.body.dir = mirror ? {ltr: 'rtl', rtl: 'ltr'}[own] : own;
    document.querySelectorAll('details').forEach(each => each.open = true);
}"""
_HINT: Final = "make it shorter, or let its box grow: no fixed width or height in a style sheet"


@browser_check("AUD004")
def check(look: Look, _context: AuditContext) -> Iterator[Finding]:
    """What does not fit, in the first stress in which it does not."""
    if look.colours_only:
        return
    found: set[str] = set()
    for stress in STRESSES:
        for what, text in list_overflows(look.window, stress):
            if what not in found:
                found.add(what)
                yield look.find(f"{what}, {stress}" if stress != "as it is" else what, _HINT, text)
    look.window.ask(APPLY, STRESSES["as it is"])


def list_overflows(window: Window, stress: str) -> list[tuple[str, str]]:
    """What does not fit in the page under a stress, which stays: in words, and its text."""
    window.ask(APPLY, STRESSES[stress])
    return [(what, text) for what, text in window.ask(read_script("overflow"))]
