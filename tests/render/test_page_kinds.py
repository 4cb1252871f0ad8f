"""The pages that the program makes by itself: each declared once, and made."""

from __future__ import annotations

import pkgutil
from importlib import import_module
from pathlib import Path

from tests.content import Results

from citewell import render
from citewell.messages import catalogue
from citewell.model.addresses import address_of
from citewell.model.article import PublicationStatus
from citewell.model.page_kinds import LinkedFrom, list_page_kinds
from citewell.project import Project
from citewell.source.load import load

GALLERY = Project(Path(__file__).parents[1] / "sites" / "gallery")


def test_every_kind_that_a_site_has_is_made_at_its_address():
    results = Results(load(GALLERY))
    made = {f"{page.path.parent}/".removeprefix("./") for page in results.pages}
    assert {kind.address for kind in list_page_kinds() if kind.exists(results.facts)} <= made
    cards = results.facts.documents
    documents = {address_of(each) for each in cards if each.status is not PublicationStatus.DRAFT}
    below = ("articles/", "topics/", "sources/")  # former addresses, topics, and parts of a long list
    rest = {each for each in made - documents if not each.startswith(below)}
    former = {"health/blocks/כל-הבלוקים/", "imprint/"}
    assert rest - former == {kind.address for kind in list_page_kinds() if not kind.address.startswith(below)}


def test_every_kind_is_declared_once_and_has_a_title():
    addresses = [kind.address for kind in list_page_kinds()]
    assert len(addresses) == len(set(addresses))
    assert {kind.title for kind in list_page_kinds()} <= catalogue().keys()
    assert [kind.name for kind in list_page_kinds() if kind.linked_from is LinkedFrom.HEADER] == [
        "topics",
        "articles",
        "sources",
    ]


def test_what_is_read_without_importing_is_what_each_file_declares():
    """However it is written: a declaration that the check does not find would be a page that it does not know."""
    modules = (import_module(f"citewell.render.{each.name}") for each in pkgutil.iter_modules(render.__path__))
    declared = [module.PAGE_KIND for module in modules if hasattr(module, "PAGE_KIND")]
    known = [(kind.address, kind.title, kind.linked_from, kind.order) for kind in list_page_kinds()]
    assert sorted((kind.address, kind.title, kind.linked_from, kind.order) for kind in declared) == sorted(known)


def test_every_kind_has_a_place_of_its_own():
    places = [kind.order for kind in list_page_kinds()]
    assert len(places) == len(set(places))
