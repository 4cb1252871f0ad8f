"""Bibliography entries: a source with its title as the link, what sort of work it is, how it stands, and its uses.

An entry has two parts, side by side where there is room: the work, and what is known of it. Below may stand more.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from citewell.citations.anchors import reference_anchor
from citewell.citations.entry import entry as full_entry
from citewell.citations.entry import page_entry
from citewell.citations.kinds import kind_words
from citewell.citations.notices import notices_about
from citewell.citations.number import BibliographyEntry, NumberedArticle, Use
from citewell.markup import Markup, element, join, text
from citewell.model.evidence import LockedReference, Notice, Verdict
from citewell.model.references import Reference
from citewell.model.site import Site
from citewell.render import evidence_words, words
from citewell.render.html import linked
from citewell.render.lines import spaced, stacked
from citewell.render.marks import part_of
from citewell.render.quotes import quotes
from citewell.render.standing import notices, status

ANCHOR = "sources"

_RIGHT_TO_LEFT: Final = "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]+"
_WORDS: Final = re.compile(rf"({_RIGHT_TO_LEFT}(?:[\s'’\"-]+{_RIGHT_TO_LEFT})*)")
"""Words of Arabic, Hebrew and other scripts written from right to left, by the blocks Unicode keeps for them."""


@dataclass(frozen=True, slots=True)
class Described:
    """A reference as it is printed wherever it stands: the work, and how its link stands; what is known of it."""

    work: Markup
    status: Markup
    locked: LockedReference | None = None
    href: str | None = None
    notices: tuple[Notice, ...] = ()


def sources(numbered: NumberedArticle, printed: Mapping[str, Described]) -> Markup | None:
    """The numbered sources of a document, ``None`` without any. ``printed`` are all references as ``described``."""
    if not numbered.entries:
        return None
    shown = [(entry, printed[entry.reference.key]) for entry in numbered.entries]
    unchecked = any(described.locked is None for _, described in shown)
    unchecked_help = f" {evidence_words.NOT_CHECKED_HELP}" if unchecked else None
    return element(
        "section",
        stacked(
            element("h2", words.SOURCES, id=ANCHOR),
            element("p", element("span", words.SOURCES_HELP), unchecked_help, class_="help"),
            element("ol", stacked(*(_listed(*each) for each in shown)), class_="entries"),
        ),
        class_="sources",
        role="doc-bibliography",
        aria_labelledby=ANCHOR,
    )


def described(reference: Reference, site: Site) -> Described:
    """A reference as it is printed: what was said of it since, the entry, what sort of work it is, its status."""
    locked, about = site.lock.of(reference), notices_about(reference, site.lock)
    parts = page_entry(reference)
    # A reference without a title is an error; should it be shown all the same, its link still has words.
    words_of_title = _title(parts.title or parts.href or reference.key)
    safe = locked is None or locked.verdict is not Verdict.REFUSED
    href = parts.href if safe else None
    work = linked(href, words_of_title) if href else element("span", words_of_title, class_="title")
    whole = spaced(_isolated(parts.before), work + parts.stop, _isolated(parts.after))
    entry = element("p", *notices(reference, about, site.people), whole, class_="entry", data_url=href)
    kind = element("p", element("span", kind_words(reference), class_="badge"), class_="facts")
    return Described(stacked(entry, kind), status(reference, locked, about, site.people), locked, href, about)


def in_parts(work: Markup, standing: Markup, more: Markup | None = None) -> Markup:
    """The parts of an entry: the work, how it stands, and what else is said of it, which comes below both."""
    parts = (("work", work), ("standing", standing), ("more", more))
    return stacked(*(element("div", part, class_=name) for name, part in parts if part))


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


def _listed(entry: BibliographyEntry, printed: Described) -> Markup:
    letters = spaced(*(_way_back(use, entry.number) for use in entry.uses))
    uses = element("p", element("span", words.USED_AT), " ", element("span", letters, class_="letters"), class_="uses")
    work = stacked(printed.work, quotes(entry, printed.locked, printed.href))
    return element("li", in_parts(work, stacked(printed.status, uses)), id=reference_anchor(entry.reference))


def _way_back(use: Use, number: int) -> Markup:
    """The letter of a use, and the part of the work it names."""
    name = words.back_to_use(use.label, number, part_of(use.item))
    letter = element("a", use.label, role="doc-backlink", href=f"#{use.id}", aria_label=name)
    part = part_of(use.item, short=True)
    return spaced(letter, element("span", part) if part else None)
