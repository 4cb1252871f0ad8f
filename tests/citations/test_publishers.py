"""Who published a work, and the names by which a text may call them."""

from __future__ import annotations

import pytest

from citewell.citations.publishers import find_publisher, is_published_by
from citewell.model.references import IdentifierKind, Name, Reference


def work(kind: str = "webpage", *authors: Name, url: str = "", **fields: str) -> Reference:
    named = {name.replace("_", "-"): value for name, value in fields.items()}
    return Reference("a", kind, named, authors, identifiers={IdentifierKind.URL: url} if url else {})


@pytest.mark.parametrize(
    ("reference", "publisher"),
    [
        (work(container_title="Mayo Clinic"), "Mayo Clinic"),
        (work(container_title="MedlinePlus", publisher="National Library of Medicine"), "National Library of Medicine"),
        (work("article-journal", container_title="Spine", publisher="Wolters Kluwer"), "Spine"),
        (work("legislation", authority="UK Parliament"), "UK Parliament"),
        (work("report", Name(literal="World Health Organization")), "World Health Organization"),
        (work("book", Name(family="Deyo"), url="https://www.example.org/book"), "example.org"),
        (work("book", Name(family="Deyo")), ""),
    ],
)
def test_one_body_stands_behind_a_work(reference: Reference, publisher: str):
    assert find_publisher(reference) == publisher


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("World Health Organization", "WHO"),
        ("World Health Organization", "the World Health Organization"),
        ("National Institute for Health and Care Excellence", "NICE"),
        ("Centers for Disease Control and Prevention", "CDC"),
        ("US Food and Drug Administration", "FDA"),
        ("U.S. Preventive Services Task Force", "USPSTF"),
        ("Cancer Research UK", "CRUK"),
        ("Memorial Sloan Kettering Cancer Center, Clinical Updates", "Memorial Sloan Kettering"),
        ("Journal of the American College of Radiology", "American College of Radiology"),
        ("Mayo Clinic", "Mayo"),
        ("NHS", "NHS"),
    ],
)
def test_a_body_is_known_by_its_name_and_its_initials(body: str, name: str):
    assert is_published_by(work(container_title=body), name)
    assert is_published_by(work("report", publisher=body), name)
    assert is_published_by(work("report", Name(literal=body)), name)


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("Mayo Clinic", "WHO"),
        ("National Institutes of Health", "NICE"),
        ("Cleveland Clinic", "Clinic"),
        ("Women’s Hospital", "WHO"),
        ("National Library of Medicine", "NL"),
        ("World Health Organization", "who"),
        ("", "WHO"),
    ],
)
def test_another_body_is_not_meant(body: str, name: str):
    assert not is_published_by(work(container_title=body), name)
