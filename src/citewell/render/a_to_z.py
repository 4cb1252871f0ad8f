"""Every article under its first letter."""

from __future__ import annotations

from itertools import groupby

from citewell.citations.number import NumberedArticle
from citewell.markup import Markup, element, join
from citewell.render import words
from citewell.render.addresses import ARTICLES
from citewell.render.headings import heading, title
from citewell.render.items import article_items, lead
from citewell.render.order import sorted_as
from citewell.render.page import Meta, Page, page
from citewell.render.site_map import SiteMap


def a_to_z_page(site_map: SiteMap) -> Page:
    """The page of all articles; only letters with an article are shown."""
    ordered = sorted(site_map.articles, key=lambda each: (bool(_letter(each)), _title(each)))
    letters = [(letter, list(group)) for letter, group in groupby(ordered, key=_letter)]
    blocks: list[Markup | None] = [title(words.ARTICLES_A_TO_Z), lead(words.ARTICLES_DESCRIPTION)]
    if letters:
        blocks.append(_jumps([letter for letter, _ in letters]))
    for letter, articles in letters:
        blocks += [heading(2, _shown(letter), _anchor(letter)), article_items(ARTICLES, articles)]
    demonstration = site_map.site.settings.demonstration
    meta = Meta(words.ARTICLES_A_TO_Z, words.ARTICLES_DESCRIPTION, "articles", demonstration, section=ARTICLES)
    return page(ARTICLES, meta, blocks)


def _jumps(letters: list[str]) -> Markup:
    items = [element("li", element("a", _shown(letter), href=f"#{_anchor(letter)}")) for letter in letters]
    return element("div", element("ul", join(items)), class_="jump", role="navigation", aria_label=words.LETTERS)


def _letter(numbered: NumberedArticle) -> str:
    """The letter a title is found under; empty when it begins with a figure or has no letter."""
    first = _title(numbered)[:1]
    return first if first.isalpha() else ""


def _title(numbered: NumberedArticle) -> str:
    return sorted_as(numbered.article.front.title.text)


def _shown(letter: str) -> str:
    return letter.upper() or words.NO_LETTER


def _anchor(letter: str) -> str:
    return f"letter-{letter or '0-9'}"
