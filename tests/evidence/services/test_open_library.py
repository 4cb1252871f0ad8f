"""Open Library: books by ISBN."""

from __future__ import annotations

import pytest

from citewell.evidence.service_api.results import Absent, KnownWork, Unavailable
from citewell.evidence.services.openlibrary import OpenLibrary
from citewell.model.references import IdentifierKind

ISBN = "978-0-306-40615-7"


def test_every_field_of_a_book_is_read(ask, shelf):
    shelf.put("/api/books?bibkeys=ISBN:9780306406157&jscmd=data&format=json", "open-library-data.json")
    shelf.put("/isbn/9780306406157.json", "open-library-edition.json")
    assert ask(OpenLibrary, IdentifierKind.ISBN, "0-306-40615-2") == KnownWork(
        {
            "type": "book",
            "title": "Made-up Backs: a guide",
            "author": [
                {"family": "Made", "given": "Ann B.", "non-dropping-particle": "de"},
                {"literal": "World Health Organization"},
                {"family": "Upton", "given": "Carl"},
            ],
            "editor": [{"family": "Upton", "given": "Carl"}],
            "issued": {"date-parts": [[2009, 3]]},
            "publisher": "Made-up Press",
            "publisher-place": "Oxford",
            "edition": "2nd ed",
            "number-of-pages": "435",
            "language": "en",
            "ISBN": "9780306406157",
            "URL": "https://www.worldcat.org/isbn/9780306406157",
        }
    )


def test_a_book_without_its_editions_record_is_still_found(ask, shelf):
    shelf.put("/api/books", "open-library-data.json")
    shelf.put("/isbn/", b"busy", 500)
    found = ask(OpenLibrary, IdentifierKind.ISBN, ISBN)
    assert isinstance(found, KnownWork)
    assert "edition" not in found.item


def test_an_unknown_book_is_absent(ask, shelf):
    shelf.put("/api/books", b"{}")
    assert ask(OpenLibrary, IdentifierKind.ISBN, ISBN) == Absent()


def test_what_is_no_isbn_is_not_asked_for(ask, shelf):
    assert ask(OpenLibrary, IdentifierKind.ISBN, "978-0-306-40615-8") == Absent()
    assert shelf.asked == []


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 200),
        (b"null", 200),
        (b'{"ISBN:9780306406157": null}', 200),
        (b'{"ISBN:9780306406157": {"title": []}}', 200),
        (b'{"ISBN:1": {"title": "Another"}}', 200),
        (b"no", 404),
        (b"no", 503),
    ],
)
def test_what_cannot_be_read_is_unavailable(ask, shelf, body, status):
    shelf.put("/api/books", body, status)
    assert isinstance(ask(OpenLibrary, IdentifierKind.ISBN, ISBN), Unavailable)
