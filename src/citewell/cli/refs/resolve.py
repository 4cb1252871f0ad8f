"""``citewell refs resolve``: ask the web about the references, and write what is known of them into the lock."""

from __future__ import annotations

import asyncio
from collections.abc import Collection
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from citewell.cli import options
from citewell.cli.project import today
from citewell.cli.refs.lock_state import damage, refuse_damaged, report_unread
from citewell.cli.refs.require_extra import need_extra
from citewell.cli.terminal import progress, say_all, sign_of_life
from citewell.formats import references_formats
from citewell.formats.plain import count, visible
from citewell.model.evidence import Lock
from citewell.project import LOCK, REFERENCES, SITE_YML, Project, find_project

if TYPE_CHECKING:
    from datetime import date

    from citewell.evidence.lock_file import LockFile
    from citewell.evidence.resolve_jobs import Subject
    from citewell.model.evidence import LockedReference
    from citewell.model.site import Site

EPILOG = """\b
Examples:
  citewell refs resolve                    look up those whose time has come
  citewell refs resolve nhs-back-pain      look one up now
  citewell refs resolve --again            look all up now
  citewell refs resolve --format json      for programs
"""
NO_CONTACT: Final = f'{SITE_YML} names no "contact", so those who are asked cannot tell whom to write to.'
_OFTEN: Final = 20  # references after which what is known so far is written


@click.command("resolve", short_help="Look the references up on the web.", epilog=EPILOG)
@click.argument("keys", nargs=-1, metavar="[KEY]...")
@click.option("--again", is_flag=True, help="Look all up, those too whose time has not come.")
@click.option("--from-scratch", is_flag=True, help="Replace a lock that cannot be read, and look everything up.")
@options.style(references_formats(), "the result is")
@options.quiet
@options.root
@options.debug
def command(keys: tuple[str, ...], again: bool, from_scratch: bool, style: str, quiet: bool, root: Path | None) -> int:
    """Look the references up on the web, and write into content_src/references.lock how they stand.

    Each address is asked, politely, and its page compared with the reference's title and pinned quotes. Crossref,
    PubMed and others are asked whether the work was retracted or corrected, and archives for a copy of the page. A
    reference that is in order is asked again after "evidence: recheck_after" days (site.yml), any other the next day;
    with KEYs only those are asked, and at once. Ctrl-C keeps what is known by then.

    Exit codes: 0 nothing needs an editor, 1 something does (a page is broken or wrong, an address refused, a work
    retracted, a pinned quote changed, a file of references not read whole), 2 the references could not be looked up,
    75 they are being looked up already, 130 interrupted.
    """
    project = find_project(root)
    if from_scratch and keys:
        raise click.UsageError("--from-scratch looks everything up, so give no KEY with it")
    need_extra()
    from citewell.citations.reference_status import standings  # noqa: PLC0415 - `--help` need not wait for it
    from citewell.evidence.lock_file import LockFile  # noqa: PLC0415 - as above
    from citewell.evidence.resolve_jobs import due  # noqa: PLC0415 - as above
    from citewell.site.lock import resolve_lock  # noqa: PLC0415 - as above

    with resolve_lock(project):
        file = LockFile.open(project)
        site = _site(project, from_scratch)
        named, day = _known(keys, site), today()
        asked = list(due(standings(site), site.settings.evidence, day, named, again or from_scratch))
        if asked and not site.settings.contact and not quiet:
            click.echo(NO_CONTACT, err=True)
        lock, silent = _look_up(project, site, asked, day, file)
    rows = [row for row in standings(replace(site, lock=lock)) if not named or row.reference.key in named]
    say_all(references_formats()[style].resolved(rows, len(asked), quiet))
    if not quiet:
        for service, reason in sorted(silent.items()):
            click.echo(f"Not all could be asked of {service}: {visible(reason)}.", err=True)
    unread = report_unread(site)
    return 1 if unread or any(row.needs_an_editor for row in rows) else 0


def _site(project: Project, from_scratch: bool) -> Site:
    """The content, with a lock that can be read."""
    from citewell.source.load import load  # noqa: PLC0415 - as above

    with sign_of_life("Reading the content"):
        site = load(project)
    if from_scratch:
        return _from_scratch(site, project)
    refuse_damaged(site)
    return site


def _from_scratch(site: Site, project: Project) -> Site:
    """The site without what its lock said. Raises ``click.UsageError`` for a lock that can be read."""
    if damage(site) is None and project.lock.exists():
        raise click.UsageError(
            f"--from-scratch is for a lock that cannot be read; {LOCK} can, and all that it knows would be forgotten; "
            "--again looks everything up"
        )
    return replace(site, lock=Lock())


def _known(keys: tuple[str, ...], site: Site) -> frozenset[str]:
    """The keys of the references that somebody named, by key or identifier."""
    from citewell.citations.resolve import nearest_keys, resolve  # noqa: PLC0415 - as above

    known = set()
    for key in keys:
        reference = resolve(key.removeprefix("@"), site.bibliography)
        if reference is None:
            near = nearest_keys(key, site.bibliography)
            raise click.UsageError(f'no reference is called "{key}"' + (f'; did you mean "{near[0]}"?' if near else ""))
        known.add(reference.key)
    return frozenset(known)


def _look_up(
    project: Project, site: Site, subjects: Collection[Subject], day: date, file: LockFile
) -> tuple[Lock, dict[str, str]]:
    """What is known of all references after looking some up, and the services that could not be asked, with why.

    It is written now and then and at the end, however that comes about; a reference that is gone from the bibliography
    is forgotten, unless a fault in its file may hide it.
    """
    whole = not any(flaw.location.path.startswith(f"{REFERENCES}/") for flaw in site.flaws)
    known = dict(site.lock.references)
    silent: dict[str, str] = {}
    done = 0

    with progress("Looking up references", len(subjects)) as advance:

        def finished(key: str, locked: LockedReference) -> None:
            nonlocal done
            known[key] = locked
            done += 1
            advance()
            if done % _OFTEN == 0:
                file.save(Lock(known))

        try:
            if subjects:
                from citewell.evidence.resolve import resolve  # noqa: PLC0415 - it takes half a second

                silent = asyncio.run(resolve(project, site.settings, subjects, day, finished))
        except KeyboardInterrupt as stop:
            file.save(Lock(known))
            raise type(stop)(f"what {count(done, 'reference')} came to is kept in {LOCK}") from stop
    lock = Lock(_remembered(known, site) if whole else known)
    file.save(lock)
    return lock, silent


def _remembered(known: dict[str, LockedReference], site: Site) -> dict[str, LockedReference]:
    """What is known of the references there are, and notices about a work whose new entry was not looked up yet."""
    from citewell.citations.notices import identifiers_of_work  # noqa: PLC0415 - as above

    lock, there = Lock(known), site.bibliography.references
    unchecked = {name for each in there.values() if lock.of(each) is None for name in identifiers_of_work(each)}
    return {
        key: locked
        for key, locked in known.items()
        if key in there or (locked.notices and unchecked.intersection(locked.identifiers))
    }
