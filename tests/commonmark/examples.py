"""CommonMark's own examples, and how our set-up and the bare library turn them into HTML."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.token import Token

from citewell.source.citation_syntax import MalformedBracket
from citewell.source.fences import match_fences
from citewell.source.markdown import markdown

EXAMPLES: Final[dict[int, str]] = {
    example["example"]: example["markdown"]
    for example in json.loads((Path(__file__).parent / "spec.json").read_text(encoding="utf-8"))
}


class Noted:
    """What the citation rule notes."""

    def __init__(self) -> None:
        self.found: list[object] = []

    def note_malformed(self, start: int, found: MalformedBracket) -> None:
        self.found.append((start, found))

    def note_adjacent(self, start: int, end: int) -> None:
        self.found.append((start, end))


def plain_markdown() -> MarkdownIt:
    """The library as it is, but for reference definitions, which our language does not have."""
    return MarkdownIt("commonmark").disable("reference")


def without_citations() -> MarkdownIt:
    """Our set-up without the citation rule."""
    return markdown.__wrapped__().disable("citation")


def our_html(text: str, md: MarkdownIt) -> tuple[str, list[object]]:
    """HTML as the library writes it from our tokens, and what the citation rule noted."""
    tokens: list[Token] = []
    noted = Noted()
    md.block.parse(text, md, {"fences": match_fences(text.split("\n"))}, tokens)
    for token in tokens:
        if token.type == "inline":
            token.children = md.inline.parse(token.content, md, {"notes": noted, "brackets": None}, [])
            for child in token.children:
                child.type = "text" if child.type == "text_special" else child.type
    return md.renderer.render(tokens, md.options, {}), noted.found
