"""The address of a reference has moved for good: its site sends everybody on to another one.

Readers still get there, until the site stops sending them on, which most do one day.

Fix it by writing the new address; `citewell check --fix` does so where it is as safe as the old one, and nothing else
hangs on that. It was looked up on the way, so the reference need not be looked up again at once.

Wrong:

```yaml
URL: http://www.example.org/old/lumps
```

Right:

```yaml
URL: https://www.example.org/lumps
```
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from citewell.citations.identifiers import parse_identifier
from citewell.citations.identifiers.hosts import is_private_host
from citewell.citations.resolve import resolve
from citewell.diagnostics import Severity
from citewell.model.evidence import Verdict
from citewell.model.references import IdentifierKind
from citewell.model.site import Site
from citewell.rules.references.yaml_rewrite import respelling
from citewell.rules.rule import Context, Finding, fixable, site_rule


@fixable
@site_rule("REF014", Severity.WARNING)
def rule(site: Site, context: Context) -> Iterator[Finding]:
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
        other = resolve(new, site.bibliography)
        fix = None
        if other and other is not reference:
            way = f'"{other.key}" has that address: keep one of the two'
        elif key in held:
            way = f"write {new}, here and in the citations that name the address"
        elif locked.match is None or locked.address != old or _is_worse(old, new):
            way = f"open {new}; if it is the right page, write that address"
        else:
            way, fix = f"write {locked.final_url}", respelling(old, locked.final_url, place)
        yield Finding(place, f'the page of "{key}" has moved to {new}', way, fix)


def _is_worse(old: str, new: str) -> bool:
    """Whether an address is not encrypted while the old one was, or leads into a private network."""
    parts = urlsplit(new)
    return (parts.scheme == "http" and old.lower().startswith("https:")) or is_private_host(parts.hostname or "")


def _cited_by_address(site: Site, context: Context) -> frozenset[str]:
    """The keys of references that a citation names by an address, perhaps the old one."""
    names = {name for document in context.facts.documents for name in document.keys_used if "/" in name}
    named = (resolve(name, site.bibliography) for name in names)
    return frozenset(reference.key for reference in named if reference)
