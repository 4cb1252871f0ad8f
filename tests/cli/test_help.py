"""``citewell help``: the handbook that came with the program, in the terminal and in a browser."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from tests.cli.project import Project

from citewell.cli.handbook.browser import write_pages
from citewell.cli.handbook.pages import list_handbook_pages
from citewell.cli.handbook.terminal import format_page

PAGE = """\
# A title

Read **this** first, then
[the other
page](cite.md#keys), [cite.md](cite.md), [below](#below), [a site](https://example.org/) or <https://example.org/two>.

<!-- keys: people -->
| Key | Meaning |
|---|---|
| `name` | a name \\| or two |
<!-- end -->

- One
  - two, which goes on
    in another line

| Code | English | German |
|---|---|---|
| `no` | no | nein |

```sh
citewell check **/[a](b.md)
```

![Two discs](discs.png)
"""
SHOWN = """\
A title

Read this first, then the other page (`citewell help cite`), `citewell help cite`,
below, a site (https://example.org/) or https://example.org/two.

- `name`: a name | or two

- One
  - two, which goes on in another line

- `no`
  - English: no
  - German: nein

    citewell check **/[a](b.md)

[picture: Two discs]
"""


def test_a_page_reads_well_in_a_terminal():
    assert "".join(f"{line}\n" for line in format_page(PAGE, 82)).replace("\x1b[1m", "").replace("\x1b[0m", "") == SHOWN


def test_the_pages_are_listed(small: Project):
    done = small.citewell("help")

    assert (done.code, done.err) == (0, "")
    assert done.out.splitlines()[0] == "start          Handbook: start here"
    assert {line.split()[0] for line in done.out.split("\n\n")[0].splitlines()} == {
        page.topic for page in list_handbook_pages()
    }


@pytest.mark.parametrize("page", list_handbook_pages(), ids=lambda page: page.topic)
def test_every_page_is_printed_without_markup(small: Project, page):
    done = small.citewell("help", page.topic)

    assert (done.code, done.err) == (0, "")
    assert done.out.startswith(f"{page.title}\n")
    shown = [line for line in done.out.splitlines() if not line.startswith("    ")]  # code is shown as it is
    assert [line for line in shown if re.search(r"^#|^\||\]\([\w-]+\.md|<!--", line)] == []


@pytest.mark.parametrize(
    ("topic", "shows"), [("CIT001", "CIT001 citation-unresolved"), ("build", "Usage: citewell build [OPTIONS]")]
)
def test_a_code_is_explained_and_a_command_shown(small: Project, topic: str, shows: str):
    done = small.citewell("help", topic)

    assert (done.code, done.err) == (0, "")
    assert done.out.startswith(shows)
    assert done.out == small.citewell(*(["explain", topic] if topic == "CIT001" else [topic, "--help"])).out


@pytest.mark.parametrize(
    ("topic", "says"),
    [
        ("publsh", 'there is no topic "publsh"; did you mean "publish"?'),
        ("handbook", 'there is no topic "handbook"; there are start, cite, '),
        ("ABC999", 'there is no rule "abc999"; '),
        ("../secret", 'there is no topic "../secret"; there are start, '),
    ],
)
def test_an_unknown_topic_is_one_line(small: Project, topic: str, says: str):
    done = small.citewell("help", topic)

    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"citewell: error: {says}")


def test_the_handbook_opens_in_a_browser(small: Project):
    done = small.citewell("help", "cite", "--open", BROWSER="true")

    page = small.root / ".citewell" / "handbook" / "cite.html"
    assert (done.code, done.err) == (0, "")
    assert str(page) in done.out
    assert "<title>Citing sources</title>" in page.read_text(encoding="utf-8")


class Links(HTMLParser):
    """The anchors of a page, and what it links to."""

    def __init__(self, page: Path) -> None:
        super().__init__()
        self.anchors: set[str] = set()
        self.targets: list[str] = []
        self.feed(page.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - the parser's
        for name, value in attrs:
            if name == "id":
                self.anchors.add(value or "")
            elif name in ("href", "src") and "://" not in (value or ""):
                self.targets.append(value or "")


def test_in_a_browser_every_link_leads_to_its_place(tmp_path: Path):
    write_pages(list_handbook_pages(), tmp_path)

    pages = {file.name: Links(file) for file in tmp_path.glob("*.html")}
    assert len(pages) == len(list_handbook_pages())
    for name, page in pages.items():
        for target in page.targets:
            file, _, anchor = target.partition("#")
            assert (tmp_path / (file or name)).is_file(), f"{name} leads to {target}"
            assert not anchor or anchor in pages[file or name].anchors, f"{name} leads to {target}"
