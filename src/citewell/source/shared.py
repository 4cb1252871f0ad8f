"""Shared texts: each is read once, and its blocks are put where an article uses it.

A shared text holds blocks without a place of their own in an article: no headings, pictures or takeaways, and it uses
no other. So nothing that uses it can go round in a circle, and it means the same in each article.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from citewell.messages import Words
from citewell.model.blocks import RawBlock, RawInline
from citewell.model.file_problems import FileSort, FileTooLarge
from citewell.model.problems import AnyProblem, Facts
from citewell.model.shared import SharedText, SharedUse
from citewell.model.source_location import SourceText, Span, insert_texts
from citewell.model.text_problems import SharedContent, UnknownShared, Unshareable
from citewell.source.block_tree import read_tree
from citewell.source.body import BodyReader, drop_closing_tags
from citewell.source.characters import find_odd_characters
from citewell.source.fences import USE
from citewell.source.files import ARTICLE
from citewell.source.front_matter import split_front_matter
from citewell.source.misspellings import find_nearest_word

#: What has its place in an article, by the kind of block.
UNSHAREABLE: Final = {
    "heading": Unshareable.HEADING,
    "figure": Unshareable.PICTURE,
    "takeaway": Unshareable.TAKEAWAY,
    "key-takeaways": Unshareable.TAKEAWAY,
    USE: Unshareable.USE,
}

NoteProblem = Callable[[Facts, Span], None]


class Composed(NamedTuple):
    """The blocks of an article with those of the texts that it uses, all placed in one text; and each use."""

    source: SourceText
    blocks: tuple[RawBlock, ...]
    uses: tuple[SharedUse, ...] = ()


def read_shared(source: SourceText, name: str, words: Words) -> SharedText:
    """Read a shared text, with all problems that an article which uses it would have with it."""
    problems: list[AnyProblem] = list(find_odd_characters(source))
    reader = BodyReader(source, words, problems)
    front = split_front_matter(source)
    if front.yaml is not None:
        reader.note(SharedContent(Unshareable.FRONT_MATTER), Span(0, max(front.yaml.start - 1, 0)))
    tree = read_tree(source, front.body_start, reader.note)
    refused = list(_find_unshareable(tree))
    for block, what in refused:
        reader.note(SharedContent(what), block.span)
    kept = tuple(block for block in tree if block.kind != USE)
    reader.blocks(kept)
    return SharedText(name, source, kept, tuple(drop_closing_tags(problems)))


def _find_unshareable(blocks: Iterable[RawBlock]) -> Iterator[tuple[RawBlock, Unshareable]]:
    """The blocks that need a place of their own in an article; what is inside another block is refused there."""
    for block in blocks:
        if block.kind in UNSHAREABLE:
            yield block, UNSHAREABLE[block.kind]


def use_shared_texts(
    source: SourceText, blocks: Sequence[RawBlock], shared: Mapping[str, SharedText], note: NoteProblem
) -> Composed:
    """Put shared texts in the place of the lines that use them; ``note`` gets what names none."""
    if all(block.kind != USE for block in blocks):
        return Composed(source, tuple(blocks))
    found = [(block.span, _find_shared(block, shared, note)) for block in blocks if block.kind == USE]
    used = _fit_in(source, [(span, text) for span, text in found if text is not None], note)
    composed = insert_texts(source, ((span, text.source) for span, text in used))
    texts = dict(used)
    placed: list[RawBlock] = []
    move = 0
    for block in blocks:
        if block.kind != USE:
            placed.append(_move(block, move))
        elif text := texts.get(block.span):
            placed += (_move(each, block.span.start + move) for each in text.blocks)
            move += len(text.source.text) - (block.span.end - block.span.start)
    uses = tuple(SharedUse(source.locate(span), text) for span, text in used)
    return Composed(composed, tuple(placed), uses)


def _fit_in(
    source: SourceText, uses: Sequence[tuple[Span, SharedText]], note: NoteProblem
) -> Sequence[tuple[Span, SharedText]]:
    """The first uses that make an article no larger than one may be; ``note`` gets the first that does not fit."""
    size = len(source.text)
    for number, (span, text) in enumerate(uses):
        size += len(text.source.text)
        if size > ARTICLE.size:
            note(FileTooLarge(FileSort.ARTICLE, size, ARTICLE.size, uses=True), span)
            return uses[:number]
    return uses


def _find_shared(block: RawBlock, shared: Mapping[str, SharedText], note: NoteProblem) -> SharedText | None:
    name = block.title.content.strip() if block.title else ""
    if name not in shared:
        nearest = find_nearest_word(name, tuple(shared)) if name else ""
        note(UnknownShared(name, nearest), block.title.span if block.title else block.span)
    return shared.get(name)


def _move(block: RawBlock, distance: int) -> RawBlock:
    """A block with all its places moved. Recursion is safe: block nesting is bounded."""
    if not distance:
        return block
    return replace(
        block,
        span=_move_span(block.span, distance),
        children=tuple(_move(child, distance) for child in block.children),
        inline=_move_inline(block.inline, distance),
        title=_move_inline(block.title, distance),
    )


def _move_span(span: Span, distance: int) -> Span:
    return Span(span.start + distance, span.end + distance)


def _move_inline(inline: RawInline | None, distance: int) -> RawInline | None:
    if inline is None:
        return None
    offsets = inline.offsets
    if isinstance(offsets, range):
        return RawInline(inline.content, range(offsets.start + distance, offsets.stop + distance))
    return RawInline(inline.content, [offset + distance for offset in offsets])
