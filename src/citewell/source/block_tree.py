"""Markdown's flat block tokens as a tree of ``RawBlock``, every piece of text with the place of each of its letters."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, pairwise
from typing import Final

from markdown_it.token import Token

from citewell.model.blocks import RawBlock, RawInline
from citewell.model.problems import Facts
from citewell.model.source_location import SourceText, Span
from citewell.model.text_problems import (
    FencedCode,
    IndentedCode,
    MalformedFence,
    NestedFence,
    Nesting,
    RawHtml,
    RuleLine,
    StrayFence,
    TooDeep,
    UnclosedFence,
    UnderlinedHeading,
)
from citewell.source.fences import match_fences
from citewell.source.markdown import markdown

# Lists in lists in quotations: deeper than this no reader follows, and Markdown itself begins to drop text at 100.
DEEPEST: Final = 8
BLANKS: Final = " \t"  # Markdown's; Python's own are more
CAPTION: Final = re.compile(r"Table:\s*")
#: What is not part of the language, by Markdown's word for it; each is made of what it holds.
_REFUSED: Final[Mapping[str, Callable[[str], Facts]]] = {
    "code_block": IndentedCode,
    "fence": FencedCode,
    "html_block": RawHtml,
    "hr": lambda _: RuleLine(),
    "fence_stray": lambda _: StrayFence(),
    "fence_malformed": MalformedFence,
}
NoteProblem = Callable[[Facts, Span], None]


def read_tree(source: SourceText, start: int, note: NoteProblem) -> tuple[RawBlock, ...]:
    """The blocks of a source from the beginning of line ``start`` (an offset) on; ``note`` gets the problems."""
    body = source.text[start:]
    tokens: list[Token] = []
    md = markdown()
    md.block.parse(body, md, {"fences": match_fences(body.split("\n"))}, tokens)
    return _Builder(source, start, note).build(tokens)


class _Builder:
    """One walk over the tokens of one document."""

    def __init__(self, source: SourceText, start: int, note: NoteProblem) -> None:
        self._source = source
        self._start = start
        self._first_line = source.locate(Span(start, start)).line - 1
        self._note = note
        self._lines = _find_bare_lines(source.text)
        self._malformed_fences = 0  # without a closing line so far

    def build(self, tokens: list[Token]) -> tuple[RawBlock, ...]:
        """The top level of the tree."""
        return self._read_children(iter(tokens), 0)

    def _read_children(self, tokens: Iterator[Token], depth: int) -> tuple[RawBlock, ...]:
        blocks: list[RawBlock] = []
        for token in tokens:
            if token.nesting < 0:
                break
            block = self._read_block(token, tokens, depth)
            if block is None:
                continue
            caption = _caption_of(block) if blocks and blocks[-1].kind == "table" and not blocks[-1].title else None
            if caption:
                blocks[-1] = replace(blocks[-1], title=caption)
            else:
                blocks.append(block)
        return tuple(blocks)

    def _read_block(self, token: Token, tokens: Iterator[Token], depth: int) -> RawBlock | None:
        span = self._span(token)
        if token.type in _REFUSED:
            self._refuse(token, span)
            return None
        kind = token.type.removesuffix("_open")
        if kind == "table":
            return self._read_table(tokens, span)
        if kind in ("paragraph", "heading"):
            return self._read_leaf(kind, token, tokens, span)
        if kind == "colon_fence":
            return self._read_fence(token, tokens, span, depth)
        children = self._read_children(tokens, depth + 1)
        if depth >= DEEPEST:
            if depth == DEEPEST:
                self._note(TooDeep(Nesting.BLOCKS, DEEPEST), span)
            return None
        start = int(token.attrs.get("start", 1)) if kind == "ordered_list" else 0
        return RawBlock(kind, span, children, level=start)

    def _refuse(self, token: Token, span: Span) -> None:
        """Note a refused token, but for the line of colons that closes a block whose opening line is malformed."""
        if token.type == "fence_malformed":
            self._malformed_fences += 1
        elif token.type == "fence_stray" and self._malformed_fences:
            self._malformed_fences -= 1
            return
        self._note(_REFUSED[token.type](token.content.strip()), span)

    def _read_leaf(self, kind: str, token: Token, tokens: Iterator[Token], span: Span) -> RawBlock:
        inline = next(tokens)
        next(tokens)
        if kind == "heading" and token.markup in ("=", "-"):
            self._note(UnderlinedHeading(inline.content), span)
        level = int(token.tag[1:]) if kind == "heading" else 0
        return RawBlock(kind, span, inline=self._place_inline(inline), level=level)

    def _read_fence(self, token: Token, tokens: Iterator[Token], span: Span, depth: int) -> RawBlock:
        opener = self._line_span(self._first_of(token))
        if depth > 0:
            self._note(NestedFence(token.info), opener)
        if not token.meta["closed"]:
            self._note(UnclosedFence(token.info), opener)
        begin, end = (self._start + offset for offset in token.meta["title"])
        title = RawInline(self._source.text[begin:end], range(begin, end + 1)) if end > begin else None
        return RawBlock(token.info, span, self._read_children(tokens, depth + 1), title=title)

    def _read_table(self, tokens: Iterator[Token], span: Span) -> RawBlock:
        """Rows are cut from their lines again: the library drops cells beyond the head row's and knows no places."""
        lines: list[Span] = []
        for inner in tokens:
            if inner.type == "tr_open":
                lines.append(Span(self._start + inner.meta["start"], self._line_span(self._first_of(inner)).end))
            if inner.type == "table_close":
                break
        title = None
        if len(lines) > 1 and CAPTION.match(self._words_at(lines[-1])) and "|" not in self._words_at(lines[-1]):
            title = _drop_term(self._inline_at(lines.pop()))
        rows = tuple(RawBlock("table_row", line, self._read_cells(line)) for line in lines)
        return RawBlock("table", span, rows, title=title)

    def _read_cells(self, line: Span) -> tuple[RawBlock, ...]:
        pieces = _split_cells(self._source.text, line)
        inlines = (_read_cell_text(self._source.text, piece) for piece in pieces)
        return tuple(RawBlock("table_cell", inline.span, inline=inline) for inline in inlines)

    def _place_inline(self, inline: Token) -> RawInline:
        """The text of an inline token with its places: each of its lines ends one line of the source."""
        runs: list[Sequence[int]] = []
        pieces = inline.content.split("\n")
        first = self._first_with(pieces[0].strip(BLANKS), inline)
        for number, words in enumerate(pieces):
            start, end = self._line_span(first + number)
            bare = words.lstrip(BLANKS)
            indent = len(words) - len(bare)
            at = max(self._source.text.rfind(bare.rstrip(BLANKS), start, end), start) - indent
            places = range(at, at + len(words) + 1)
            runs.append([max(place, start) for place in places] if indent else places)
        return RawInline(inline.content, runs[0] if len(runs) == 1 else [*chain.from_iterable(runs)])

    def _first_with(self, words: str, inline: Token) -> int:
        """The line an inline token begins in: Markdown drops lines of nothing but no-break spaces before it."""
        first = self._first_of(inline)
        lines = range(first, first + (inline.map[1] - inline.map[0] if inline.map else 1))
        return next((line for line in lines if words in self._words_at(self._line_span(line))), first)

    def _inline_at(self, span: Span) -> RawInline:
        start, end = span
        return RawInline(self._source.text[start:end], range(start, end + 1))

    def _words_at(self, span: Span) -> str:
        return self._source.text[span.start : span.end]

    def _first_of(self, token: Token) -> int:
        return self._first_line + (token.map[0] if token.map else 0)

    def _line_span(self, line: int) -> Span:
        """A line of the source (from 0) without the blanks around it."""
        return self._lines[line]

    def _span(self, token: Token) -> Span:
        first, after = token.map or (0, 1)
        last = max(first, after - 1) + self._first_line
        return Span(self._line_span(first + self._first_line).start, self._line_span(last).end)


def _find_bare_lines(text: str) -> list[Span]:
    """The span of each line without the blanks around it."""
    spans = []
    start = 0
    for line in text.split("\n"):
        spans.append(Span(start + len(line) - len(line.lstrip(BLANKS)), start + len(line.rstrip(BLANKS))))
        start += len(line) + 1
    return spans


def _caption_of(block: RawBlock) -> RawInline | None:
    return _drop_term(block.inline) if block.kind == "paragraph" and block.inline else None


def _drop_term(inline: RawInline) -> RawInline | None:
    term = CAPTION.match(inline.content)
    return RawInline(inline.content[term.end() :], inline.offsets[term.end() :]) if term else None


def _split_cells(text: str, line: Span) -> list[Span]:
    """The cells of a pipe-table line, white space around each left out; a pipe after a backslash does not cut."""
    cuts = [line.start + cut.start() for cut in re.finditer(r"(?<!\\)\|", text[line.start : line.end])]
    bounds = [line.start - 1, *cuts, line.end]
    pieces = [Span(a + 1, b) for a, b in pairwise(bounds)]
    if cuts and pieces[0].start == pieces[0].end:
        pieces.pop(0)
    if cuts and len(pieces) > 1 and not text[pieces[-1].start : pieces[-1].end].strip():
        pieces.pop()
    return [_strip(text, piece) for piece in pieces]


def _strip(text: str, span: Span) -> Span:
    words = text[span.start : span.end]
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, max(start, span.start + len(words.rstrip())))


def _read_cell_text(text: str, span: Span) -> RawInline:
    r"""A cell's text; ``\|`` is a pipe."""
    offsets = [
        offset
        for offset in range(span.start, span.end)
        if not (text[offset] == "\\" and offset + 1 < span.end and text[offset + 1] == "|")
    ]
    return RawInline("".join(text[offset] for offset in offsets), [*offsets, span.end])
