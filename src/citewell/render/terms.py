"""Terms of the glossary in running text: the link to what one means, and plain words for who cannot see a preview."""

from __future__ import annotations

from citewell.markup import Markup, element
from citewell.messages import Words
from citewell.model.addresses import GLOSSARY, relative_link
from citewell.model.glossary import Term


def term_link(here: str, term: Term, anchor: str, shown: Markup, words: Words) -> Markup:
    """A term as it is in the text of the page at ``here``. ``anchor`` is its place on the page of the glossary.

    The script shows ``data-plain`` beside it, and with the words of ``data-see`` a link that leads where this one does.
    """
    href, see = relative_link(here, GLOSSARY, anchor), words("glossary.see")
    return element("a", shown, class_="term", href=href, data_plain=term.plain, data_see=see)


def meaning(term: Term) -> Markup:
    """Plain words after a term that the text does not explain: heard and printed, but not seen on a screen."""
    return element("span", f" ({term.plain})", class_="meaning")
