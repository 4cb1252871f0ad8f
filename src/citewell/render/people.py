"""Who writes: the line under an article's title, and the page about everyone."""

from __future__ import annotations

from citewell.citations.number import NumberedArticle
from citewell.markup import Markup, element, join
from citewell.model.article import Article
from citewell.model.site import Person
from citewell.render import words
from citewell.render.addresses import PEOPLE, address_of, relative
from citewell.render.headings import heading, title
from citewell.render.items import lead
from citewell.render.lines import stacked
from citewell.render.page import Meta, Page, page
from citewell.render.site_map import SiteMap


def byline(article: Article, site_map: SiteMap) -> Markup:
    """``By Jane Doe and the editorial team``, each name a link to the people page; the publisher when no one signs."""
    known = site_map.site.people
    names = list(dict.fromkeys(author.text for author in article.front.authors if author.text in known))
    if not names:
        return element("span", words.BY, site_map.site.settings.publisher)
    here = address_of(article)
    parts: list[Markup | str] = []
    for position, name in enumerate(names):
        parts.append(words.listed(len(names), position))
        parts.append(element("a", known[name].name, href=relative(here, PEOPLE, name)))
    return element("span", words.BY, *parts)


def people_page(site_map: SiteMap) -> Page:
    """Everyone who writes, in the editors' order, with what they have written."""
    blocks: list[Markup | None] = [title(words.PEOPLE), lead(words.PEOPLE_DESCRIPTION)]
    for person in site_map.site.people.values():
        blocks.append(heading(2, person.name, person.id))
        blocks.append(element("p", person.about) if person.about else None)
        blocks.append(_facts(person, site_map))
    meta = Meta(words.PEOPLE, words.PEOPLE_DESCRIPTION, "people", site_map.site.settings.demonstration)
    return page(PEOPLE, meta, blocks)


def _facts(person: Person, site_map: SiteMap) -> Markup | None:
    """What people.yml says of a person; what it does not say is not made up."""
    said = (
        (words.ROLE, person.role),
        (words.CREDENTIALS, person.credentials),
        (words.AFFILIATION, person.affiliation),
        (words.INTERESTS, person.interests),
    )
    rows = [join([element("dt", name), element("dd", value)]) for name, value in said if value]
    articles = site_map.by_author.get(person.id, ())
    if articles:
        rows.append(join([element("dt", words.ARTICLES), *(_written(each) for each in articles)]))
    return element("div", element("dl", stacked(*rows)), class_="person") if rows else None


def _written(numbered: NumberedArticle) -> Markup:
    article = numbered.article
    return element("dd", element("a", article.front.title.text, href=relative(PEOPLE, address_of(article))))
