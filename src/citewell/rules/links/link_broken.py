"""A link inside the site does not lead to a page.

Readers would get "page not found". A link is relative to the page that contains it, as browsers follow it, and ends in
a slash. From an article, `../other-article/` is another article, `../../about/` one of the site's own pages,
`../../topics/back-pain/` a topic, and `../../sources/`, `../../evidence/`, `../../people/`, `../../articles/`,
`../../topics/` and `../../` (the home page) are the rest. From one of the site's own pages they begin with `../`, as in
`../articles/other-article/`. Add `#` and an id for a place on a page. A file in
`content_src/static/` is `/leaflet.pdf`, with its path there after the slash. Drafts are not
published. An address on another site begins with `https://`. A link to a withdrawn article is a warning: its page says
why it is gone, and nothing must delay a withdrawal.

Fix it as the hint says.

Wrong:

```markdown
See [what a biopsy is](../what-is-a-biopsy/article.md). [no source: about-this-site]
```

Right:

```markdown
See [what a biopsy is](../what-is-a-biopsy/). [no source: about-this-site]
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from citewell.citations.find_reference import find_similar_keys
from citewell.diagnostics import Severity
from citewell.model.addresses import Target, document_path, follow, relative_path, scheme
from citewell.model.article import PublicationStatus
from citewell.model.facts import Card, LinkUse, SiteFacts
from citewell.model.site import Site
from citewell.rules.links.all_links import all_links, known_paths
from citewell.rules.rule import Finding, SiteContext, shortened, site_rule

#: "www.example.org/page": how people write an address that begins with https://.
_HOST: Final = re.compile(r"www\.[\w-]+\.", re.IGNORECASE)
_DRAFT = PublicationStatus.DRAFT
_WITHDRAWN = PublicationStatus.WITHDRAWN


@site_rule("LNK001")
def rule(site: Site, context: SiteContext) -> Iterator[Finding]:
    """Every internal link to a path that no page has, or only a draft; and to what was withdrawn."""
    known = known_paths(context.facts)
    names = tuple(path for path in known if path)
    former = {
        old.path: document_path(each.slug, each.kind) for each in context.facts.documents for old in each.redirects
    }
    static = tuple(file.path for file in site.static)
    for document, link in all_links(context.facts):
        if scheme(link.href) is not None or link.href.startswith("#"):
            continue
        base = document_path(document.slug, document.kind)
        target = follow(link.href, base)
        if target is not None and target.path in static:
            continue
        rooted = link.href.startswith("/")
        if target is None or target.path not in known or rooted or not link.href:
            page = former.get(target.path if target else "") or _guess_path(target, base, known, names)
            file = None if page or target is None else _guess_file(target.path, static)
            yield _name_file(link, file) if file else _broken(link, base, page)
        elif there := known[target.path]:
            yield from _closed(document, link, there, _in_its_place(there, context.facts), base)


def _broken(link: LinkUse, base: str, meant: str | None) -> Finding:
    shown = shortened(link.href)
    if not shown:
        return Finding(link.location, "this link has no address", "write its address, or delete it")
    message = f'"{shown}" is not a page of this site'
    if meant is not None and shown.startswith("/"):
        message = f'"{shown}" begins with a slash, but the site may be in a folder'
    if _HOST.match(shown):
        return Finding(link.location, message, f"if it is on another site, write https://{shown}")
    hint = (
        f'did you mean "{relative_path(meant, base)}"?'
        if meant is not None
        else "write ../name-of-the-article/ or delete it"
    )
    return Finding(link.location, message, hint)


def _guess_path(target: Target | None, base: str, known: Mapping[str, object], names: tuple[str, ...]) -> str | None:
    """The page that was probably meant: the same name without a file's ending, or else the nearest name."""
    if target is None:
        return None
    path = target.path
    if path in known:
        return path
    for ending in ("article.md", "index.md", "index.html", ".md", ".html"):
        path = path.removesuffix(ending)
    path = path.strip("/").removeprefix("content_src/").removeprefix("pages/") + "/"
    last = path.rstrip("/").rpartition("/")[2]
    for likely in (path, f"articles/{last}/", f"{last}/"):
        if likely in known:
            return likely
    near = (*find_similar_keys(path, names), *find_similar_keys(f"articles/{last}/", names))
    return next((likely for likely in near if likely != base), None)


def _guess_file(path: str, static: tuple[str, ...]) -> str | None:
    """The file published as it is that was probably meant: by its own name alone, or the nearest."""
    name = path.rpartition("/")[2]
    same = (file for file in static if name and file.rpartition("/")[2] == name)
    return next(same, None) or next(iter(find_similar_keys(path, static)), None)


def _name_file(link: LinkUse, meant: str) -> Finding:
    shown = shortened(link.href)
    return Finding(link.location, f'"{shown}" is not a page or file of this site', f'did you mean "/{meant}"?')


def _in_its_place(there: Card, facts: SiteFacts) -> str:
    """The path of the article that readers can read in place of a withdrawn one; empty when there is none."""
    other = facts.articles.get(there.instead.text if there.instead else "")
    return document_path(other.slug, other.kind) if other and other.status is PublicationStatus.PUBLISHED else ""


def _closed(document: Card, link: LinkUse, there: Card, instead: str, base: str) -> Iterator[Finding]:
    """A link to a document of which readers cannot read the text; ``instead`` is the path of one they can, or empty."""
    shown = shortened(link.href)
    if there.status is _DRAFT and document.status is not _DRAFT and not there.withheld:
        hint = "delete the link until that article is published"
        yield Finding(link.location, f'"{shown}" leads to a draft, so readers cannot open it', hint)
    elif there.status is _WITHDRAWN and document.status is not _WITHDRAWN:
        leads_on = instead not in ("", base)
        hint = f'link to "{relative_path(instead, base)}", which replaces it' if leads_on else "delete the link"
        yield Finding(link.location, f'"{shown}" leads to a withdrawn article', hint, severity=Severity.WARNING)
