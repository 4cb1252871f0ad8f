"""The page at an address that another page had before: it sends readers on at once, and says where to."""

from __future__ import annotations

from collections.abc import Iterator

from citewell.markup import element
from citewell.model.addresses import address_of, relative_link
from citewell.model.facts import Card
from citewell.render.headings import title
from citewell.render.page import Meta, Page, page
from citewell.render.site_map import SiteIndex


def make_pages(site_map: SiteIndex) -> Iterator[Page]:
    """A page for each former address of what has a page now. No list leads to it, nor may search engines list it."""
    for former, card in list_former_addresses(site_map):
        yield _moved_page(former, card, site_map)


def list_former_addresses(site_map: SiteIndex) -> Iterator[tuple[str, Card]]:
    """Each former address, as a path from the root of the site, with the document to which it leads now."""
    for each in (*site_map.articles, *site_map.withdrawn, *site_map.withheld, *site_map.pages):
        for former in each.redirects:
            if former.path is not None:
                yield former.path, each


def _moved_page(former: str, card: Card, site_map: SiteIndex) -> Page:
    words, there, address = site_map.words, address_of(card), site_map.settings.address
    leads_to = relative_link(former, there)
    link = element("a", card.title, href=leads_to)
    meta = Meta(
        title=words("moved.title"),
        description=words("moved.description"),
        kind="moved",
        demonstration=site_map.site.settings.demonstration,
        noindex=True,
        leads_to=leads_to,
        canonical=f"{address}{there}" if address else "",
    )
    shown = element("p", words.marked("moved.now", page=link), class_="lead")
    return page(former, meta, [title(words("moved.title")), shown])
