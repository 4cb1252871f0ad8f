"""The handbook for a web browser: a folder of HTML pages that link to each other."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable, Mapping
from functools import partial
from html import escape
from itertools import pairwise
from pathlib import Path
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.token import Token

from citewell.cli.handbook.pages import HandbookPage, name_topic

_STYLES: Final = Path(__file__).with_name("handbook.css")
#: A link to another page; its text may be nothing but the name of the file.
_LINK: Final = re.compile(r'href="([\w-]+)\.md([^"]*)">(?:[\w-]+\.md(?=</a>))?')


def write_pages(pages: Iterable[HandbookPage], folder: Path) -> None:
    """Write all pages into a folder, as ``TOPIC.html``, with their pictures. Raises ``OSError``."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(_STYLES, folder / _STYLES.name)
    listed = list(pages)
    titles = {page.topic: page.title for page in listed}
    for page in listed:
        (folder / f"{page.topic}.html").write_text(_render(page, titles), encoding="utf-8", newline="\n")
    for picture in {file for page in listed for file in page.file.parent.glob("*.png")}:
        shutil.copyfile(picture, folder / picture.name)


def _render(page: HandbookPage, titles: Mapping[str, str]) -> str:
    links = "".join(
        f'<li><a href="{topic}.html"{" aria-current=page" if topic == page.topic else ""}>{escape(title)}</a></li>'
        for topic, title in titles.items()
    )
    return (
        f'<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>{escape(page.title)}</title>\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<link rel="stylesheet" href="{_STYLES.name}">\n</head>\n<body>\n'
        f'<nav aria-label="Handbook"><ul>{links}</ul></nav>\n'
        f"<main>\n{_LINK.sub(partial(_link_page, titles), _render_markdown(page.read()))}\n</main>\n</body>\n</html>\n"
    )


def _link_page(titles: Mapping[str, str], link: re.Match[str]) -> str:
    """The link to a page as HTML, with the page's title for the name of its file."""
    topic = name_topic(link[1])
    words = escape(titles[topic]) if link[0].endswith(".md") else ""
    return f'href="{topic}.html{link[2]}">{words}'


def _render_markdown(text: str) -> str:
    parser = MarkdownIt("commonmark").enable("table")
    tokens = parser.parse(text)
    for opened, inline in pairwise(tokens):
        if opened.type == "heading_open":
            opened.attrSet("id", _name_anchor(inline))
    return str(parser.renderer.render(tokens, parser.options, {}))


def _name_anchor(heading: Token) -> str:
    """The anchor of a heading, as GitHub makes it: the pages' links are written for that."""
    words = "".join(each.content for each in heading.children or ())
    return re.sub(r"[^\w -]", "", words.lower()).replace(" ", "-")
