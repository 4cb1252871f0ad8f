"""What is never written into a bibliography that everybody can read."""

from __future__ import annotations

import json

import pytest

from citewell.evidence.items.normalise import normalise_item

PRIVATE = [
    "jana.doe+x@mail.example.org",
    "mailto:jana@example.org",
    r"C:\Users\jana\x.pdf",
    r"C\:\\Users\\jana\\My Papers\\x.pdf",
    r"\\server\share\jana.pdf",
    "file:///C:/Users/jana/x.pdf",
    "file:///home/jana/x.pdf",
    "/Users/jana/Zotero/storage/AB/x.pdf",
    "/home/jana/x.pdf",
    "~/jana/x.pdf",
    "internal-pdf://123/jana.pdf",
    "zotero://select/items/jana",
]
PUBLIC = [
    "https://social.example/@jana",
    "https://social.example/@jana@example.org",
    "https://example.org/home/jana",
    "https://example.org/Users/jana",
    "10.5555/jana",
    "a ratio of 1:2 and a\\b",
    "and/or",
    "p < 0.05 @ 12 weeks",
]


@pytest.mark.parametrize("place", ["URL", "note", "mystery", "abstract", "author"])
@pytest.mark.parametrize("private", PRIVATE)
def test_it_is_left_out_wherever_it_is(place, private):
    value = [{"family": "Doe", "given": "J", "e-mail": private}] if place == "author" else private
    found = normalise_item({"title": "A", place: value})
    assert "jana" not in json.dumps(found.item)
    assert found.private


def test_the_words_around_it_are_kept():
    found = normalise_item(
        {"note": "Example Town. Electronic address: jana@example.org. Read it."}, {"AD": ["One", "b@example.org"]}
    )
    assert found.item["note"] == "Example Town. . Read it."
    assert found.item["custom"] == {"imported": {"AD": ["One"]}}
    assert set(found.private) == {"note", "AD"}


@pytest.mark.parametrize("name", ["file", "bdsk-file-1", "local-url", "owner"])
def test_fields_about_somebodys_files(name):
    assert normalise_item({"title": "A"}, {name: ":x.pdf:PDF"}).item == {"type": "document", "title": "A"}


@pytest.mark.parametrize("public", PUBLIC)
def test_what_is_public_stays(public):
    found = normalise_item({"note": public, "URL": public})
    assert (found.item["note"], found.item["URL"], found.private) == (public, public, ())
