"""Numbering: which sources a page has, in which order, and where each is used."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from citewell.citations.anchors import make_use_anchor
from citewell.citations.find_reference import find_reference
from citewell.model.article import Article
from citewell.model.inlines import Citation, CitationItem, walk_leaves
from citewell.model.references import Bibliography, Reference
from citewell.model.source_location import Span


@dataclass(frozen=True, slots=True)
class Use:
    """One place where a reference is cited: its letter among the entry's backlinks, its id on the page, its item."""

    label: str
    id: str
    span: Span
    item: CitationItem


@dataclass(frozen=True, slots=True)
class BibliographyEntry:
    """A source of a page: its number, the reference, and every use in reading order."""

    number: int
    reference: Reference
    uses: tuple[Use, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """What a citation item shows on the page: the use it is, of which entry."""

    entry: BibliographyEntry
    use: Use


@dataclass(frozen=True, slots=True)
class NumberedArticle:
    """An article with its sources. ``marks`` finds what each resolved citation item shows, by the item's span."""

    article: Article
    entries: tuple[BibliographyEntry, ...]
    marks: Mapping[Span, Mark] = field(default_factory=dict, repr=False, compare=False)

    def mark(self, item: CitationItem) -> Mark | None:
        """What a citation item shows; ``None`` when its key names no reference."""
        return self.marks.get(item.span)


def citations(article: Article) -> Iterator[Citation]:
    """Every citation of an article in reading order; those of its corrections, which are below the text, come last."""
    yield from citations_in_text(article)
    for correction in article.front.newest_corrections:
        if correction.citation:
            yield correction.citation


def citations_in_text(article: Article) -> Iterator[Citation]:
    """Every citation of the text of an article in reading order, those in headings and labels too."""
    for run in article.prose:
        for leaf in walk_leaves(run.inlines):
            if isinstance(leaf, Citation):
                yield leaf


def number(article: Article, bibliography: Bibliography) -> NumberedArticle:
    """Number the sources of an article by first appearance in reading order, one entry a reference.

    A key that names no reference is passed over; a rule reports it. A reference cited twice in one pair of brackets is
    one use, because it is shown once.
    """
    references: dict[str, Reference] = {}
    uses: dict[str, list[Use]] = {}
    places: list[tuple[Span, str, int]] = []
    for citation in citations(article):
        seen: set[str] = set()
        for item in citation.items:
            reference = find_reference(item.key, bibliography)
            if reference is None:
                continue
            own = uses.setdefault(reference.key, [])
            references[reference.key] = reference
            if reference.key not in seen:
                own.append(Use(make_use_letter(len(own)), make_use_anchor(reference, len(own) + 1), item.span, item))
                seen.add(reference.key)
            places.append((item.span, reference.key, len(own) - 1))
    entries = {
        key: BibliographyEntry(position, references[key], tuple(own))
        for position, (key, own) in enumerate(uses.items(), start=1)
    }
    marks = {span: Mark(entries[key], entries[key].uses[use]) for span, key, use in places}
    return NumberedArticle(article, tuple(entries.values()), marks)


def make_use_letter(position: int) -> str:
    """The letter of the use at a position, counted from 0: as columns of a spreadsheet are named."""
    name = ""
    position += 1
    while position:
        position, rest = divmod(position - 1, 26)
        name = chr(ord("a") + rest) + name
    return name
