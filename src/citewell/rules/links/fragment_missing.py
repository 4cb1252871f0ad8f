"""A link leads to a place on a page that is not there.

Readers would land at the top of the page and look for the place in vain. What follows after `#` is the id of a
heading or block: its words in small letters, joined by hyphens. The list of sources is `#sources`, one of them
`#ref-KEY`, and the takeaway `#takeaway`.

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

from citewell.citations.anchors import reference_anchor
from citewell.citations.resolve import nearest, resolve
from citewell.model.addresses import document_path, follow, scheme
from citewell.model.facts import ArticleFacts
from citewell.model.references import Bibliography
from citewell.model.site import Site
from citewell.rules.links.all_links import all_links, known_paths
from citewell.rules.rule import Context, Finding, shortened, site_rule


@site_rule("LNK002")
def rule(site: Site, context: Context) -> Iterator[Finding]:
    """Every internal link whose fragment no heading or block has; hubs are looked at once they are built."""
    known = known_paths(site, context.facts)
    for document, link in all_links(context.facts):
        if scheme(link.href) is not None or "#" not in link.href:
            continue
        target = follow(link.href, document_path(document.slug, document.kind))
        page = known.get(target.path) if target else None
        if target is None or page is None or _has(page, target.fragment, site.bibliography):
            continue
        near = nearest(target.fragment, tuple(sorted(page.anchors)))
        yield Finding(
            link.location,
            f'nothing on that page has the id "{shortened(target.fragment)}"',
            f'did you mean "#{near[0]}"?' if near else "write the words of a heading in small letters, with hyphens",
        )


def _has(page: ArticleFacts, fragment: str, bibliography: Bibliography) -> bool:
    if fragment in page.anchors:
        return True
    if not fragment.startswith("ref-") or "sources" not in page.anchors:
        return False
    references = (resolve(key, bibliography) for key in page.keys_used)
    return any(reference is not None and reference_anchor(reference) == fragment for reference in references)
