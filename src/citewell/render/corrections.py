"""What was corrected on a page since it was published: a line at its head that cannot be overlooked, and the notes."""

from __future__ import annotations

from typing import Final

from citewell.citations.number import NumberedArticle
from citewell.markup import Markup, element, join
from citewell.messages import Words
from citewell.model.article import Correction, FrontMatter
from citewell.render.citation_marks import WORD_JOINER, marks
from citewell.render.items import time
from citewell.render.layout import stacked

ANCHOR: Final = "corrections"


def corrected(front: FrontMatter, words: Words) -> Markup | None:
    """The day of the newest correction, as a link to the notes; ``None`` where nothing was corrected."""
    if not front.corrections:
        return None
    said = words.marked("correction.newest", day=time(front.newest_corrections[0].date.day, words))
    return element("a", said, href=f"#{ANCHOR}")


def corrections(front: FrontMatter, words: Words, numbered: NumberedArticle | None = None) -> Markup | None:
    """Every correction in the editors' words, dated, the newest first; with its marks where the page lists sources."""
    if not front.corrections:
        return None
    notes = (element("li", _note(each, words, numbered)) for each in front.newest_corrections)
    heading = element("h2", words("correction.title"), id=ANCHOR)
    shown = stacked(heading, element("ul", stacked(*notes)))
    return element("section", shown, class_="corrections", aria_labelledby=ANCHOR)


def _note(correction: Correction, words: Words, numbered: NumberedArticle | None) -> Markup:
    """One correction, with the marks of its sources where the page lists them."""
    cited = marks(numbered, correction.citation, words) if numbered and correction.citation else None
    text = join([correction.text.text.rstrip(), cited], WORD_JOINER)
    return stacked(element("p", time(correction.date.day, words), class_="day"), element("p", text))
