"""Open Library: books by ISBN.

``GET /api/books?bibkeys=ISBN:…&jscmd=data&format=json`` gives a book with its authors' names ("Open Library Books
API"); the edition's own record, ``GET /isbn/….json``, adds its language, its number and its editors.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, ClassVar, Final

from citewell.citations.identifiers import make_identifier_url, parse_identifier
from citewell.evidence.items.dates import parse_date_words
from citewell.evidence.items.people import CslName, parse_display_name
from citewell.evidence.service_api.csl_item import clean_item, drop_if_longer, find_language
from citewell.evidence.service_api.json_api import as_mapping, get_text, iterate_list, request_json
from citewell.evidence.service_api.results import Absent, KnownWork, ServiceResult, Unavailable
from citewell.evidence.service_api.service import Gives, Service
from citewell.model.references import IdentifierKind

_ROLE: Final = re.compile(r"\s*\((?:ed|eds|editor|editors|ed\.|eds\.)\)\s*$", re.IGNORECASE)


class OpenLibrary(Service):
    """Open Library, which does not have all books."""

    NAME = "Open Library"
    ADDRESS = "https://openlibrary.org"
    GIVES: ClassVar = {IdentifierKind.ISBN: Gives.RECORD}
    COMPLETE = False

    async def look_up(self, kind: IdentifierKind, value: str) -> ServiceResult:
        isbn = parse_identifier(kind, value)
        if not isbn:
            return Absent()
        address = f"{self.client.base}/api/books?bibkeys=ISBN:{isbn}&jscmd=data&format=json"
        outcome = await request_json(self.client.web, address, self.NAME)
        if isinstance(outcome, Absent):  # the service, not a book: unknown books are answered with an empty object
            return Unavailable(f"{self.NAME}'s service was not found at its address")
        if isinstance(outcome, Unavailable):
            return outcome
        if not outcome:
            return Absent()
        book = as_mapping(outcome.get(f"ISBN:{isbn}"))
        if not get_text(book.get("title")):
            return Unavailable(f"the response of {self.NAME} did not have the expected form")
        edition = await request_json(self.client.web, f"{self.client.base}/isbn/{isbn}.json", self.NAME)
        return KnownWork(_make_item(book, edition if isinstance(edition, Mapping) else {}, isbn))


def _make_item(book: Mapping[str, Any], edition: Mapping[str, Any], isbn: str) -> dict[str, Any]:
    people = list(_list_names(book.get("authors")))
    others = list(_list_contributions(edition.get("contributions")))
    return clean_item(
        {
            "type": "book",
            "title": _read_title(book),
            "author": [name for words in people if not _ROLE.search(words) and (name := parse_display_name(words))],
            "editor": [
                name
                for words in (*people, *others)
                if _ROLE.search(words) and (name := _parse_editor(words)) is not None
            ],
            "issued": parse_date_words(get_text(book.get("publish_date")) or get_text(edition.get("publish_date"))),
            "publisher": next(_list_names(book.get("publishers")), ""),
            "publisher-place": next(_list_names(book.get("publish_places")), ""),
            "edition": drop_if_longer(get_text(edition.get("edition_name")), 60).removesuffix("."),
            "number-of-pages": _read_pages(book),
            "language": _read_language(edition),
            "ISBN": isbn,
            "URL": make_identifier_url(IdentifierKind.ISBN, isbn),
        }
    )


def _read_title(book: Mapping[str, Any]) -> str:
    title, subtitle = get_text(book.get("title")), get_text(book.get("subtitle"))
    return f"{title}: {subtitle}" if subtitle and subtitle.lower() not in title.lower() else title


def _list_names(value: object) -> Iterator[str]:
    """The names in a list of objects, or of texts."""
    return (name for one in iterate_list(value) if (name := get_text(as_mapping(one).get("name")) or get_text(one)))


def _list_contributions(value: object) -> Iterator[str]:
    return (words for one in iterate_list(value) if (words := get_text(one)))


def _parse_editor(words: str) -> CslName | None:
    return parse_display_name(_ROLE.sub("", words))


def _read_pages(book: Mapping[str, Any]) -> str:
    """The number of pages; of ``xii, 435 p.`` the last."""
    pages = get_text(book.get("number_of_pages"))
    counted = re.search(r"([0-9]{1,5})\s*p", get_text(book.get("pagination")))
    return pages if re.fullmatch(r"[1-9][0-9]{0,4}", pages) else (counted[1] if counted else "")


def _read_language(edition: Mapping[str, Any]) -> str:
    """The language of ``{"key": "/languages/eng"}``, where there is only one."""
    keys = [get_text(as_mapping(one).get("key")).rpartition("/")[2] for one in iterate_list(edition.get("languages"))]
    return drop_if_longer(find_language(keys[0]), 35) if len(keys) == 1 else ""


SERVICE = OpenLibrary
