"""``:::{figure}``: a picture with its alternative text, and below it caption sentences, which are claims."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from citewell.blocks.paragraph import Paragraph
from citewell.markup import Markup, element, join
from citewell.messages import Words
from citewell.model.blocks import Html, Node, Parser, PictureUse, RawBlock
from citewell.model.source_location import Span
from citewell.model.text_problems import FenceContent, FenceTitle, FigureWithoutPicture

NAMES = ("figure",)
FENCED = True
HOLDS: Final = "a picture and sentences below it"


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture and its caption, which may be empty."""

    span: Span
    picture: PictureUse
    caption: tuple[Node, ...]

    @property
    def children(self) -> tuple[Node, ...]:
        return (self.picture.alt, *self.caption)


NODES = (Figure,)


def parse(raw: RawBlock, parser: Parser) -> Figure | None:
    """The first paragraph is the picture and nothing else, the others are the caption; no picture is a problem."""
    if raw.title:
        parser.note(FenceTitle(raw.kind), raw.title.span)
    first = raw.children[0] if raw.children else None
    picture = parser.picture(first.inline) if first and first.inline else None
    if picture is None:
        parser.note(FigureWithoutPicture(), raw.span)
        parser.blocks(raw.children)  # its own problems are found in the same run
        return None
    caption = parser.blocks(raw.children[1:])
    for child in caption:
        if not isinstance(child, Paragraph):
            parser.note(FenceContent(raw.kind), child.span)
    return Figure(raw.span, picture, caption)


def list_passages(node: Figure, _words: Words, _emergency_number: str) -> Iterator[Node]:
    """The caption: the alternative text takes the place of a picture and is not read by everybody."""
    yield from node.caption


def render(node: Figure, html: Html) -> Markup:
    """``figure``; the sentences of the caption are in one ``figcaption``."""
    sentences: list[Markup] = [html.inlines(part.prose) for part in node.caption if isinstance(part, Paragraph)]
    caption = element("figcaption", join(sentences, " ")) if sentences else None
    picture = html.picture(node.picture)
    return element("figure", join([picture, caption], "\n") if caption else picture)
