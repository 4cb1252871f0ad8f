"""A DOI, PMID, PMCID, ISBN or URL is malformed.

A mistake in an identifier leads readers to nothing, or to another work. So each one is checked as far as possible
without the network: the parts of a DOI, the digits of a PMID or PMCID, the check digit of an ISBN, a possible site in a
URL.

- DOI: `10.1136/bmj.f7095`; with `https://doi.org/` or `doi:` before it, it is understood too
- PMID: one to eight digits, not starting with zero
- PMCID: `PMC` and digits
- ISBN: 10 or 13 digits, with or without hyphens
- URL: begins with `https://` or `http://`, without spaces; a user name or password in it is SEC022

Fix it by copying the identifier again from the publisher's page, PubMed or the book's imprint. If it is certain what
was meant, the hint gives the right spelling. The part before an `@` may be a password, so it is not repeated.

Wrong:

```yaml
DOI: 10.12/x
```

Right:

```yaml
DOI: 10.1136/bmj.f7095
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from citewell.citations.identifiers import BadIdentifier, read_identifier
from citewell.model.references import IdentifierKind
from citewell.model.site import Site
from citewell.rules.references.yaml_rewrite import respelling
from citewell.rules.rule import Finding, SiteContext, fixable, site_rule
from citewell.rules.security.external_links import user_part

# A name and password before a host. In "site.example/@name" it is neither, but part of a path.
_USER: Final = re.compile(r"^(https?://)?.*[^/]@", re.IGNORECASE | re.DOTALL)


@fixable
@site_rule("REF003")
def rule(site: Site, _context: SiteContext) -> Iterator[Finding]:
    """Every malformed identifier of every reference."""
    for reference in site.bibliography.references.values():
        for kind in IdentifierKind:
            typed = reference.fields.get(kind)
            found = read_identifier(kind, typed) if typed else None
            has_user = kind is IdentifierKind.URL and user_part(typed or "")
            if typed and isinstance(found, BadIdentifier) and not has_user:
                place = reference.place(kind)
                hint = f'write "{found.spelling}"' if found.spelling else found.advice
                fix = respelling(typed, found.spelling, place)
                yield Finding(place, f'the {kind} "{_without_user(typed)}" {found.reason}', hint, fix)


def _without_user(typed: str) -> str:
    return _USER.sub(lambda found: f"{found[1] or ''}…@", typed)
