"""A key that has to be there is not.

A page without a title, a person without a name or a reference without an id cannot be shown.

Fix it by adding the line.

Wrong:

```yaml
people:
  - id: editorial-team
```

Right:

```yaml
people:
  - id: editorial-team
    name: Editorial team
```
"""

from collections.abc import Iterator

from citewell.diagnostics import Location
from citewell.model.site import Site
from citewell.rules.rule import Context, Finding, all_flaws, site_rule, words_flaws


@words_flaws("missing-key")
@site_rule("SRC014")
def rule(site: Site, _context: Context) -> Iterator[Finding]:
    """Every missing key, but for one that is there with a slip or in the wrong place: that is said already."""
    flaws = tuple(all_flaws(site))
    unknown = [flaw for flaw in flaws if flaw.kind == "unknown-key"]
    meant = {(*_group(flaw.location), flaw.suggestion.rpartition("/")[2]) for flaw in unknown}
    for flaw in flaws:
        if flaw.kind == "missing-key" and (*_group(flaw.location), flaw.detail) not in meant:
            yield Finding(flaw.location, f'"{flaw.detail}" is missing', f'add a line "{flaw.detail}: …" with its value')


def _group(place: Location) -> tuple[str, int]:
    """The file, and of one that lists many things the line."""
    return place.path, 0 if place.path.endswith(".md") else place.line
