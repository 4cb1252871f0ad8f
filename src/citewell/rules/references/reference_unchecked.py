"""A reference was never looked up on the web, or never reached there, or was changed since.

Nobody knows then whether its page is there, whether it is the page that its title names, or whether the work was
retracted. Where none of a file's references was ever looked up, there is one finding at its top. A reference that no
document cites does not count: no reader meets it.

How much it matters is `unchecked_reference` in `content_src/site.yml`: with `warning` it is one, and an error with
`--release`; `error` makes it an error always, `ignore` never reports it.

Fix it with `citewell refs resolve`, which looks the references up and writes `content_src/references.lock`. After a
change of its title, an identifier or its address a reference is unchecked again.

Wrong: a reference in `content_src/references/sarcoma.yml` that `content_src/references.lock` does not know.

Right: `citewell refs resolve` has run since the reference was added.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from citewell.diagnostics import Location, Severity
from citewell.messages.days import day
from citewell.model.evidence import LockedReference
from citewell.model.references import Reference
from citewell.model.site import Site, Unchecked
from citewell.rules.poison import rests_on_names
from citewell.rules.rule import Context, Finding, site_rule

_LOCK_READ: Final = (rests_on_names("references.lock"),)


@site_rule("REF012", Severity.WARNING, at_release=Severity.ERROR)
def rule(site: Site, context: Context) -> Iterator[Finding]:
    """Every cited reference of which nothing is known; of a file without any other, one finding for all."""
    policy = site.settings.policies.unchecked_reference
    if policy is Unchecked.IGNORE:
        return
    severity = Severity.ERROR if policy is Unchecked.ERROR else None
    for path, references in _cited_by_file(site, context).items():
        unchecked = [reference for reference in references if not _is_checked(context.known.get(reference.key))]
        if len(references) > 1 and not any(reference.key in site.lock.references for reference in references):
            message = f"none of the {len(references)} cited references in this file was ever looked up on the web"
            yield Finding(Location(path), message, "run citewell refs resolve", severity=severity, premises=_LOCK_READ)
            continue
        for reference in unchecked:
            before = site.lock.references.get(reference.key)
            message = f'"{reference.key}" {_state(before, reference.key in context.known)}'
            way = f"run citewell refs resolve {reference.key}"
            yield Finding(reference.place(), message, way, severity=severity, premises=_LOCK_READ)


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
        return "was never looked up on the web"
    when = day(before.checked)
    if holds:
        return f"was never reached on the web; the last time, on {when}: {before.reason}"
    return f"is not what was looked up on {when}: its title, an identifier or its address was changed since"
