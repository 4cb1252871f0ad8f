"""The page of an article, from its title to the notice, in the order in which it is read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from citewell.blocks.card import find_emergency_card
from citewell.blocks.heading import Heading
from citewell.blocks.takeaway import Takeaway
from citewell.citations.number import NumberedArticle
from citewell.markup import Markup, element
from citewell.messages import Words
from citewell.model.addresses import ARTICLES, TOPICS, address_of, topic_path
from citewell.model.article import Article
from citewell.model.blocks import Node
from citewell.render.annotations import meets_terms, overlays
from citewell.render.bibliography import sources
from citewell.render.corrections import corrected, corrections
from citewell.render.evidence_view import evidence_view
from citewell.render.headings import title
from citewell.render.html import DocumentHtml
from citewell.render.items import dated, unreviewed
from citewell.render.layout import spaced, stacked
from citewell.render.page import Meta, Page, page
from citewell.render.page_footer import contents, notice, related, save
from citewell.render.people import byline
from citewell.render.reading_time import reading_minutes
from citewell.render.report import report
from citewell.render.site_map import SiteIndex


def make_pages(site_map: SiteIndex) -> Iterator[Page]:
    """A page for each published article."""
    return (article_page(each, site_map) for each in site_map.articles)


def article_page(numbered: NumberedArticle, site_map: SiteIndex) -> Page:
    """The page of a published article."""
    article, settings = numbered.article, site_map.site.settings
    known = overlays(article, site_map.site.glossary)
    html = DocumentHtml(numbered, site_map.words, known, settings.emergency_number)
    opening, rest = _opening(article)
    blocks = [
        title(article.front.title.text),
        _picture(article, html),
        _byline(article, site_map),
        *html.top(opening),
        _alarm(article, settings.emergency_number, site_map.words),
        _beside(numbered, site_map),
        *html.top(rest),
        save(article, site_map),
        related(numbered, site_map),
        sources(numbered, site_map.entries, site_map.words),
        corrections(article.front, site_map.words, numbered),
        notice(settings, site_map.words),
        report(site_map, address_of(article), article.front.title.text),
    ]
    return page(address_of(article), replace(_meta(numbered, site_map), terms=meets_terms(known)), blocks)


def trail(article: Article, site_map: SiteIndex) -> tuple[str, tuple[tuple[str, str], ...]]:
    """The hub an article belongs to, and the steps that lead to it: Topics and its first topic, else all articles."""
    topic = next((site_map.topic_of.get(topic_path(named.text)) for named in article.front.topics), None)
    if topic is None:
        return ARTICLES, ((site_map.words("articles.a_to_z"), ARTICLES),)
    return TOPICS, ((site_map.words("topics.title"), TOPICS), (topic.words, topic.address))


def _meta(numbered: NumberedArticle, site_map: SiteIndex) -> Meta:
    front = numbered.article.front
    section, breadcrumb = trail(numbered.article, site_map)
    words = site_map.words
    said, changed = ("article.updated", front.updated) if front.updated else ("article.published", front.published)
    return Meta(
        title=front.title.text,
        description=front.description.text if front.description else "",
        kind="article",
        demonstration=site_map.site.settings.demonstration,
        section=section,
        breadcrumb=breadcrumb,
        sources=bool(numbered.entries),
        dated=words(said, day=words.day(changed.day)) if changed else "",
        review=words("article.not_reviewed"),
    )


def _opening(article: Article) -> tuple[tuple[Node, ...], tuple[Node, ...]]:
    """The body up to its takeaway, and the rest; a takeaway below a heading stays where it was written."""
    for position, node in enumerate(article.body):
        if isinstance(node, Heading):
            break
        if isinstance(node, Takeaway):
            return article.body[: position + 1], article.body[position + 1 :]
    return (), article.body


def _beside(numbered: NumberedArticle, site_map: SiteIndex) -> Markup | None:
    """The column beside the text, or above it on narrow screens: its sections, and the evidence view."""
    view = evidence_view(numbered, site_map.site.settings, site_map.words)
    parts = stacked(contents(numbered, site_map), view)
    return element("div", parts, class_="beside") if parts else None


def _picture(article: Article, html: DocumentHtml) -> Markup | None:
    picture = article.front.illustration
    if picture is None:
        return None
    return element("div", html.image(picture.file.text, picture.alt.text if picture.alt else ""), class_="hero")


def _byline(article: Article, site_map: SiteIndex) -> Markup:
    front, words = article.front, site_map.words
    names = element("p", spaced(byline(article, site_map), unreviewed(words)))
    dates = spaced(
        dated("article.published", front.published, words),
        dated("article.updated", front.updated, words),
        corrected(front, words),
        element("span", words.counted("article.minutes", reading_minutes(article.words))),
    )
    return element("div", stacked(names, element("p", dates, class_="dates")), class_="byline")


def _alarm(article: Article, number: str, words: Words) -> Markup | None:
    """The link to the first emergency card, if there is one."""
    card = find_emergency_card(article.body)
    if card is None:
        return None
    own = article.front.emergency_link
    usual = words("article.emergency_link", number=number) if number else words("article.emergency_link_without_number")
    line = own.text if own else usual
    return element("p", element("a", line, href=f"#{card.anchor}"), class_="alarm")
