r"""A title or a name in a reference contains markup that readers would see.

Entries are plain text. LaTeX and tags of other programs are read when references are added or imported; a command that
is not known stays as it is, because leaving it out could join two numbers: `10\unknown{6}` is not 106. Readers would
see the command, so it is an error until somebody corrects it.

Fix it by writing what the work itself shows, with Unicode characters: 10⁶, CO₂, ≥, β. CSL's own tags may stay: `<i>`,
`<b>`, `<sub>`, `<sup>` and `<span>`; a raised figure is shown as one.

Wrong:

```yaml
title: Dose of 10\expnt{6} cells
```

Right:

```yaml
title: Dose of 10⁶ cells
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from citewell.model.references import IdentifierKind, Name, Reference
from citewell.model.site import Site
from citewell.rules.rule import Finding, SiteContext, site_rule

_LATEX: Final = re.compile(
    r"\\[A-Za-z]+(?:\{[^{}]{0,60}\})?|\\[\"'`^~=.]\s?\{?\\?[A-Za-z]|\{\\|\$[^$]{0,60}[\\^_{][^$]{0,60}\$"
)
_TAG: Final = re.compile(
    r"</?(?:(?:jats|mml|m):[a-z]\w*|math|m(?:i|n|o|row|text|frac|sup|sub|subsup|sqrt|root|over|under)|sup|sub|p|br|u|tt|a"
    r"|div|font|inline-formula|tex-math)(?:\s+[\w:-]+=[^<>]{0,200})?\s*/?>",
    re.IGNORECASE,
)
#: Variables that no entry prints, or that another rule looks at.
_NOT_PRINTED: Final = frozenset({*IdentifierKind, "abstract", "annote", "ISSN", "keyword", "note"})


@site_rule("REF050")
def rule(site: Site, _context: SiteContext) -> Iterator[Finding]:
    """Every variable of a reference with markup left in it, and the first of it."""
    for reference in site.bibliography.references.values():
        for variable, text in _printed(reference):
            found = _LATEX.search(text) or _TAG.search(text)
            if found:
                kind = "LaTeX" if found.re is _LATEX else "a tag"
                yield Finding(
                    reference.place(variable),
                    f'{variable} of "{reference.key}" contains {kind} that readers would see: {found[0]}',
                    "write what the work itself shows, in Unicode characters: 10⁶, CO₂, ≥, β",
                )


def _printed(reference: Reference) -> Iterator[tuple[str, str]]:
    """The texts of a reference that its entry may print, with their variables; names part by part."""
    yield from ((name, text) for name, text in reference.fields.items() if name not in _NOT_PRINTED)
    people = {"author": reference.authors, "editor": reference.editors, **reference.contributors}
    for role, names in people.items():
        yield from ((role, _whole(name)) for name in names)


def _whole(name: Name) -> str:
    return f"{name.given} {name.dropping_particle} {name.non_dropping_particle} {name.family} {name.literal}"
