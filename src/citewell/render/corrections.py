"""What was corrected on a page since it was published: a line at its head that cannot be overlooked, and the notes."""

from __future__ import annotations

from typing import Final

from citewell.markup import Markup, element
from citewell.messages import Words
from citewell.model.article import FrontMatter
from citewell.render.items import time
from citewell.render.layout import stacked

ANCHOR: Final = "corrections"


def corrected(front: FrontMatter, words: Words) -> Markup | None:
    """The day of the newest correction, as a link to the notes; ``None`` where nothing was corrected."""
    if not front.corrections:
        return None
    said = words.marked("correction.newest", day=time(front.newest_corrections[0].date.day, words))
    return element("a", said, href=f"#{ANCHOR}")


def corrections(front: FrontMatter, words: Words) -> Markup | None:
    """Every correction in the editors' words, dated, the newest first."""
    if not front.corrections:
        return None
    notes = (
        element("li", stacked(element("p", time(each.date.day, words), class_="day"), element("p", each.text.text)))
        for each in front.newest_corrections
    )
    heading = element("h2", words("correction.title"), id=ANCHOR)
    shown = stacked(heading, element("ul", stacked(*notes)))
    return element("section", shown, class_="corrections", aria_labelledby=ANCHOR)
