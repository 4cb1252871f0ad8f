"""Every piece of running text stands in the source where the reader says it does."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from selectolax.lexbor import LexborHTMLParser

from citewell.model.blocks import RawInline, walk_prose
from citewell.model.inlines import Citation, Code, Text, Waiver, join_text, walk_leaves
from citewell.model.source_location import Span
from citewell.source.brackets import match_brackets
from citewell.source.inlines import _Reader
from tests.source.reading import problems, read

# Words and signs of the language, thrown together as nobody would write them.
PIECES = st.sampled_from(
    [
        *("word", " ", "5 cm.", "0", "é", "😀", "مرحبا", "@name", "a@b.org", "\n", "\n\n", "  \n", "\t"),
        *("*", "**", "_", "`", "``", "[", "]", "(", ")", "[[", "]]", "](", "![", "\\", "<", ">", "|", ":::", "{.x}"),
        *("[@key]", "[@a; @b, p. 3]", "[@a", "[no source: advice]", "[@a][@b]", "[^1]"),
        *("\\[", "\\*", "&amp;", "&#91;", "<b>", "[text](https://example.org)", "<https://example.org>"),
        *("> ", "- ", "1. ", "#", "---", "=", "~~~"),
    ]
)

# Those of them that need no Markdown, mostly.
PLAIN_PIECES = st.sampled_from(
    [
        *("word", " ", "5 cm.", "é", "@name", "a@b.org", "\n", "(", ")", "]", "|", ":::", ".12", "~~x", "^1^", "{.x}"),
        *(
            "[@key]",
            "[@a; @b, p. 3]",
            "[see @a]",
            "[no source: advice]",
            "[@a",
            "[1]",
            "[@a+b]",
            "[@{a;b}]",
            '[@a "b"]',
        ),
    ]
)


@settings(max_examples=400)
@given(st.lists(PIECES, max_size=25).map("".join))
def test_text_stands_where_it_says(body: str) -> None:
    article = read(body)
    source = article.source.text
    for run in walk_prose(article.body):
        for leaf in walk_leaves(run.inlines):
            written = source[leaf.span.start : leaf.span.end]
            if isinstance(leaf, Text) and len(written) == len(leaf.text):
                assert written == leaf.text or written.isspace()
            if isinstance(leaf, Code):
                assert written.startswith("`")
                assert written.endswith("`")
            if isinstance(leaf, Citation | Waiver):
                assert written[0] == "["
                assert written[-1] == "]"
            if isinstance(leaf, Citation):
                assert all(item.key in source[item.span.start : item.span.end] for item in leaf.items)


@settings(max_examples=400)
@given(st.lists(PLAIN_PIECES, max_size=25).map("".join))
def test_the_short_way_reads_what_the_long_way_reads(text: str) -> None:
    raw = RawInline(text, range(len(text) + 1))
    noted: list[list[tuple[str, Span]]] = [[], []]
    short, long = (
        _Reader(raw, match_brackets(text), lambda kind, span, *_, into=into: into.append((kind, span)))
        for into in noted
    )
    simple = short.read_simple()
    if simple is not None:
        assert simple == long.read_markdown()
        assert noted[0] == noted[1]


@settings(max_examples=200)
@given(st.lists(PIECES, max_size=25).map("".join))
def test_ledger_spans_stand_in_the_source(body: str) -> None:
    article = read(body)
    for claim in article.claims:
        assert 0 <= claim.span.start <= claim.span.end <= len(article.source.text)
        for item in claim.citations:
            assert claim.span.start <= item.span.start
            assert item.span.end <= claim.span.end


WORDS = st.text(st.characters(categories=["L", "N"], exclude_characters="ªº"), min_size=1, max_size=8)


@settings(max_examples=200)
@given(st.lists(st.tuples(WORDS, st.sampled_from(["para", "item", "quote", "cell", "card", "heading"])), min_size=1))
def test_every_word_is_in_the_ledger_once(parts: list[tuple[str, str]]) -> None:
    shapes = {
        "para": "{}\n\n",
        "item": "- {}\n\n<!-- -->\n\n",
        "quote": "> {}\n\n",
        "cell": "| {} | b |\n|---|---|\n| c | d |\n\n",
        "card": ":::{{urgent}}\n- {}\n:::\n\n",
        "heading": "## {}\n\n",
    }
    words = [f"{word}{number}x" for number, (word, _) in enumerate(parts)]
    body = "".join(shapes[shape].format(word) for word, (_, shape) in zip(words, parts, strict=True))
    listed = " ".join(claim.text for claim in read(body).claims).split()
    assert [word for word in listed if word in words] == words


ORDINARY = st.sampled_from(
    [
        *(
            "word",
            " ",
            "5 cm.",
            "é",
            "😀",
            "@name",
            "a@b.org",
            "*",
            "**",
            "_",
            "`",
            "``",
            "(",
            ")",
            "\\",
            "<",
            ">",
            "|",
        ),
        *("\\[", "\\*", "&amp;", "&#91;", "&nosuch;", "[text](https://example.org)", "<https://example.org/%20?a=b>"),
        *("[*text*](<a b>)", '[t](/u "title")', "<me@example.org>", "~~", "^", "#", "=", "95% CI [1.2, 3]"),
    ]
)


@settings(max_examples=300)
@given(st.lists(ORDINARY, max_size=20).map("".join))
def test_words_are_those_of_plain_markdown(words: str) -> None:
    text = f"x{words}x"
    shown = LexborHTMLParser(f"<p>{MarkdownIt('commonmark').renderInline(text)}</p>").text()
    runs = [run for run in walk_prose(read(text).body) if run.inlines]
    assert [join_text(run.inlines) for run in runs] == [" ".join(shown.split())]


@pytest.mark.parametrize(
    ("body", "kind", "line", "column"),
    [
        ("One. <b>two</b> [@a]", "raw-html", 1, 6),
        ("Text.\n\n<div>\n</div>\n", "raw-html", 3, 1),
        ("Text. <!-- hidden --> [@a]", "raw-html", 1, 7),
        ("Text.\n\n    Call 999", "indented-code", 3, 5),
        ("```\nCall 999\n```", "fenced-code", 1, 1),
        ("Call 999 at once.\n---\n", "underlined-heading", 1, 1),
        ("One.\n\n---\n", "rule-line", 3, 1),
        ("[Note]: https://example.org", "reference-definition", 1, 1),
        ("Take 5*10 and 6*2 tablets.", "digits-joined", 1, 7),
        ("See [text][ref].", "leftover-syntax", 1, 10),
        ("Pain{.red} here.", "leftover-syntax", 1, 5),
        ("Pain [@a is common.", "leftover-syntax", 1, 6),
        ("Pain.[^1]", "leftover-syntax", 1, 6),
        ("Pain &#x202e;helps. [@a]", "bidirectional-character", 1, 6),
        ("Pain&shy;ful. [@a]", "invisible-character", 1, 5),
        ("5&#7;mg. [@a]", "control-character", 1, 2),
        ("Pain. [@a][@b]", "citation-adjacent", 1, 7),
        ("Pain. [@a](https://example.org)", "citation-adjacent", 1, 7),
        ("Pain. [no source: advice](https://example.org)", "citation-adjacent", 1, 7),
        ("Pain. [@Müller]", "citation-malformed", 1, 8),
        ("- One [no sources]", "citation-malformed", 1, 7),
        ("![alt](x.svg) in text", "picture-in-text", 1, 1),
        ("See [the page [@a] here](https://example.org).", "citation-in-link", 1, 24),
    ],
)
def test_refuses_what_would_change_or_hide_text(body: str, kind: str, line: int, column: int) -> None:
    assert (kind, line, column) in problems(body)


@pytest.mark.parametrize(
    "body",
    [
        r"An escaped \[@a] is text. [@b]",
        "Code `[@a]` is text. [@b]",
        "Mail a@b.org or @name. [@b]",
        "[Write to a@b.org](mailto:a@b.org) today. [@b]",
        "See the page on [no smoking](https://example.org). [@b]",
        "<https://example.org> is an address. [@b]",
        "An amount of 5 * 10 mg or 5 × 10 mg. [@b]",
        "A 95% CI [1.2 to 3.4] was given. [@b]",
        "snake_case_words and 2_x are left. [@b]",
    ],
)
def test_leaves_ordinary_text_alone(body: str) -> None:
    assert problems(body) == []


@pytest.mark.parametrize(
    "body",
    [
        "[" * 20_000,
        "]" * 20_000,
        "[" * 20_000 + "]" * 20_000,
        "[a](" * 5_000,
        "![" * 10_000,
        "[@a" * 5_000,
        "*" * 20_000,
        "*a **b " * 5_000,
        "`" * 20_000,
        "<" * 20_000,
        "&" * 20_000,
        "\\" * 20_000,
        ":::{note}\n" * 5_000,
        ":::\n" * 10_000,
        "> " * 300 + "deep",
        "".join("  " * depth + "- x\n" for depth in range(300)),
        "| a " * 5_000 + "\n" + "|---" * 5_000,
        "[@a] " * 5_000,
        "Pain hurts. [@a] " * 20_000,
        "`a` 5*5 " * 10_000,
        '[@a "' * 5_000,
        "[@a *b*] " * 5_000,
        "[" * 49 + "@a *b* " * 5_000 + "]" * 49,
        "[" * 49 + "@a *b* " * 280 + "]" * 49,
        "[@a “" + "“" * 20_000 + "]",
        "[" + "@ " * 20_000 + "]",
        "[@a; " * 5_000 + "]" * 5_000,
        "`[" * 10_000,
        "[x @a " * 10_000,
        "[@" + "a.b/" * 10_000 + "]",
        "".join("`" * length + " " for length in range(200)) * 2,
        "a. " * 20_000,
    ],
)
def test_hostile_text_ends(body: str) -> None:
    article = read(body)
    assert len({problem.location for problem in article.problems}) <= 10_001


@pytest.mark.parametrize(
    "written", ["*Most*", "**Most**", "__Most__", "***Most***", "**`Most`**", "[Most](https://a.org)"]
)
def test_stressed_words_stand_where_their_signs_stand(written: str) -> None:
    article = read(f"Here {written} are.")
    (run,) = walk_prose(article.body)
    span = run.inlines[1].span
    assert article.source.text[span.start : span.end] == written


def test_deep_nesting_is_one_problem() -> None:
    assert [kind for kind, _, _ in problems("[" * 20_000)] == ["too-deep"]
    deep = "".join("  " * depth + "- x\n" for depth in range(300))
    assert [kind for kind, _, _ in problems(deep)].count("too-deep") == 1
