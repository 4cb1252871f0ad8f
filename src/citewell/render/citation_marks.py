"""Citation marks: the small numbers in the text that lead to the sources."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from citewell.citations.anchors import make_reference_anchor
from citewell.citations.groups import Range, arrange_marks
from citewell.citations.number import Mark, NumberedArticle
from citewell.citations.pinned_quotes import names_quote
from citewell.markup import Markup, element, join, text
from citewell.messages import Words
from citewell.model.inlines import Certainty, Citation, CitationItem, Intent

WORD_JOINER: Final = text("\u2060")
"""Keeps a mark on the line of the word it follows."""
_SEVERAL: Final = re.compile(r"\d\s*[-–,&]\s*\w")  # parts of a work


def marks(numbered: NumberedArticle, citation: Citation, words: Words) -> Markup | None:
    """The marks of one citation, side by side; ``None`` when none of its keys names a reference."""
    shown = arrange_marks(numbered, citation)
    if not shown:
        return None
    written = (_range(each, words) if isinstance(each, Range) else _single(each.mark, words) for each in shown)
    certainty = show_certainty(citation.certainty, words) if citation.certainty else None
    return element("span", *written, certainty, class_="cites")


def show_intent(intent: Intent, words: Words) -> Markup | None:
    """How a source relates to the words that cite it, for readers; ``None`` where it supports them, as most do."""
    return None if intent is Intent.SUPPORTS else element("span", words(f"intent.{intent}"), class_="intent")


def show_certainty(certainty: Certainty, words: Words) -> Markup:
    """How sure the evidence for a statement is, in plain words; previews, the evidence view and paper show it."""
    return element("span", words(f"certainty.{certainty.replace(' ', '-')}"), class_="certainty")


def part_of(item: CitationItem, words: Words, short: bool = False) -> str:
    """Which part of the work an item names, with what its editor wrote before and after it; empty when nothing.

    A named quote is not one: its words are below the entry, and its name is for editors.
    """
    named = item.locator and not names_quote(item)
    where = _locator(item.label or "page", item.locator or "", words, short) if named else ""
    return ", ".join(part for part in (item.prefix, where, item.suffix) if part)


def _locator(label: str, value: str, words: Words, short: bool) -> str:
    """A part of a work: ``page 3``, ``pages 3-5``, in short ``p. 3``; ``label`` is CSL's."""
    section = f"{'parts' if _SEVERAL.search(value) else 'part'}{'_short' if short else ''}"
    return words(f"{section}.{label}", value=value)


@cache
def _hidden(said: str) -> Markup:
    """Words for who hears the page."""
    return element("span", said, class_="vh")


def _single(mark: Mark, words: Words) -> Markup:
    number = str(mark.entry.number)
    size = ("cite", "cite two")[len(number) - 1] if len(number) < 3 else "cite three"
    link = _link(mark, size, _hidden(f"{words('mark.source')} "), number, _part(mark, words))
    relation = show_intent(mark.use.item.intent, words)
    return link if relation is None else join([link, relation])


def _range(run: Range, words: Words) -> Markup:
    """First and last as numbers; between them a dash that leads to the first inner source and holds the other ids."""
    first, *others = run.inner
    name = _between(first.entry.number, run.inner[-1].entry.number, words)
    landings = [element("span", id=other.use.id) for other in others]
    inner = part_of(first.use.item, words) if not others else ""
    hidden = _hidden(f"{name}, {inner}" if inner else name)
    dash = _link(first, "cite dash", hidden, *landings)
    return element("span", join([_single(run.first, words), dash, _single(run.last, words)]), class_="range")


def _between(first: int, last: int, words: Words) -> str:
    """The name of the dash in a range of marks: ``Source 11``, ``Sources 11 to 14``."""
    if first == last:
        return words("source.numbered", number=first)
    return words("mark.sources_two" if last == first + 1 else "mark.sources_several", first=first, last=last)


def _link(mark: Mark, size: str, *shown: Markup | str | None) -> Markup:
    href = f"#{make_reference_anchor(mark.entry.reference)}"
    return element("a", *shown, class_=size, role="doc-biblioref", id=mark.use.id, href=href)


def _part(mark: Mark, words: Words) -> Markup | None:
    part = part_of(mark.use.item, words)
    return _hidden(f", {part}") if part else None
