"""Where on the site a reference is used: how often, in which articles, and for which sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from citewell.citations.anchors import make_reference_anchor
from citewell.citations.number import NumberedArticle
from citewell.markup import Markup, element
from citewell.messages import Words
from citewell.model.addresses import address_of, relative_link
from citewell.model.article import ArticleKind
from citewell.model.source_location import Span
from citewell.render.claim_context import in_context
from citewell.render.layout import stacked
from citewell.render.site_map import Citing, SiteIndex


class Sentences:
    """Which words a use supports, as they can be read alone, by the use's place; looked up once an article."""

    def __init__(self, site_map: SiteIndex) -> None:
        self._words = site_map.words
        self._emergency_number = site_map.site.settings.emergency_number
        self._known: dict[tuple[ArticleKind, str], Mapping[Span, str]] = {}

    def of(self, numbered: NumberedArticle) -> Mapping[Span, str]:
        """The sentences of one document."""
        article = numbered.article
        key = (article.kind, article.slug)
        if key not in self._known:
            self._known[key] = in_context(article, self._words, self._emergency_number)
        return self._known[key]


def lines(citing: Sequence[Citing], most: int | None = None) -> int:
    """How many lines ``cited_by`` writes for a reference, itself included."""
    return 1 + len(citing) + sum(len(each.entry.uses) for each in _in_full(citing, most))


def how_often(citing: Sequence[Citing], words: Words) -> str:
    """``Used 5 times in 1 article``; or that it is not used."""
    if not citing:
        return words("source.not_used")
    times = sum(len(each.entry.uses) for each in citing)
    articles = sum(each.document.article.kind is ArticleKind.ARTICLE for each in citing)
    counts = (("source.articles", articles), ("source.other_pages", len(citing) - articles))
    places = words.listed([words.counted(name, count) for name, count in counts if count])
    return words.counted("source.used", times, places=places)


def cited_by(
    here: str, citing: Sequence[Citing], sentences: Sentences, words: Words, most: int | None = None
) -> Markup:
    """Every document that cites a reference, for the page at ``here``, under a line that says how often.

    After ``most`` sentences, further documents are listed without their sentences, which are in the document itself.
    """
    if not citing:
        return element("p", how_often(citing, words), class_="cited")
    full = sum(1 for _ in _in_full(citing, most))
    items = (_document(here, each, sentences, words, position < full) for position, each in enumerate(citing))
    summary = element("summary", how_often(citing, words))
    return element("details", stacked(summary, element("ul", stacked(*items))), class_="cited")


def _in_full(citing: Sequence[Citing], most: int | None) -> Iterator[Citing]:
    """The documents that are listed with their sentences: the first ones, as long as there is room."""
    shown = 0
    for each in citing:
        shown += len(each.entry.uses)
        if most is not None and shown > most:
            return
        yield each


def _document(here: str, citing: Citing, sentences: Sentences, words: Words, full: bool) -> Markup:
    """A document, and the sentences in it that use the reference."""
    article, entry = citing.document.article, citing.entry
    there = relative_link(here, address_of(article))
    link = element("a", article.front.title.text, href=f"{there}#{make_reference_anchor(entry.reference)}")
    if not full:
        return element("li", link)
    said = sentences.of(citing.document)
    numbered = words("source.numbered", number=entry.number)
    uses = [element("li", element("a", said.get(use.span, numbered), href=f"{there}#{use.id}")) for use in entry.uses]
    return element("li", stacked(link, element("ul", stacked(*uses))))
