"""The page of an article, from its title to the notice, in the order in which it is read."""

from __future__ import annotations

from citewell.blocks.card import emergency_card
from citewell.blocks.heading import Heading
from citewell.blocks.takeaway import Takeaway
from citewell.citations.number import NumberedArticle
from citewell.markup import Markup, element
from citewell.model.addresses import topic_path
from citewell.model.article import Article
from citewell.model.blocks import Node
from citewell.model.days import day
from citewell.render import words
from citewell.render.addresses import ARTICLES, TOPICS, address_of
from citewell.render.entries import sources
from citewell.render.foot import contents, notice, related, report
from citewell.render.headings import title
from citewell.render.html import DocumentHtml
from citewell.render.items import dated, unreviewed
from citewell.render.lines import spaced, stacked
from citewell.render.page import Meta, Page, page
from citewell.render.people import byline
from citewell.render.reading_time import reading_minutes
from citewell.render.site_map import SiteMap


def article_page(numbered: NumberedArticle, site_map: SiteMap) -> Page:
    """The page of a published article."""
    article, settings = numbered.article, site_map.site.settings
    html = DocumentHtml(numbered, site_map.words)
    opening, rest = _opening(article)
    blocks = [
        title(article.front.title.text),
        _picture(article, html),
        _byline(article, site_map),
        *html.top(opening),
        _alarm(article, settings.emergency_number),
        contents(numbered),
        *html.top(rest),
        related(numbered, site_map),
        sources(numbered, site_map.entries),
        notice(settings),
        report(settings.contact, article.front.title.text),
    ]
    return page(address_of(article), _meta(numbered, site_map), blocks)


def trail(article: Article, site_map: SiteMap) -> tuple[str, tuple[tuple[str, str], ...]]:
    """The hub an article belongs to, and the steps that lead to it: Topics and its first topic, else all articles."""
    topic = next((site_map.topic_of.get(topic_path(words.text)) for words in article.front.topics), None)
    if topic is None:
        return ARTICLES, ((words.ARTICLES_A_TO_Z, ARTICLES),)
    return TOPICS, ((words.TOPICS, TOPICS), (topic.words, topic.address))


def _meta(numbered: NumberedArticle, site_map: SiteMap) -> Meta:
    front = numbered.article.front
    section, breadcrumb = trail(numbered.article, site_map)
    label, changed = (words.UPDATED, front.updated) if front.updated else (words.PUBLISHED, front.published)
    return Meta(
        title=front.title.text,
        description=front.description.text if front.description else "",
        kind="article",
        demonstration=site_map.site.settings.demonstration,
        section=section,
        breadcrumb=breadcrumb,
        sources=bool(numbered.entries),
        dated=label + day(changed.day) if changed else "",
        review=words.NOT_REVIEWED,
    )


def _opening(article: Article) -> tuple[tuple[Node, ...], tuple[Node, ...]]:
    """The body up to its takeaway, and the rest; a takeaway below a heading stays where it was written."""
    for position, node in enumerate(article.body):
        if isinstance(node, Heading):
            break
        if isinstance(node, Takeaway):
            return article.body[: position + 1], article.body[position + 1 :]
    return (), article.body


def _picture(article: Article, html: DocumentHtml) -> Markup | None:
    picture = article.front.illustration
    if picture is None:
        return None
    return element("div", html.image(picture.file.text, picture.alt.text if picture.alt else ""), class_="hero")


def _byline(article: Article, site_map: SiteMap) -> Markup:
    front = article.front
    names = byline(article, site_map)
    time = element("span", words.minutes(reading_minutes(article.words)))
    dates = spaced(dated(words.PUBLISHED, front.published), dated(words.UPDATED, front.updated), time)
    return element(
        "div", stacked(element("p", spaced(names, unreviewed())), element("p", dates, class_="dates")), class_="byline"
    )


def _alarm(article: Article, number: str) -> Markup | None:
    """The link to the first emergency card, if there is one."""
    card = emergency_card(article.body)
    if card is None:
        return None
    own = article.front.emergency_link
    line = own.text if own else words.emergency_link(number)
    return element("p", element("a", line, href=f"#{card.anchor}"), class_="alarm")
