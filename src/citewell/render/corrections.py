"""What was corrected on a page since it was published: a line at its head that cannot be overlooked, and the notes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from citewell.citations.anchors import reference_anchor
from citewell.citations.number import BibliographyEntry
from citewell.markup import Markup, element, join
from citewell.messages import Words
from citewell.model.article import Correction, FrontMatter
from citewell.render.items import time
from citewell.render.layout import stacked

ANCHOR: Final = "corrections"


def corrected(front: FrontMatter, words: Words) -> Markup | None:
    """The day of the newest correction, as a link to the notes; ``None`` where nothing was corrected."""
    if not front.corrections:
        return None
    said = words.marked("correction.newest", day=time(front.newest_corrections[0].date, words))
    return element("a", said, href=f"#{ANCHOR}")


def corrections(front: FrontMatter, words: Words, entries: Iterable[BibliographyEntry] = ()) -> Markup | None:
    """Every correction in the editors' words, dated, the newest first; ``entries`` are the sources of the page."""
    if not front.corrections:
        return None
    by_key = {use.item.key: entry for entry in entries for use in entry.uses}
    notes = (element("li", _note(each, words, by_key)) for each in front.newest_corrections)
    heading = element("h2", words("correction.title"), id=ANCHOR)
    shown = stacked(heading, element("ul", stacked(*notes)))
    return element("section", shown, class_="corrections", aria_labelledby=ANCHOR)


def _note(correction: Correction, words: Words, by_key: Mapping[str, BibliographyEntry]) -> Markup:
    """One correction, with a link to each of its sources that the page lists."""
    entries = [by_key[key.text] for key in correction.sources if key.text in by_key]
    links = [
        element("a", words("source.numbered", number=each.number), href=f"#{reference_anchor(each.reference)}")
        for each in entries
    ]
    sources = element("p", join(links, ", ")) if links else None
    day = element("p", time(correction.date, words), class_="day")
    return stacked(day, element("p", correction.text.text), sources)
