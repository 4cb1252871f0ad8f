"""A DOI, PMID, PMCID, ISBN or URL is not written as one can be.

A slip in an identifier leads readers nowhere, or to another work. So each is checked for what can be known without the
network: the parts of a DOI, the figures of a PMID or PMCID, the check digit of an ISBN, a possible site in a URL.

- DOI: `10.1136/bmj.f7095`; with `https://doi.org/` or `doi:` in front it is understood too
- PMID: one to eight digits, no zero in front
- PMCID: `PMC` and digits
- ISBN: 10 or 13 digits, with or without hyphens
- URL: begins with `https://` or `http://`, without spaces, user names or passwords

Mend it by copying the identifier again from the publisher's page, PubMed or the book's imprint. Where what was meant is
beyond doubt, the right spelling is offered.

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

from collections.abc import Iterator

from citewell.citations.identifiers import Malformed, examine
from citewell.diagnostics import Fix, Location
from citewell.model.references import IdentifierKind
from citewell.model.site import Site
from citewell.rules.rule import Context, Finding, site_rule


@site_rule("REF003")
def rule(site: Site, _context: Context) -> Iterator[Finding]:
    """Every malformed identifier of every reference."""
    for reference in site.bibliography.references.values():
        for kind in IdentifierKind:
            typed = reference.fields.get(kind)
            found = examine(kind, typed) if typed else None
            if typed and isinstance(found, Malformed):
                place = reference.place(kind)
                way = f'write "{found.spelling}"' if found.spelling else found.advice
                yield Finding(place, f'the {kind} "{typed}" {found.reason}', way, _fix(found.spelling, typed, place))


def _fix(spelling: str, typed: str, place: Location) -> Fix | None:
    """The right spelling put in place of the text; none where the file holds it with escapes or over several lines."""
    as_typed = place.line == place.end_line and place.end_column - place.column == len(typed)
    if not spelling or not as_typed or any(sign in spelling for sign in "'\"\\"):
        return None
    return Fix(f'write "{spelling}"', place, spelling)
