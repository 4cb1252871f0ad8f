"""A bibliography entry in NLM style (Citing Medicine, 2nd edition): in full, and as a page shows it.

The full entry is what the style asks for. On a page, lay readers get the same with the title first and as the link: so
addresses and "[Internet]" are left out, dates and journals are given in full, and an organisation is named only once.
What a reference does not say is left out, never made up.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from citewell.citations import entry_parts
from citewell.citations.entry_templates import Form, form_of, page_form_of
from citewell.citations.identifiers import identifier_url
from citewell.citations.numbers_and_dates import date_words
from citewell.citations.people import opening, others
from citewell.citations.punctuation import capitalised, joined, same, sentence, sentences, stop, titled, unbracketed
from citewell.model.references import IdentifierKind, Reference

_LINKED: Final = (
    IdentifierKind.DOI,
    IdentifierKind.PMID,
    IdentifierKind.PMCID,
    IdentifierKind.URL,
    IdentifierKind.ISBN,  # after the address: a catalogue's page is not the work
)
_INDEXED: Final = ("DOI", "PMID", "PMCID")


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry around its title, which may become the link to ``href``; ``stop`` is the full stop that ends the title.

    ``before`` and ``after`` carry their own stops. Each part may be empty.
    """

    before: str
    title: str
    stop: str
    after: str
    href: str | None


def entry(reference: Reference) -> Entry:
    """The full entry of a reference."""
    return _entry(reference, form_of(reference), full=True)


def page_entry(reference: Reference) -> Entry:
    """The entry of a reference as a page shows it."""
    return _entry(reference, page_form_of(reference), full=False)


def plain_text(item: Entry) -> str:
    """An entry in one line of plain text."""
    return joined(" ", item.before, item.title + item.stop, item.after)


def link(reference: Reference) -> str | None:
    """The address an entry's title leads to: the identifier likeliest to last; ``None`` without any."""
    for kind in _LINKED:
        value = reference.identifiers.get(kind)
        if value:
            return identifier_url(kind, value)
    return None


def _entry(reference: Reference, form: Form, *, full: bool) -> Entry:
    author = "" if not full and _named_again(reference, form) else opening(reference).words
    title = titled(entry_parts.field(reference, "title"))
    notes = _notes(reference, form, full=full)
    imprint = _imprint(reference, form, full=full), form.pages(reference)
    end = joined(" ", sentences(form.series(reference), form.number(reference)), _found(reference, form, full=full))
    container = form.container(reference)
    if form.site_first and container:
        before = sentences(author, joined(" ", container, notes), others(reference), *imprint)
        return Entry(before, title, stop(title), end, link(reference))
    edition = "" if container else form.edition(reference)
    after = joined(" ", sentences(notes, edition, _within(reference, form, full=full), *imprint), end)
    return Entry(sentence(author), title, "" if notes else stop(title), after, link(reference))


def _notes(reference: Reference, form: Form, *, full: bool) -> str:
    """The brackets after a title: ``[dissertation] [Internet]``."""
    genre = entry_parts.genre(reference)
    if not full and genre and form.number(reference).casefold().startswith(genre.casefold()):
        genre = ""
    title = (form.site_first and form.container(reference)) or entry_parts.field(reference, "title")
    words = (genre, _medium(reference, form, full=full))
    return joined(" ", *(f"[{word}]" for word in words if word and f"[{word}]" not in title))


def _medium(reference: Reference, form: Form, *, full: bool) -> str:
    """What a work is on, as in ``DVD``; the style says it of a container instead, where there is one."""
    if full and not form.site_first and form.container(reference):
        return ""
    medium = unbracketed(entry_parts.field(reference, "medium"))
    if full and not medium and not form.inside and entry_parts.field(reference, "URL"):
        return "Internet"
    return capitalised(medium)


def _within(reference: Reference, form: Form, *, full: bool) -> str:
    """The work that contains it: ``In: Smith J, editor. Textbook of pain. 2nd ed``."""
    container = form.container(reference)
    if container:
        named = "[internet]" in container.casefold()
        medium = "[Internet]" if full and not named and _has_address(reference, form) else ""
        place = sentences(joined(" ", container, medium), form.edition(reference), form.within(reference))
    else:
        place = form.whole(reference)
    whole = sentences(others(reference), place)
    return f"In: {whole}" if whole and form.inside else whole


def _imprint(reference: Reference, form: Form, *, full: bool) -> str:
    """Publisher, date and what follows it: ``Geneva: World Health Organization; 2023 Dec [cited 2026 Feb 15]``."""
    publisher = form.publisher(reference)
    if not full and publisher and _publisher_again(reference):
        publisher = entry_parts.field(reference, "publisher-place")
    cited = date_words(reference.accessed) if _has_address(reference, form) and form.cited else ""
    issued = joined(", ", form.filed(reference), date_words(reference.issued, form.exact))
    date = joined(" ", issued, f"[cited {cited}]" if cited else "")
    return joined("; ", publisher, joined(form.placed_by, date, form.place(reference)))


def _found(reference: Reference, form: Form, *, full: bool) -> str:
    """Where a work can be found. Addresses and identifiers end without a stop, so that nobody copies one."""
    if not full:
        return sentences(entry_parts.located(reference), entry_parts.field(reference, "references"))
    located = entry_parts.located(reference)
    address = joined(
        " ", entry_parts.address(reference) if _has_address(reference, form) else "", entry_parts.doi(reference)
    )
    more = sentences(entry_parts.pubmed(reference), entry_parts.field(reference, "references"))
    return joined(" ", sentence(located) if address else located, address, more)


def _has_address(reference: Reference, form: Form) -> bool:
    """Whether a work is found by its address: it has one, and no identifier that makes it needless."""
    return bool(entry_parts.field(reference, "URL")) and not (form.indexed and entry_parts.field(reference, *_INDEXED))


def _named_again(reference: Reference, form: Form) -> bool:
    """Whether the only author is a body that the entry names again as publisher, site or journal."""
    if len(reference.authors) != 1 or not reference.authors[0].literal:
        return False
    publisher = entry_parts.field(reference, "publisher") if form.publisher(reference) else ""
    return any(same(reference.authors[0].literal, name) for name in (publisher, form.container(reference)))


def _publisher_again(reference: Reference) -> bool:
    """Whether the publisher is the container too, or the beginning of its name."""
    publisher, container = entry_parts.field(reference, "publisher"), entry_parts.field(reference, "container-title")
    return same(publisher, container) or container.casefold().startswith(f"{publisher.casefold()},")
