"""A bibliography entry in NLM style (Citing Medicine, 2nd edition): in full, and as a page shows it.

The full entry is what the style asks for. On a page, lay readers get the same with the title first and as the link:
so addresses and "[Internet]" are left out, dates and journals are given in full, and a body is named only once. What a
reference does not say is left out, never made up.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from citewell.citations import entry_parts
from citewell.citations.entry_templates import EntryTemplate, choose_form, choose_page_form
from citewell.citations.identifiers import make_identifier_url
from citewell.citations.names import find_opening, format_other_contributors
from citewell.citations.numbers_and_dates import format_date
from citewell.citations.punctuation import (
    capitalise,
    choose_stop,
    end_sentence,
    is_same_text,
    join_parts,
    join_sentences,
    remove_outer_brackets,
    trim_title,
)
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


def make_entry(reference: Reference) -> Entry:
    """The full entry of a reference."""
    return _make_entry(reference, choose_form(reference), full=True)


def make_page_entry(reference: Reference) -> Entry:
    """The entry of a reference as a page shows it."""
    return _make_entry(reference, choose_page_form(reference), full=False)


def join_entry_text(item: Entry) -> str:
    """An entry in one line of plain text."""
    return join_parts(" ", item.before, item.title + item.stop, item.after)


def choose_link(reference: Reference) -> str | None:
    """The address an entry's title leads to: the identifier likeliest to last; ``None`` without any."""
    for kind in _LINKED:
        value = reference.identifiers.get(kind)
        if value:
            return make_identifier_url(kind, value)
    return None


def _make_entry(reference: Reference, form: EntryTemplate, *, full: bool) -> Entry:
    author = "" if not full and _is_author_named_again(reference, form) else find_opening(reference).words
    title = trim_title(entry_parts.read_field(reference, "title"))
    notes = _format_notes(reference, form, full=full)
    imprint = _format_imprint(reference, form, full=full), form.pages(reference)
    end = join_parts(
        " ",
        join_sentences(form.series(reference), form.number(reference)),
        _format_location(reference, form, full=full),
    )
    container = form.container(reference)
    if form.site_first and container:
        before = join_sentences(
            author, join_parts(" ", container, notes), format_other_contributors(reference), *imprint
        )
        return Entry(before, title, choose_stop(title), end, choose_link(reference))
    edition = "" if container else form.edition(reference)
    after = join_parts(" ", join_sentences(notes, edition, _format_whole(reference, form, full=full), *imprint), end)
    return Entry(end_sentence(author), title, "" if notes else choose_stop(title), after, choose_link(reference))


def _format_notes(reference: Reference, form: EntryTemplate, *, full: bool) -> str:
    """What is in brackets after a title: ``[dissertation] [Internet]``."""
    genre = entry_parts.format_genre(reference)
    if not full and genre and form.number(reference).casefold().startswith(genre.casefold()):
        genre = ""
    title = (form.site_first and form.container(reference)) or entry_parts.read_field(reference, "title")
    words = (genre, _format_medium(reference, form, full=full))
    return join_parts(" ", *(f"[{word}]" for word in words if word and f"[{word}]" not in title))


def _format_medium(reference: Reference, form: EntryTemplate, *, full: bool) -> str:
    """What a work is on, as in ``DVD``; the style says it of a container instead, where there is one."""
    if full and not form.site_first and form.container(reference):
        return ""
    medium = remove_outer_brackets(entry_parts.read_field(reference, "medium"))
    if full and not medium and not form.inside and entry_parts.read_field(reference, "URL"):
        return "Internet"
    return capitalise(medium)


def _format_whole(reference: Reference, form: EntryTemplate, *, full: bool) -> str:
    """What a work is a part of: ``In: Smith J, editor. Textbook of pain. 2nd ed``."""
    container = form.container(reference)
    if container:
        named = "[internet]" in container.casefold()
        medium = "[Internet]" if full and not named and _has_address(reference, form) else ""
        place = join_sentences(join_parts(" ", container, medium), form.edition(reference), form.within(reference))
    else:
        place = form.whole(reference)
    whole = join_sentences(format_other_contributors(reference), place)
    return f"In: {whole}" if whole and form.inside else whole


def _format_imprint(reference: Reference, form: EntryTemplate, *, full: bool) -> str:
    """Publisher, date and what follows it: ``Geneva: World Health Organization; 2023 Dec [cited 2026 Feb 15]``."""
    publisher = form.publisher(reference)
    if not full and publisher and _is_publisher_named_again(reference):
        publisher = entry_parts.read_field(reference, "publisher-place")
    cited = format_date(reference.accessed) if _has_address(reference, form) and form.cited else ""
    issued = join_parts(", ", form.filed(reference), format_date(reference.issued, form.exact))
    date = join_parts(" ", issued, f"[cited {cited}]" if cited else "")
    return join_parts("; ", publisher, join_parts(form.placed_by, date, form.place(reference)))


def _format_location(reference: Reference, form: EntryTemplate, *, full: bool) -> str:
    """Where a work can be found. Addresses and identifiers end without a stop, so that nobody copies one."""
    if not full:
        return join_sentences(entry_parts.format_archive(reference), entry_parts.read_field(reference, "references"))
    located = entry_parts.format_archive(reference)
    address = join_parts(
        " ",
        entry_parts.format_address(reference) if _has_address(reference, form) else "",
        entry_parts.format_doi(reference),
    )
    more = join_sentences(entry_parts.format_pubmed_numbers(reference), entry_parts.read_field(reference, "references"))
    return join_parts(" ", end_sentence(located) if address else located, address, more)


def _has_address(reference: Reference, form: EntryTemplate) -> bool:
    """Whether a work is found by its address: it has one, and no identifier that makes it needless."""
    return bool(entry_parts.read_field(reference, "URL")) and not (
        form.indexed and entry_parts.read_field(reference, *_INDEXED)
    )


def _is_author_named_again(reference: Reference, form: EntryTemplate) -> bool:
    """Whether the only author is a body that the entry names again as publisher, site or journal."""
    if len(reference.authors) != 1 or not reference.authors[0].literal:
        return False
    publisher = entry_parts.read_field(reference, "publisher") if form.publisher(reference) else ""
    return any(is_same_text(reference.authors[0].literal, name) for name in (publisher, form.container(reference)))


def _is_publisher_named_again(reference: Reference) -> bool:
    """Whether the publisher is the container too, or the beginning of its name."""
    publisher, container = (
        entry_parts.read_field(reference, "publisher"),
        entry_parts.read_field(reference, "container-title"),
    )
    return is_same_text(publisher, container) or container.casefold().startswith(f"{publisher.casefold()},")
