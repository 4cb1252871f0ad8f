"""A page asks another site for something, stores something with the reader, or reports an error to the browser.

What somebody reads about their health is nobody else's business: a page loads from its own site only, sets no cookie
and stores nothing until the reader chooses a setting. An error in the browser's console says that a part does not work.

Put fonts, pictures and style sheets into `content_src/`, and load nothing from elsewhere in `extra.css` (`@import`,
`url(…)`).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from citewell.audit.checks import AuditContext, Look, browser_check
from citewell.audit.window import Window
from citewell.rules.rule import Finding

#: What a page keeps with its reader: the names of the kinds, as ``list_stored`` gives them.
STORED: Final = """async () => [['cookies', document.cookie ? 1 : 0], ['local storage', localStorage.length],
    ['session storage', sessionStorage.length], ['databases', (await indexedDB.databases()).length],
    ['caches', window.caches ? (await caches.keys()).length : 0],
    ['service workers', (await navigator.serviceWorker?.getRegistrations() ?? []).length]]
    .filter(([, number]) => number).map(([kind]) => kind)"""
_HINT: Final = "keep what a page needs in content_src/, and load nothing from elsewhere"


@browser_check("AUD009")
def check(look: Look, _context: AuditContext) -> Iterator[Finding]:
    """What was asked of others, stored, and written to the console."""
    for address in dict.fromkeys(look.window.list_foreign_requests()):
        yield look.find(f"the page asks another site for {address}", _HINT)
    for kind in list_stored(look.window):
        yield look.find(f"the page stores something with the reader ({kind})", "store nothing before a reader asks")
    for line in dict.fromkeys(look.window.console):
        of_the_page_itself = look.window.status == 404 and "404 (" in line
        if not of_the_page_itself and "net::ERR_NAME_NOT_RESOLVED" not in line:  # that was asked of another site
            yield look.find(f"the page reports an error: {line[:200]}", "please report it if it is not of your own")


def list_stored(window: Window) -> list[str]:
    """The kinds of storage in which the page keeps something with its reader."""
    stored: list[Any] = window.ask(STORED)
    return [str(kind) for kind in stored]
