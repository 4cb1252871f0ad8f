"""What an entry says of a work beside its authors and title, one small function a part.

Each takes a reference and gives the words without a stop at the end, empty when the reference lacks it. What an
entry says already is not said again: databases export one fact in several fields.
"""

from __future__ import annotations

import re
from typing import Final

from citewell.citations.names import find_opening, format_credit
from citewell.citations.numbers_and_dates import (
    choose_noun,
    collapse_range,
    format_edition,
    is_number,
    shorten_page_ranges,
)
from citewell.citations.punctuation import (
    capitalise,
    end_sentence,
    ends_with,
    is_same_text,
    join_parts,
    join_sentences,
    remove_abbreviation_stops,
    remove_outer_brackets,
    trim,
    trim_title,
)
from citewell.model.references import IdentifierKind, Reference

_VERSION: Final = re.compile(r"(?:v(?:ersion)?\b\.?\s*|v)?([0-9].*)", re.IGNORECASE)


def read_field(reference: Reference, *variables: str) -> str:
    """The first of the variables a reference has, trimmed; empty when it has none."""
    return next((value for name in variables if (value := trim(reference.fields.get(name, "")))), "")


def omit_part(_reference: Reference) -> str:
    """For a part that works of a type do not have."""
    return ""


# ---- Where the work appeared


def format_container(reference: Reference) -> str:
    """The journal or book: ``Textbook of pain``."""
    return trim_title(read_field(reference, "container-title"))


def format_site(reference: Reference) -> str:
    """The site, unless it is the work itself: ``Example Health Service``."""
    name = format_container(reference)
    return "" if is_same_text(name, read_field(reference, "title")) else name


def format_short_container(reference: Reference) -> str:
    """A journal in short, where the reference gives that, and never with stops: ``Arthritis Rheum``."""
    short = read_field(reference, "container-title-short", "journalAbbreviation")
    return remove_abbreviation_stops(short or format_container(reference))


def format_part_of_whole(reference: Reference) -> str:
    """The volume and part that a work is of several: ``Vol. 2, Spine, Pt. 1``."""
    return join_parts(
        ", ",
        _add_label("Vol.", "Vols.", _format_volume(reference)),
        _read_beside_title(reference, "volume-title"),
        _add_label("Pt.", "Pt.", read_field(reference, "part-number")),
        _read_beside_title(reference, "part-title"),
    )


def format_volume_inside(reference: Reference) -> str:
    """The volume of the book that a chapter is in: ``Vol. 2``."""
    return _add_label("Vol.", "Vols.", _format_volume(reference))


def _format_volume(reference: Reference) -> str:
    return collapse_range(read_field(reference, "volume"))


def _read_beside_title(reference: Reference, variable: str) -> str:
    """A title, unless it is the work's own once more."""
    title = read_field(reference, variable)
    return "" if is_same_text(title, read_field(reference, "title")) else trim_title(title)


def format_section_of_law(reference: Reference) -> str:
    """``Sect. 5, 12``: a section and the number of its law."""
    section = read_field(reference, "section")
    return join_parts(", ", f"Sect. {section}" if section else "", read_field(reference, "number"))


def format_meeting(reference: Reference) -> str:
    """The conference of a paper: ``World Congress on Pain; Rome``, as far as the entry does not name it elsewhere."""
    event, place = _format_event(reference), format_event_place(reference)
    book = read_field(reference, "container-title")
    named = event.casefold() in book.casefold()
    again = is_same_text(place, read_field(reference, "publisher-place")) or ends_with(book, place)
    return join_parts("; ", "" if named else event, "" if again else place)


def format_occasion(reference: Reference) -> str:
    """Where a talk was given: ``Keynote presented at: World Congress on Pain``, without a genre only the congress."""
    event, sort = _format_event(reference), format_genre(reference).removesuffix(" presented at")
    if not sort:
        return "" if is_same_text(event, read_field(reference, "title")) else event
    return f"{capitalise(sort)} presented at: {event}" if event else ""


def format_event_place(reference: Reference) -> str:
    """Where that was: ``Rome``."""
    place = read_field(reference, "event-place")
    return "" if ends_with(_format_event(reference), place) else place


def _format_event(reference: Reference) -> str:
    return trim_title(read_field(reference, "event-title", "event"))


def format_genre(reference: Reference) -> str:
    """What sort of work it is, without brackets or a stop of its own: ``dissertation``."""
    return trim_title(remove_outer_brackets(read_field(reference, "genre")))


def format_edition_part(reference: Reference) -> str:
    """``2nd ed``, unless the title says so: ``Management of hip fracture (2nd edition)``."""
    words = format_edition(read_field(reference, "edition"))
    title = read_field(reference, "container-title", "title").casefold()
    return "" if words.endswith(" ed") and f"({words.casefold()}" in title else words


def format_version(reference: Reference) -> str:
    """The edition of data or a program: ``Version 2.1`` for ``2.1`` and ``v2.1``, but ``Spring release`` as it is."""
    version_ = read_field(reference, "version")
    number = _VERSION.fullmatch(version_)
    return join_sentences(format_edition_part(reference), f"Version {number[1]}" if number else capitalise(version_))


# ---- Who published it


def format_publisher(reference: Reference) -> str:
    """``London: Example Press``."""
    return _join_place_and_name(read_field(reference, "publisher-place"), read_field(reference, "publisher"))


def format_university(reference: Reference) -> str:
    """``[London]: Example University``; a thesis seldom names the place itself, hence NLM's brackets."""
    place, name = read_field(reference, "publisher-place"), read_field(reference, "publisher")
    return _join_place_and_name(place, name, f"[{place}]")


def _join_place_and_name(place: str, name: str, shown: str = "") -> str:
    """A publisher after its place, which is ``shown`` so; alone where its name says the place or is the place."""
    again = not place or is_same_text(place, name) or name.casefold().startswith(f"{place.casefold()}:")
    return name if again else join_parts(": ", shown or place, name)


def format_publisher_alone(reference: Reference) -> str:
    """The publisher, where the place is that of something else."""
    return read_field(reference, "publisher")


# ---- Numbers


def format_issue(reference: Reference) -> str:
    """Where an article is in its journal: ``30(17):1985–8``, ``347:f7095``, ``5(3 Suppl 1)``."""
    supplement = read_field(reference, "supplement-number", "supplement")
    if is_number(supplement):
        supplement = f"Suppl {supplement}"
    supplement = capitalise(supplement)
    number = collapse_range(read_field(reference, "issue"))
    inner = number if ends_with(number, supplement) else join_parts(" ", number, supplement)
    series = read_field(reference, "collection-title")
    journal = is_same_text(series, read_field(reference, "container-title")) or is_same_text(
        series, format_short_container(reference)
    )
    volume = join_parts(" ", "" if journal else series, _format_volume(reference))
    return join_parts(
        ":", volume + (f"({inner})" if inner else ""), read_field(reference, "number") or format_page_range(reference)
    )


def format_page_range(reference: Reference) -> str:
    """``1985–8``."""
    return shorten_page_ranges(read_field(reference, "page"))


def format_pages(reference: Reference) -> str:
    """``p. 112–9``."""
    numbers = format_page_range(reference)
    return f"p. {numbers}" if numbers else ""


def format_pages_beside_number(reference: Reference) -> str:
    """``p. 112–9``, where a number has taken the place of the pages."""
    return format_pages(reference) if read_field(reference, "number") else ""


def format_extent(reference: Reference) -> str:
    """How long a book is: ``300 p``."""
    count = read_field(reference, "number-of-pages")
    return f"{count} p" if is_number(count) else count


def format_series(reference: Reference) -> str:
    """``(Doe A, editor. Technical report series; no. 916)``; the editors only where they do not open the entry."""
    title, number = _read_beside_title(reference, "collection-title"), read_field(reference, "collection-number")
    title = "" if not number and is_same_text(title, read_field(reference, "container-title")) else title
    editors = (
        "" if "collection-editor" in find_opening(reference).roles else format_credit(reference, "collection-editor")
    )
    named = join_parts("; ", title, _add_label("no.", "nos.", number))
    return f"({join_parts(' ', end_sentence(editors), named)})" if title else ""


def format_report_number(reference: Reference) -> str:
    """``Technical report no.: 916``; a number in words is by itself: ``Report WHO/MSD/2023``."""
    number = read_field(reference, "number")
    return (
        join_parts(" ", _add_name_to_number(reference, number), _add_label("no.:", "nos.:", number)) if number else ""
    )


def format_short_report_number(reference: Reference) -> str:
    """``NICE guideline NG12``."""
    number = read_field(reference, "number")
    return join_parts(" ", _add_name_to_number(reference, number), number) if number else ""


def _add_name_to_number(reference: Reference, number: str) -> str:
    """What the number is of, unless its own words say so: ``Technical report 12``."""
    sort = format_genre(reference)
    again = bool(sort) and number.casefold().startswith(sort.casefold())
    return "" if again else capitalise(sort) or "Report"


def format_plain_number(reference: Reference) -> str:
    """``SI 2017/1322``."""
    return read_field(reference, "number")


def format_law_number(reference: Reference) -> str:
    """``Sect. 5, c. 31``, where the container takes its place."""
    return format_section_of_law(reference) if format_container(reference) else ""


# ---- Where it can be found


def format_archive(reference: Reference) -> str:
    """``Located at: Wellcome Library, London; MS.7``."""
    archive = join_parts(
        ", ", *dict.fromkeys(read_field(reference, n) for n in ("archive_collection", "archive", "archive-place"))
    )
    place = join_parts("; ", archive, read_field(reference, "archive_location"))
    return f"Located at: {place}" if place else ""


def format_address(reference: Reference) -> str:
    """``Available from: https://example.org/``."""
    url = read_field(reference, "URL")
    return f"Available from: {url}" if url else ""


def format_doi(reference: Reference) -> str:
    """``doi:10.1002/art.24853``, in the letters as written, which its normal form makes small."""
    written = read_field(reference, "DOI")
    normal = reference.identifiers.get(IdentifierKind.DOI, "")
    start = written.casefold().find(normal)
    bare = written[start : start + len(normal)] if normal and start >= 0 else written
    return f"doi:{bare}" if bare else ""


def format_pubmed_numbers(reference: Reference) -> str:
    """``PubMed PMID: 19790051; PubMed Central PMCID: PMC10631455``."""
    numbered = {"PubMed PMID": IdentifierKind.PMID, "PubMed Central PMCID": IdentifierKind.PMCID}
    values = {name: reference.identifiers.get(kind) or read_field(reference, kind) for name, kind in numbered.items()}
    return join_parts("; ", *(f"{name}: {value}" for name, value in values.items() if value))


def _add_label(one: str, several: str, value: str) -> str:
    """``Vol. 2`` and ``Vols. 2-3``, but ``Second volume`` as it is."""
    return join_parts(" ", choose_noun(value, one, several), value)
