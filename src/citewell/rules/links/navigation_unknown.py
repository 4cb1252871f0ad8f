"""The navigation, or the footer, lists a page that the site does not have.

`navigation` in `site.yml` names the pages that the header of every page links to, `footer` those at its foot. A name
is that of a page that the site makes itself (`topics`, `articles`, `sources`, `evidence`, `glossary`, `people`,
`search`) or that of a file in `content_src/pages/`, without its ending. A draft is not a page yet. A link to another
site needs a title and an address.

Fix it by writing the name of a page, or by deleting the line.

Wrong: `navigation: [topics, abuot]`

Right: `navigation: [topics, about]`
"""

from __future__ import annotations

from collections.abc import Iterator

from citewell.citations.find_reference import Names, find_similar_keys
from citewell.model.addresses import scheme
from citewell.model.article import PublicationStatus
from citewell.model.page_kinds import list_page_kinds
from citewell.model.site import HeaderLink, Site
from citewell.rules.rule import Finding, SiteContext, shortened, site_rule


@site_rule("LNK006")
def rule(site: Site, context: SiteContext) -> Iterator[Finding]:
    """Every item of ``navigation:`` or ``footer:`` that is neither a page of the site nor an address with a title."""
    names = {kind.name for kind in list_page_kinds() if kind.name and kind.exists(context.facts)}
    names |= {slug for slug, page in context.facts.pages.items() if page.status is PublicationStatus.PUBLISHED}
    drafts = set(context.facts.pages) - names
    in_order = Names(sorted(names))
    listed = {"navigation": site.settings.navigation or (), "footer": site.settings.footer or ()}
    for key, link in ((key, link) for key, links in listed.items() for link in links):
        if link.target in names:
            continue
        if scheme(link.target) in {"https", "http"}:
            if not link.title:
                yield Finding(link.location, "a link to another site has no title", f'write "Its title: {link.target}"')
        else:
            yield Finding(link.location, _describe(key, link, drafts), _suggest(link, in_order))


def _describe(key: str, link: HeaderLink, drafts: set[str]) -> str:
    shown = shortened(link.target)
    if link.target in drafts:
        return f'"{key}" lists "{shown}", which is a draft, so readers cannot open it'
    return f'"{key}" lists "{shown}", which is not a page of this site'


def _suggest(link: HeaderLink, names: Names) -> str:
    plain = link.target.removesuffix("index.md").removesuffix(".md").strip("/")
    if plain in names:
        return f'write "{plain}"'
    near = find_similar_keys(plain, names)
    return f'did you mean "{near[0]}"?' if near else f"take it out, or write one of {', '.join(names)}"
