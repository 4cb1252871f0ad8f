"""``citewell import ADDRESS``, and looking its sources up, against a page and services on this computer."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from tests.cli.project import Project
from tests.evidence.running import read_without_processes
from tests.evidence.services.conftest import Shelf

from citewell.extras import EXTRAS

FILE = "content_src/references/all.yml"
WORK = {
    "DOI": "10.5555/made-up.1",
    "type": "journal-article",
    "title": ["Made-up dust: a study"],
    "author": [{"given": "Jana", "family": "Müller"}],
    "container-title": ["Journal of Made-up Things"],
    "issued": {"date-parts": [[2020]]},
}
PAGE = """<title>Dust</title><h1>Does dust hum?</h1><p>It hums.[1] It glows.[2]</p><img src="lamp.svg" alt="A lamp">
<p>See <a href="more">more</a>.</p><h2>Sources</h2><ol><li>Made-up dust. doi:10.5555/made-up.1</li>
<li>Quite another work. https://doi.org/10.5555/made-up.2</li></ol>"""
PICTURE = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>'


@pytest.fixture
def shelf() -> Iterator[Shelf]:
    """A page with a picture, and a service that knows two works."""
    shelf = Shelf()
    shelf.put("/crossref/works/10.5555/made-up.1", json.dumps({"message": WORK}).encode())
    other = WORK | {"DOI": "10.5555/made-up.2", "title": ["Knees of the sea"]}
    shelf.put("/crossref/works/10.5555/made-up.2", json.dumps({"message": other}).encode())
    shelf.put("/old/page", PAGE.encode(), Content_Type="text/html; charset=utf-8")
    shelf.put("/old/lamp.svg", PICTURE, Content_Type="image/svg+xml")
    shelf.put("/file.pdf", b"%PDF-1.7", Content_Type="application/pdf")
    yield shelf
    shelf.close()


@pytest.fixture
def site(small: Project, shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> Project:
    read_without_processes(monkeypatch)
    services = "".join(
        f"    {name}: {shelf.base}/{name}\n" for name in ("crossref", "doi", "pubmed", "openlibrary", "wayback")
    )
    text = small.read("content_src/site.yml") + f"evidence:\n  services:\n{services}  allow_hosts: [127.0.0.1]\n"
    small.write("content_src/site.yml", text)
    return small


def test_a_page_is_fetched_with_its_pictures_and_its_sources_are_looked_up(site: Project, shelf: Shelf) -> None:
    done = site.citewell("import", f"{shelf.base}/old/page")

    assert (done.code, done.err) == (0, "")
    text = site.read("content_src/articles/does-dust-hum/article.md")
    assert "\nIt hums. [@muller-2020-made-up] It glows. [@quite-another]\n" in text
    assert f"[more]({shelf.base}/old/more)" in text
    assert (site.root / "content_src/articles/does-dust-hum/lamp.svg").read_bytes() == PICTURE
    added = site.read(FILE)
    assert "container-title: Journal of Made-up Things" in added
    assert "text: Made-up dust. doi:10.5555/made-up.1" in added, "the words of the page are kept"
    assert "Knees of the sea" not in added, "nothing is taken from the record of another work"
    assert 'doi:10.5555/made-up.2 leads to "Knees of the sea", and the page calls it "Quite another work"' in done.out


@pytest.mark.parametrize(
    ("path", "says"), [("/gone", "answered with status 404"), ("/file.pdf", "this kind of file cannot be imported")]
)
def test_an_address_without_a_page_is_said_in_one_line(site: Project, shelf: Shelf, path: str, says: str) -> None:
    done = site.citewell("import", shelf.base + path)

    assert done.code == 2
    assert says in done.err
    assert done.err.count("\n") == 1


def test_an_address_needs_the_extra_that_asks_the_web(small: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(EXTRAS, "evidence", EXTRAS["evidence"]._replace(packages=("not_there",)))

    done = small.citewell("import", "https://lamps.example/")

    assert done.code == 2
    assert "needs packages that are not installed: not_there" in done.err
