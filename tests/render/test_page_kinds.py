"""The pages that the program makes by itself: each declared once, and made."""

from __future__ import annotations

from pathlib import Path

from tests.content import Results

from citewell.messages import catalogue
from citewell.model.addresses import address_of
from citewell.model.article import PublicationStatus
from citewell.model.page_kinds import PAGE_KINDS, LinkedFrom
from citewell.project import Project
from citewell.source.load import load

GALLERY = Project(Path(__file__).parents[1] / "sites" / "gallery")


def test_every_kind_that_a_site_has_is_made_at_its_address():
    results = Results(load(GALLERY))
    made = {f"{page.path.parent}/".removeprefix("./") for page in results.pages}
    assert {kind.address for kind in PAGE_KINDS if kind.exists(results.facts)} <= made
    cards = results.facts.documents
    documents = {address_of(each) for each in cards if each.status is not PublicationStatus.DRAFT}
    below = ("articles/", "topics/", "sources/")  # former addresses, topics, and parts of a long list
    rest = {each for each in made - documents if not each.startswith(below)}
    former = {"health/blocks/כל-הבלוקים/", "imprint/"}
    assert rest - former == {kind.address for kind in PAGE_KINDS if not kind.address.startswith(below)}


def test_every_kind_is_declared_once_and_has_a_title():
    addresses = [kind.address for kind in PAGE_KINDS]
    assert len(addresses) == len(set(addresses))
    assert {kind.title for kind in PAGE_KINDS} <= catalogue().keys()
    assert [kind.name for kind in PAGE_KINDS if kind.linked_from is LinkedFrom.HEADER] == [
        "topics",
        "articles",
        "sources",
    ]
