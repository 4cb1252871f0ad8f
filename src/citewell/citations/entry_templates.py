"""How the works of each CSL type are set in NLM style: which parts their entries have.

The style is Citing Medicine (2nd edition) as the Citation Style Language puts it in ``nlm-citation-sequence``, with
which the tests compare works of every type.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Final, TypeAlias

from citewell.citations import entry_parts
from citewell.citations.numbers_and_dates import DAY, MONTH, YEAR
from citewell.model.references import Reference

Part: TypeAlias = Callable[[Reference], str]


@dataclass(frozen=True, slots=True)
class EntryTemplate:
    """The parts that the entries of a type have after authors and title, in the order in which they are read.

    ``inside`` sets "In:" before the container, ``within`` follows it, and ``whole`` takes the place of one that is
    missing. ``filed`` is a number before the date, ``exact`` how much of the date is given, ``cited`` whether the day
    of a visit to an address follows, and ``place`` what follows both after the character ``placed_by``. ``number`` is
    the work's own, ``short_number`` the same on a page. Works of an ``indexed`` type need no address when DOI, PMID or
    PMCID names them. ``site_first``: the title of a page comes after its site.
    """

    inside: bool = False
    container: Part = entry_parts.format_site
    edition: Part = entry_parts.format_edition_part
    within: Part = entry_parts.omit_part
    whole: Part = entry_parts.format_part_of_whole
    publisher: Part = entry_parts.format_publisher
    filed: Part = entry_parts.omit_part
    exact: int = YEAR
    place: Part = entry_parts.omit_part
    placed_by: str = ";"
    pages: Part = entry_parts.format_pages
    series: Part = entry_parts.format_series
    number: Part = entry_parts.omit_part
    short_number: Part = entry_parts.omit_part
    cited: bool = True
    indexed: bool = False
    site_first: bool = False


_BOOK: Final = EntryTemplate(pages=entry_parts.format_extent)
_CHAPTER: Final = EntryTemplate(
    inside=True, container=entry_parts.format_container, within=entry_parts.format_volume_inside
)
_DATA: Final = EntryTemplate(edition=entry_parts.format_version)
_SERIAL: Final = EntryTemplate(
    container=entry_parts.format_container,
    whole=entry_parts.omit_part,
    publisher=entry_parts.omit_part,
    exact=DAY,
    place=entry_parts.format_issue,
    pages=entry_parts.omit_part,
    series=entry_parts.omit_part,
)  # dated by the day, and so well known that it needs no publisher
_POST: Final = replace(_SERIAL, pages=entry_parts.format_pages_beside_number)
_JOURNAL: Final = replace(_SERIAL, container=entry_parts.format_short_container)
_LAW: Final = EntryTemplate(
    whole=entry_parts.format_section_of_law, exact=DAY, cited=False, short_number=entry_parts.format_law_number
)
_NUMBERED: Final = EntryTemplate(short_number=entry_parts.format_plain_number)

FORMS: Final[Mapping[str, EntryTemplate]] = {
    "article-journal": replace(_JOURNAL, indexed=True),
    "article-magazine": _SERIAL,
    "article-newspaper": replace(_SERIAL, place=entry_parts.format_page_range, placed_by=":"),
    "bill": _LAW,
    "book": _BOOK,
    "chapter": _CHAPTER,
    "dataset": _DATA,
    "entry-dictionary": _CHAPTER,
    "entry-encyclopedia": _CHAPTER,
    "legislation": _LAW,
    "paper-conference": replace(_CHAPTER, within=entry_parts.format_meeting),
    "patent": EntryTemplate(filed=entry_parts.format_plain_number),
    "periodical": _POST,
    "post-weblog": _POST,
    "report": EntryTemplate(
        exact=MONTH, number=entry_parts.format_report_number, short_number=entry_parts.format_short_report_number
    ),
    "regulation": _NUMBERED,
    "review": _JOURNAL,
    "review-book": _JOURNAL,
    "software": _DATA,
    "speech": EntryTemplate(
        whole=entry_parts.format_occasion,
        publisher=entry_parts.format_publisher_alone,
        exact=DAY,
        place=entry_parts.format_event_place,
        placed_by="; ",
    ),
    "standard": _NUMBERED,
    "thesis": EntryTemplate(publisher=entry_parts.format_university),
    "webpage": EntryTemplate(whole=entry_parts.omit_part, site_first=True),
}

_ANY_OTHER: Final = EntryTemplate()


def choose_form(reference: Reference) -> EntryTemplate:
    """The form of a reference's entry; any type has one."""
    return FORMS.get(reference.type, _ANY_OTHER)


def choose_page_form(reference: Reference) -> EntryTemplate:
    """The same for a page: the title first, journal and date as they are, the number without a label."""
    form = choose_form(reference)
    container = entry_parts.format_container if form.container is entry_parts.format_short_container else form.container
    return replace(form, container=container, exact=DAY, number=form.short_number, site_first=False)
