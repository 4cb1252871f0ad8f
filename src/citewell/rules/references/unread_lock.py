"""Whether the lock file could be read, so that one error in it is not reported at every reference."""

from __future__ import annotations

from citewell.rules.missing import every_name_was_read
from citewell.rules.rule import Context


def lock_was_read(context: Context) -> bool:
    """Whether ``references.lock`` is as it was written, or was never written."""
    return every_name_was_read(context, "references.lock")
