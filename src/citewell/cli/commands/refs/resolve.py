"""Check the references online.

The results are written into the lock.
"""

from __future__ import annotations

import asyncio
from collections.abc import Collection
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Final

import click

from citewell.citations.find_reference import find_nearest_keys, find_reference
from citewell.citations.notices import list_identifiers
from citewell.citations.reference_status import list_statuses
from citewell.cli import options
from citewell.cli.lock_state import find_lock_damage, refuse_damaged_lock, report_unread_files
from citewell.cli.project import today
from citewell.cli.terminal import show_activity, show_progress, write_lines
from citewell.evidence.lock_file import LockFile
from citewell.evidence.resolve_jobs import ResolveJob, list_due_jobs
from citewell.extras import require_extra
from citewell.formats import REFERENCES
from citewell.formats.terminal_text import count_noun, make_visible
from citewell.model.article import Article
from citewell.model.evidence import Lock, LockedReference
from citewell.model.site import Site
from citewell.project import LOCK, REFERENCES_FOLDER, SITE_YML, Project, find_project
from citewell.site.lock import resolve_lock
from citewell.source.load import load

EPILOG = """\b
Examples:
  citewell refs resolve                    check the references that are due
  citewell refs resolve nhs-back-pain      check one now
  citewell refs resolve --again            check all now
  citewell refs resolve --format json      for programs
"""
NO_CONTACT: Final = f'{SITE_YML} has no "contact", so the services that are asked do not know whom to write to.'
_OFTEN: Final = 20  # references after which the results so far are written


@click.command("resolve", epilog=EPILOG)
@click.argument("keys", nargs=-1, metavar="[KEY]...")
@click.option("--again", is_flag=True, help="Check all references, even those that are not due.")
@click.option("--from-scratch", is_flag=True, help="Replace a lock file that cannot be read, and check everything.")
@options.choose_format(REFERENCES.names, "the result is")
@options.quiet
@options.root
@options.debug
def command(keys: tuple[str, ...], again: bool, from_scratch: bool, style: str, quiet: bool, root: Path | None) -> int:
    """Check the references online, and write the results into content_src/references.lock.

    Each page is requested politely and compared with the reference's title and pinned quotes. Crossref, PubMed and
    others are asked whether the work was retracted or corrected, and archives are asked for a copy of the page. A
    reference without a problem is checked again after "evidence: recheck_after" days (site.yml), any other on the next
    day; with KEYs, only those are checked, at once. Ctrl-C keeps the results so far.

    Exit codes: 0 nothing needs an editor, 1 something does (a page is broken or wrong, an address was refused, a work
    was retracted, a pinned quote changed, or part of a file of references could not be read), 2 the references could
    not be checked, 75 another check is running, 130 interrupted.
    """
    project = find_project(root)
    if from_scratch and keys:
        raise click.UsageError("--from-scratch checks everything, so do not give a KEY with it")
    require_extra("evidence")

    with resolve_lock(project):
        file = LockFile.open(project)
        site, documents = _read(project, from_scratch)
        named, day = _find_keys(keys, site), today()
        asked = list(
            list_due_jobs(list_statuses(site, documents), site.settings.evidence, day, named, again or from_scratch)
        )
        if asked and not site.settings.contact and not quiet:
            click.echo(NO_CONTACT, err=True)
        lock, silent = _resolve_jobs(project, site, asked, day, file)
    rows = [
        row for row in list_statuses(replace(site, lock=lock), documents) if not named or row.reference.key in named
    ]
    write_lines(REFERENCES.load(style).format_resolved(rows, len(asked), quiet))
    if not quiet:
        for service, reason in sorted(silent.items()):
            click.echo(f"warning: {service} was not fully available: {make_visible(reason)}.", err=True)
    unread = report_unread_files(site)
    return 1 if unread or any(row.needs_an_editor for row in rows) else 0


def _read(project: Project, from_scratch: bool) -> tuple[Site, tuple[Article, ...]]:
    """The content, with a lock that can be read, and its documents."""
    with show_activity("Reading the content"):
        content = load(project)
    if from_scratch:
        return _forget_lock(content.site, project), content.documents
    refuse_damaged_lock(content.site)
    return content.site, content.documents


def _forget_lock(site: Site, project: Project) -> Site:
    """The site without what its lock said. Raises ``click.UsageError`` for a lock that can be read."""
    if find_lock_damage(site) is None and project.lock.exists():
        raise click.UsageError(
            f"--from-scratch is for a lock file that cannot be read; {LOCK} can, and everything in it would be lost; "
            "--again checks everything"
        )
    return replace(site, lock=Lock())


def _find_keys(keys: tuple[str, ...], site: Site) -> frozenset[str]:
    """The keys of the references that were named by key or identifier."""
    known = set()
    for key in keys:
        reference = find_reference(key.removeprefix("@"), site.bibliography)
        if reference is None:
            near = find_nearest_keys(key, site.bibliography)
            raise click.UsageError(
                f'there is no reference called "{key}"' + (f'; did you mean "{near[0]}"?' if near else "")
            )
        known.add(reference.key)
    return frozenset(known)


def _resolve_jobs(
    project: Project, site: Site, jobs: Collection[ResolveJob], day: date, file: LockFile
) -> tuple[Lock, dict[str, str]]:
    """The lock after resolving some references, and the services that were unavailable, with why.

    It is written now and then and at the end, whatever ends the run; a reference that is gone from the bibliography
    is forgotten, unless a fault in its file may hide it.
    """
    whole = not any(problem.location.path.startswith(f"{REFERENCES_FOLDER}/") for problem in site.problems)
    known = dict(site.lock.references)
    silent: dict[str, str] = {}
    done = 0

    with show_progress("Looking up references", len(jobs)) as advance:

        def finished(key: str, locked: LockedReference) -> None:
            nonlocal done
            known[key] = locked
            done += 1
            advance()
            if done % _OFTEN == 0:
                file.save(Lock(known))

        try:
            if jobs:
                from citewell.evidence.resolve import resolve  # noqa: PLC0415 - it takes half a second

                silent = asyncio.run(resolve(project, site.settings, jobs, day, finished))
        except KeyboardInterrupt as stop:
            file.save(Lock(known))
            raise type(stop)(f"the results of {count_noun(done, 'reference')} are kept in {LOCK}") from stop
    lock = Lock(_keep_entries(known, site) if whole else known)
    file.save(lock)
    return lock, silent


def _keep_entries(known: dict[str, LockedReference], site: Site) -> dict[str, LockedReference]:
    """The entries of the current references, and of works with notices whose new reference is not resolved yet."""
    lock, there = Lock(known), site.bibliography.references
    unchecked = {name for each in there.values() if lock.find_entry(each) is None for name in list_identifiers(each)}
    return {
        key: locked
        for key, locked in known.items()
        if key in there or (locked.notices and unchecked.intersection(locked.identifiers))
    }
