"""The search index: what is in it and what is not, the same bytes each time, and a build that survives its failing."""

from __future__ import annotations

import gzip
import json
import re
import shutil
import stat
from datetime import UTC, date, datetime
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
from pagefind.service import get_executable
from tests.cli.project import Project
from tests.cli.test_without_evidence import SITECUSTOMIZE
from tests.waiting import PATIENCE, wait_for

from citewell import project
from citewell.build import build
from citewell.messages import catalogue
from citewell.outputs.search.index_files import read_indexed_pages
from citewell.preview import preview

GALLERY = Path(__file__).parents[1] / "sites/gallery"
ARTICLE = "content_src/articles/can-stress-cause-headaches/article.md"
BUILT = PurePosixPath("articles/can-stress-cause-headaches/index.html")


@pytest.fixture
def small(tmp_path: Path) -> Project:
    """A site without a fault."""
    return Project("small", tmp_path / "small")


def fragments(root: Path) -> dict[str, dict[str, Any]]:
    """What the index holds of each page, by its address."""
    files = (root / "site/pagefind").glob("*/fragment/*")
    found = (json.loads(gzip.decompress(each.read_bytes()).removeprefix(b"pagefind_dcd")) for each in files)
    return {each["url"]: each for each in found}


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def leave_out_own_pages(project: Project) -> None:
    (project.root / "content_src/pages/about.md").unlink()
    project.replace("content_src/site.yml", ", about]", "]")


def program(project: Project, script: str) -> str:
    """A program in the place of Pagefind's."""
    project.write("pagefind.sh", f"#!/bin/sh\n{script}\n")
    path = project.root / "pagefind.sh"
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return str(path)


# ------------------------------------------------------------------------------------------------------ what is in it


def test_articles_and_own_pages_are_found_and_what_is_no_text_of_theirs_is_not(small: Project):
    done = small.citewell("build")

    assert done.code == 0, done.out + done.err
    assert re.search(r"^  index .* s   2 pages, \d+ files, \d+ KB$", done.out, re.MULTILINE)
    found = fragments(small.root)
    assert set(found) == {"/articles/can-stress-cause-headaches/", "/about/"}
    article = found["/articles/can-stress-cause-headaches/"]
    assert article["meta"]["title"] == 'Can <stress> & "worry" cause headaches?'
    assert article["filters"] == {"topic": ["headache"]}
    assert "Stress is one of several causes" in article["content"]
    for chrome in (
        "Demonstration site",
        "Not yet medically reviewed",
        "On this page",
        "Source 1",
        "Used at",
        "Key takeaway",
    ):
        assert chrome not in article["content"]
    assert "\u2060" not in article["content"]
    assert "Emergency: Call 999 now if you have" in article["content"]
    sections = {each["text"] for each in article["anchors"] if each["element"] in ("h2", "h3")}
    assert sections
    assert not sections & {"Emergency: Call 999 now if you have", "Do", "Don’t"}, "headings that go on in their lists"


def test_cells_of_a_table_do_not_run_into_each_other(small: Project):
    assert small.citewell("build").code == 0
    words = fragments(small.root)["/articles/can-stress-cause-headaches/"]["content"]
    assert re.search(r"headache\. Feature\. Tension\. Migraine\. How it feels\. It presses\. It throbs\.", words), words


def test_drafts_and_withdrawn_articles_are_never_in_it(small: Project):
    small.write(
        "content_src/articles/half/article.md", "---\ntitle: Zebrafish\nstatus: draft\n---\n\nZebrafish swim.\n"
    )
    text = small.read(ARTICLE)
    gone = "status: withdrawn\nwithdrawn:\n  date: 2026-02-20\n  reason: It was wrong.\n"
    small.write(
        "content_src/articles/gone/article.md",
        text.replace("status: published\n", gone).replace("Stress is", "Quokkas are"),
    )
    done = small.citewell("build")

    assert done.code == 0, done.out
    assert set(fragments(small.root)) == {"/articles/can-stress-cause-headaches/", "/about/"}
    everything = b"".join(map(_unpacked, (small.root / "site/pagefind").rglob("*.pf_*")))
    assert b"stress" in everything.lower()
    assert b"zebrafish" not in everything.lower()
    assert b"quokka" not in everything.lower()


def test_no_text_of_the_interface_is_found_with_every_article(tmp_path: Path):
    shutil.copytree(GALLERY / "content_src", tmp_path / "content_src")
    shutil.copyfile(GALLERY / "mkdocs.yml", tmp_path / "mkdocs.yml")
    assert build(project.Project(tmp_path), datetime.now(UTC).date()).published
    own = {"card", "card_action", "advice", "risk", "table"}  # what a block says of itself belongs to the text
    texts = {text for name, text in catalogue().items() if isinstance(text, str) and name.split(".")[0] not in own}
    for each in fragments(tmp_path).values():
        if each["url"].startswith("/articles/"):
            assert [text for text in texts if len(text) > 11 and text in each["content"]] == [], each["url"]


def _unpacked(path: Path) -> bytes:
    data = path.read_bytes()
    return gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data


def test_words_of_the_index_and_other_spellings_lead_to_an_article(small: Project):
    small.replace(ARTICLE, "topics: [headache]", "topics: [headache]\nindex: [sore head]")
    small.write(
        "content_src/glossary.yml",
        "terms:\n  - {term: stress, plain: strain, also: [distress]}\n  - {term: ileum, plain: gut, also: [ilea]}\n",
    )
    done = small.citewell("build")

    assert done.code == 0, done.out
    assert (
        fragments(small.root)["/articles/can-stress-cause-headaches/"]["meta"]["also"] == "sore head, stress, distress"
    )


def test_pagefinds_own_pages_and_what_no_browser_loads_are_not_published(small: Project):
    small.citewell("build")
    names = {
        re.sub(r"_[0-9a-f]{5,}", "", path.name) for path in (small.root / "site/pagefind").rglob("*") if path.is_file()
    }
    assert names == {
        "pagefind.js", "pagefind-entry.json", "pagefind.en.pf_meta", "wasm.en.pagefind",
        "en.pf_fragment", "en.pf_index", "en.pf_filter",
    }  # fmt: skip


def test_the_same_content_gives_the_same_index(small: Project):
    made = []
    for _ in range(3):
        assert small.citewell("build").code == 0
        made.append(contents(small.root / "site/pagefind"))
        shutil.rmtree(small.root / "site")
    assert made[0] == made[1] == made[2]


# --------------------------------------------------------------------------------------------------- with and without


def test_search_false_leaves_out_page_field_and_index(small: Project):
    small.write("content_src/site.yml", f"{small.read('content_src/site.yml')}\nsearch: false\n")
    done = small.citewell("build")

    assert done.code == 0, done.out + done.err
    assert not (small.root / "site/search").exists()
    assert not (small.root / "site/pagefind").exists()
    assert not (small.root / "site/assets/search.js").exists()
    for path in (small.root / "site").rglob("*.html"):
        assert 'role="search"' not in path.read_text(encoding="utf-8"), path
    assert "  index " not in done.out


def test_the_last_article_can_be_withdrawn_and_with_nothing_to_find_there_is_no_search(small: Project):
    assert small.citewell("build").code == 0
    leave_out_own_pages(small)
    gone = "status: withdrawn\nwithdrawn:\n  date: 2026-02-20\n  reason: It was wrong.\n"
    small.replace(ARTICLE, "status: published\n", gone)
    done = small.citewell("build")

    assert done.code == 0, done.out + done.err
    assert "Stress is one of several" not in (small.root / "site" / BUILT).read_text(encoding="utf-8")
    assert not (small.root / "site/search").exists()
    assert not (small.root / "site/pagefind").exists()
    for path in (small.root / "site").rglob("*.html"):
        assert 'role="search"' not in path.read_text(encoding="utf-8"), path


def test_a_preview_of_nothing_but_drafts_has_no_search(small: Project):
    leave_out_own_pages(small)
    small.replace(ARTICLE, "status: published\n", "status: draft\n")
    preview(small.paths, date(2026, 3, 1))

    assert (small.paths.preview_site / BUILT).exists()
    assert not (small.paths.preview_site / "search").exists()


def test_without_the_package_one_line_says_what_to_do_before_anything_is_touched(small: Project):
    small.write("python/sitecustomize.py", re.sub(r"in \[.*\]", "in ['pagefind', 'pagefind_bin']", SITECUSTOMIZE))
    process = small.start("build", PYTHONPATH=f"{small.root / 'python'}:{Path(__file__).parents[2] / 'src'}")
    _, err = process.communicate(timeout=PATIENCE)

    assert process.returncode == 2
    assert err.splitlines() == [
        "citewell: error: the search needs packages that are not installed: pagefind, pagefind_bin",
        "    hint: python3 scripts/build.py installs them; or write `search: false` in content_src/site.yml",
    ]
    assert not (small.root / "docs").exists()


@pytest.mark.parametrize(
    ("script", "says"),
    [
        ("echo 'no room left' >&2; exit 3", "Pagefind could not make the search index: no room left"),
        ("exit 1", "Pagefind could not make the search index: it ended with 1"),
        ("exit 0", "the search index could not be made: "),
    ],
)
def test_a_pagefind_that_fails_is_one_line_and_what_was_published_stays(small: Project, script: str, says: str):
    assert small.citewell("build").code == 0
    before = contents(small.root / "site")
    small.replace(ARTICLE, "Stress is one of several", "Strain is one of several")
    done = small.citewell("build", PAGEFIND_BINARY_PATH=program(small, script))

    assert done.code == 2
    assert f"citewell: error: {says}" in done.err
    assert "Traceback" not in done.err
    assert contents(small.root / "site") == before
    assert not list((small.root / ".citewell").glob("staging-*"))


@pytest.mark.parametrize("size", [0, 20])
@pytest.mark.parametrize(
    "name",
    ["*.pf_index", "*.pf_filter", "*.pf_meta", "*.pf_fragment", "wasm.en.pagefind", "pagefind.js", "*-entry.json"],
)
def test_an_index_that_a_full_disk_cut_short_is_not_published(small: Project, name: str, size: int):
    script = f'{get_executable()} "$@" && find "$5" -name "{name}" -exec truncate -s {size} {{}} +'
    done = small.citewell("build", PAGEFIND_BINARY_PATH=program(small, script))

    assert done.code == 2
    assert done.err.startswith("citewell: error: Pagefind did not finish the search index: ")
    assert "is the disk full?\n" in done.err
    assert not (small.root / "site").exists()


def test_a_pagefind_that_hangs_is_ended(small: Project, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("citewell.outputs.search.pagefind.PATIENCE", 1)
    done = small.citewell("build", PAGEFIND_BINARY_PATH=program(small, f"exec sleep {2 * PATIENCE}"))

    assert done.code == 2
    assert "Pagefind was not done after 1 seconds" in done.err


def test_a_build_that_is_killed_while_it_indexes_leaves_the_site_and_the_next_clears_up(small: Project):
    assert small.citewell("build").code == 0
    before = contents(small.root / "site")
    waits = program(small, f"touch {small.root}/begun; exec sleep 30")
    process = small.start("build", PAGEFIND_BINARY_PATH=waits)
    wait_for((small.root / "begun").exists, "the index")
    process.kill()
    process.communicate()

    assert contents(small.root / "site") == before
    assert list((small.root / ".citewell").glob("staging-*"))
    assert small.citewell("build").code == 0
    assert not list((small.root / ".citewell").glob("staging-*"))


def test_a_preview_can_be_searched_but_not_its_drafts(small: Project):
    small.write(
        "content_src/articles/half/article.md", "---\ntitle: Zebrafish\nstatus: draft\n---\n\nZebrafish swim.\n"
    )
    for _ in range(2):
        preview(small.paths, date(2026, 3, 1))
        (index,) = (small.paths.preview_site / "pagefind").iterdir()
        found = read_indexed_pages(index)
        assert found == frozenset({BUILT, PurePosixPath("about/index.html")})


def test_settings_of_a_pagefind_elsewhere_change_nothing(small: Project, monkeypatch: pytest.MonkeyPatch):
    small.citewell("build")
    before = contents(small.root / "site/pagefind")
    small.write("pagefind.yml", "exclude_selectors: ['p']\nwrite_playground: true\n")
    monkeypatch.setenv("PAGEFIND_EXCLUDE_SELECTORS", "p")
    assert small.citewell("build").code == 0
    assert contents(small.root / "site/pagefind") == before


# ------------------------------------------------------------------------------------------------- what is read of it


def test_an_index_that_is_not_whole_is_none(small: Project, tmp_path: Path):
    small.citewell("build")
    (whole,) = (small.root / "site/pagefind").iterdir()
    assert read_indexed_pages(whole) == frozenset({BUILT, PurePosixPath("about/index.html")})
    assert read_indexed_pages(tmp_path / "nowhere") is None
    for at, pattern in enumerate(["pagefind.js", "pagefind-entry.json", "*.pf_meta", "wasm.*", "fragment/*"]):
        copy = tmp_path / f"copy-{at}"
        shutil.copytree(whole, copy)
        next(copy.glob(pattern)).unlink()
        assert read_indexed_pages(copy) is None, pattern
    for at, damage in enumerate([b"", b"{}", b"[]", b"\xff", gzip.compress(b'pagefind_dcd{"url": 1}')]):
        copy = tmp_path / f"damaged-{at}"
        shutil.copytree(whole, copy)
        next((copy / "fragment").glob("*")).write_bytes(damage)
        (copy / "pagefind-entry.json").write_bytes(damage)
        assert read_indexed_pages(copy) is None, damage
