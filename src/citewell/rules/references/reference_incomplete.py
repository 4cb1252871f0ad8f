"""A reference lacks a key that works of its type need.

Readers judge a source by who says it, where and when. An article without its journal, or a report without its date,
cannot be judged, and cannot be found again if its address no longer works.

What each type needs:

- journal, magazine and newspaper article: `title`, `author`, `container-title` (the journal) and `issued` (the date)
- article not in a journal, such as a preprint: `title`, `author`, `issued`, and where it is: `container-title` or
  `publisher`
- web page and post: `title`, and whose page it is: `container-title`, `publisher` or `author`
- report and data: `title`, `issued`, and who is responsible: `publisher` or `author`
- book: `title`, `author`, `editor` or `translator`, `publisher` and `issued`
- chapter: `title`, `author` or `editor`, `container-title` (the book), `publisher` and `issued`
- entry of a dictionary or encyclopedia: `title` and `container-title` (the work that contains it)
- conference paper: `title`, `author`, `issued`, and the conference: `container-title` or `event-title`
- thesis: `title`, `author`, `publisher` (the university) and `issued`
- film: `title`, `issued`, and who made it: `publisher`, `author`, `director` or `producer`
- law: `title`, and how to find it: `issued`, `number` or `container-title`
- anything else: `title`, and who is responsible: `container-title`, `publisher` or `author`

Fix it by adding what is missing, as the work itself gives it; never make anything up. Write an organisation that is the
author with `literal:`; if an article names no author, it is by the journal, so the journal is its `literal:` author.

Wrong:

```yaml
- id: deyo-1988
  type: article-journal
  title: Cancer as a cause of back pain
```

Right:

```yaml
- id: deyo-1988
  type: article-journal
  title: Cancer as a cause of back pain
  author:
    - family: Deyo
      given: R A
  container-title: Journal of General Internal Medicine
  issued: 1988
```
"""

from __future__ import annotations

from collections.abc import Iterator

from citewell.citations.completeness import find_missing_variables
from citewell.model.site import Site
from citewell.rules.rule import Finding, SiteContext, site_rule


@site_rule("REF001")
def rule(site: Site, _context: SiteContext) -> Iterator[Finding]:
    """Every reference that lacks what its type needs, all of it in one finding."""
    for reference in site.bibliography.references.values():
        missing = find_missing_variables(reference)
        if missing:
            words = _listed([f"no {' or '.join(group)}" for group in missing]).replace("issued", "date (issued)")
            hint = "add the details that the work itself gives"
            if any("author" in group for group in missing):
                hint += '; write an author that is an organisation with "literal:"'
            yield Finding(reference.place(), f'"{reference.key}", of type {reference.type}, has {words}', hint)


def _listed(words: list[str]) -> str:
    *most, last = words
    return f"{', '.join(most)} and {last}" if most else last
