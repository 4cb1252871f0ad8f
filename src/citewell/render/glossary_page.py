"""The page of the glossary: every term with plain words for it, its other spellings, and articles that use it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Final

from citewell.markup import Markup, element
from citewell.model.addresses import GLOSSARY, address_of, relative_link
from citewell.model.glossary import Term
from citewell.model.page_kinds import LinkedFrom, PageKind
from citewell.plain_words.anchors import term_anchors
from citewell.render.alphabet import display_letter, initial_letter, letter_anchor, letter_links, sort_key
from citewell.render.headings import heading, title
from citewell.render.items import lead
from citewell.render.layout import stacked
from citewell.render.page import Meta, Page, page
from citewell.render.site_map import SiteIndex

PAGE_KIND: Final = PageKind(
    GLOSSARY, "glossary.navigation", LinkedFrom.FOOTER, 60, lambda facts: bool(facts.site.glossary)
)
MOST_ARTICLES: Final = 5  # of those that use a term; the search finds the others


def make_pages(site_map: SiteIndex) -> Iterator[Page]:
    """The page of all terms from A to Z, if the site has a glossary."""
    glossary, words = site_map.site.glossary, site_map.words
    if not glossary:
        return
    used, ids = _used(site_map), term_anchors(glossary)
    letters = [
        (letter, list(group))
        for letter, group in groupby(sort_terms(glossary), key=lambda term: initial_letter(sort_key(term.term)))
    ]
    name, description = words("glossary.title"), words("glossary.description")
    blocks: list[Markup | None] = [
        title(name),
        lead(description),
        letter_links((letter for letter, _ in letters), words),
    ]
    for letter, terms in letters:
        listed = (_term(term, ids[term.term], used.get(term.term, ()), site_map) for term in terms)
        blocks += [
            heading(2, display_letter(letter, words), letter_anchor(letter)),
            element("dl", stacked(*listed), class_="glossary"),
        ]
    meta = Meta(name, description, "glossary", site_map.site.settings.demonstration)
    yield page(GLOSSARY, meta, blocks)


def _term(term: Term, anchor: str, articles: Sequence[Markup], site_map: SiteIndex) -> Markup:
    """A term with what is known of it; only its name and its meaning are always there."""
    words = site_map.words
    also = ", ".join(spelling for spelling in term.spellings if spelling != term.term)
    more = len(articles) - MOST_ARTICLES
    links = stacked(*(element("li", link) for link in articles[:MOST_ARTICLES]))
    rest = element("p", words.counted("glossary.more", more)) if more > 0 else None
    details = (
        element("dt", element("dfn", term.term)),
        element("dd", term.plain),
        element("dd", words("glossary.also", spellings=also), class_="also") if also else None,
        element("dd", stacked(element("p", words("glossary.used")), element("ul", links), rest), class_="cited")
        if articles
        else None,
    )
    return element("div", stacked(*details), id=anchor)


def _used(site_map: SiteIndex) -> Mapping[str, Sequence[Markup]]:
    """Links to the articles that use each term, by the term, in the order of the articles' titles."""
    found: dict[str, list[Markup]] = {}
    for each in site_map.articles:
        link = element("a", each.title, href=relative_link(GLOSSARY, address_of(each)))
        for term in each.terms:
            found.setdefault(term, []).append(link)
    return found


def sort_terms(glossary: Iterable[Term]) -> list[Term]:
    """The terms in the order of the page: those that begin with no letter first, then from A to Z."""
    return sorted(glossary, key=_order)


def _order(term: Term) -> tuple[bool, str, str]:
    words = sort_key(term.term)
    return bool(initial_letter(words)), words, term.term
