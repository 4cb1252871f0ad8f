"""A reference lacks something that works of its type have.

Readers judge a source by who says it, where and when. An article without its journal, or a report without its date,
cannot be judged, and cannot be found again when its address has died.

What each type needs:

- journal, magazine and newspaper article: `title`, `author`, `container-title` (the journal) and `issued` (the date)
- article outside a journal, such as a preprint: `title`, `author`, `issued`, and where it is: `container-title` or
  `publisher`
- web page and post: `title`, and whose page it is: `container-title`, `publisher` or `author`
- report and data: `title`, `issued`, and who stands behind it: `publisher` or `author`
- book: `title`, `author`, `editor` or `translator`, `publisher` and `issued`
- chapter: `title`, `author` or `editor`, `container-title` (the book), `publisher` and `issued`
- entry of a dictionary or encyclopedia: `title` and `container-title` (the work it stands in)
- conference paper: `title`, `author`, `issued`, and the conference: `container-title` or `event-title`
- thesis: `title`, `author`, `publisher` (the university) and `issued`
- film: `title`, `issued`, and who made it: `publisher`, `author`, `director` or `producer`
- law: `title`, and by what it is found: `issued`, `number` or `container-title`
- anything else: `title`, and who stands behind it: `container-title`, `publisher` or `author`

Mend it by adding what is missing, as the work itself states it, and never make anything up. A body that signs as author
is written with `literal:`; an article that nobody signs is the journal's own, so the journal is its `literal:` author.

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

from collections.abc import Iterator, Mapping
from typing import Final

from citewell.model.references import Reference
from citewell.model.site import Site
from citewell.rules.rule import Context, Finding, site_rule

# Any one variable of an inner group will do.
_ARTICLE: Final = (("title",), ("author",), ("container-title",), ("issued",))
_PAGE: Final = (("title",), ("container-title", "publisher", "author"))
_REPORT: Final = (("title",), ("publisher", "author"), ("issued",))
_ENTRY: Final = (("title",), ("container-title",))
_LAW: Final = (("title",), ("issued", "number", "container-title"))
_NEEDS: Final[Mapping[str, tuple[tuple[str, ...], ...]]] = {
    "article": (("title",), ("author",), ("issued",), ("container-title", "publisher")),
    "article-journal": _ARTICLE,
    "article-magazine": _ARTICLE,
    "article-newspaper": _ARTICLE,
    "bill": _LAW,
    "book": (("title",), ("author", "editor", "translator"), ("publisher",), ("issued",)),
    "chapter": (("title",), ("author", "editor"), ("container-title",), ("publisher",), ("issued",)),
    "dataset": _REPORT,
    "entry-dictionary": _ENTRY,
    "entry-encyclopedia": _ENTRY,
    "legislation": _LAW,
    "motion_picture": (("title",), ("publisher", "author", "director", "producer"), ("issued",)),
    "paper-conference": (("title",), ("author",), ("container-title", "event-title"), ("issued",)),
    "regulation": _LAW,
    "report": _REPORT,
    "thesis": (("title",), ("author",), ("publisher",), ("issued",)),
}


@site_rule("REF001")
def rule(site: Site, _context: Context) -> Iterator[Finding]:
    """Every reference that lacks what its type needs, all of it in one finding."""
    for reference in site.bibliography.references.values():
        has = _variables(reference)
        missing = [group for group in _NEEDS.get(reference.type, _PAGE) if has.isdisjoint(group)]
        if missing:
            words = _listed([f"no {' or '.join(group)}" for group in missing]).replace("issued", "date (issued)")
            way = "add what the work itself states"
            if any("author" in group for group in missing):
                way += '; an author that is a body is written "literal:"'
            yield Finding(reference.place(), f'"{reference.key}", of type {reference.type}, has {words}', way)


def _listed(words: list[str]) -> str:
    *most, last = words
    return f"{', '.join(most)} and {last}" if most else last


def _variables(reference: Reference) -> set[str]:
    """The variables a reference has a value for, be it one that another finding tells of."""
    filled = {variable for variable, value in reference.fields.items() if value}
    others = {"author": reference.authors, "editor": reference.editors, "issued": reference.issued}
    filled |= reference.contributors.keys() | reference.unread
    filled |= {"event-title"} if "event" in filled else set()  # its name in CSL 1.0.1
    return filled | {variable for variable, value in others.items() if value}
