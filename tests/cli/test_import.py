"""``citewell import``: drafts, references and a report; nothing that is there is touched."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.cli.project import Project

PAGES = Path(__file__).parent.parent / "imports" / "pages"
PAGE = """\
<title>Dust</title><h1>Does dust hum?</h1>
<p>It hums.[1] It glows.[2]</p><p><img src="lamp.svg"></p>
<h2>Sources</h2><ol><li>An example study. doi:10.1000/EXAMPLE.1</li>
<li><a href="https://lamps.example/glow">Glowing dust</a>, Lamp Keepers</li></ol>
"""
ARTICLE = "content_src/articles/does-dust-hum/article.md"


def read_content(small: Project) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in (small.root / "content_src").rglob("*") if path.is_file()}


def codes(small: Project, folder: str) -> set[str]:
    return set(re.findall(r"(?:error|warning)\[(\w+)\]", small.citewell("check", folder).out))


def test_a_page_becomes_a_draft_with_its_sources(small: Project) -> None:
    small.write("old/dust.html", PAGE)
    small.write("old/lamp.svg", '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>')
    before = small.read("content_src/references/all.yml")

    done = small.citewell("import", "old/dust.html", "--offline")

    assert (done.code, done.err) == (0, "")
    text = small.read(ARTICLE)
    assert "status: draft\n" in text
    assert "origin:" not in text.replace("# `", "")
    assert "\nIt hums. [@example-study] It glows. [@lamps-glowing-dust]\n" in text
    assert (small.root / "content_src/articles/does-dust-hum/lamp.svg").is_file()
    after = small.read("content_src/references/all.yml")
    assert after.startswith(before)
    assert "id: lamps-glowing-dust" in after.removeprefix(before)
    assert after.count("10.1000/") == before.count("10.1000/"), "a work that is there is used again"
    assert "2 marks of sources became citations; 2 sources: 1 added to the bibliography, 1 there already." in done.out
    row = "| 1 | 1 | example-study (was there) | An example study. doi:10.1000/EXAMPLE.1 |"
    assert row in small.read(".citewell/import.md")
    assert "ACC001" in codes(small, "content_src/articles/does-dust-hum"), "the picture has no alternative text"


def test_a_copied_page_lacks_only_what_it_lacks(small: Project) -> None:
    done = small.citewell("import", str(PAGES / "copied_from_a_browser.txt"), "--offline", "--slug", "hum")

    assert "59 marks of sources became citations; 15 sources: 15 added" in done.out
    found = small.citewell("check", "content_src/articles/hum")
    errors = re.findall(r"error\[(\w+)\] (.*)", found.out)
    # Six cells, and the sentences without a mark; a caption, a topic, a description; and a title that claims too much.
    assert sum(code == "ART005" for code, _ in errors) == 6
    assert {code for code, _ in errors} == {"ACC003", "ART003", "ART005", "ART010", "ART015", "CIT002"}, found.out


def test_an_article_that_is_there_is_never_touched(small: Project) -> None:
    small.write("dust.html", PAGE)
    small.write(ARTICLE, "mine")
    before = small.read("content_src/references/all.yml")

    done = small.citewell("import", "dust.html", "--offline")

    assert done.code == 2
    assert "does-dust-hum already exists" in done.err
    assert "--slug does-dust-hum-2" in done.err
    assert small.read(ARTICLE) == "mine"
    assert small.read("content_src/references/all.yml") == before
    assert small.citewell("import", "dust.html", "--offline", "--slug", "dust-2").code == 0


def test_a_folder_is_imported_file_by_file_with_one_bibliography_and_one_report(small: Project) -> None:
    small.write("old/a.html", PAGE)
    small.write("old/more/b.md", "# Is dust warm?\n\nIt is.[^1]\n\n[^1]: Glowing dust. <https://lamps.example/glow>\n")
    small.write("old/broken.docx", "PK\x03\x04")
    small.write("old/.hidden.html", PAGE)
    small.write("old/notes.csv", "a,b")

    done = small.citewell("import", "old", "--offline", "--machine-written")

    assert done.code == 1
    assert re.findall("error: .*", done.err) == [
        "error: old/broken.docx: the Word document is broken (hint: Open it in Word and save it again.)"
    ]
    assert "\nIt is. [@lamps-glowing-dust]\n" in small.read("content_src/articles/is-dust-warm/article.md")
    assert "\norigin: generated\n" in small.read(ARTICLE)
    assert small.read("content_src/references/all.yml").count("lamps.example/glow") == 1
    assert "unverified: true" in small.read("content_src/references/all.yml"), "nobody knows whether the work exists"
    report = small.read(".citewell/import.md")
    assert all(name in report for name in ("old/a.html", "old/more/b.md", "old/broken.docx"))
    claims = small.citewell("claims", "content_src/articles/is-dust-warm").out
    assert "unverified" in claims


def test_a_dry_run_writes_nothing(small: Project) -> None:
    small.write("dust.html", PAGE)
    before = read_content(small)

    done = small.citewell("import", "dust.html", "--offline", "--dry-run")

    assert done.code == 0
    assert "Nothing was written." in done.out
    assert read_content(small) == before


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["missing.html"], 'there is no file or folder "missing.html"'),
        (["a.md", "b.md", "--slug", "c"], "--slug and --title are for one article"),
        (["empty"], "has no file that can be imported"),
        (["a.md", "--slug", "../out"], 'you could use "out"'),
        (["a.md", "--to", "../x"], "--to takes a file in"),
    ],
)
def test_what_cannot_be_meant_is_said_in_one_line(small: Project, arguments: list[str], says: str) -> None:
    for name in ("a.md", "b.md", "empty/.keep"):
        small.write(name, "# Is it?\n\nIt is.\n")

    done = small.citewell("import", *arguments, "--offline")

    assert done.code == 2
    assert says in done.err
    assert "Traceback" not in done.err
