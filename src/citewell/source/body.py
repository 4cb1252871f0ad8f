"""The body of an article or shared text: its blocks as nodes, each read by its block type."""

from __future__ import annotations

import difflib
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from citewell.blocks import by_name, fence_names
from citewell.messages import Words
from citewell.model.blocks import Node, PictureUse, Prose, RawBlock, RawInline, Role
from citewell.model.inlines import Text
from citewell.model.problems import AnyProblem, Facts, Problem
from citewell.model.source_location import SourceText, Span
from citewell.model.text_problems import RawHtml, UnknownFence
from citewell.source.anchors import Anchors
from citewell.source.fences import USE
from citewell.source.inlines import read_inlines
from citewell.source.pictures_in_text import read_picture

_TAG: Final = re.compile(r"</?([a-z][a-z0-9]*)", re.IGNORECASE)
_LEDGER_NAMES: Final = {"bullet_list": "list", "ordered_list": "list", "blockquote": "quotation", "table": "table"}


class BodyReader:
    """The ``Parser`` that block types are read with: one document, one walk."""

    def __init__(self, source: SourceText, words: Words, problems: list[AnyProblem]) -> None:
        """``problems`` gets those of the file itself; of what it uses from another, that file has been asked."""
        self.words = words
        self._source, self._problems = source, problems
        self._anchors = Anchors()
        self._within: list[str] = []

    def blocks(self, raw: Iterable[RawBlock]) -> tuple[Node, ...]:
        """Read blocks; of one with an unknown name, what is inside."""
        nodes: list[Node] = []
        for block in raw:
            if block.kind == USE:  # what is left is in another block, which has been noted
                continue
            block_type = by_name().get(block.kind)
            if block_type is None:
                self._unknown(block)
                nodes.extend(self.blocks(block.children))
                continue
            self._within.append(block.kind)
            node = block_type.parse(block, self)
            self._within.pop()
            if node is not None:
                nodes.append(node)
        return tuple(nodes)

    def prose(self, raw: RawInline, role: Role) -> Prose:
        """Read running text; it belongs to the innermost colon fence, else to the innermost block."""
        return Prose(raw.span, role, self._block_name(), read_inlines(raw, self.note))

    def picture(self, raw: RawInline) -> PictureUse | None:
        """Read text that is one picture and nothing else."""
        found = read_picture(raw)
        if found is None:
            return None
        alt = Prose(found.alt_span, Role.LABEL, "figure", (Text(found.alt_span, found.alt),) if found.alt else ())
        return PictureUse(raw.span, found.file, alt)

    def anchor(self, words: str) -> str:
        """A stable id, unique in this document."""
        return self._anchors.make(words)

    def note(self, facts: Facts, span: Span) -> None:
        """Note a problem."""
        place = self._source.locate(span)
        if place.path == self._source.path:
            self._problems.append(Problem(place, facts))

    def _unknown(self, block: RawBlock) -> None:
        nearest = difflib.get_close_matches(block.kind, (*fence_names(), USE), 1)
        self.note(UnknownFence(block.kind, nearest[0] if nearest else ""), block.span)

    def _block_name(self) -> str:
        """The innermost colon fence, else the innermost list, quotation or table, else the block itself."""
        fences = fence_names()
        fenced = [name for name in self._within if name in fences]
        around = [_LEDGER_NAMES[name] for name in self._within if name in _LEDGER_NAMES]
        return (fenced or around or self._within or ["paragraph"])[-1]


def drop_closing_tags(problems: Iterable[AnyProblem]) -> Iterator[AnyProblem]:
    """Problems without the HTML tags that close one which is among them: a pair of tags is one problem."""
    opened: Counter[str] = Counter()
    for problem in problems:
        html = problem.facts.html if isinstance(problem.facts, RawHtml) else ""
        tag = _TAG.match(html)
        name = tag[1].lower() if tag else ""
        if html.startswith("</") and opened[name]:
            opened[name] -= 1
            continue
        if html:
            opened[name] += 1
        yield problem
