"""The handbook for a web browser: a folder of HTML pages that link to each other."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable
from html import escape
from itertools import pairwise
from pathlib import Path
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.token import Token

from citewell.cli.handbook.pages import HandbookPage, name_topic

_STYLES: Final = Path(__file__).with_name("handbook.css")
_LINK: Final = re.compile(r'(?<=href=")([\w-]+)\.md(?=["#])')


def write_pages(pages: Iterable[HandbookPage], folder: Path) -> None:
    """Write all pages into a folder, as ``TOPIC.html``, with their pictures. Raises ``OSError``."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(_STYLES, folder / _STYLES.name)
    listed = list(pages)
    for page in listed:
        (folder / f"{page.topic}.html").write_text(_render(page, listed), encoding="utf-8", newline="\n")
    for picture in {file for page in listed for file in page.file.parent.glob("*.png")}:
        shutil.copyfile(picture, folder / picture.name)


def _render(page: HandbookPage, pages: Iterable[HandbookPage]) -> str:
    body = _render_markdown(page.read())
    links = "".join(
        f'<li><a href="{each.topic}.html"{" aria-current=page" if each == page else ""}>{escape(each.title)}</a></li>'
        for each in pages
    )
    return (
        f'<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>{escape(page.title)}</title>\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<link rel="stylesheet" href="{_STYLES.name}">\n</head>\n<body>\n'
        f'<nav aria-label="Handbook"><ul>{links}</ul></nav>\n'
        f"<main>\n{_LINK.sub(lambda link: f'{name_topic(link[1])}.html', body)}\n</main>\n</body>\n</html>\n"
    )


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
