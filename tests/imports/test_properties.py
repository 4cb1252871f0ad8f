"""Whatever a document says, its draft says the same: the words, the marks, and the parts that they are in."""

from __future__ import annotations

import re

from hypothesis import example, given, settings
from hypothesis import strategies as st

from citewell.imports.document import (
    Block,
    BoxBlock,
    HeadingBlock,
    Item,
    ListBlock,
    Notes,
    ParagraphBlock,
    PictureBlock,
    QuotationBlock,
    SourceMark,
    TableBlock,
    TextRun,
    join_runs,
    list_runs,
)
from citewell.imports.lift import lift_blocks
from citewell.imports.marks import resolve_marks
from citewell.imports.read_back import count_citations, find_lost_words
from citewell.imports.runs import tidy
from citewell.imports.source_list import SourceEntry
from citewell.imports.write_article import ArticleWriter
from citewell.model.blocks import walk_prose
from citewell.model.inlines import join_text
from citewell.model.source_location import SourceText
from citewell.source.article import parse_article

#: Words, and every character that means something to Markdown, to our blocks or to a citation.
WORDS = st.text(st.sampled_from("abz Ä9 -+*_#>[](){}|\\`~!<&;:.@=^\"'/$%1Table"), min_size=1, max_size=16)
TEXT = st.builds(
    TextRun,
    st.one_of(
        WORDS, st.sampled_from(["# x", "1. x", "- x", ":::{note}", "---", "&amp;", "<b>", "[@s1]", "Table: x", "10⁶"])
    ),
    strong=st.booleans(),
    emphasis=st.booleans(),
    link=st.sampled_from(["", "", "", "https://lamps.example/a_(b)?c=[d]"]),
)
MARK = st.integers(1, 5).map(lambda number: SourceMark((str(number),), f"[{number}]"))
RUNS = (
    st.lists(st.one_of(TEXT, TEXT, MARK), min_size=1, max_size=5)
    .map(tidy)
    .filter(lambda runs: any(isinstance(run, TextRun) and re.search(r"\w", run.text) for run in runs))
)
PARAGRAPH = st.builds(ParagraphBlock, RUNS)
ITEM = st.builds(Item, PARAGRAPH.map(lambda paragraph: (paragraph,)))
LIST = st.builds(ListBlock, st.lists(ITEM, min_size=1, max_size=3).map(tuple), st.sampled_from([0, 1, 3]))
TABLE = st.integers(1, 4).flatmap(
    lambda width: st.builds(TableBlock, st.lists(st.tuples(*[RUNS] * width), min_size=2, max_size=3).map(tuple))
)
PLAIN = st.one_of(PARAGRAPH, LIST)
BLOCK: st.SearchStrategy[Block] = st.one_of(
    PLAIN,
    TABLE,
    st.builds(HeadingBlock, st.sampled_from([2, 3]), RUNS),
    st.builds(QuotationBlock, st.tuples(PARAGRAPH)),
    st.builds(BoxBlock, st.just("note"), st.just(()), st.lists(PARAGRAPH, min_size=1, max_size=2).map(tuple)),
)


def write(blocks: list[Block]) -> str:
    return ArticleWriter(lambda number: f"s{number}", lambda _: "picture.png").write(blocks)


def count_marks(blocks: list[Block]) -> int:
    """The sources that a draft must name: side by side, each once."""
    total = 0
    for runs in list_runs(blocks):
        group: set[str] = set()
        for run in runs:
            if isinstance(run, SourceMark):
                total += len(set(run.names) - group)
                group |= set(run.names)
            elif re.search(r"[^\s,;]", run.text):
                group = set()
    return total


@settings(max_examples=30)
@given(st.lists(BLOCK, min_size=1, max_size=4))
@example([ParagraphBlock((TextRun("a"), TextRun("b", strong=True), TextRun("c", emphasis=True)))])
def test_words_and_marks_in_are_words_and_marks_out(blocks: list[Block]) -> None:
    body = write(blocks)

    assert find_lost_words(blocks, body, []) == [], body
    assert count_citations(body) == count_marks(blocks), body


@settings(max_examples=30)
@given(
    st.recursive(
        st.one_of(BLOCK, st.just(PictureBlock("a.png", "a lamp"))),
        lambda inner: st.one_of(
            st.builds(
                ListBlock, st.lists(st.builds(Item, st.tuples(PARAGRAPH, inner)), min_size=1, max_size=2).map(tuple)
            ),
            st.builds(QuotationBlock, st.tuples(inner)),
            st.builds(BoxBlock, st.just("note"), st.just(()), st.tuples(PARAGRAPH, inner)),
        ),
        max_leaves=6,
    )
)
def test_whatever_is_within_whatever_nothing_is_lost(block: Block) -> None:
    body = write([*lift_blocks([block])])

    assert find_lost_words([block], body, []) == [], body


@settings(max_examples=30)
@given(st.lists(PARAGRAPH, min_size=1, max_size=3))
@example([ParagraphBlock((TextRun("@1", link="https://lamps.example/"),))])
@example([ParagraphBlock((TextRun("no source: advice", link="https://lamps.example/"),))])
def test_every_character_of_a_paragraph_reads_back(blocks: list[ParagraphBlock]) -> None:
    article = parse_article(SourceText("draft", f"---\ntitle: A\n---\n\n{write([*blocks])}"), slug="draft")
    read = ["".join(join_text(prose.inlines).split()) for prose in walk_prose(article.body)]

    wanted = ["".join(join_runs([run for run in block.runs if isinstance(run, TextRun)]).split()) for block in blocks]
    assert [sorted(text) for text in read] == [sorted(text) for text in wanted]


@settings(max_examples=30)
@given(st.text(max_size=60), st.lists(st.integers(1, 3), min_size=1, max_size=4))
def test_marks_in_a_text_are_found_whatever_is_around_them(words: str, numbers: list[int]) -> None:
    clean = re.sub(r"[\[\]\d(){}¹²³⁰-⁹†‡^]|[A-Za-z]*\d[A-Za-z]*", "", words)
    text = " ".join(f"{clean} word [{number}]." for number in numbers)
    entries = [SourceEntry(str(number), (), "A source") for number in range(1, 4)]
    marked = resolve_marks([ParagraphBlock((TextRun(text),))], entries, Notes())

    assert sum(marked.counts.values()) == len(numbers)
