"""What "citewell refs" reads of the lock: a damaged one is never taken for one that knows nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from citewell.errors import ContentUnreadable
from citewell.model.lock_text import PLACE

if TYPE_CHECKING:
    from citewell.model.site import Site


def damage(site: Site) -> ContentUnreadable | None:
    """What is wrong with the lock, if it cannot be read: the days on which references failed stand nowhere else."""
    for flaw in site.flaws:
        if flaw.location.path == PLACE:
            return ContentUnreadable(
                f"{PLACE}:{flaw.location.line}: cannot be read: {flaw.detail or flaw.kind.replace('-', ' ')}",
                'take back an older copy of it; if there is none, "citewell refs resolve --from-scratch" makes a new '
                "one and looks everything up again",
            )
    return None


def refuse_damaged(site: Site) -> None:
    """Raise ``ContentUnreadable`` for a lock that cannot be read."""
    error = damage(site)
    if error is not None:
        raise error
