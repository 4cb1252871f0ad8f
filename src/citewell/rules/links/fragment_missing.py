"""A link leads to a place on a page that does not exist.

Readers would arrive at the top of the page and look for the place in vain. After `#` comes the id of a heading or
block: its words in small letters, joined by hyphens. The list of sources is `#sources`, one of them `#ref-KEY`, and the
takeaway `#takeaway`.

Fix it by writing the id of the heading as it is now. It changes when the heading does.

Wrong:

```markdown
See [the warning signs](#warning-sings). [no source: about-this-site]

## Warning signs
```

Right:

```markdown
See [the warning signs](#warning-signs). [no source: about-this-site]

## Warning signs
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from citewell.citations.anchors import make_reference_anchor
from citewell.citations.find_reference import Names, find_reference, find_similar_keys
from citewell.model.addresses import document_path, follow, scheme
from citewell.model.facts import Card
from citewell.model.references import Bibliography
from citewell.model.site import Site
from citewell.rules.links.all_links import all_links, known_paths
from citewell.rules.rule import Finding, SiteContext, shortened, site_rule


@site_rule("LNK002")
def rule(site: Site, context: SiteContext) -> Iterator[Finding]:
    """Every internal link whose fragment no heading or block has; hubs are looked at once they are built."""
    known = known_paths(context.facts)
    looked_at: dict[str, _Ids] = {}
    for document, link in all_links(context.facts):
        if scheme(link.href) is not None or "#" not in link.href:
            continue
        target = follow(link.href, document_path(document.slug, document.kind))
        page = known.get(target.path) if target else None
        if target is None or page is None or page.has_anchor(target.fragment):
            continue
        if page.path not in looked_at:
            looked_at[page.path] = _ids_of(page, site.bibliography)
        there = looked_at[page.path]
        if target.fragment in there.sources:
            continue
        near = find_similar_keys(target.fragment, there.others)
        yield Finding(
            link.location,
            f'nothing on that page has the id "{shortened(target.fragment)}"',
            f'did you mean "#{near[0]}"?' if near else "write the words of a heading in small letters, with hyphens",
        )


class _Ids(NamedTuple):
    """The ids of a page: those of its sources, and all others in the order of their letters."""

    sources: frozenset[str]
    others: Names


def _ids_of(page: Card, bibliography: Bibliography) -> _Ids:
    keys = page.keys_used if page.has_anchor("sources") else ()
    references = (find_reference(key, bibliography) for key in keys)
    sources = frozenset(make_reference_anchor(reference) for reference in references if reference is not None)
    return _Ids(sources, Names(page.anchors))
