"""Terms of the glossary in running text: the link to what one means, and plain words for who cannot see a preview."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from citewell.markup import Markup, element
from citewell.messages import Words
from citewell.model.addresses import GLOSSARY, relative_link
from citewell.model.site import Term
from citewell.model.slugs import make_slug


def term_link(here: str, term: Term, anchor: str, shown: Markup, words: Words) -> Markup:
    """A term as it is in the text of the page at ``here``. ``anchor`` is its place on the page of the glossary.

    The script shows ``data-plain`` beside it, and with the words of ``data-see`` a link that leads where this one does.
    """
    href, see = relative_link(here, GLOSSARY, anchor), words("glossary.see")
    return element("a", shown, class_="term", href=href, data_plain=term.plain, data_see=see)


def meaning(term: Term) -> Markup:
    """Plain words after a term that the text does not explain: heard and printed, but not seen on a screen."""
    return element("span", f" ({term.plain})", class_="meaning")


@lru_cache(maxsize=1)  # one site at a time is written, page by page
def anchors(glossary: tuple[Term, ...]) -> Mapping[str, str]:
    """The id of each term on the page of the glossary, by the term; of two that look alike the later has a number."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    for term in glossary:
        first = anchor = f"term-{make_slug(term.term)}"
        count = 1
        while anchor in taken:
            count += 1
            anchor = f"{first}-{count}"
        taken.add(anchor)
        found[term.term] = anchor
    return found
