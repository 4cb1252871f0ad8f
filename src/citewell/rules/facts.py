"""The card of an article: the little that the rest of the site may know of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from sys import intern
from typing import Final

from citewell.article_context import ArticleContext
from citewell.blocks.card import find_emergency_card
from citewell.blocks.takeaway import Takeaway
from citewell.citations.claim_context import sentences_in_context
from citewell.citations.find_reference import find_reference
from citewell.citations.number import NumberedArticle, citations
from citewell.citations.pinned_quotes import find_pinned_words, names_quote, pins_words
from citewell.citations.publishers import Bodies
from citewell.citations.repeated_sentences import digest_subject
from citewell.diagnostics import Location
from citewell.lexicon.claims_of_review import find_review_claim
from citewell.lexicon.emergency_numbers import find_called_numbers, find_numbers_of_countries
from citewell.lexicon.organisations import find_organisations
from citewell.model.addresses import former_path, scheme
from citewell.model.article import Article, ArticleKind, PublicationStatus
from citewell.model.blocks import Prose
from citewell.model.claims import Claim, Status
from citewell.model.facts import (
    ArticleSupport,
    Card,
    CardEntry,
    CitedClaim,
    FormerAddress,
    LinkUse,
    NamedBody,
    Pin,
    PlacedNumber,
    PlacedReviewClaim,
    SiteFacts,
    Written,
)
from citewell.model.inlines import Emphasis, Foreign, Inline, Link, Strong, join_text
from citewell.model.keys import Wording
from citewell.model.packed import Packed
from citewell.model.references import Bibliography
from citewell.model.site import Site
from citewell.model.source_location import Placed, Span
from citewell.reviews.state import is_withheld, summarise_reviews
from citewell.source.yaml import YAML_KINDS

_ONLY_CALLS: Final = frozenset({"emergency-link"})
_CARDS: Final = frozenset({"emergency", "urgent", "non-urgent"})
_CORRECTION: Final = "correction"
_WHERE: Final = {"title": "the title", "description": "the description", "heading": "this heading"}


def gather_facts(site: Site, cards: Iterable[Card]) -> SiteFacts:
    """The facts of a site from the cards of its documents."""
    known = tuple(cards)
    return SiteFacts(
        site,
        {card.slug: card for card in known if card.kind is ArticleKind.ARTICLE},
        {card.slug: card for card in known if card.kind is ArticleKind.PAGE},
    )


def make_card(context: ArticleContext) -> Card:
    """The card of a document."""
    article, numbered = context.article, context.numbered
    front = article.front
    withdrawal = front.withdrawal
    emergency = find_emergency_card(article.body)
    keys = _keys_used(article)
    withheld = is_withheld(context)
    return Card(
        slug=article.slug,
        kind=article.kind,
        path=article.source.path,
        title=front.title.text,
        status=PublicationStatus.DRAFT if withheld else front.status,
        review=summarise_reviews(context),
        withheld=withheld,
        description=front.description.text if front.description else "",
        published=front.published.day if front.published else None,
        updated=front.updated.day if front.updated else None,
        front_matter_read=YAML_KINDS.isdisjoint(problem.kind for problem in article.problems),
        body_line=article.locate(article.body[0].span).line if article.body else 0,
        authors=_written(article, front.authors),
        topics=_written(article, front.topics),
        index=tuple(words.text for words in front.index),
        related_questions=None if front.related_questions is None else _written(article, front.related_questions),
        related_articles=None if front.related_articles is None else _written(article, front.related_articles),
        not_related=_written(article, front.not_related),
        instead=_written(article, [withdrawal.instead])[0] if withdrawal and withdrawal.instead else None,
        redirects=tuple(_former(article)),
        anchors=tuple(sorted(set(_anchors(article, bool(keys))))),
        keys_used=keys,
        links=tuple(_links(article)),
        entries=tuple(CardEntry(entry.reference.key, len(entry.uses)) for entry in numbered.entries),
        support=Packed(
            ArticleSupport(
                tuple(_sentences(context)),
                tuple(tuple(use.item.intent for use in entry.uses) for entry in numbered.entries),
                tuple(_cited_claims(numbered)),
            )
        ),
        pins=tuple(_pins(article, context.bibliography)),
        terms=tuple(first.use.term.term for first in context.first_uses),
        bodies=tuple(_bodies(numbered)),
        numbers=tuple(_called_numbers(article)),
        review_claims=tuple(_review_claims(article)),
        emergency=article.locate(emergency.span) if emergency else None,
        statuses=Counter(claim.status for claim in article.claims),
        waived=Counter(claim.kind or "" for claim in article.claims if claim.status is Status.WAIVED),
        front_texts=tuple(
            each for each in article.front_texts if not each.sources and each.declared.wording is not Wording.HEADING
        ),
        problems=article.problems,
        shared=tuple(dict.fromkeys(use.shared.name for use in article.shared)),
    )


def _written(article: Article, values: Iterable[Placed]) -> tuple[Written, ...]:
    return tuple(Written(placed.text, article.locate(placed.span)) for placed in values)


def _keys_used(article: Article) -> tuple[str, ...]:
    return tuple(dict.fromkeys(intern(item.key) for citation in citations(article) for item in citation.items))


def _anchors(article: Article, cites: bool) -> Iterator[str]:
    """The ids that a reader finds on the page; of a withdrawn article only the title is left."""
    yield "content"
    if article.front.corrections:
        yield "corrections"
    if article.front.status is PublicationStatus.WITHDRAWN:
        return
    if cites:
        yield "sources"
    for node in article.nodes:
        if isinstance(node, Takeaway):
            yield "takeaway"
        anchor = None if isinstance(node, Prose) else getattr(node, "anchor", None)
        if anchor:
            yield anchor


def _former(article: Article) -> Iterator[FormerAddress]:
    for former in article.front.redirects:
        yield FormerAddress(former.text, article.locate(former.span), former_path(former.text, article.kind))


def _links(article: Article) -> Iterator[LinkUse]:
    for run in article.prose:
        for link in _links_in(run.inlines):
            own = _address_location(article, link) if scheme(link.href) in {"http", "https"} else None
            yield LinkUse(link.href, article.locate(link.span), join_text(link.children), own)


def _links_in(inlines: tuple[Inline, ...]) -> Iterator[Link]:
    for inline in inlines:
        if isinstance(inline, Link):
            yield inline
        if isinstance(inline, Emphasis | Strong | Link | Foreign):
            yield from _links_in(inline.children)


def _address_location(article: Article, link: Link) -> Location | None:
    text = article.source.text
    if text.count(link.href, *link.span) != 1:
        return None
    start = text.index(link.href, link.span.start)
    return article.locate(Span(start, start + len(link.href)))


def _sentences(context: ArticleContext) -> Iterator[tuple[str | None, ...]]:
    number = context.settings.emergency_number
    sentences = sentences_in_context(context.article, context.words, number) if context.numbered.entries else {}
    for entry in context.numbered.entries:
        yield tuple(sentences.get(use.span) for use in entry.uses)


def _cited_claims(numbered: NumberedArticle) -> Iterator[CitedClaim]:
    numbers = {use.id: number for entry in numbered.entries for number, use in enumerate(entry.uses)}
    for claim in numbered.article.claims:
        cited: dict[str, int] = {}
        for item in claim.supporting:
            if mark := numbered.mark(item):
                cited.setdefault(mark.entry.reference.key, numbers[mark.use.id])
        if cited:
            place, subject = numbered.article.locate(claim.span), digest_subject(claim.text)
            yield CitedClaim(claim.id, claim.text, place, tuple(cited.items()), subject)


def _pins(article: Article, bibliography: Bibliography) -> Iterator[Pin]:
    for claim in article.claims:
        for item in claim.citations:
            if pins_words(item):
                reference = find_reference(item.key, bibliography)
                place, name = article.locate(item.span), item.locator if names_quote(item) else None
                if reference is not None:
                    yield Pin(reference.key, name, find_pinned_words(item, reference), place, item.quote is not None)
                elif item.quote is not None:
                    yield Pin(item.key, name, item.quote, place, quoted=True, resolved=False)


def _bodies(numbered: NumberedArticle) -> Iterator[NamedBody]:
    article = numbered.article
    if article.kind is not ArticleKind.ARTICLE:
        return
    cited = Bodies(entry.reference for entry in numbered.entries)
    for row in article.claims:
        if row.kind in ("heading", "label") and row.block != "illustration":
            where = _WHERE.get(row.block) or _WHERE.get(row.kind, "this")
            for named in find_organisations(row.text):
                for missing in _missing(named.name, cited):
                    yield NamedBody(missing, where, named.may_be_a_method, _place_of(article, row, missing))


def _missing(name: str, cited: Bodies) -> list[str]:
    """The organisations of a name ("WHO and Mayo Clinic" are two) that published none of the article's sources."""
    if cited.include(name):
        return []
    parts = name.split(" and ")
    missing = [part for part in parts if not cited.include(part)]
    return [name] if len(missing) == len(parts) else missing


def _place_of(article: Article, row: Claim, name: str) -> Location:
    """The place of the name, or that of the whole text where characters of Markdown or YAML are in it."""
    start = article.source.text.find(name, *row.span)
    return article.locate(row.span if start < 0 else Span(start, start + len(name)))


def _called_numbers(article: Article) -> Iterator[PlacedNumber]:
    """The emergency numbers in the ledger of an article, corrections aside; those of a country it names are right."""
    for claim in article.claims:
        if claim.block == _CORRECTION:
            continue
        only_calls = claim.block in _ONLY_CALLS or (claim.kind == "label" and claim.block in _CARDS)
        found = list(find_called_numbers(claim.text, only_calls=only_calls))
        if not found:
            continue
        elsewhere = frozenset().union(
            *(known.emergency | known.others for known in find_numbers_of_countries(claim.text))
        )
        places = _Places(article, claim.span)
        for each in found:
            if each.number not in elsewhere:
                yield PlacedNumber(each.number, each.written, places.next(each.written))


def _review_claims(article: Article) -> Iterator[PlacedReviewClaim]:
    """What the ledger and the plain texts of an article claim of its review."""
    listed = {claim.span for claim in article.claims}
    texts = [(claim.text, article.locate(claim.span)) for claim in article.claims]
    texts += [(each.text.text, each.place) for each in article.front_texts if each.text.span not in listed]
    for text, place in texts:
        found = find_review_claim(text)
        if found is not None:
            yield PlacedReviewClaim(found.words, found.name, place)


class _Places:
    """Where the numbers of a claim are in the source: the same number again is looked for after the last one."""

    def __init__(self, article: Article, span: Span) -> None:
        self._article, self._span = article, span
        self._found: dict[str, Iterator[re.Match[str]]] = {}

    def next(self, written: str) -> Location:
        """The place of the next such number, or the whole claim where it is written otherwise in the source."""
        pattern = re.compile(rf"(?<!\d){re.escape(written)}(?!\d)")
        text, (start, end) = self._article.source.text, self._span
        found = next(self._found.setdefault(written, pattern.finditer(text, start, end)), None)
        return self._article.locate(Span(*found.span()) if found else self._span)
