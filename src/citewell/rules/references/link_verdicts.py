"""Results of the online check, at the reference: never checked, failing, moved, changed.

A reference that no document cites does not count: no reader meets it. What is graver than these is reported at each
citation, as "citation-of-broken".
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final
from urllib.parse import urlsplit

from citewell.citations.find_reference import find_reference
from citewell.citations.identifiers import parse_identifier
from citewell.citations.identifiers.hosts import is_private_host
from citewell.diagnostics import Location, Severity
from citewell.messages.days import day
from citewell.model.evidence import LockedReference, Verdict
from citewell.model.policies import Unchecked
from citewell.model.references import IdentifierKind, Reference
from citewell.model.site import Site
from citewell.rules.poison import rests_on_names
from citewell.rules.references.yaml_rewrite import respelling
from citewell.rules.rule import Finding, SiteContext, describe_rule, fixable, site_rule

_LOCK_READ: Final = (rests_on_names("references.lock"),)


@site_rule("REF012", Severity.WARNING, at_release=Severity.ERROR)
def _find_unchecked(site: Site, context: SiteContext) -> Iterator[Finding]:
    """Every cited reference of which nothing is known; of a file without any other, one finding for all."""
    policy = site.settings.policies.unchecked_reference
    if policy is Unchecked.IGNORE:
        return
    severity = Severity.ERROR if policy is Unchecked.ERROR else None
    for path, references in _group_by_file(site, context).items():
        unchecked = [reference for reference in references if not _is_checked(context.known.get(reference.key))]
        if len(references) > 1 and not any(reference.key in site.lock.references for reference in references):
            message = f"none of the {len(references)} cited references in this file has been checked online"
            yield Finding(Location(path), message, "run citewell refs resolve", severity=severity, premises=_LOCK_READ)
            continue
        for reference in unchecked:
            before = site.lock.references.get(reference.key)
            message = f'"{reference.key}" {_describe_state(before, reference.key in context.known)}'
            hint = f"run citewell refs resolve {reference.key}"
            yield Finding(reference.place(), message, hint, severity=severity, premises=_LOCK_READ)


def _group_by_file(site: Site, context: SiteContext) -> dict[str, list[Reference]]:
    files: dict[str, list[Reference]] = {}
    for key, reference in site.bibliography.references.items():
        if key in context.cited:
            files.setdefault(reference.place().path, []).append(reference)
    return files


def _is_checked(locked: LockedReference | None) -> bool:
    return locked is not None and locked.reached


def _describe_state(before: LockedReference | None, holds: bool) -> str:
    if before is None:
        return "has never been checked online"
    when = day(before.checked)
    if holds:
        return f"could never be reached online; last tried on {when}: {before.reason}"
    return f"has changed since it was checked on {when}: its title, an identifier or its address is different"


@site_rule("REF013", Severity.WARNING)
def _find_failing(site: Site, context: SiteContext) -> Iterator[Finding]:
    """Every cited reference that failed once, or at which another page was found once."""
    for key, locked in context.known.items():
        if key not in context.cited:
            continue
        if locked.verdict is Verdict.FAILING:
            what, moved = f"could not be reached on {day(locked.checked)}", "the page has moved"
        elif locked.verdict is Verdict.UNKNOWN and locked.suspected:
            what, moved = "may lead to a different work", "there is a different work"
        else:
            continue
        because = locked.reason.rstrip(" .")
        yield Finding(
            site.bibliography.references[key].place(IdentifierKind.URL),
            f'"{key}" {what}' + (f": {because}" if because else ""),
            f"open its address; if {moved}, correct it; if not, try again on another day",
        )


@fixable
@site_rule("REF014", Severity.WARNING)
def _find_moved(site: Site, context: SiteContext) -> Iterator[Finding]:
    """Every cited reference whose address has moved for good."""
    moved = {key: locked for key, locked in context.known.items() if locked.verdict is Verdict.MOVED}
    held = _cited_by_address(site, context) if moved else frozenset()
    for key, locked in moved.items():
        if key not in context.cited:
            continue
        reference = site.bibliography.references[key]
        new = parse_identifier(IdentifierKind.URL, locked.final_url)
        if new is None or new == reference.identifiers.get(IdentifierKind.URL):
            continue
        place = reference.place(IdentifierKind.URL)
        old = reference.fields.get(IdentifierKind.URL, "")
        other = find_reference(new, site.bibliography)
        fix = None
        if other and other is not reference:
            hint = f'"{other.key}" has that address: keep one of the two'
        elif key in held:
            hint = f"write {new}, here and in the citations that name the address"
        elif locked.match is None or locked.address != old or _is_worse(old, new):
            hint = f"open {new}; if it is the right page, write that address"
        else:
            hint, fix = f"write {locked.final_url}", respelling(old, locked.final_url, place)
        yield Finding(place, f'the page of "{key}" has moved to {new}', hint, fix)


def _is_worse(old: str, new: str) -> bool:
    """Whether an address is not encrypted while the old one was, or leads into a private network."""
    parts = urlsplit(new)
    return (parts.scheme == "http" and old.lower().startswith("https:")) or is_private_host(parts.hostname or "")


def _cited_by_address(site: Site, context: SiteContext) -> frozenset[str]:
    """The keys of references that a citation names by an address, perhaps the old one."""
    documents = context.facts.documents
    names = {name for document in documents for name in document.keys_used if "/" in name}
    named = (find_reference(name, site.bibliography) for name in names)
    return frozenset(reference.key for reference in named if reference)


@site_rule("REF015", Severity.ADVICE)
def _find_changed(site: Site, context: SiteContext) -> Iterator[Finding]:
    """Every cited reference whose page has changed."""
    for key, locked in context.known.items():
        uses = context.cited.get(key, 0)
        if locked.verdict is Verdict.CHANGED and uses:
            rest = "1 citation relies" if uses == 1 else f"{uses} citations rely"
            yield Finding(
                site.bibliography.references[key].place(IdentifierKind.URL),
                f'the page of "{key}", on which {rest}, had changed when it was checked on {day(locked.checked)}',
                f"read it again with the statements that cite it: citewell refs impact {key}",
            )


_REF012: Final = """
A reference has never been checked online, could never be reached, or has changed since the check.

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

_REF013: Final = """
A reference could not be reached in the last online check, or had another page, for the first time.

Pages sometimes disappear for a day, and sites sometimes show a notice instead, so this is only a first warning. If it
happens again on a later day, the reference is broken or a wrong page, and each statement that cites it is reported.

Fix it by opening the address: if the page has moved, correct the reference. Otherwise wait for the next run of
`citewell refs resolve`.

Wrong: `content_src/references.lock` says `failing` of a reference.

Right: it says `ok`, after the page came back or its address was corrected.
"""

_REF014: Final = """
The address of a reference has moved permanently: its site redirects to another one.

Readers still get there until the site stops redirecting, which most sites do one day.

Fix it by writing the new address; `citewell check --fix` does so if it is as safe as the old one and nothing else
depends on the old one. The new address has already been checked, so the reference does not have to be checked again at
once.

Wrong:

```yaml
URL: http://www.example.org/old/lumps
```

Right:

```yaml
URL: https://www.example.org/lumps
```
"""

_REF015: Final = """
The text of a reference's page has changed since an earlier check.

Pages change for many reasons, and most changes do not affect what was cited. Only a person can tell, so this is advice.
The program itself compares pinned words (`[@key "the words"]`): if they change, it is an error at the citation.

Fix it by reading the page again with the statements that cite it; `citewell refs impact KEY` lists them. You do not
have to write anything down: the next check compares with the page as it is now.

Wrong: `content_src/references.lock` says `changed` of a reference that three sentences rest on.

Right: an editor has read the page again, and corrected the sentence that it no longer supports.
"""

rules: Final = (
    describe_rule(
        _find_unchecked,
        "reference-unchecked",
        _REF012,
    ),
    describe_rule(
        _find_failing,
        "reference-failing",
        _REF013,
    ),
    describe_rule(
        _find_moved,
        "reference-moved",
        _REF014,
    ),
    describe_rule(
        _find_changed,
        "page-changed",
        _REF015,
    ),
)
