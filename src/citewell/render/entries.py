"""Bibliography entries: a source with its title as the link, what sort of work it is, and the ways back to its uses."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from citewell.citations.anchors import reference_anchor
from citewell.citations.entry import entry as full_entry
from citewell.citations.entry import page_entry
from citewell.citations.kinds import kind_words
from citewell.citations.number import BibliographyEntry, NumberedArticle, Use
from citewell.markup import Markup, element, join, text
from citewell.model.references import Reference
from citewell.render import words
from citewell.render.html import linked
from citewell.render.lines import spaced, stacked
from citewell.render.marks import part_of

ANCHOR = "sources"

_RIGHT_TO_LEFT: Final = "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]+"
_WORDS: Final = re.compile(rf"({_RIGHT_TO_LEFT}(?:[\s'’\"-]+{_RIGHT_TO_LEFT})*)")
"""Words of Arabic, Hebrew and other scripts written from right to left, by the blocks Unicode keeps for them."""


def sources(numbered: NumberedArticle, printed: Mapping[str, Markup]) -> Markup | None:
    """The numbered sources of a document, ``None`` without any. ``printed`` are all references as ``described``."""
    if not numbered.entries:
        return None
    return element(
        "section",
        stacked(
            element("h2", words.SOURCES, id=ANCHOR),
            element("p", element("span", words.SOURCES_HELP), " ", words.NOT_CHECKED_HELP, class_="help"),
            element("ol", stacked(*(_listed(entry, printed) for entry in numbered.entries)), class_="entries"),
        ),
        class_="sources",
        role="doc-bibliography",
        aria_labelledby=ANCHOR,
    )


def described(reference: Reference) -> Markup:
    """A reference as it is printed, and below it what sort of work it is and whether its address was checked."""
    parts = page_entry(reference)
    # A reference without a title is an error; should it be shown all the same, its link still has words.
    title = parts.title or parts.href or reference.key
    words_of_title = _title(title)
    work = linked(parts.href, words_of_title) if parts.href else element("span", words_of_title, class_="title")
    whole = spaced(_isolated(parts.before), work + parts.stop, _isolated(parts.after))
    kind = element("span", kind_words(reference), class_="badge")
    status = element("span", words.NOT_CHECKED, class_="unchecked")
    return stacked(
        element("p", whole, class_="entry", data_url=parts.href), element("p", spaced(kind, status), class_="facts")
    )


def full_reference(reference: Reference) -> Markup:
    """The full NLM entry of a reference with its identifiers, for those who want to cite the work themselves."""
    summary = element("summary", words.FULL_REFERENCE)
    parts = full_entry(reference)
    whole = spaced(_isolated(parts.before), _title(parts.title) + parts.stop, _isolated(parts.after))
    return element("details", stacked(summary, element("p", whole)), class_="cited full")


def _title(title: str) -> Markup:
    """A title; one with words from right to left is set apart, so that it does not turn round what stands beside it."""
    return element("bdi", title) if _WORDS.search(title) else text(title)


def _isolated(part: str) -> Markup:
    """The words before or after a title, those from right to left each set apart: names keep their order."""
    return join([element("bdi", piece) if at % 2 else text(piece) for at, piece in enumerate(_WORDS.split(part))])


def _listed(entry: BibliographyEntry, printed: Mapping[str, Markup]) -> Markup:
    letters = spaced(*(_way_back(use, entry.number) for use in entry.uses))
    uses = element("p", element("span", words.USED_AT), " ", element("span", letters, class_="letters"), class_="uses")
    return element("li", stacked(printed[entry.reference.key], uses), id=reference_anchor(entry.reference))


def _way_back(use: Use, number: int) -> Markup:
    """The letter of a use, and the part of the work it names."""
    name = words.back_to_use(use.label, number, part_of(use.item))
    letter = element("a", use.label, role="doc-backlink", href=f"#{use.id}", aria_label=name)
    part = part_of(use.item, short=True)
    return spaced(letter, element("span", part) if part else None)
