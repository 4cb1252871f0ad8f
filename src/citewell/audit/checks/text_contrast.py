"""Text has too little contrast to what lies below it.

People with low vision, and everybody in bright sunlight, cannot read it. Text must reach 4.5 : 1 (WCAG 2.2, 1.4.3), in
light and in dark, as it is drawn: translucent layers and the icons before a word count.

Change the colour in `content_src/site.yml` or in `extra.css`, and set a colour of text always together with that of its
ground, in both schemes: `@media (prefers-color-scheme: dark) { … }`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from citewell.audit.checks import AuditContext, Look, browser_check
from citewell.audit.scripts import read_script
from citewell.audit.window import Window
from citewell.rules.rule import Finding

LEAST: Final = 4.5
_HINT: Final = "set the colours of text and ground together, for light and for dark"


@browser_check("AUD002")
def check(look: Look, _context: AuditContext) -> Iterator[Finding]:
    """The texts that are hard to read, the worst first; of those in elements of one kind the worst."""
    faint = [each for each in list_text_contrasts(look.window) if each[0] < LEAST]
    for kind in dict.fromkeys(name for _, name, _ in faint):
        (ratio, _, text), *more = (each for each in faint if each[1] == kind)
        also = f" and {len(more)} more" if more else ""
        message = f'"{text[:40]}"{also} ({kind}) has a contrast of {ratio:.1f} : 1; text needs {LEAST} : 1'
        yield look.find(message, _HINT, text)


def list_text_contrasts(window: Window) -> list[tuple[float, str, str]]:
    """The texts of least contrast, the worst first: its ratio, the element, and its text."""
    return [(ratio, name, text) for ratio, name, text in window.ask(read_script("text_contrast"))]
