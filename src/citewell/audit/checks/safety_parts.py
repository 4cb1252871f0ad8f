"""Something that keeps readers safe is not seen: a mark, the way to the emergency card, a card, the state of a review.

A page that looks right without them is worse than one that looks wrong: nobody misses what they never saw. Marks, links
back, the link to the emergency card, the cards themselves, what is said of the review and of each source must be there,
in view, in letters that can be read, with nothing over them.

In `extra.css`, hide none of them and put nothing over them.
"""

from __future__ import annotations

from collections.abc import Iterator

from citewell.audit.checks import AuditContext, Look, browser_check
from citewell.audit.scripts import read_script
from citewell.audit.window import Window
from citewell.rules.rule import Finding


@browser_check("AUD008")
def check(look: Look, _context: AuditContext) -> Iterator[Finding]:
    """Each kind of part that is not seen, at the first of them."""
    hidden = list_unseen_parts(look.window)
    for what, why in dict.fromkeys((what, why) for what, why, _ in hidden):
        texts = [text for *kind, text in hidden if kind == [what, why]]
        more = f" (and {len(texts) - 1} more)" if len(texts) > 1 else ""
        message = f'{what} "{" ".join(texts[0].split())[:40]}"{more} is not seen: {why}'
        yield look.find(message, "hide nothing that keeps readers safe, and put nothing over it", texts[0])


def list_unseen_parts(window: Window) -> list[tuple[str, str, str]]:
    """What is not seen: the kind of part, why, and its text."""
    return [(what, why, text) for what, why, text in window.ask(read_script("safety_parts"))]
