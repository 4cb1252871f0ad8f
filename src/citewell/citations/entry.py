"""A bibliography entry in NLM style (Citing Medicine, 2nd edition), as parts that a page or a text can print.

Three things differ on purpose, for lay readers: a body that is both author and publisher is named once; "[Internet]"
and "Available from" are left out, because the title is the link; a report is named by what it is ("NICE guideline
NG12"). What a reference does not say is left out, never made up.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from citewell.citations.figures import date_words, edition, pages
from citewell.citations.identifiers import identifier_url
from citewell.citations.names import SHOWN, names
from citewell.citations.sentence import sentence, sentences, stop, trimmed
from citewell.model.references import IdentifierKind, Name, Reference

_LINKED: Final = (
    IdentifierKind.DOI,
    IdentifierKind.PMID,
    IdentifierKind.PMCID,
    IdentifierKind.URL,
    IdentifierKind.ISBN,  # after the address: a catalogue's page is not the work
)


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry's parts in the order in which they are read; each carries its own stops, each may be empty.

    ``title`` is what becomes the link to ``href`` and ``stop`` the full stop after it. ``container`` is what the work
    stands in (journal, site, book), ``details`` its publisher, date, volume and pages.
    """

    authors: str
    title: str
    stop: str
    container: str
    details: str
    href: str | None


def entry(reference: Reference, shown: int = SHOWN) -> Entry:
    """The entry of a reference; at most ``shown`` names before "et al"."""
    people = () if _named_again(reference) else reference.authors
    authors = names(people, shown)
    if not reference.authors and reference.type != "chapter":
        authors = _editors(reference.editors, shown)
    container, details = _FORMS.get(reference.type, _monograph)(reference)
    title = _field(reference, "title")
    return Entry(sentence(authors), title, stop(title), container, details, link(reference))


def link(reference: Reference) -> str | None:
    """The address an entry's title leads to: the identifier likeliest to last; ``None`` without any."""
    for kind in _LINKED:
        value = reference.identifiers.get(kind)
        if value:
            return identifier_url(kind, value)
    return None


def plain_text(item: Entry) -> str:
    """An entry in one line of plain text."""
    return " ".join(part for part in (item.authors, item.title + item.stop, item.container, item.details) if part)


def _journal(reference: Reference) -> tuple[str, str]:
    """An article: ``Spine.`` and ``2005 Sep 1;30(17):1985-8``."""
    container = _field(reference, "container-title")
    number = pages(_field(reference, "page")) or _field(reference, "article-number", "number")
    volume, issue = _field(reference, "volume"), _field(reference, "issue")
    if issue.casefold().startswith("suppl"):  # Citing Medicine: 77 Suppl 1, but 77(3 Suppl 1)
        place = f"{volume} {issue}".strip()
    else:
        place = f"{volume}({issue})" if issue else volume
    date = date_words(reference.issued)
    when = ";".join(part for part in (date, place) if part)
    return sentence(container), sentence(":".join(part for part in (when, number) if part))


def _site(reference: Reference) -> tuple[str, str]:
    """A web page: ``MedlinePlus.`` and ``National Library of Medicine; 2023 Mar 2 [cited 2026 Feb 15]``."""
    cited = date_words(reference.accessed)
    imprint = " ".join(part for part in (_imprint(reference), f"[cited {cited}]" if cited else "") if part)
    return sentence(_field(reference, "container-title")), sentence(imprint)


def _chapter(reference: Reference) -> tuple[str, str]:
    """A chapter: ``In: Smith J, editor. Textbook of pain. 2nd ed.`` and ``London: Example Press; 2010. p. 12-20``."""
    book = _field(reference, "container-title")
    inside = sentences(_editors(reference.editors, SHOWN), book, edition(_field(reference, "edition")))
    where = pages(_field(reference, "page"))
    return f"In: {inside}" if inside else "", sentences(_imprint(reference), f"p. {where}" if where else "")


def _monograph(reference: Reference) -> tuple[str, str]:
    """A book, report or anything else with a publisher: ``World Health Organization; 2023 Dec 7. Report No.: 5``."""
    volume = _field(reference, "volume")
    number, genre = _field(reference, "number"), _field(reference, "genre")
    named = f"{genre or 'Report No.:'} {number}" if number else genre
    return sentence(_field(reference, "container-title")), sentences(
        edition(_field(reference, "edition")), f"Vol. {volume}" if volume else "", _imprint(reference), named
    )


_FORMS: Final[Mapping[str, Callable[[Reference], tuple[str, str]]]] = {
    "article-journal": _journal,
    "article": _journal,
    "webpage": _site,
    "post": _site,
    "post-weblog": _site,
    "chapter": _chapter,
}


def _imprint(reference: Reference) -> str:
    """``Geneva: World Health Organization; 2023 Dec 7``; a publisher named as container already is not said again."""
    publisher, place = _field(reference, "publisher"), _field(reference, "publisher-place")
    container = _field(reference, "container-title")
    if publisher and (_same(publisher, container) or container.casefold().startswith(f"{publisher.casefold()},")):
        publisher = place = ""
    house = ": ".join(part for part in (place, publisher) if part)
    return "; ".join(part for part in (house, date_words(reference.issued)) if part)


def _editors(editors: tuple[Name, ...], shown: int) -> str:
    """``Smith J, Doe A, editors``; empty when there are none."""
    listed = names(editors, shown)
    if not listed:
        return ""
    abbreviated = "." if listed.endswith(" et al") else ""
    return f"{listed}{abbreviated}, editor{'s' if len(editors) > 1 else ''}"


def _named_again(reference: Reference) -> bool:
    """Whether the only author is a body that the entry names again as publisher, site or journal."""
    if len(reference.authors) != 1 or not reference.authors[0].literal:
        return False
    author = reference.authors[0].literal
    return any(_same(author, _field(reference, variable)) for variable in ("publisher", "container-title"))


def _same(one: str, other: str) -> bool:
    return trimmed(one).casefold() == other.casefold()


def _field(reference: Reference, *variables: str) -> str:
    """The first of the variables a reference has, trimmed; empty when it has none."""
    for variable in variables:
        value = trimmed(reference.fields.get(variable, ""))
        if value:
            return value
    return ""
