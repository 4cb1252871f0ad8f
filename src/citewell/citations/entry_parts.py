"""What an entry says of a work beside its authors and title, one small function a part.

Each takes a reference and gives the words without a stop at the end, empty when the reference does not tell. What an
entry says already is not said again: databases export one fact in several fields.
"""

from __future__ import annotations

import re
from typing import Final

from citewell.citations.numbers_and_dates import counted, edition, is_number, pages, single
from citewell.citations.people import credit, opening
from citewell.citations.punctuation import (
    capitalised,
    ends_with,
    joined,
    same,
    sentence,
    sentences,
    titled,
    trimmed,
    unbracketed,
    without_stops,
)
from citewell.model.references import IdentifierKind, Reference

_VERSION: Final = re.compile(r"(?:v(?:ersion)?\b\.?\s*|v)?([0-9].*)", re.IGNORECASE)


def field(reference: Reference, *variables: str) -> str:
    """The first of the variables a reference has, trimmed; empty when it has none."""
    return next((value for name in variables if (value := trimmed(reference.fields.get(name, "")))), "")


def nothing(_reference: Reference) -> str:
    """For a part that works of a type do not have."""
    return ""


# ---- Where the work is


def container(reference: Reference) -> str:
    """The journal or book: ``Textbook of pain``."""
    return titled(field(reference, "container-title"))


def site(reference: Reference) -> str:
    """The site, unless it is the work itself: ``Example Health Service``."""
    name = container(reference)
    return "" if same(name, field(reference, "title")) else name


def short_container(reference: Reference) -> str:
    """A journal in short, where the reference gives that, and never with stops: ``Arthritis Rheum``."""
    short = field(reference, "container-title-short", "journalAbbreviation")
    return without_stops(short or container(reference))


def part_of_whole(reference: Reference) -> str:
    """The volume and part that a work is of several: ``Vol. 2, Spine, Pt. 1``."""
    return joined(
        ", ",
        _labelled("Vol.", "Vols.", _volume(reference)),
        _beside_title(reference, "volume-title"),
        _labelled("Pt.", "Pt.", field(reference, "part-number")),
        _beside_title(reference, "part-title"),
    )


def volume_inside(reference: Reference) -> str:
    """The volume of the book that contains a chapter: ``Vol. 2``."""
    return _labelled("Vol.", "Vols.", _volume(reference))


def _volume(reference: Reference) -> str:
    return single(field(reference, "volume"))


def _beside_title(reference: Reference, variable: str) -> str:
    """A title, unless it is the work's own once more."""
    title = field(reference, variable)
    return "" if same(title, field(reference, "title")) else titled(title)


def section_of_law(reference: Reference) -> str:
    """``Sect. 5, 12``: a section and the number of its law."""
    section = field(reference, "section")
    return joined(", ", f"Sect. {section}" if section else "", field(reference, "number"))


def meeting(reference: Reference) -> str:
    """The conference of a paper: ``World Congress on Pain; Rome``, as far as the entry does not name it elsewhere."""
    event, place = _event(reference), event_place(reference)
    book = field(reference, "container-title")
    named = event.casefold() in book.casefold()
    again = same(place, field(reference, "publisher-place")) or ends_with(book, place)
    return joined("; ", "" if named else event, "" if again else place)


def occasion(reference: Reference) -> str:
    """Where a talk was given: ``Keynote presented at: World Congress on Pain``, without a genre only the congress."""
    event, sort = _event(reference), genre(reference).removesuffix(" presented at")
    if not sort:
        return "" if same(event, field(reference, "title")) else event
    return f"{capitalised(sort)} presented at: {event}" if event else ""


def event_place(reference: Reference) -> str:
    """Where that was: ``Rome``."""
    place = field(reference, "event-place")
    return "" if ends_with(_event(reference), place) else place


def _event(reference: Reference) -> str:
    return titled(field(reference, "event-title", "event"))


def genre(reference: Reference) -> str:
    """What sort of work it is, without brackets or a stop of its own: ``dissertation``."""
    return titled(unbracketed(field(reference, "genre")))


def edition_words(reference: Reference) -> str:
    """``2nd ed``, unless the title says so: ``Management of hip fracture (2nd edition)``."""
    words = edition(field(reference, "edition"))
    title = field(reference, "container-title", "title").casefold()
    return "" if words.endswith(" ed") and f"({words.casefold()}" in title else words


def version(reference: Reference) -> str:
    """The edition of data or a program: ``Version 2.1`` for ``2.1`` and ``v2.1``, but ``Spring release`` as it is."""
    version_ = field(reference, "version")
    number = _VERSION.fullmatch(version_)
    return sentences(edition_words(reference), f"Version {number[1]}" if number else capitalised(version_))


# ---- Who published it


def house(reference: Reference) -> str:
    """``London: Example Press``."""
    return _placed(field(reference, "publisher-place"), field(reference, "publisher"))


def university(reference: Reference) -> str:
    """``[London]: Example University``; a thesis seldom names the place itself, hence NLM's brackets."""
    place, name = field(reference, "publisher-place"), field(reference, "publisher")
    return _placed(place, name, f"[{place}]")


def _placed(place: str, name: str, shown: str = "") -> str:
    """A publisher after its place, which is ``shown`` so; alone where its name says the place or is the place."""
    again = not place or same(place, name) or name.casefold().startswith(f"{place.casefold()}:")
    return name if again else joined(": ", shown or place, name)


def publisher_alone(reference: Reference) -> str:
    """The publisher, where the place is that of something else."""
    return field(reference, "publisher")


# ---- Numbers


def issue(reference: Reference) -> str:
    """Where an article is in its journal: ``30(17):1985–8``, ``347:f7095``, ``5(3 Suppl 1)``."""
    supplement = field(reference, "supplement-number", "supplement")
    if is_number(supplement):
        supplement = f"Suppl {supplement}"
    supplement = capitalised(supplement)
    number = single(field(reference, "issue"))
    inner = number if ends_with(number, supplement) else joined(" ", number, supplement)
    series = field(reference, "collection-title")
    journal = same(series, field(reference, "container-title")) or same(series, short_container(reference))
    volume = joined(" ", "" if journal else series, _volume(reference))
    return joined(":", volume + (f"({inner})" if inner else ""), field(reference, "number") or page_range(reference))


def page_range(reference: Reference) -> str:
    """``1985–8``."""
    return pages(field(reference, "page"))


def page_words(reference: Reference) -> str:
    """``p. 112–9``."""
    numbers = page_range(reference)
    return f"p. {numbers}" if numbers else ""


def pages_beside_number(reference: Reference) -> str:
    """``p. 112–9``, where a number has taken the place of the pages."""
    return page_words(reference) if field(reference, "number") else ""


def extent(reference: Reference) -> str:
    """How long a book is: ``300 p``."""
    count = field(reference, "number-of-pages")
    return f"{count} p" if is_number(count) else count


def series(reference: Reference) -> str:
    """``(Doe A, editor. Technical report series; no. 916)``; the editors only where they do not open the entry."""
    title, number = _beside_title(reference, "collection-title"), field(reference, "collection-number")
    title = "" if not number and same(title, field(reference, "container-title")) else title
    editors = "" if "collection-editor" in opening(reference).roles else credit(reference, "collection-editor")
    named = joined("; ", title, _labelled("no.", "nos.", number))
    return f"({joined(' ', sentence(editors), named)})" if title else ""


def report_number(reference: Reference) -> str:
    """``Technical report no.: 916``; a number with words has no label: ``Report WHO/MSD/2023``."""
    number = field(reference, "number")
    return joined(" ", _named(reference, number), _labelled("no.:", "nos.:", number)) if number else ""


def short_report_number(reference: Reference) -> str:
    """``NICE guideline NG12``."""
    number = field(reference, "number")
    return joined(" ", _named(reference, number), number) if number else ""


def _named(reference: Reference, number: str) -> str:
    """What the number is of, unless its own words say so: ``Technical report 12``."""
    sort = genre(reference)
    again = bool(sort) and number.casefold().startswith(sort.casefold())
    return "" if again else capitalised(sort) or "Report"


def plain_number(reference: Reference) -> str:
    """``SI 2017/1322``."""
    return field(reference, "number")


def law_number(reference: Reference) -> str:
    """``Sect. 5, c. 31``, where the container replaces it."""
    return section_of_law(reference) if container(reference) else ""


# ---- Where it can be found


def located(reference: Reference) -> str:
    """``Located at: Wellcome Library, London; MS.7``."""
    archive = joined(
        ", ", *dict.fromkeys(field(reference, n) for n in ("archive_collection", "archive", "archive-place"))
    )
    place = joined("; ", archive, field(reference, "archive_location"))
    return f"Located at: {place}" if place else ""


def address(reference: Reference) -> str:
    """``Available from: https://example.org/``."""
    url = field(reference, "URL")
    return f"Available from: {url}" if url else ""


def doi(reference: Reference) -> str:
    """``doi:10.1002/art.24853``, in the letters as written, which its normal form makes small."""
    written = field(reference, "DOI")
    normal = reference.identifiers.get(IdentifierKind.DOI, "")
    start = written.casefold().find(normal)
    bare = written[start : start + len(normal)] if normal and start >= 0 else written
    return f"doi:{bare}" if bare else ""


def pubmed(reference: Reference) -> str:
    """``PubMed PMID: 19790051; PubMed Central PMCID: PMC10631455``."""
    numbered = {"PubMed PMID": IdentifierKind.PMID, "PubMed Central PMCID": IdentifierKind.PMCID}
    values = {name: reference.identifiers.get(kind) or field(reference, kind) for name, kind in numbered.items()}
    return joined("; ", *(f"{name}: {value}" for name, value in values.items() if value))


def _labelled(one: str, several: str, value: str) -> str:
    """``Vol. 2`` and ``Vols. 2-3``, but ``Second volume`` as it is."""
    return joined(" ", counted(value, one, several), value)
