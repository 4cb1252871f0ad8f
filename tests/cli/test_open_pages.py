"""A page that a reader has open goes on with the files it was made with, one release longer than it was published."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from urllib.parse import urljoin

import pytest
from tests.cli.project import Project

ARTICLE = "content_src/articles/can-stress-cause-headaches/article.md"
STYLE = "content_src/brand/extra.css"
ICON = "content_src/brand/icon.svg"
SIGN = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><circle cx="4" cy="4" r="3"/></svg>'
LOADED = re.compile(r'(?:<link rel="(?:stylesheet|icon)" href|<script src|data-index)="([^"]*)"')


@pytest.fixture
def site(tmp_path: Path) -> Project:
    """The small site, with a look of its own, once published."""
    project = Project("small", tmp_path / "small")
    project.write("content_src/site.yml", project.read("content_src/site.yml") + "brand: {icon: icon.svg}\n")
    project.write(STYLE, "h1 { color: var(--brand) }\n")
    project.write(ICON, SIGN)
    publish(project)
    return project


def publish(project: Project) -> dict[str, bytes]:
    done = project.citewell("build")
    assert done.code == 0, done.out + done.err
    return published(project)


def published(project: Project) -> dict[str, bytes]:
    """Every file of the site."""
    folder = project.root / "site"
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def loaded(files: dict[str, bytes]) -> dict[str, bytes]:
    """What the pages load, all files of the search index among them."""
    names = {
        urljoin(f"/{name}", address)[1:]
        for name, data in files.items()
        if name.endswith(".html")
        for address in LOADED.findall(data.decode())
    }
    return {name: data for name, data in files.items() if name.startswith(tuple(names))}


def write(project: Project, word: str) -> None:
    """Change an article, so what the search finds, and the style sheet."""
    project.replace(ARTICLE, "Stress is", f"Stress is {word}")
    project.write(STYLE, f"{project.read(STYLE)}\n/* {word} */")


def test_what_the_last_release_loads_stays_and_what_the_one_before_loaded_goes(site):
    first = loaded(published(site))
    assert {name.partition("/")[0] for name in first} == {"assets", "pagefind"}
    assert len({name.partition("/")[2].partition("/")[0] for name in first if name.startswith("pagefind/")}) == 1

    write(site, "often")
    second = publish(site)
    assert first.items() <= second.items()
    own = loaded(second)
    stale = first.keys() - own.keys()
    assert {name.partition("/")[0] for name in stale} == {"assets", "pagefind"}

    write(site, "surely")
    third = publish(site)
    assert own.items() <= third.items()
    assert not stale & third.keys()


def test_the_same_release_once_more_changes_nothing(site):
    write(site, "often")
    before = publish(site)
    assert publish(site) == before
    assert publish(site) == before


def test_what_is_not_whole_is_not_kept(site):
    folder = site.root / "site"
    style, icon = (next((folder / "assets/brand").glob(name)) for name in ("extra.*.css", "icon.*.svg"))
    style.write_text("changed by hand")
    next((folder / "pagefind").glob("*/index/*")).unlink()
    (folder / "assets/mine.0123456789ab.css").write_text("put there by hand")
    site.write(ICON, SIGN.replace('r="3"', 'r="2"'))

    write(site, "often")
    files = publish(site)
    assert f"assets/brand/{icon.name}" in files, "this one is whole"
    assert f"assets/brand/{style.name}" not in files
    assert "assets/mine.0123456789ab.css" not in files
    assert len({name.split("/")[1] for name in files if name.startswith("pagefind/")}) == 1


WITHDRAWN = "status: withdrawn\nwithdrawn: {date: 2026-02-20, reason: It was wrong.}"


@pytest.mark.parametrize("status", [WITHDRAWN, "status: draft", None])
def test_an_index_that_finds_what_was_withdrawn_or_taken_back_is_not_kept(site, status: str | None):
    other = site.read(ARTICLE).replace("Can <stress>", "Is it <stress> or")
    site.write("content_src/articles/second/article.md", other)
    with_both = publish(site)
    (index,) = {name.split("/")[1] for name in loaded(with_both) if name.startswith("pagefind/")}
    if status:
        site.write("content_src/articles/second/article.md", other.replace("status: published", status))
    else:
        shutil.rmtree(site.root / "content_src/articles/second")
    files = publish(site)
    assert not [name for name in files if name.startswith(f"pagefind/{index}/")]


def test_a_folder_of_symbolic_links_is_not_followed(site, tmp_path: Path):
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret/page.html").write_text("secret")
    (site.root / "site/assets/linked").symlink_to(tmp_path / "secret")
    style = next((site.root / "site/assets/brand").glob("extra.*.css"))
    (tmp_path / "secret/style.css").write_bytes(style.read_bytes())
    style.unlink()
    style.symlink_to(tmp_path / "secret/style.css")
    write(site, "often")
    files = publish(site)
    assert f"assets/brand/{style.name}" not in files
    assert b"secret" not in b"".join(files.values())
