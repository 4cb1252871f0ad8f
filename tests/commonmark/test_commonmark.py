"""The rest of Markdown is as everywhere: on CommonMark's examples, and where it is not, the handbook says so."""

from __future__ import annotations

from pathlib import Path
from typing import Final, NamedTuple

import pytest
from markdown_it import MarkdownIt

from citewell.source.markdown import markdown
from tests.commonmark.examples import EXAMPLES, our_html, plain_markdown, without_citations
from tests.source.reading import problems

REFUSED: Final = (
    (Path(__file__).parents[2] / "handbook" / "write.md")
    .read_text(encoding="utf-8")
    .split("\n## What is refused, and why\n")[1]
    .split("\n## ")[0]
)


class Construct(NamedTuple):
    """A construct of CommonMark as somebody would write it, and the words of the handbook if it is refused."""

    text: str
    refused: str = ""


# By the names of the library's rules.
CONSTRUCTS: Final = {
    "autolink": Construct("See <https://example.org>."),
    "backticks": Construct("Type `citewell check`."),
    "blockquote": Construct("> Said by a patient."),
    "code": Construct("Text.\n\n    Call 999", "Lines indented by four spaces"),
    "emphasis": Construct("*One* and **two**."),
    "entity": Construct("5 &lt; 6"),
    "escape": Construct(r"5 \* 6"),
    "fence": Construct("```\nCall 999\n```", "Lines between three backticks"),
    "heading": Construct("## A heading"),
    "hr": Construct("One.\n\n---\n\nTwo.", "A line of `---` or `***` between two parts"),
    "html_block": Construct("<div>\nCall 999\n</div>", "HTML"),
    "html_inline": Construct("Call <b>999</b>", "HTML"),
    "image": Construct("A disc ![disc](disc.svg) in a sentence", "A picture in the middle of a text"),
    "lheading": Construct("Call 999\n---\n", "A line of `---` or `===` under text"),
    "link": Construct("[A page](https://example.org)."),
    "list": Construct("- one\n- two"),
    "newline": Construct("One  \ntwo"),
    "paragraph": Construct("Words."),
    "reference": Construct("[Note]: https://example.org", "`[Note]: text`"),
    "text": Construct("Words."),
}
# Steps of the library's own that no editor writes.
STEPS: Final = {"normalize", "block", "inline", "text_join", "balance_pairs", "fragments_join"}


def test_there_are_all_examples() -> None:
    assert list(EXAMPLES) == list(range(1, 653))


def test_citations_change_nothing_else() -> None:
    without = without_citations()
    different = []
    for number, text in EXAMPLES.items():
        html, noted = our_html(text, markdown())
        if noted or html != our_html(text, without)[0]:
            different.append(number)
    assert different == []


def test_only_references_are_missing() -> None:
    plain = plain_markdown()
    assert [number for number, text in EXAMPLES.items() if our_html(text, markdown())[0] != plain.render(text)] == []


def test_every_construct_is_known() -> None:
    rules = MarkdownIt("commonmark").get_active_rules()
    assert {name for names in rules.values() for name in names} - STEPS == set(CONSTRUCTS)


@pytest.mark.parametrize("rule", CONSTRUCTS)
def test_what_is_refused_is_in_the_handbook(rule: str) -> None:
    text, refused = CONSTRUCTS[rule]
    assert bool(problems(text)) == bool(refused)
    assert refused in REFUSED
