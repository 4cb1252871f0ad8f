"""The ``Html`` that blocks render themselves with: running text, marks, headings and pictures of one document."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import Final
from urllib.parse import quote

from citewell.blocks import by_node
from citewell.citations.number import NumberedArticle
from citewell.markup import Markup, element, inert, join, text
from citewell.model.addresses import scheme
from citewell.model.blocks import Node, PictureUse, Prose
from citewell.model.inlines import Break, Citation, Code, Emphasis, Inline, Link, Strong, Text, Waiver, plain
from citewell.render.headings import heading
from citewell.render.marks import marks
from citewell.words import Words

_WORD_JOINER: Final = text("\u2060")  # keeps a mark on the line of the word it follows
_NO_BREAK_SPACE: Final = text("\u00a0")  # between two citations, for the same reason
_LINE: Final = element("br")
_ELSEWHERE: Final = ("https", "http", "")  # not a letter to write or a number to call

Escape = Callable[[str], Markup]


class DocumentHtml:
    """Writes the blocks of one numbered document."""

    def __init__(self, numbered: NumberedArticle, words: Words) -> None:
        self.words = words
        self._numbered = numbered
        self._article = numbered.article
        self._within = 0

    def top(self, nodes: Iterable[Node]) -> list[Markup]:
        """Blocks that stand in the page itself: each is a block of its own, and headings are Markdown."""
        return list(self._blocks(nodes))

    def blocks(self, nodes: Iterable[Node]) -> Markup:
        """Blocks inside another."""
        self._within += 1
        inside = join(list(self._blocks(nodes)), "\n")
        self._within -= 1
        return inside

    def inlines(self, prose: Prose) -> Markup:
        """Running text with its marks."""
        return self._running(prose.inlines, text)

    def heading(self, level: int, anchor: str, prose: Prose) -> Markup:
        """Markdown in the page itself, an element inside a block, where Markdown is not read."""
        if self._within:
            return element(f"h{level}", self._running(prose.inlines, text), id=anchor)
        return heading(level, self._running(prose.inlines, inert), anchor)

    def picture(self, use: PictureUse) -> Markup:
        """A picture of the text."""
        return self.image(use.file, plain(use.alt.inlines))

    def image(self, file: str, alt: str) -> Markup:
        """A picture beside the article, with its own size."""
        found = self._article.pictures.get(file)
        size = (found.width, found.height) if found else (None, None)
        return element("img", src=quote(file), alt=alt, width=size[0], height=size[1])

    def _blocks(self, nodes: Iterable[Node]) -> Iterator[Markup]:
        """Blocks one after another; neighbours whose type stands together share a box."""
        for together, group in groupby(nodes, key=_together):
            written = [self._block(node) for node in group]
            if together:
                yield element("div", join(written, "\n"), class_=together)
            else:
                yield from written

    def _block(self, node: Node) -> Markup:
        if isinstance(node, Prose):
            return element("p", self.inlines(node))
        return by_node()[type(node)].render(node, self)

    def _running(self, inlines: tuple[Inline, ...], escape: Escape) -> Markup:
        writer = _Running(escape)
        for inline in inlines:
            match inline:
                case Text():
                    writer.loose += inline.text.replace("\n", " ")
                case Break():
                    writer.loose += "\n" if inline.hard else " "
                case Citation():
                    writer.mark(marks(self._numbered, inline))
                case Waiver():
                    writer.mark(None)
                case Code():
                    writer.add(element("code", escape(inline.text)))
                case Emphasis():
                    writer.add(element("em", self._running(inline.children, escape)))
                case Strong():
                    writer.add(element("strong", self._running(inline.children, escape)))
                case Link():
                    writer.add(self._link(inline, escape))
        return writer.finish()

    def _link(self, link: Link, escape: Escape) -> Markup:
        return linked(link.href, self._running(link.children, escape))


class _Running:
    """Running text being written. ``loose`` is text whose last white space a mark may still take away."""

    def __init__(self, escape: Escape) -> None:
        self._escape = escape
        self._written: list[Markup] = []
        self._after_mark = False
        self.loose = ""

    def add(self, inline: Markup) -> None:
        self._settle()
        self._written.append(inline)
        self._after_mark = False

    def mark(self, mark: Markup | None) -> None:
        """A mark stands directly after the words it belongs to; a waiver (``None``) shows nothing."""
        beside = self._after_mark and bool(self.loose) and not self.loose.strip()
        self.loose = self.loose.rstrip()
        self._settle()
        if mark is not None:
            self._written += [_NO_BREAK_SPACE if beside else _WORD_JOINER, mark]
            self._after_mark = True

    def finish(self) -> Markup:
        self._settle()
        return join(self._written)

    def _settle(self) -> None:
        if self.loose:
            lines = [self._escape(line) for line in self.loose.split("\n")]
            self._written.append(join(lines, _LINE))
            self._after_mark = False
        self.loose = ""


def linked(href: str, shown: Markup | str) -> Markup:
    """A link as its author wrote it; another site is not told where the reader came from."""
    away = scheme(href) in _ELSEWHERE
    return element("a", shown, href=href, rel="noreferrer" if away else None)


def _together(node: Node) -> str | None:
    together: str | None = getattr(by_node().get(type(node)), "TOGETHER", None)
    return together
