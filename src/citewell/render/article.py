"""The page of an article, from its title to the notice, in the order in which it is read."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from citewell.article_context import ArticleContext
from citewell.blocks.card import find_emergency_card
from citewell.blocks.heading import Heading
from citewell.blocks.takeaway import Takeaway
from citewell.lexicon.organisations import spell_body
from citewell.markup import Markup, element
from citewell.messages import Words
from citewell.model.addresses import ARTICLES, TOPICS, address_of, topic_path
from citewell.model.article import Article, FrontMatter
from citewell.model.blocks import Node
from citewell.model.facts import Card
from citewell.render.annotations import meets_terms, overlays
from citewell.render.bibliography import ReferenceDescriptions, sources
from citewell.render.corrections import corrected, corrections
from citewell.render.evidence_view import evidence_view
from citewell.render.headings import title
from citewell.render.html import DocumentHtml
from citewell.render.items import dated
from citewell.render.layout import spaced, stacked
from citewell.render.page import Meta, Page, PageParts, page_parts
from citewell.render.page_footer import contents, notice, related, save
from citewell.render.people import byline
from citewell.render.report import report
from citewell.render.reviews import describe_review, reviewed_line, reviews
from citewell.render.site_map import SiteIndex
from citewell.render.verifiers import list_verifiers
from citewell.reviews.machine_written import find_unverified_claims, is_machine_written

WORDS_PER_MINUTE: Final = 238
"""Silent reading of English non-fiction by adults, the mean of 190 studies: Brysbaert M. How many words do we read per
minute? A review and meta-analysis of reading rate. Journal of Memory and Language 2019;109:104047."""


def article_parts(context: ArticleContext, printed: ReferenceDescriptions) -> PageParts:
    """The page of an article but for the way to it and the related articles; ``printed`` describes its references."""
    article, settings, words = context.article, context.settings, context.words
    known = overlays(article, context.terms, context.anchors, list_verifiers(context))
    html = DocumentHtml(context.numbered, words, known, settings.emergency_number)
    opening, rest = _opening(article)
    above = [
        title(article.front.title.text),
        _picture(article, html),
        _byline(context),
        *html.top(opening),
        _alarm(article, settings.emergency_number, words),
        _make_side_column(context),
        *html.top(rest),
        save(context),
    ]
    below = [
        sources(context, printed),
        corrections(article.front, words, context.numbered),
        reviews(context),
        notice(settings, words),
        report(context, address_of(article), article.front.title.text),
    ]
    return page_parts(address_of(article), replace(_meta(context), terms=meets_terms(known)), above, below)


def finish_article(parts: PageParts, card: Card, site_map: SiteIndex) -> Page:
    """The whole page of an article."""
    section, breadcrumb = trail(card, site_map)
    return parts.finish(replace(parts.meta, section=section, breadcrumb=breadcrumb), [related(card, site_map)])


def trail(card: Card, site_map: SiteIndex) -> tuple[str, tuple[tuple[str, str], ...]]:
    """The hub an article belongs to, and the steps that lead to it: Topics and its first topic, else all articles."""
    topic = next((site_map.topic_of.get(topic_path(named.text)) for named in card.topics), None)
    if topic is None:
        return ARTICLES, ((site_map.words("articles.a_to_z"), ARTICLES),)
    return TOPICS, ((site_map.words("topics.title"), TOPICS), (topic.words, topic.address))


def _meta(context: ArticleContext) -> Meta:
    front, words = context.article.front, context.words
    said, changed = ("article.updated", front.updated) if front.updated else ("article.published", front.published)
    return Meta(
        title=front.title.text,
        description=front.description.text if front.description else "",
        kind="article",
        demonstration=context.settings.demonstration,
        sources=bool(context.numbered.entries),
        dated=words(said, day=words.day(changed.day)) if changed else "",
        review=describe_review(context),
    )


def _opening(article: Article) -> tuple[tuple[Node, ...], tuple[Node, ...]]:
    """The body up to its takeaway, and the rest; a takeaway below a heading stays where it was written."""
    for position, node in enumerate(article.body):
        if isinstance(node, Heading):
            break
        if isinstance(node, Takeaway):
            return article.body[: position + 1], article.body[position + 1 :]
    return (), article.body


def _make_side_column(context: ArticleContext) -> Markup | None:
    """The column beside the text, or above it on narrow screens: its sections, and the evidence view."""
    view = evidence_view(context.numbered, context.settings, context.words, list_verifiers(context))
    parts = stacked(contents(context.numbered, context.words), view)
    return element("div", parts, class_="beside") if parts else None


def _picture(article: Article, html: DocumentHtml) -> Markup | None:
    picture = article.front.illustration
    if picture is None:
        return None
    return element("div", html.image(picture.file.text, picture.alt.text if picture.alt else ""), class_="hero")


def _byline(context: ArticleContext) -> Markup:
    front, words = context.article.front, context.words
    names = element("p", spaced(byline(context), reviewed_line(context)))
    dates = spaced(
        dated("article.published", front.published.day if front.published else None, words),
        dated("article.updated", front.updated.day if front.updated else None, words),
        corrected(front, words),
        element("span", words.counted("article.minutes", count_minutes(context.article.words))),
    )
    return element(
        "div",
        stacked(names, _origin(context), _based_on(front, words), element("p", dates, class_="dates")),
        class_="byline",
    )


def _origin(context: ArticleContext) -> Markup | None:
    """How an article was made whose first draft a program wrote, as far as people have compared it with its sources."""
    if not is_machine_written(context):
        return None
    words, note = context.words, context.article.front.origin_note
    made = words("origin.generated_by", program=note.text) if note else words("origin.generated")
    left = len(find_unverified_claims(context))
    compared = words.counted("origin.not_compared", left) if left else words("origin.compared")
    return element("p", made, " ", compared, class_="origin")


def _based_on(front: FrontMatter, words: Words) -> Markup | None:
    """The bodies whose works carry the article, if it names any."""
    names = [spell_body(each.text) for each in front.based_on]
    return element("p", words("article.based_on", names=words.listed(names))) if names else None


def _alarm(article: Article, number: str, words: Words) -> Markup | None:
    """The link to the first emergency card, if there is one."""
    card = find_emergency_card(article.body)
    if card is None:
        return None
    own = article.front.emergency_link
    usual = words("article.emergency_link", number=number) if number else words("article.emergency_link_without_number")
    line = own.text if own else usual
    return element("p", element("a", line, href=f"#{card.anchor}"), class_="alarm")


def count_minutes(words: int) -> int:
    """Whole minutes for a number of words, rounded up, so that no reader is promised too little; at least 1."""
    return max(1, -(-words // WORDS_PER_MINUTE))
