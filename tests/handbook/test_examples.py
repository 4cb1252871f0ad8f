"""Every example of the handbook is read as an editor's own text would be, and no rule finds an error in it.

A Markdown example is an article, the front matter of one, or a part of its text; a YAML example is a file of references
or of plain words. Each is put among the references, people and settings of a site about back pain.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from textwrap import dedent
from zlib import compress, crc32

import pytest
from markdown_it import MarkdownIt

from citewell.diagnostics import Severity
from tests.rules.fixtures import findings

ROOT = Path(__file__).resolve().parent.parent.parent
HANDBOOK = ROOT / "handbook"
CONTENT = ROOT / "tests" / "sites" / "back-pain" / "content_src"
ARTICLE = Path("content_src", "articles", "an-example", "article.md")
PAGES = ("write.md", "cite.md", "evidence.md", "review.md", "publish.md", "README.md")

_EXAMPLE = re.compile(r"^( *)```(markdown|yaml)\n(.*?)^\1```$", re.DOTALL | re.MULTILINE)
_USED = re.compile(r"^:::\{use\} ([\w-]+)$", re.MULTILINE)
_BRAND = re.compile(r"(?<=[ (])[a-z-]+\.(?:svg|png|woff2)(?=[,})\n])")
_PICTURE = re.compile(r"\]\(([\w-]+\.svg)\)|^ +file: ([\w-]+\.svg)$", re.MULTILINE)
_FRONT = (
    "---\ntitle: When is back pain an emergency?\ndescription: The signs that need help.\nauthors: [editorial-team]\n"
)
_FRONT_ENDS = "published: 2026-02-15\ntopics: [back pain]\n---\n\n"
_TAKEAWAY = ":::{takeaway}\nBack pain is common. [@who-2023-chronic-lbp]\n:::\n\n"
#: References that the examples name and that only examples may have.
_REFERENCES = """\
references:
  - {id: example-page, type: webpage, title: One, container-title: Example, URL: "https://example.org/one",
     custom: {quotes: [{name: early-course, text: usually a painless lump}]}}
  - {id: "https://example.org/a;b", type: webpage, title: Two, container-title: Example, URL: "https://example.org/two"}
"""


def examples() -> Iterator[tuple[str, str, str]]:
    """The page and line of each example, its language, and its text."""
    for page in PAGES:
        text = (HANDBOOK / page).read_text(encoding="utf-8")
        for match in _EXAMPLE.finditer(text):
            yield f"{page}:{text.count(chr(10), 0, match.start()) + 1}", match[2], dedent(match[3])


def article(example: str) -> str:
    """An example with whatever else an article needs."""
    if example.startswith("---\n"):
        return f"{example}\n{_TAKEAWAY}"
    if re.match(r"[a-z_]+:", example):
        keys = set(re.findall(r"^([a-z_]+):", example, re.MULTILINE))
        own = [line for line in (_FRONT + _FRONT_ENDS).splitlines() if line.partition(":")[0] not in keys]
        return "\n".join([own[0], example.rstrip("\n"), *own[1:], "", _TAKEAWAY])
    return _FRONT + _FRONT_ENDS + ("" if ":::{takeaway}" in example else _TAKEAWAY) + example


def write_brand(example: str, folder: Path) -> None:
    """The files of a look that an example names."""
    for name in _BRAND.findall(example):
        folder.mkdir(exist_ok=True)
        (folder / name).write_bytes(_FILES[Path(name).suffix])


def chunk(kind: bytes, data: bytes) -> bytes:
    """A part of a PNG file."""
    return len(data).to_bytes(4, "big") + kind + data + crc32(kind + data).to_bytes(4, "big")


_ROWS = compress(bytes(630 * 1201))
#: The smallest files of their kinds that a look may have.
_FILES = {
    ".svg": b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"/>',
    ".woff2": b"wOF2" + bytes(4) + (12).to_bytes(4, "big"),
    ".png": b"\x89PNG\r\n\x1a\n"
    + chunk(b"IHDR", (1200).to_bytes(4, "big") + (630).to_bytes(4, "big") + bytes([8, 0, 0, 0, 0]))
    + chunk(b"IDAT", _ROWS)
    + chunk(b"IEND", b""),
}


@pytest.mark.parametrize(("language", "example"), [pytest.param(*rest, id=where) for where, *rest in examples()])
def test_an_example_has_no_error(language: str, example: str, tmp_path: Path):
    shutil.copytree(CONTENT, tmp_path / "content_src", ignore=unnamed_articles(example))
    (tmp_path / ARTICLE).parent.mkdir()
    text = article(example) if language == "markdown" else article("Back pain is common. [@who-2023-chronic-lbp]\n")
    (tmp_path / ARTICLE).write_text(text, encoding="utf-8")
    (tmp_path / "content_src" / "references" / "examples.yml").write_text(_REFERENCES, encoding="utf-8")
    for name in _USED.findall(text):
        (tmp_path / "content_src" / "shared").mkdir(exist_ok=True)
        (tmp_path / "content_src" / "shared" / f"{name}.md").write_text("Rest. [no source: advice]\n", encoding="utf-8")
    for names in _PICTURE.findall(text):
        a_picture = next(CONTENT.glob("articles/*/*.svg"))
        shutil.copy(a_picture, tmp_path / ARTICLE.with_name(names[0] or names[1]))
    write_brand(example, tmp_path / "content_src" / "brand")
    at_fault = {ARTICLE.as_posix()}
    if language == "yaml":
        at_fault = {put_in_place(example, tmp_path / "content_src")}

    errors = [found for found in findings(tmp_path, release=False) if found.severity is Severity.ERROR]

    assert [f"{found.location}: {found.message}" for found in errors if found.location.path in at_fault] == []


def unnamed_articles(example: str) -> Callable[[str, list[str]], list[str]]:
    """What of the content no example needs: articles that it does not link to."""

    def choose(folder: str, names: list[str]) -> list[str]:
        return [name for name in names if name not in example] if Path(folder) == CONTENT / "articles" else []

    return choose


def put_in_place(example: str, content: Path) -> str:
    """Write a file of YAML in place of the one it shows a part of; its path as findings name it."""
    key = example.partition(":")[0]
    file = {"references": "references/ours.yml", "terms": "glossary.yml", "people": "people.yml"}.get(key)
    if file is None:  # a part of the settings
        settings = content / "site.yml"
        kept = re.sub(rf"^{key}:.*\n(?:(?![a-z]).*\n)*", "", settings.read_text(encoding="utf-8"), flags=re.MULTILINE)
        settings.write_text(kept + example, encoding="utf-8")
        return "content_src/site.yml"
    if key == "references":
        shutil.rmtree(content / "references")
        (content / "references").mkdir()
    (content / file).write_text(example, encoding="utf-8")
    return f"content_src/{file}"


def test_there_are_examples_in_both_pages_for_writers():
    pages = {where.partition(":")[0] for where, *_ in examples()}
    assert {"write.md", "cite.md"} <= pages


@pytest.mark.parametrize("page", sorted(HANDBOOK.glob("*.md")), ids=lambda page: page.name)
def test_links_between_the_pages_lead_somewhere(page: Path):
    text = page.read_text(encoding="utf-8")
    for file, anchor in re.findall(r"\]\((?!https?:)([\w./-]*)(?:#([\w-]+))?\)", outside_code(text)):
        there = page.parent / file if file else page
        assert there.exists(), f"{page.name} leads to {file}"
        if anchor:
            assert anchor in anchors(there), f"{page.name} leads to {file}#{anchor}"


@pytest.mark.parametrize("page", [ROOT / "README.md", *sorted(HANDBOOK.glob("*.md"))], ids=lambda page: page.name)
def test_every_row_of_a_table_is_shown_as_one(page: Path):
    tokens = MarkdownIt("commonmark").enable("table").parse(page.read_text(encoding="utf-8"))
    stray = [
        line for token in tokens if token.type == "inline" for line in token.content.split("\n") if line[:1] == "|"
    ]
    assert stray == [], "an empty line, or a line that holds no cells, ends a table"


def outside_code(text: str) -> str:
    return re.sub(r"`[^`\n]*`", "", re.sub(r"^ *```.*?^ *```$", "", text, flags=re.DOTALL | re.MULTILINE))


def anchors(page: Path) -> set[str]:
    """The anchors of a page's headings, as GitHub makes them."""
    headings = re.findall(r"^#+ (.+)$", outside_code(page.read_text(encoding="utf-8")), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}
