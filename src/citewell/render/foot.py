"""What stands around an article's own text: contents, related pages, the notice and how to report a problem."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final
from urllib.parse import quote, urlsplit

from citewell.blocks.heading import Heading
from citewell.blocks.key_takeaways import TITLE, KeyTakeaways
from citewell.citations.number import NumberedArticle
from citewell.markup import Markup, element
from citewell.model.inlines import plain
from citewell.model.site import Settings
from citewell.render import words
from citewell.render.addresses import address_of, relative
from citewell.render.entries import ANCHOR
from citewell.render.lines import stacked
from citewell.render.site_map import SiteMap

# Names that are kept for examples, where no mail arrives (RFC 2606).
_EXAMPLE: Final = re.compile(r"(?:^|\.)example(?:\.(?:com|net|org))?$", re.IGNORECASE)


def contents(numbered: NumberedArticle) -> Markup | None:
    """The sections of an article, when it has at least two."""
    rows = list(_sections(numbered))
    if len(rows) < 2:
        return None
    links = [element("li", element("a", shown, href=f"#{anchor}")) for shown, anchor in rows]
    heading = element("h2", words.ON_THIS_PAGE, id="contents")
    listed = element("ul", stacked(*links))
    return element("div", stacked(heading, listed), class_="contents", role="navigation", aria_labelledby="contents")


def related(numbered: NumberedArticle, site_map: SiteMap) -> Markup | None:
    """Questions and articles that are close to this one, as far as they are published."""
    found, here = site_map.neighbourhood.related(numbered), address_of(numbered.article)
    lists = (
        ("related-questions", words.RELATED_QUESTIONS, found.questions),
        ("related-articles", words.RELATED_ARTICLES, found.articles),
    )
    shown = [
        links(
            anchor,
            heading,
            ((each.article.front.title.text, relative(here, address_of(each.article))) for each in near),
        )
        for anchor, heading, near in lists
        if near
    ]
    return element("div", stacked(*shown), class_="related") if shown else None


def links(anchor: str, heading: str, pages: Iterable[tuple[str, str]]) -> Markup:
    """A short list of pages with a heading of its own; ``pages`` are words and addresses."""
    listed = element("ul", stacked(*(element("li", element("a", shown, href=href)) for shown, href in pages)))
    return element("section", stacked(element("h2", heading, id=anchor), listed), aria_labelledby=anchor)


def notice(settings: Settings) -> Markup | None:
    """What this information is and is not, which country it was written for, and who may use it."""
    terms = (words.written_for(settings.region), words.under(settings.content_licence))
    lines = [line for line in (settings.notice, " ".join(filter(None, terms))) if line]
    if not lines:
        return None
    heading = element("h2", words.NOTICE, id="notice")
    shown = stacked(heading, *(element("p", line) for line in lines))
    return element("section", shown, class_="notice", aria_labelledby="notice")


def report(contact: str, title: str) -> Markup | None:
    """How to tell the editors about a mistake; ``contact`` is an e-mail address or that of a page."""
    if not contact:
        return None
    if _EXAMPLE.search(_host(contact)):
        line = element("p", words.REPORT_NOWHERE, contact)
    else:
        line = element("p", words.REPORT_HELP, element("a", contact, href=_contact_address(contact, title)))
    heading = element("h2", words.REPORT, id="report")
    return element("section", stacked(heading, line), class_="report", aria_labelledby="report")


def _host(contact: str) -> str:
    """The name of the site in an e-mail address or that of a page."""
    return (urlsplit(contact).hostname or "") if "//" in contact else contact.rpartition("@")[2]


def _contact_address(contact: str, title: str) -> str:
    if contact.startswith("https://"):
        return contact
    return f"mailto:{quote(contact, safe='@+')}?subject={quote(words.about_problem(title), safe='')}"


def _sections(numbered: NumberedArticle) -> Iterator[tuple[str, str]]:
    for node in numbered.article.body:
        if isinstance(node, Heading) and node.level == 2:
            yield plain(node.prose.inlines), node.anchor
        elif isinstance(node, KeyTakeaways):
            yield TITLE, node.anchor
    if numbered.entries:
        yield words.SOURCES, ANCHOR
