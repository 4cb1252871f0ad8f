"""The ``Html`` that blocks render themselves with: running text, marks, headings and pictures of one document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from urllib.parse import quote

from citewell.blocks import by_node
from citewell.citations.number import NumberedArticle
from citewell.markup import Markup, element, escape_markdown, join, text
from citewell.messages import Words
from citewell.model.addresses import address_of
from citewell.model.blocks import Node, PictureUse, Prose
from citewell.model.inlines import join_text
from citewell.render.annotations import Overlay, TermOccurrence
from citewell.render.headings import heading
from citewell.render.running_text import NOTHING, RunningText
from citewell.render.terms import meaning, term_link


class DocumentHtml:
    """Writes the blocks of one numbered document; ``known`` is what its page says about runs of its text."""

    def __init__(
        self,
        numbered: NumberedArticle,
        words: Words,
        known: Mapping[int, Overlay] | None = None,
        emergency_number: str = "",
    ) -> None:
        self.words = words
        self.emergency_number = emergency_number
        self._numbered = numbered
        self._article = numbered.article
        self._known = known or {}
        self._within = 0

    def top(self, nodes: Iterable[Node]) -> list[Markup]:
        """Blocks at the top level of the page: each is a block of its own, and headings are Markdown."""
        return list(self._blocks(nodes))

    def blocks(self, nodes: Iterable[Node]) -> Markup:
        """Blocks inside another."""
        self._within += 1
        inside = join(list(self._blocks(nodes)), "\n")
        self._within -= 1
        return inside

    def inlines(self, prose: Prose) -> Markup:
        """Running text with its marks."""
        overlay = self._known.get(prose.span.start, NOTHING)
        return RunningText(self._numbered, self.words, text, overlay, self._lead_to).write(prose.inlines)

    def heading(self, level: int, anchor: str, prose: Prose) -> Markup:
        """Markdown in the page itself, an element inside a block, where Markdown is not read."""
        words = RunningText(self._numbered, self.words, text if self._within else escape_markdown).write(prose.inlines)
        return element(f"h{level}", words, id=anchor) if self._within else heading(level, words, anchor)

    def picture(self, use: PictureUse) -> Markup:
        """A picture of the text."""
        return self.image(use.file, join_text(use.alt.inlines))

    def image(self, file: str, alt: str) -> Markup:
        """A picture beside the article, with its own size; on a dark page it has a light ground, unless it adapts."""
        found = self._article.pictures.get(file)
        size = (found.width, found.height) if found else (None, None)
        adapts = "adapts" if found and found.adapts else None
        return element("img", src=quote(file), alt=alt, width=size[0], height=size[1], class_=adapts)

    def _blocks(self, nodes: Iterable[Node]) -> Iterator[Markup]:
        """Blocks one after another; neighbours of a type that belongs together share a box."""
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

    def _lead_to(self, meeting: TermOccurrence, shown: Markup) -> Markup:
        """A term where readers first meet it."""
        here = address_of(self._article)
        link = term_link(here, meeting.term, meeting.anchor, shown, self.words)
        return link if meeting.explained else link + meaning(meeting.term)


def _together(node: Node) -> str | None:
    together: str | None = getattr(by_node().get(type(node)), "TOGETHER", None)
    return together
