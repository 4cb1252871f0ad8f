"""The parts around an article's own text: contents, related pages, the notice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from citewell.article_context import ArticleContext
from citewell.blocks.heading import Heading
from citewell.blocks.key_takeaways import KeyTakeaways
from citewell.citations.number import NumberedArticle
from citewell.markup import Markup, element
from citewell.messages import Words
from citewell.model.facts import Card
from citewell.model.inlines import join_text
from citewell.model.site import Settings
from citewell.render import corrections
from citewell.render.addresses import address_of, pdf_name, relative
from citewell.render.bibliography import ANCHOR
from citewell.render.layout import stacked
from citewell.render.site_map import SiteIndex


def contents(numbered: NumberedArticle, words: Words) -> Markup | None:
    """The sections of an article, when it has at least two."""
    rows = list(_sections(numbered, words))
    if len(rows) < 2:
        return None
    links = [element("li", element("a", shown, href=f"#{anchor}")) for shown, anchor in rows]
    heading = element("h2", words("article.contents"), id="contents")
    listed = element("ul", stacked(*links))
    return element("div", stacked(heading, listed), class_="contents", role="navigation", aria_labelledby="contents")


def related(card: Card, site_map: SiteIndex) -> Markup | None:
    """Questions and articles that are close to this one, as far as they are published."""
    found, here = site_map.neighbourhood.related(card), address_of(card)
    lists = (
        ("related-questions", site_map.words("article.related_questions"), found.questions),
        ("related-articles", site_map.words("article.related_articles"), found.articles),
    )
    shown = [
        links(
            anchor,
            heading,
            ((each.title, relative(here, address_of(each))) for each in near),
        )
        for anchor, heading, near in lists
        if near
    ]
    return element("div", stacked(*shown), class_="related") if shown else None


def save(context: ArticleContext) -> Markup | None:
    """The link to an article's PDF, where the site has them."""
    paper = context.settings.pdf
    if paper is None:
        return None
    name, shown = pdf_name(context.article), context.words("save.pdf", paper=paper)
    return element("p", element("a", shown, href=name, type="application/pdf", download=name), class_="save")


def links(anchor: str, heading: str, pages: Iterable[tuple[str, str]]) -> Markup:
    """A short list of pages with a heading of its own; ``pages`` are words and addresses."""
    listed = element("ul", stacked(*(element("li", element("a", shown, href=href)) for shown, href in pages)))
    return element("section", stacked(element("h2", heading, id=anchor), listed), aria_labelledby=anchor)


def notice(settings: Settings, words: Words) -> Markup | None:
    """What this information is and is not, which country it was written for, and who may use it."""
    terms = (
        words("article.region", region=settings.region) if settings.region else "",
        words("article.licence", licence=settings.content_licence) if settings.content_licence else "",
    )
    lines = [line for line in (settings.notice, " ".join(filter(None, terms))) if line]
    if not lines:
        return None
    heading = element("h2", words("article.notice"), id="notice")
    shown = stacked(heading, *(element("p", line) for line in lines))
    return element("section", shown, class_="notice", aria_labelledby="notice")


def _sections(numbered: NumberedArticle, words: Words) -> Iterator[tuple[str, str]]:
    for node in numbered.article.body:
        if isinstance(node, Heading) and node.level == 2:
            yield join_text(node.prose.inlines), node.anchor
        elif isinstance(node, KeyTakeaways):
            yield words("key_takeaways.title"), node.anchor
    if numbered.entries:
        yield words("article.sources"), ANCHOR
    if numbered.article.front.corrections:
        yield words("correction.title"), corrections.ANCHOR
