"""Where on the site a reference is used: how often, in which articles, and for which sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from citewell.citations.anchors import make_reference_anchor, make_use_anchor
from citewell.markup import Markup, element
from citewell.messages import Words
from citewell.model.addresses import address_of, relative_link
from citewell.model.article import ArticleKind
from citewell.render.citation_marks import show_intent
from citewell.render.layout import spaced, stacked
from citewell.render.site_map import Citing


def lines(citing: Sequence[Citing], most: int | None = None) -> int:
    """How many lines ``cited_by`` writes for a reference, itself included."""
    return 1 + len(citing) + sum(len(each.uses) for each in _in_full(citing, most))


def how_often(citing: Sequence[Citing], words: Words) -> str:
    """``Used 5 times in 1 article``; or that it is not used."""
    if not citing:
        return words("source.not_used")
    times = sum(len(each.uses) for each in citing)
    articles = sum(each.document.kind is ArticleKind.ARTICLE for each in citing)
    counts = (("source.articles", articles), ("source.other_pages", len(citing) - articles))
    places = words.listed([words.counted(name, count) for name, count in counts if count])
    return words.counted("source.used", times, places=places)


def cited_by(here: str, citing: Sequence[Citing], words: Words, most: int | None = None) -> Markup:
    """Every document that cites a reference, for the page at ``here``, under a line that says how often.

    After ``most`` sentences, further documents are listed without their sentences, which are in the document itself.
    """
    if not citing:
        return element("p", how_often(citing, words), class_="cited")
    full = sum(1 for _ in _in_full(citing, most))
    items = (_document(here, each, words, position < full) for position, each in enumerate(citing))
    summary = element("summary", how_often(citing, words))
    return element("details", stacked(summary, element("ul", stacked(*items))), class_="cited")


def _in_full(citing: Sequence[Citing], most: int | None) -> Iterator[Citing]:
    """The documents that are listed with their sentences: the first ones, as long as there is room."""
    shown = 0
    for each in citing:
        shown += len(each.uses)
        if most is not None and shown > most:
            return
        yield each


def _document(here: str, citing: Citing, words: Words, full: bool) -> Markup:
    """A document, and the sentences in it that use the reference."""
    there = relative_link(here, address_of(citing.document))
    link = element("a", citing.document.title, href=f"{there}#{make_reference_anchor(citing.reference)}")
    if not full:
        return element("li", link)
    numbered = words("source.numbered", number=citing.number)
    uses = []
    for count, (sentence, intent) in enumerate(zip(citing.uses, citing.intents, strict=True), start=1):
        way = element("a", sentence or numbered, href=f"{there}#{make_use_anchor(citing.reference, count)}")
        uses.append(element("li", spaced(way, show_intent(intent, words))))
    return element("li", stacked(link, element("ul", stacked(*uses))))
