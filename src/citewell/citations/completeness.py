"""What a reference lacks: the variables that works of its type have, and an identifier that leads to the work."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, TypeAlias

from citewell.model.references import IdentifierKind, Reference

Group: TypeAlias = tuple[str, ...]
"""CSL variables of which any one will do."""

_ARTICLE: Final = (("title",), ("author",), ("container-title",), ("issued",))
_PAGE: Final = (("title",), ("container-title", "publisher", "author"))
_REPORT: Final = (("title",), ("publisher", "author"), ("issued",))
_ENTRY: Final = (("title",), ("container-title",))
_LAW: Final = (("title",), ("issued", "number", "container-title"))
_NEEDS: Final[Mapping[str, tuple[Group, ...]]] = {
    "article": (("title",), ("author",), ("issued",), ("container-title", "publisher")),
    "article-journal": _ARTICLE,
    "article-magazine": _ARTICLE,
    "article-newspaper": _ARTICLE,
    "bill": _LAW,
    "book": (("title",), ("author", "editor", "translator"), ("publisher",), ("issued",)),
    "chapter": (("title",), ("author", "editor"), ("container-title",), ("publisher",), ("issued",)),
    "dataset": _REPORT,
    "entry-dictionary": _ENTRY,
    "entry-encyclopedia": _ENTRY,
    "legislation": _LAW,
    "motion_picture": (("title",), ("publisher", "author", "director", "producer"), ("issued",)),
    "paper-conference": (("title",), ("author",), ("container-title", "event-title"), ("issued",)),
    "regulation": _LAW,
    "report": _REPORT,
    "thesis": (("title",), ("author",), ("publisher",), ("issued",)),
}
_JOURNAL: Final = {"container-title": "the journal", "author": "who wrote it"}
_BOOK: Final = {"container-title": "the book", "author": "who wrote it"}
_SITE: Final = {"container-title": "whose site it is"}
_MEANING: Final[Mapping[str, Mapping[str, str]]] = {
    "article-journal": _JOURNAL,
    "article-magazine": {**_JOURNAL, "container-title": "the magazine"},
    "article-newspaper": {**_JOURNAL, "container-title": "the newspaper"},
    "chapter": _BOOK,
    "entry-dictionary": {"container-title": "the work that contains it"},
    "entry-encyclopedia": {"container-title": "the work that contains it"},
    "paper-conference": {"container-title": "the conference"},
    "post": _SITE,
    "post-weblog": _SITE,
    "thesis": {"publisher": "the university"},
    "webpage": _SITE,
}
_IDENTIFIER: Final[Mapping[str, str]] = {
    "webpage": "the address of the page as URL",
    "article-journal": "its DOI, PMID, PMCID or URL",
    "book": "its ISBN, DOI or URL",
    "chapter": "the ISBN of its book, its DOI or URL",
}


def find_missing_variables(reference: Reference) -> tuple[Group, ...]:
    """What works of its type have and this one lacks, in the order of the type's needs."""
    has = _list_variables(reference)
    return tuple(group for group in _NEEDS.get(reference.type, _PAGE) if has.isdisjoint(group))


def has_identifier(reference: Reference) -> bool:
    """Whether the reference has any identifier, even a malformed one."""
    return any(reference.fields.get(kind) or kind in reference.unread for kind in IdentifierKind)


def describe_identifiers(type_: str) -> str:
    """What would lead to a work of a type: ``its DOI, PMID, PMCID or URL``."""
    return _IDENTIFIER.get(type_, "its DOI, PMID, PMCID, ISBN or URL")


def describe_missing_variables(reference: Reference) -> Iterator[str]:
    """All that a reference lacks, for people: ``container-title (whose site it is)``, ``an identifier (…)``."""
    meaning = {"issued": "its date", **_MEANING.get(reference.type, {})}
    for group in find_missing_variables(reference):
        best = next((name for name in group if name in meaning), None)
        yield f"{best} ({meaning[best]})" if best else " or ".join(group)
    if not has_identifier(reference):
        yield f"an identifier ({describe_identifiers(reference.type)})"


def _list_variables(reference: Reference) -> set[str]:
    """The variables a reference has a value for, even one that another finding reports."""
    filled = {variable for variable, value in reference.fields.items() if value}
    others = {"author": reference.authors, "editor": reference.editors, "issued": reference.issued}
    filled |= reference.contributors.keys() | reference.unread
    filled |= {"event-title"} if "event" in filled else set()  # its name in CSL 1.0.1
    return filled | {variable for variable, value in others.items() if value}
