"""What remains of a withdrawn article: its address, its title, when and why it went, and where to go from there."""

from __future__ import annotations

from collections.abc import Iterator

from citewell.citations.number import NumberedArticle
from citewell.markup import Markup, element
from citewell.messages import Words
from citewell.model.addresses import ARTICLES, address_of, relative_link, topic_path
from citewell.model.article import Article
from citewell.render.corrections import corrections
from citewell.render.headings import heading, title
from citewell.render.items import article_items, time
from citewell.render.layout import stacked
from citewell.render.page import Meta, Page, page
from citewell.render.page_footer import notice
from citewell.render.report import report
from citewell.render.site_map import SiteIndex


def make_pages(site_map: SiteIndex) -> Iterator[Page]:
    """A page for each withdrawn article, at its address."""
    return (withdrawn_page(each, site_map) for each in site_map.withdrawn)


def withdrawn_page(numbered: NumberedArticle, site_map: SiteIndex) -> Page:
    """A page without the article's text and sources. No list leads to it, and search engines are asked to forget it."""
    article, settings = numbered.article, site_map.site.settings
    blocks = [
        title(article.front.title.text),
        _when_and_why(article, site_map.words),
        *_instead(article, site_map),
        heading(2, site_map.words("withdrawn.elsewhere"), "elsewhere"),
        _elsewhere(article, site_map),
        corrections(article.front, site_map.words),
        notice(settings, site_map.words),
        report(site_map, address_of(article), article.front.title.text),
    ]
    meta = Meta(
        title=article.front.title.text,
        description=site_map.words("withdrawn.description"),
        kind="withdrawn",
        demonstration=settings.demonstration,
        section=ARTICLES,
        breadcrumb=((site_map.words("articles.a_to_z"), ARTICLES),),
        noindex=True,
    )
    return page(address_of(article), meta, blocks)


def _when_and_why(article: Article, words: Words) -> Markup:
    """The day and the editors' reason. Without them no site is built, but a preview is."""
    said = article.front.withdrawal
    when, why = element("p", words("withdrawn.said"), class_="label"), None
    if said is not None:
        announcement = words.marked("withdrawn.said_on", day=time(said.date, words))
        when, why = element("p", announcement, class_="label"), element("p", said.reason.text)
    return element("div", stacked(when, why, element("p", words("withdrawn.help"))), class_="note", role="note")


def _instead(article: Article, site_map: SiteIndex) -> tuple[Markup, ...]:
    """The article that takes its place, if readers can read it."""
    said = article.front.withdrawal
    other = site_map.by_slug.get(said.instead.text) if said and said.instead else None
    if other is None:
        return ()
    words = site_map.words
    items = article_items(address_of(article), [other], words)
    return heading(2, words("withdrawn.instead"), "instead"), items


def _elsewhere(article: Article, site_map: SiteIndex) -> Markup:
    """The topics of the article that still have a page, and all articles."""
    here = address_of(article)
    own = dict.fromkeys(topic_path(topic.text) for topic in article.front.topics)
    topics = [site_map.topic_of[path] for path in own if path in site_map.topic_of]
    ways = [*((topic.words, topic.address) for topic in topics), (site_map.words("articles.all"), ARTICLES)]
    links = (element("a", shown, href=relative_link(here, there)) for shown, there in ways)
    return element("ul", stacked(*(element("li", link) for link in links)))
