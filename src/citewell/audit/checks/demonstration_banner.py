"""The banner that says that a site is a demonstration is not seen.

While `site.yml` says `demonstration: true`, no doctor has reviewed the articles. The banner is the first thing on every
page, whole, in letters that can be read, with nothing over it. The theme's style sheet guards it against others.

If your own template wrote the page, leave the banner as it is in Citewell's theme. Otherwise please report it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from citewell.audit.checks import AuditContext, Look, browser_check
from citewell.audit.scripts import read_script
from citewell.audit.window import Window
from citewell.messages import Words
from citewell.rules.rule import Finding

#: What each fact of the script means when it is false.
FAULTS: Final = {
    "said": "it does not say what it must",
    "drawn": "its words are outside the window",
    "uncovered": "something lies over it",
    "large": "its letters are too small",
    "contrast": "its contrast is too low",
    "first": "it is not the first thing on the page, over its whole width",
    "plain": "it is hidden, or changed in its form",
}


@browser_check("AUD007")
def check(look: Look, context: AuditContext) -> Iterator[Finding]:
    """What keeps the banner from being seen, on a demonstration site."""
    if context.settings.demonstration:
        lost = list_banner_faults(look.window, context.words)
        if lost:
            message = f"the banner of a demonstration site is not seen: {'; '.join(FAULTS[name] for name in lost)}"
            yield look.find(message, "leave the banner as it is in Citewell's theme; otherwise please report it")


def list_banner_faults(window: Window, words: Words) -> list[str]:
    """The facts, of ``FAULTS``, that are not true of the banner at the top of the page; all of them without one."""
    window.ask("scrollTo(0, 0)")
    if not window.ask("() => !!document.querySelector('.demo p')"):
        return list(FAULTS)
    seen = window.ask(read_script("demonstration_banner"), describe_banner(words))
    return [name for name in FAULTS if not seen[name]]


def describe_banner(words: Words) -> str:
    """The words of the banner."""
    return f"{words('theme.demonstration_said')} {words('theme.demonstration_help')}"
