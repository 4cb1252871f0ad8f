"""Text in is ledger out: no word lost, none doubled, and every claim and citation item exactly where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st

from citewell.model.blocks import walk_prose
from citewell.model.claims import Claim
from citewell.model.inlines import join_text
from tests.source.reading import read
from tests.source.test_inlines import PIECES


class Written(NamedTuple):
    """A piece as an editor writes it, and as the ledger shows it."""

    source: str
    shown: str


WORDS = st.sampled_from(
    [
        *(
            Written(word, word)
            for word in ("pain", "is", "in", "5.5 cm", "e.g. rest", "11 (0.9%)", "“red”", "Ödem", "😀")
        ),
        *(
            Written(word, word)
            for word in ("Dr. Smith", "Fig. 2", "the U.K.", "mRNA", "a–b", "see www.nhs.uk/a.b", "…")
        ),
        Written("*most*", "most"),
        Written("**very**", "very"),
        Written("[the page](https://example.org/a.b)", "the page"),
        Written("<https://example.org/c>", "https://example.org/c"),
        Written("`5 mg. x`", "5 mg. x"),
        Written("A&amp;E", "A&E"),
        Written(r"\*", "*"),
        Written("or [@mid] not", "or not"),
    ]
)
ENDS = st.sampled_from(
    [". [@a]", " [@b, p. 3].", ".", "? [@c; see @d.e, and more]", "! [no source: advice]", "", " [@a]"]
)
LABEL_ENDS = st.sampled_from(["", "?", " [@a]"])


@st.composite
def sentences(draw: st.DrawFn, ends: st.SearchStrategy[str] = ENDS) -> Written:
    """A sentence that begins with a word of its own."""
    first = f"W{draw(st.integers(0, 999))}"
    words = [Written(first, first), *draw(st.lists(WORDS, max_size=5))]
    end = draw(ends)
    shown = re.sub(r" ?\[(?:@|no |see )[^\]]*\]", "", end)
    return Written(" ".join(word.source for word in words) + end, " ".join(word.shown for word in words) + shown)


@st.composite
def paragraphs(draw: st.DrawFn, glue: str = "") -> Written:
    """A few sentences, on one line or on several."""
    parts = draw(st.lists(sentences(), min_size=1, max_size=3))
    between = glue or draw(st.sampled_from([" ", "\n", "  "]))
    return Written(between.join(part.source for part in parts), " ".join(part.shown for part in parts))


NAMES = sentences(LABEL_ENDS)
CELLS = paragraphs(" ")
HEADS = sentences(st.just(""))


@st.composite
def lists(draw: st.DrawFn, deep: bool = True) -> list[Written]:
    """A list with an inner list below its first item, or a numbered one."""
    first, *others = draw(st.lists(paragraphs(" "), min_size=1, max_size=3))
    if draw(st.booleans()) or not deep:
        return [Written(f"- {item.source}\n", item.shown) for item in (first, *others)]
    inner = draw(paragraphs(" "))
    return [
        Written(f"1. {first.source}\n", first.shown),
        Written(f"   - {inner.source}\n", inner.shown),
        *(Written(f"2. {item.source}\n", item.shown) for item in others),
    ]


@st.composite
def tables(draw: st.DrawFn) -> list[Written]:
    """A pipe table; its caption comes first in the ledger and last in the source."""
    one, two, head = (draw(HEADS) for _ in range(3))
    cell, caption = draw(CELLS), draw(NAMES)
    rows = f"| {one.source} | {two.source} |\n|---|---|\n| {head.source} | {cell.source} |\n\nTable: {caption.source}\n"
    return [Written(rows, f"{caption.shown} {one.shown} {two.shown} {head.shown} {cell.shown}")]


@st.composite
def comparisons(draw: st.DrawFn) -> list[Written]:
    title = draw(NAMES)
    names = [draw(HEADS) for _ in range(3)]
    row = [draw(HEADS), draw(CELLS), draw(CELLS)]
    lines = [f":::{{comparison}} {title.source}\n"]
    for first, *rest in (names, row):
        lines += [f"- {first.source}\n", *(f"  - {each.source}\n" for each in rest)]
    return [Written("".join([*lines, ":::\n"]), " ".join(each.shown for each in (title, *names, *row)))]


@st.composite
def fences(draw: st.DrawFn) -> list[Written]:
    """Every other block."""
    name = draw(st.sampled_from(["takeaway", "key-takeaways", "urgent", "emergency", "do", "dont", "note", "figure"]))
    if name == "takeaway":
        inside = [draw(paragraphs())]
    elif name == "figure":
        caption = draw(paragraphs())
        return [
            Written(":::{figure}\n![The spine from the side](spine.svg)\n\n", "The spine from the side"),
            Written(f"{caption.source}\n:::\n", caption.shown),
        ]
    else:
        inside = draw(lists(deep=False))
    title = draw(NAMES) if name in ("urgent", "emergency", "note") else Written("", "")
    return [
        Written(f":::{{{name}}} {title.source}\n", title.shown),
        *inside,
        Written("\n:::\n", ""),
    ]


@st.composite
def others(draw: st.DrawFn) -> list[Written]:
    """Paragraphs, headings and quotations."""
    shape = draw(st.sampled_from(["{}", "## {}", "### {}", "> {}"]))
    text = draw(paragraphs(" ") if shape == "> {}" else paragraphs() if shape == "{}" else NAMES)
    return [Written(shape.format(text.source) + "\n", text.shown)]


DOCUMENTS = st.lists(st.one_of(others(), lists(), tables(), comparisons(), fences()), max_size=6)


def locate_body(document: list[list[Written]]) -> str:
    # A heading keeps two lists from running into one.
    return "\n## Next\n\n".join("".join(piece.source for piece in block) for block in document)


def shown_by(document: list[list[Written]]) -> str:
    return " Next ".join(" ".join(piece.shown for piece in block if piece.shown) for block in document)


@settings(max_examples=150)
@given(DOCUMENTS)
def test_ledger_is_the_text_of_the_document(document: list[list[Written]]) -> None:
    article = read(locate_body(document))
    assert " ".join(claim.text for claim in article.claims[1:]) == shown_by(document)


@settings(max_examples=150)
@given(DOCUMENTS)
def test_claims_and_items_stand_where_they_are_written(document: list[list[Written]]) -> None:
    article = read(locate_body(document))
    source = article.source.text
    for claim in article.claims[1:]:
        written = source[claim.span.start : claim.span.end]
        assert words_of(written) == words_of(claim.text)
        assert written == written.strip()
        for item in claim.citations:
            assert source[item.span.start : item.span.end] == f"@{item.key}"
            assert claim.span.start <= item.span.start < item.span.end <= claim.span.end
    keys = [item.key for claim in in_source_order(article.claims) for item in claim.citations]
    assert keys == re.findall(r"@([a-z.]*[a-z])", source)


def words_of(text: str) -> list[str]:
    """The letters of a text without marks, addresses and Markdown's signs."""
    bare = re.sub(r"\[(?:@|no source|see)[^\]]*\]|\(https?:[^)]*\)|[\\*`<>\[\]|]|&amp;|&|amp;", " ", text)
    return re.findall(r"[\w.]*\w", bare)


def in_source_order(claims: tuple[Claim, ...]) -> Iterator[Claim]:
    yield from sorted(claims, key=lambda claim: claim.span.start)


@settings(max_examples=400)
@given(st.lists(PIECES, max_size=25).map("".join))
def test_nothing_shown_is_lost_or_doubled_in_any_text(body: str) -> None:
    article = read(body)
    ledger = "".join(claim.text for claim in article.claims[1:])
    shown = "".join(join_text(run.inlines) for run in walk_prose(article.body))
    assert "".join(ledger.split()) == "".join(shown.split())


@settings(max_examples=400)
@given(st.lists(PIECES, max_size=25).map("".join))
def test_claims_of_any_text_begin_and_end_at_their_letters(body: str) -> None:
    article = read(body)
    source = article.source.text
    for run in walk_prose(article.body):
        inside = [claim for claim in article.claims[1:] if run.span.start <= claim.span.start < run.span.end]
        for one, other in pairwise(inside):
            assert one.span.start <= other.span.start
    for claim in article.claims[1:]:
        assert source[claim.span.start] in (claim.text[0], "[", "!", "\\", "&", "`")
        # A picture in the text, which is refused, ends with the bracket of its address.
        assert source[claim.span.end - 1] in (claim.text[-1], "]", ";", "`", ")")
