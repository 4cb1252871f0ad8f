"""Input that breaks programs: each ends as findings or as right text, and what was published stays."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.cli.project import Project

ARTICLE = "content_src/articles/can-stress-cause-headaches/article.md"
LAST = "- Stress is one of several causes. [@example-page; @example-study]"
REFERENCES = "content_src/references/all.yml"

Change = Callable[[Project], object]


def body(text: str) -> Change:
    """The text at the end of the article."""
    return lambda project: project.write(ARTICLE, f"{project.read(ARTICLE)}\n{text}\n")


def title(text: str) -> Change:
    return lambda project: project.replace(
        ARTICLE, 'title: "Can <stress> & \\"worry\\" cause headaches?"', f"title: {text}"
    )


def whole(text: str | bytes, path: str = ARTICLE) -> Change:
    data = text.encode() if isinstance(text, str) else text
    return lambda project: (project.root / path).write_bytes(data)


def recoded(project: Project, change: Callable[[str], bytes]) -> None:
    (project.root / ARTICLE).write_bytes(change(project.read(ARTICLE)))


def large(project: Project) -> None:
    with (project.root / ARTICLE).open("r+b") as file:
        file.truncate(100 << 20)  # a hole in the file: large, and quick to make


BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{now}: &{now} [{', '.join([f'*{before}'] * 9)}]\n" for before, now in zip("abcdefgh", "bcdefghi", strict=True)
)

STOPS: dict[str, Change] = {
    "duplicate keys": lambda project: project.replace(ARTICLE, "status: published", "status: draft\nstatus: published"),
    "tabs in YAML": lambda project: project.replace(ARTICLE, "status: published", "status:\n\t- published"),
    "UTF-16": lambda project: recoded(project, lambda text: text.encode("utf-16")),
    "an empty file": whole(""),
    "an empty bibliography": whole("", REFERENCES),
    "a 100 MB file": large,
    "a NUL": whole("---\ntitle: A\n---\n\x00\n"),
    "20,000 brackets": body("[" * 20_000 + "@"),
    "20,000 brackets and citations": body("[@" * 20_000),
    "20,000 stars": body("*" * 20_000 + "a" + "_" * 20_000),
    "a list 300 deep": body("\n".join("  " * depth + "- x" for depth in range(300))),
    "quotations 3,000 deep": body(">" * 3000 + " x"),
    "fences 300 deep": body("\n".join(":" * (303 - depth) + "{note} x" for depth in range(300))),
    "a YAML bomb": whole(f"---\n{BOMB}---\n\ntext\n"),
    "a YAML bomb in the bibliography": whole(BOMB, REFERENCES),
    "brackets in YAML": whole("---\ntitle: " + "[" * 50_000 + "\n---\n"),
    "a pmid with a nought in front": lambda project: project.replace(
        REFERENCES, "    DOI: 10.1000/example.1\n", "    DOI: 10.1000/example.1\n    PMID: 0123456\n"
    ),
    "a number sign that would cut the text": title("Pain # 1 symptom"),
    "stars between digits": body("Take 5*10 and 6*2 of it. [@example-page]"),
    "a pipe": lambda project: os.mkfifo(project.root / "content_src" / "references" / "pipe.yml"),
    "a link to a file": lambda project: (project.root / "content_src" / "pages" / "passwd.md").symlink_to(
        "/etc/passwd"
    ),
    "a link to the folder above": lambda project: (project.root / "content_src" / "articles" / "up").symlink_to(".."),
    "a missing settings file": lambda project: (project.root / "content_src" / "site.yml").unlink(),
    "no bibliography at all": lambda project: (project.root / REFERENCES).unlink(),
    "a decomposed name": lambda project: project.write(
        f"content_src/articles/{unicodedata.normalize('NFD', 'rücken')}/article.md", "---\ntitle: A\n---\n"
    ),
    "names that differ only in case": lambda project: project.write(
        "content_src/articles/Can-Stress-Cause-Headaches/article.md", project.read(ARTICLE)
    ),
    "a script": body("<script>alert(1)</script>"),
    "a link that runs": body("[x](javascript:alert(1)) [@example-page]"),
}
PASSES: dict[str, Change] = {
    "a byte order mark": lambda project: recoded(project, lambda text: text.encode("utf-8-sig")),
    "CRLF": lambda project: recoded(project, lambda text: text.replace("\n", "\r\n").encode()),
    "a title that YAML could take for a truth value": title("no"),
    "a script in a title": title('"</title><script>alert(1)</script>"'),
    "a template in the text": lambda project: project.replace(ARTICLE, "{{ page.title }}", "{% raw %} \\{{ config }}"),
    "other scripts and signs": body("Ελληνικά, 中文, עברית, 😀 and é. [@example-page]"),
    "a very long line": body("word " * 50_000 + ". [@example-page]"),
}


@pytest.mark.parametrize("name", STOPS)
def test_what_is_wrong_ends_as_findings(small: Project, name: str):
    STOPS[name](small)
    done = small.citewell("build")

    assert done.code == 1, done
    assert done.err == ""
    assert "error[" in done.out
    assert not (small.root / "docs").exists()


@pytest.mark.parametrize("name", PASSES)
def test_what_is_only_odd_is_published_as_right_text(small: Project, name: str):
    PASSES[name](small)
    done = small.citewell("build", "--quiet")

    assert done.code == 0, done
    page = small.root / "site" / "articles" / "can-stress-cause-headaches" / "index.html"
    assert "<script>alert" not in page.read_text(encoding="utf-8")


def test_no_content_at_all_is_said_in_one_line(tmp_path: Path):
    project = Project("small", tmp_path)
    for path in sorted((tmp_path / "content_src").rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    assert project.citewell("check").code == 1
    (tmp_path / "content_src").rmdir()
    lost = project.citewell("check", "--root", str(tmp_path))
    assert (lost.code, lost.err.count("\n")) == (2, 2)
