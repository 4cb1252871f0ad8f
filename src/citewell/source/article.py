"""One article from its text alone: front matter, body, ledger, and what was odd about it.

Nothing here reads a file, so an editor's unsaved text goes the same way as one from the disk.
"""

from __future__ import annotations

import difflib
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from citewell.blocks import by_name, fence_names
from citewell.messages import Words
from citewell.messages.languages import primary
from citewell.model.article import Article, ArticleKind, Picture
from citewell.model.blocks import Node, PictureUse, Prose, RawBlock, RawInline, Role, walk_prose
from citewell.model.inlines import Text, count_words
from citewell.model.problems import AnyProblem, Facts, Problem
from citewell.model.source_location import SourceText, Span
from citewell.model.text_problems import RawHtml, UnknownFence
from citewell.source.anchors import Anchors
from citewell.source.block_tree import read_tree
from citewell.source.front_matter import read_front_matter
from citewell.source.inlines import read_inlines
from citewell.source.ledger import make_ledger
from citewell.source.pictures_in_text import read_picture

_TAG: Final = re.compile(r"</?([a-z][a-z0-9]*)", re.IGNORECASE)
_LEDGER_NAMES: Final = {"bullet_list": "list", "ordered_list": "list", "blockquote": "quotation", "table": "table"}


def parse_article(
    source: SourceText,
    *,
    slug: str,
    kind: ArticleKind = ArticleKind.ARTICLE,
    abbreviations: frozenset[str] = frozenset(),
    pictures: Mapping[str, Picture] | None = None,
    words: Words | None = None,
) -> Article:
    """Read an article.

    ``abbreviations`` never end a sentence, besides those every site knows. ``pictures`` are the files beside the
    article, by name; ``words`` are the texts of the interface, in English if none are given. Faults come
    out as the article's ``problems``; nothing is raised for content.
    """
    front = read_front_matter(source, slug)
    words = words or Words()
    reader = _BodyReader(source, words)
    body = reader.read(front.body_start)
    claims = make_ledger(slug, front.texts, body, abbreviations, primary(words.language))
    return Article(
        slug=slug,
        kind=kind,
        source=source,
        front=front.front,
        body=body,
        claims=claims,
        problems=(*front.problems, *_without_closing_tags(reader.problems)),
        words=sum(count_words(run.inlines) for run in walk_prose(body)),
        pictures=pictures or {},
        front_texts=front.texts,
    )


def _without_closing_tags(problems: Iterable[AnyProblem]) -> Iterator[AnyProblem]:
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


class _BodyReader:
    """The ``Parser`` that block types are read with: one document, one walk."""

    def __init__(self, source: SourceText, words: Words) -> None:
        self.words = words
        self._source = source
        self._anchors = Anchors()
        self._within: list[str] = []
        self.problems: list[AnyProblem] = []

    def read(self, start: int) -> tuple[Node, ...]:
        return self.blocks(read_tree(self._source, start, self.note))

    def blocks(self, raw: Iterable[RawBlock]) -> tuple[Node, ...]:
        """Read blocks; of one with an unknown name, what is inside."""
        nodes: list[Node] = []
        for block in raw:
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
        self.problems.append(Problem(self._source.locate(span), facts))

    def _unknown(self, block: RawBlock) -> None:
        nearest = difflib.get_close_matches(block.kind, fence_names(), 1)
        self.note(UnknownFence(block.kind, nearest[0] if nearest else ""), block.span)

    def _block_name(self) -> str:
        """The innermost colon fence, else the innermost list, quotation or table, else the block itself."""
        fences = fence_names()
        fenced = [name for name in self._within if name in fences]
        around = [_LEDGER_NAMES[name] for name in self._within if name in _LEDGER_NAMES]
        return (fenced or around or self._within or ["paragraph"])[-1]
