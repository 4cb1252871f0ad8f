"""What "citewell refs" could not read: a damaged lock or file never counts as empty."""

from __future__ import annotations

import click

from citewell.errors import ContentUnreadable
from citewell.formats.terminal_text import make_visible
from citewell.model.file_problems import UnreadableLock
from citewell.model.site import Site
from citewell.project import LOCK
from citewell.rules import describe_problem
from citewell.rules.source.lock_unreadable import describe_lock_error


def find_lock_damage(site: Site) -> ContentUnreadable | None:
    """What is wrong with the lock, if it cannot be read. Nothing else records the days on which references failed."""
    for problem in site.problems:
        if problem.location.path == LOCK:
            facts = problem.facts
            why = describe_lock_error(facts) if isinstance(facts, UnreadableLock) else describe_problem(problem)
            return ContentUnreadable(
                f"{LOCK}:{problem.location.line}: cannot be read: {why}",
                'restore an older copy of it; if there is none, "citewell refs resolve --from-scratch" makes a new '
                "one and checks everything again",
            )
    return None


def refuse_damaged_lock(site: Site) -> None:
    """Raise ``ContentUnreadable`` for a lock that cannot be read."""
    error = find_lock_damage(site)
    if error is not None:
        raise error


def report_unread_files(site: Site) -> bool:
    """Name on stderr each file of references of which a part could not be read; return whether there is one."""
    for path in sorted(site.bibliography.unread):
        click.echo(
            f"{make_visible(path)}: could not be read completely, so references may be missing; "
            '"citewell check" says why.',
            err=True,
        )
    return bool(site.bibliography.unread)
