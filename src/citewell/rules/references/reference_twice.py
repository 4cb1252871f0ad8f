"""Two references describe the same work.

Cited under two keys, one work gets two numbers on a page, and a statement seems to stand on more evidence than it does.

Two references are the same work when they share a DOI, PMID, PMCID, ISBN or URL (chapters may share the ISBN of their
book), or when title, year and first author are the same. Two works with different DOIs, PMIDs or ISBNs are never taken
for one.

Mend it by keeping the fuller of the two and citing its key everywhere. If they are two works, correct the identifier
that is wrong.

Wrong:

```yaml
- id: downie-2013
  DOI: 10.1136/bmj.f7095
- id: red-flags
  DOI: https://doi.org/10.1136/BMJ.f7095
```

Right:

```yaml
- id: downie-2013
  DOI: 10.1136/bmj.f7095
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from citewell.citations.identifiers import behind_address, identifier_key
from citewell.model.references import IdentifierKind, Reference
from citewell.model.site import Site
from citewell.rules.rule import Context, Finding, site_rule

# A work has one of each of these, so two different ones are two works; it may well have several addresses.
_ONE_A_WORK: Final = (IdentifierKind.DOI, IdentifierKind.PMID, IdentifierKind.ISBN)
_SIGNS: Final = re.compile(r"[\W_]+")


@site_rule("REF005")
def rule(site: Site, _context: Context) -> Iterator[Finding]:
    """Every reference that repeats one before it; each is reported once."""
    first: dict[str, Reference] = {}
    for reference in site.bibliography.references.values():
        signs = dict(_signs(reference))
        same = next((sign for sign in signs if sign in first and not _apart(sign, first[sign], reference)), None)
        if same is not None:
            other = first[same]
            yield Finding(
                reference.place(),
                f'"{reference.key}" is the same work as "{other.key}": {signs[same]}',
                f"keep one of them and cite its key; the other stands at {other.place()}",
            )
        for sign in signs:
            first.setdefault(sign, reference)


def _signs(reference: Reference) -> Iterator[tuple[str, str]]:
    """What a work can be known by, each with the words that say so."""
    for kind, value in reference.identifiers.items():
        if kind is not IdentifierKind.ISBN or reference.type != "chapter":
            sign = identifier_key(kind, value)
            sign = behind_address(sign) or sign
            yield sign, f"both lead to {sign}"
    title = _letters(reference.title)
    author = reference.authors[0] if reference.authors else None
    if title and author and reference.issued:
        name = _letters(author.family or author.literal)
        yield f"title:{title}|{reference.issued.year}|{name}", "title, year and first author are the same"


def _apart(sign: str, one: Reference, other: Reference) -> bool:
    """Whether references that look alike by their words are told apart by their identifiers."""
    if not sign.startswith("title:"):
        return False
    pairs = ((one.identifiers.get(kind), other.identifiers.get(kind)) for kind in _ONE_A_WORK)
    return any(mine and theirs and mine != theirs for mine, theirs in pairs)


def _letters(text: str) -> str:
    """A text without case, signs and spaces, by which two ways of writing it are the same."""
    return _SIGNS.sub("", text.casefold())
