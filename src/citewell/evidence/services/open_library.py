"""Open Library: books by ISBN.

``GET /api/books?bibkeys=ISBN:…&jscmd=data&format=json`` gives a book with its authors' names ("Open Library Books
API"); the edition's own record, ``GET /isbn/….json``, adds its language, its number and its editors.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from citewell.citations.identifiers import make_identifier_url, parse_identifier
from citewell.evidence.items.people import CslName, from_display
from citewell.evidence.services.csl_item import complete, language, short
from citewell.evidence.services.dates import from_words
from citewell.evidence.services.json_api import Asks, ask_json, each, mapping, text
from citewell.evidence.services.results import Absent, Found, LookUp, Unavailable
from citewell.model.references import IdentifierKind

NAME: Final = "Open Library"
_ROLE: Final = re.compile(r"\s*\((?:ed|eds|editor|editors|ed\.|eds\.)\)\s*$", re.IGNORECASE)


async def look_up(web: Asks, base: str, isbn: str) -> LookUp:
    """Look an ISBN up, of ten or thirteen digits and in any spelling."""
    normal = parse_identifier(IdentifierKind.ISBN, isbn)
    if not normal:
        return Absent()
    address = f"{base}/api/books?bibkeys=ISBN:{normal}&jscmd=data&format=json"
    outcome = await ask_json(web, address, NAME)
    if isinstance(outcome, Absent):  # of a service, and not of a book: unknown books are answered with an empty object
        return Unavailable(f"{NAME}'s service was not found at its address")
    if isinstance(outcome, Unavailable):
        return outcome
    if not outcome:
        return Absent()
    book = mapping(outcome.get(f"ISBN:{normal}"))
    if not text(book.get("title")):
        return Unavailable(f"the answer of {NAME} was not in the form it should have")
    edition = await ask_json(web, f"{base}/isbn/{normal}.json", NAME)
    return Found(_item(book, edition if isinstance(edition, Mapping) else {}, normal))


def _item(book: Mapping[str, Any], edition: Mapping[str, Any], isbn: str) -> dict[str, Any]:
    people = list(_names(book.get("authors")))
    others = list(_contributions(edition.get("contributions")))
    return complete(
        {
            "type": "book",
            "title": _title(book),
            "author": [name for words in people if not _ROLE.search(words) and (name := from_display(words))],
            "editor": [
                name for words in (*people, *others) if _ROLE.search(words) and (name := _editor(words)) is not None
            ],
            "issued": from_words(text(book.get("publish_date")) or text(edition.get("publish_date"))),
            "publisher": next(_names(book.get("publishers")), ""),
            "publisher-place": next(_names(book.get("publish_places")), ""),
            "edition": short(text(edition.get("edition_name")), 60).removesuffix("."),
            "number-of-pages": _pages(book),
            "language": _language(edition),
            "ISBN": isbn,
            "URL": make_identifier_url(IdentifierKind.ISBN, isbn),
        }
    )


def _title(book: Mapping[str, Any]) -> str:
    title, subtitle = text(book.get("title")), text(book.get("subtitle"))
    return f"{title}: {subtitle}" if subtitle and subtitle.lower() not in title.lower() else title


def _names(value: object) -> Iterator[str]:
    """The names in a list of objects, or of texts."""
    return (name for one in each(value) if (name := text(mapping(one).get("name")) or text(one)))


def _contributions(value: object) -> Iterator[str]:
    return (words for one in each(value) if (words := text(one)))


def _editor(words: str) -> CslName | None:
    return from_display(_ROLE.sub("", words))


def _pages(book: Mapping[str, Any]) -> str:
    """The number of pages; of ``xii, 435 p.`` the last."""
    pages = text(book.get("number_of_pages"))
    counted = re.search(r"([0-9]{1,5})\s*p", text(book.get("pagination")))
    return pages if re.fullmatch(r"[1-9][0-9]{0,4}", pages) else (counted[1] if counted else "")


def _language(edition: Mapping[str, Any]) -> str:
    """The language of ``{"key": "/languages/eng"}``, where there is only one."""
    keys = [text(mapping(one).get("key")).rpartition("/")[2] for one in each(edition.get("languages"))]
    return short(language(keys[0]), 35) if len(keys) == 1 else ""
