"""Bibliography entries: a source with its title as the link, its kind, the state of its link, and its uses.

An entry has two parts, side by side where there is room: the work, and what is known about it. More may follow below.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from citewell.article_context import ArticleContext
from citewell.citations.anchors import make_reference_anchor
from citewell.citations.entry import Entry, make_entry, make_page_entry
from citewell.citations.kinds import describe_kind
from citewell.citations.number import BibliographyEntry, Use
from citewell.citations.punctuation import remove_stop
from citewell.citations.titles import is_translated
from citewell.markup import Markup, element
from citewell.messages import ENGLISH, Words
from citewell.messages.languages import is_tag, primary
from citewell.model.evidence import LockedReference, Notice, Verdict
from citewell.model.people import Person
from citewell.model.references import Reference
from citewell.render.citation_marks import part_of, show_intent
from citewell.render.language_spans import base_of, in_language, isolated, running
from citewell.render.layout import spaced, stacked
from citewell.render.quotes import quote_positions, quotes
from citewell.render.reference_status import notices, status
from citewell.render.running_text import linked

ANCHOR = "sources"


@dataclass(frozen=True, slots=True)
class Described:
    """A reference as it is shown everywhere: the work, and the state of its link; ``parts`` are those of its entry."""

    parts: Entry
    work: Markup
    status: Markup
    locked: LockedReference | None = None
    href: str | None = None
    notices: tuple[Notice, ...] = ()


def sources(context: ArticleContext, printed: ReferenceDescriptions) -> Markup | None:
    """The numbered sources of a document, ``None`` without any."""
    words, entries = context.words, context.numbered.entries
    if not entries:
        return None
    shown = [(entry, printed.describe_for(entry.reference, context)) for entry in entries]
    unchecked = any(described.locked is None for _, described in shown)
    unchecked_help = f" {words('status.unchecked_help')}" if unchecked else None
    return element(
        "section",
        stacked(
            element("h2", words("article.sources"), id=ANCHOR),
            element("p", element("span", words("article.sources_help")), unchecked_help, class_="help"),
            element("ol", stacked(*(_listed(*each, words) for each in shown)), class_="entries"),
        ),
        class_="sources",
        role="doc-bibliography",
        aria_labelledby=ANCHOR,
        # For the links that the theme's script makes; the number is put in there.
        data_see=words("source.see", number="{number}"),
        data_back=words("source.reading"),
    )


class ReferenceDescriptions:
    """References as they are printed: each is described once, though many articles cite it."""

    def __init__(self) -> None:
        self._known: dict[str, Described] = {}

    def describe(
        self,
        reference: Reference,
        locked: LockedReference | None,
        about: tuple[Notice, ...],
        people: Mapping[str, Person],
        words: Words,
    ) -> Described:
        """A reference as ``describe_reference`` gives it; of one site all else follows from the reference."""
        if reference.key not in self._known:
            self._known[reference.key] = describe_reference(reference, locked, about, people, words)
        return self._known[reference.key]

    def describe_for(self, reference: Reference, context: ArticleContext) -> Described:
        """A reference that an article cites."""
        locked, about = context.known.get(reference.key), context.notices.get(reference.key, ())
        return self.describe(reference, locked, about, context.people, context.words)


def describe_reference(
    reference: Reference,
    locked: LockedReference | None,
    about: tuple[Notice, ...],
    people: Mapping[str, Person],
    words: Words,
) -> Described:
    """A reference as it is printed: what was said of it since, the entry, what sort of work it is, its status.

    ``locked`` is what is known of it, ``about`` are the notices about its work, ``people`` those who accepted any.
    """
    parts = make_page_entry(reference)
    # A reference without a title is an error; if it is shown anyway, its link still has words.
    title = parts.title or parts.href or reference.key
    shown_title, base = in_language(title, _language_of_title(reference, words), words), base_of(title, words)
    safe = locked is None or locked.verdict is not Verdict.REFUSED
    href = parts.href if safe else None
    work = linked(href, shown_title) if href else element("span", shown_title, class_="title")
    where = element("span", isolated(parts.after, base), class_="where") if parts.after else None
    whole = running(spaced(isolated(parts.before, base), work + parts.stop, where), base, words)
    entry = element("p", *notices(reference, about, people, words), whole, class_="entry", data_url=href)
    # The evidence for a statement shows the year apart from the entry, and takes it from here.
    year = str(reference.issued.year) if reference.issued else None
    badge = element("span", describe_kind(reference, words), class_="badge")
    kind = element("p", badge, class_="facts", data_year=year)
    work = stacked(entry, _original(reference, words), kind, _people(reference, words))
    return Described(parts, work, status(reference, locked, about, people, words), locked, href, about)


def _people(reference: Reference, words: Words) -> Markup | None:
    """Who was studied, where the editors wrote it down."""
    if not reference.people:
        return None
    named = words.marked("source.people", people=element("span", reference.people))
    return element("p", named, class_="people")


def in_parts(work: Markup, state: Markup, more: Markup | None = None) -> Markup:
    """The parts of an entry: the work, the state of its link, and anything else, which comes below both."""
    parts = (("work", work), ("state", state), ("more", more))
    return stacked(*(element("div", part, class_=name) for name, part in parts if part))


def full_reference(reference: Reference, words: Words) -> Markup:
    """The full NLM entry of a reference with its identifiers, for those who want to cite the work themselves."""
    summary = element("summary", words("source.full_reference"))
    parts = make_entry(reference)
    base = base_of(parts.title, words)
    title = in_language(parts.title, _language_of_title(reference, words), words)
    whole = spaced(isolated(parts.before, base), title + parts.stop, isolated(parts.after, base))
    whole = running(whole, base, words)
    return element("details", stacked(summary, element("p", whole)), class_="cited full")


def _language_of_title(reference: Reference, words: Words) -> str:
    """The language of a title: a translated one is in the site's, or in English if the work itself is in that."""
    language = reference.fields.get("language", "")
    if not is_translated(reference.title):
        return language
    return ENGLISH if primary(language) == primary(words.language) else words.language


def _original(reference: Reference, words: Words) -> Markup | None:
    """The original of a translated title, and the language of the work."""
    if not is_translated(reference.title):
        return None
    language, title = reference.fields.get("language", ""), remove_stop(reference.fields.get("original-title", ""))
    named = words.language_name(language) if is_tag(language) else ""
    original = words.marked("source.original_title", title=in_language(title, language, words)) if title else None
    in_language_of = words.marked("source.language", language=named) if named else None
    return element("p", spaced(original, in_language_of), class_="original") if original or in_language_of else None


def _listed(entry: BibliographyEntry, printed: Described, words: Words) -> Markup:
    quoted = quote_positions(entry)
    letters = spaced(*(_way_back(use, entry.number, words, quoted.get(use.id)) for use in entry.uses))
    used_at = element("span", words("source.used_at"))
    uses = element("p", used_at, " ", element("span", letters, class_="letters"), class_="uses")
    work = stacked(printed.work, quotes(entry, printed.locked, printed.href, words))
    return element("li", in_parts(work, stacked(printed.status, uses)), id=make_reference_anchor(entry.reference))


def _way_back(use: Use, number: int, words: Words, quote: int | None) -> Markup:
    """The letter of a use, and the part of the work it names; ``quote`` tells a preview which words the use pins."""
    whole = part_of(use.item, words)
    said = "source.back_to_part" if whole else "source.back"
    name = words(said, letter=use.label, number=number, part=whole)
    letter = element("a", use.label, role="doc-backlink", href=f"#{use.id}", aria_label=name, data_quote=quote)
    part = part_of(use.item, words, short=True)
    return spaced(letter, element("span", part) if part else None, show_intent(use.item.intent, words))
