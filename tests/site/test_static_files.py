"""The files of ``content_src/static/`` on the site: byte for byte, hidden ones too, and gone when they are deleted."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from tests.cli.project import Project

from citewell.model.addresses import WRITTEN, WRITTEN_FILES
from citewell.preview import preview

ARTICLE = "content_src/articles/can-stress-cause-headaches/article.md"
FILES = {
    "CNAME": b"www.small.example",
    "_headers": b"/*\r\n  X-Frame-Options: DENY\r\n",
    ".well-known/security.txt": b"Contact: mailto:security@small.example\n",
    ".nojekyll": b"",
    "google1234.html": b'google-site-verification: google1234.html <link href="assets/citewell.css">\n',
    "leaflets/Headache_1.2.pdf": bytes(range(256)) * 9,
    "templates/letter.txt": b"Dear {{ name }}\xff",
    "feed/data.json": b"{ }",
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The small site in a folder of its host, with files of its own and an earlier address, built."""
    project = Project("small", tmp_path_factory.mktemp("static") / "small")
    project.replace("content_src/site.yml", "https://small.example/", "https://small.example/health/")
    project.replace(ARTICLE, "---\ntitle:", "---\nredirects: [is-it-stress, health/old-page/]\ntitle:")
    project.replace(ARTICLE, "Take 5", "See [the leaflet](/leaflets/Headache_1.2.pdf#page=1). [no source: advice]\nTake 5")
    for name, data in (FILES | {"_redirects": b"/shop/* https://shop.example/:splat"}).items():
        file = project.root / "content_src/static" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    done = project.citewell("build")
    assert (done.code, done.err) == (0, "")
    assert "PUB" not in done.out
    return project


@pytest.mark.parametrize("name", FILES)
def test_a_file_is_published_byte_for_byte(built: Project, name: str):
    assert (built.root / "site" / name).read_bytes() == FILES[name]


def test_earlier_addresses_come_before_the_lines_of_the_site(built: Project):
    assert built.read("site/_redirects") == (
        "# Earlier addresses of pages, from redirects: in the articles.\n"
        "/health/articles/is-it-stress/ /health/articles/can-stress-cause-headaches/ 301\n"
        "/health/health/old-page/ /health/articles/can-stress-cause-headaches/ 301\n"
        "\n"
        "/shop/* https://shop.example/:splat"
    )


def test_a_link_to_a_file_works_in_a_folder_of_the_host(built: Project):
    page = built.read("site/articles/can-stress-cause-headaches/index.html")
    assert 'href="../../leaflets/Headache_1.2.pdf#page=1"' in page


def test_what_the_build_writes_beside_pages_is_at_no_address_that_a_file_may_have(built: Project):
    site = built.root / "site"
    pages = {path.parent for path in site.rglob("index.html")} - {site}
    for path in (each for each in site.rglob("*") if each.is_file()):
        name = path.relative_to(site).as_posix()
        ours = name in WRITTEN_FILES or name.startswith(WRITTEN) or not pages.isdisjoint(path.parents)
        assert ours != (name in FILES or name == "_redirects"), name


def test_a_preview_shows_the_files_and_a_deleted_one_is_gone_from_all(built: Project):
    preview(built.paths, date(2026, 3, 1))
    assert (built.paths.preview_site / ".well-known/security.txt").is_file()
    (built.root / "content_src/static/.well-known/security.txt").unlink()
    preview(built.paths, date(2026, 3, 1))
    assert built.citewell("build").code == 0
    for folder in (built.paths.preview_site, built.paths.docs, built.paths.site):
        assert not (folder / ".well-known").exists()
        assert (folder / "CNAME").is_file()


def test_a_site_whose_own_settings_leave_a_file_out_is_not_published(built: Project):
    settings = built.read("mkdocs.yml")
    built.write("mkdocs.yml", f"{settings}exclude_docs: CNAME\n")
    done = built.citewell("build")
    built.write("mkdocs.yml", settings)
    assert done.code == 2
    assert "MkDocs did not copy .nojekyll" in done.err


def test_a_file_in_the_place_of_a_page_stops_the_build(built: Project):
    file = Path("content_src/static/about")
    built.write(str(file), "Ours.")
    done = built.citewell("build")
    preview(built.paths, date(2026, 3, 1))
    (built.root / file).unlink()
    assert done.code == 1
    assert f"{file}:1:1: error[STA002]" in done.out
    assert (built.paths.preview_site / "about/index.html").is_file(), "errors stop no preview"
