"""Who writes: the line under an article's title, and the page about everyone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from citewell.article_context import ArticleContext
from citewell.markup import Markup, element, join
from citewell.model.addresses import PEOPLE, address_of, relative_link
from citewell.model.facts import Card
from citewell.model.page_kinds import LinkedFrom, PageKind
from citewell.model.people import Person
from citewell.render.headings import heading, title
from citewell.render.items import lead
from citewell.render.layout import stacked
from citewell.render.page import Meta, Page, page
from citewell.render.report import report
from citewell.render.site_map import SiteIndex

PAGE_KIND: Final = PageKind(PEOPLE, "people.title", LinkedFrom.FOOTER, order=70)


def byline(context: ArticleContext) -> Markup:
    """``By Jane Doe and the editorial team``, each name a link to the people page; else the publisher."""
    article, known, words = context.article, context.people, context.words
    names = list(dict.fromkeys(author.text for author in article.front.authors if author.text in known))
    if not names:
        return element("span", words.marked("article.by", names=context.settings.publisher))
    here = address_of(article)
    links = [element("a", known[name].name, href=relative_link(here, PEOPLE, name)) for name in names]
    return element("span", words.marked("article.by", names=words.listed_marked(links)))


def make_pages(site_map: SiteIndex) -> Iterator[Page]:
    """Everyone who writes, in the editors' order, with what they have written."""
    name, description = site_map.words("people.title"), site_map.words("people.description")
    blocks: list[Markup | None] = [title(name), lead(description)]
    for person in site_map.site.people.values():
        blocks.append(heading(2, person.name, person.id))
        blocks.append(element("p", person.about) if person.about else None)
        blocks.append(_facts(person, site_map))
    blocks.append(report(site_map, PEOPLE, name))
    meta = Meta(name, description, "people", site_map.site.settings.demonstration)
    yield page(PEOPLE, meta, blocks)


def _facts(person: Person, site_map: SiteIndex) -> Markup | None:
    """What people.yml says of a person; what it does not say is not made up."""
    words = site_map.words
    on = person.register, person.registration_number
    registered = words("review.register", register=on[0], number=on[1]) if on[0] and on[1] else on[0]
    said = (
        ("people.role", person.role),
        ("people.credentials", person.credentials),
        ("people.register", registered),
        ("people.affiliation", person.affiliation),
        ("people.interests", person.interests),
    )
    rows = [join([element("dt", words(name)), element("dd", value)]) for name, value in said if value]
    articles = site_map.by_author.get(person.id, ())
    if articles:
        rows.append(join([element("dt", words("articles.title")), *(_written(each) for each in articles)]))
    return element("div", element("dl", stacked(*rows)), class_="person") if rows else None


def _written(card: Card) -> Markup:
    return element("dd", element("a", card.title, href=relative_link(PEOPLE, address_of(card))))
