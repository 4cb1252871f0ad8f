"""A reference has never been checked online, could never be reached, or has changed since the check.

So nobody knows whether its page is there, whether it has the right title, or whether the work was retracted. If none of
a file's references has been checked, there is one finding at the top of the file. References that no document cites are
not reported, because readers never see them.

`unchecked_reference` in `content_src/site.yml` sets the severity: with `warning` it is a warning, and an error with
`--release`; with `error` it is always an error; with `ignore` it is never reported.

Fix it with `citewell refs resolve`, which checks the references online and writes `content_src/references.lock`. If you
change its title, an identifier or its address, a reference is unchecked again.

Wrong: a reference in `content_src/references/sarcoma.yml` that `content_src/references.lock` does not know.

Right: `citewell refs resolve` has run since the reference was added.
"""

from __future__ import annotations

from collections.abc import Iterator

from citewell.diagnostics import Location, Severity
from citewell.messages.days import day
from citewell.model.evidence import LockedReference
from citewell.model.references import Reference
from citewell.model.site import Site, Unchecked
from citewell.rules.references.unread_lock import lock_was_read
from citewell.rules.rule import Context, Finding, site_rule


@site_rule("REF012", Severity.WARNING, at_release=Severity.ERROR)
def rule(site: Site, context: Context) -> Iterator[Finding]:
    """Every cited reference of which nothing is known; of a file without any other, one finding for all."""
    policy = site.settings.policies.unchecked_reference
    if policy is Unchecked.IGNORE or not lock_was_read(context):
        return
    severity = Severity.ERROR if policy is Unchecked.ERROR else None
    for path, references in _cited_by_file(site, context).items():
        unchecked = [reference for reference in references if not _is_checked(context.known.get(reference.key))]
        if len(references) > 1 and not any(reference.key in site.lock.references for reference in references):
            message = f"none of the {len(references)} cited references in this file has been checked online"
            yield Finding(Location(path), message, "run citewell refs resolve", severity=severity)
            continue
        for reference in unchecked:
            before = site.lock.references.get(reference.key)
            message = f'"{reference.key}" {_state(before, reference.key in context.known)}'
            way = f"run citewell refs resolve {reference.key}"
            yield Finding(reference.place(), message, way, severity=severity)


def _cited_by_file(site: Site, context: Context) -> dict[str, list[Reference]]:
    files: dict[str, list[Reference]] = {}
    for key, reference in site.bibliography.references.items():
        if key in context.cited:
            files.setdefault(reference.place().path, []).append(reference)
    return files


def _is_checked(locked: LockedReference | None) -> bool:
    return locked is not None and locked.reached


def _state(before: LockedReference | None, holds: bool) -> str:
    if before is None:
        return "has never been checked online"
    when = day(before.checked)
    if holds:
        return f"could never be reached online; last tried on {when}: {before.reason}"
    return f"has changed since it was checked on {when}: its title, an identifier or its address is different"
