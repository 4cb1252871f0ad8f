"""What remains of a withdrawn article: its address, its title, when and why it went, and where to go from there."""

from __future__ import annotations

from citewell.article_context import ArticleContext
from citewell.markup import Markup, element
from citewell.messages import Words
from citewell.model.addresses import topic_path
from citewell.model.article import Article
from citewell.model.facts import Card
from citewell.render.addresses import ARTICLES, address_of, relative
from citewell.render.corrections import corrections
from citewell.render.headings import heading, title
from citewell.render.items import article_items, time
from citewell.render.layout import stacked
from citewell.render.page import Meta, Page, PageParts, page_parts
from citewell.render.page_footer import notice
from citewell.render.report import report
from citewell.render.site_map import SiteIndex


def withdrawn_parts(context: ArticleContext) -> PageParts:
    """A page without the article's text and sources, but for the ways to others.

    No list leads to it, and search engines are asked to forget it.
    """
    article, words = context.article, context.words
    above = [title(article.front.title.text), _when_and_why(article, words)]
    below = [
        corrections(article.front, words),
        notice(context.settings, words),
        report(context, address_of(article), article.front.title.text),
    ]
    meta = Meta(
        title=article.front.title.text,
        description=words("withdrawn.description"),
        kind="withdrawn",
        demonstration=context.settings.demonstration,
        section=ARTICLES,
        breadcrumb=((words("articles.a_to_z"), ARTICLES),),
        noindex=True,
    )
    return page_parts(address_of(article), meta, above, below)


def finish_withdrawn(parts: PageParts, card: Card, site_map: SiteIndex) -> Page:
    """The whole page of a withdrawn article, with where to go from there."""
    elsewhere = heading(2, site_map.words("withdrawn.elsewhere"), "elsewhere")
    return parts.finish(parts.meta, [*_instead(card, site_map), elsewhere, _elsewhere(card, site_map)])


def _when_and_why(article: Article, words: Words) -> Markup:
    """The day and the editors' reason. Without them no site is built, but a preview is."""
    said = article.front.withdrawal
    when, why = element("p", words("withdrawn.said"), class_="label"), None
    if said is not None:
        announcement = words.marked("withdrawn.said_on", day=time(said.date.day, words))
        when, why = element("p", announcement, class_="label"), element("p", said.reason.text)
    return element("div", stacked(when, why, element("p", words("withdrawn.help"))), class_="note", role="note")


def _instead(card: Card, site_map: SiteIndex) -> tuple[Markup, ...]:
    """The article that takes its place, if readers can read it."""
    other = site_map.by_slug.get(card.instead.text) if card.instead else None
    if other is None:
        return ()
    words = site_map.words
    items = article_items(address_of(card), [other], words)
    return heading(2, words("withdrawn.instead"), "instead"), items


def _elsewhere(card: Card, site_map: SiteIndex) -> Markup:
    """The topics of the article that still have a page, and all articles."""
    here = address_of(card)
    own = dict.fromkeys(topic_path(topic.text) for topic in card.topics)
    topics = [site_map.topic_of[path] for path in own if path in site_map.topic_of]
    ways = [*((topic.words, topic.address) for topic in topics), (site_map.words("articles.all"), ARTICLES)]
    links = (element("a", shown, href=relative(here, there)) for shown, there in ways)
    return element("ul", stacked(*(element("li", link) for link in links)))
