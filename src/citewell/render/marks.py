"""Citation marks: the small numbers in the text that lead to the sources."""

from __future__ import annotations

from typing import Final

from citewell.citations.anchors import reference_anchor
from citewell.citations.groups import Range, arrange
from citewell.citations.number import Mark, NumberedArticle
from citewell.citations.pinned import names_quote
from citewell.markup import Markup, element, join
from citewell.model.inlines import Citation, CitationItem
from citewell.render import words


def _hidden(said: str) -> Markup:
    """Words for who hears the page."""
    return element("span", said, class_="vh")


_SOURCE: Final = _hidden(words.SOURCE)


def marks(numbered: NumberedArticle, citation: Citation) -> Markup | None:
    """The marks of one citation, side by side; ``None`` when none of its keys names a reference."""
    shown = arrange(numbered, citation)
    if not shown:
        return None
    return element(
        "span", *(_range(each) if isinstance(each, Range) else _single(each.mark) for each in shown), class_="cites"
    )


def part_of(item: CitationItem, short: bool = False) -> str:
    """Which part of the work an item names, with what its editor wrote before and after it; empty when nothing.

    A named quote is none: its words stand under the entry, and its name is for editors.
    """
    named = item.locator and not names_quote(item)
    where = words.locator(item.label, item.locator or "", short) if named else ""
    return ", ".join(part for part in (item.prefix, where, item.suffix) if part)


def _single(mark: Mark) -> Markup:
    number = str(mark.entry.number)
    size = ("cite", "cite two")[len(number) - 1] if len(number) < 3 else "cite three"
    return _link(mark, size, _SOURCE, number, _part(mark))


def _range(run: Range) -> Markup:
    """First and last as numbers; between them a dash that leads to the first inner source and holds the other ids."""
    first, *others = run.inner
    name = words.sources_between(first.entry.number, run.inner[-1].entry.number)
    landings = [element("span", id=other.use.id) for other in others]
    inner = part_of(first.use.item) if not others else ""
    hidden = _hidden(f"{name}, {inner}" if inner else name)
    dash = _link(first, "cite dash", hidden, *landings)
    return element("span", join([_single(run.first), dash, _single(run.last)]), class_="range")


def _link(mark: Mark, size: str, *shown: Markup | str | None) -> Markup:
    href = f"#{reference_anchor(mark.entry.reference)}"
    return element("a", *shown, class_=size, role="doc-biblioref", id=mark.use.id, href=href)


def _part(mark: Mark) -> Markup | None:
    part = part_of(mark.use.item)
    return _hidden(f", {part}") if part else None
