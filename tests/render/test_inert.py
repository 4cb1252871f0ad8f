"""Whatever an editor writes is shown as it is: neither Markdown nor HTML nor YAML reads anything into it."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from mkdocs.utils.meta import get_data
from tests.content import Results
from tests.render.samples import PICTURES, SETTINGS, html, words

from citewell.blocks.heading import Heading
from citewell.blocks.paragraph import Paragraph
from citewell.model.article import Article, ArticleKind, FrontMatter, Illustration
from citewell.model.blocks import Prose, Role
from citewell.model.inlines import Code, Emphasis, Inline, Strong, Text
from citewell.model.site import Site
from citewell.model.source_location import Placed, SourceText, Span
from citewell.render import Page
from citewell.source.anchors import Anchors
from citewell.source.load import Content

HERE = Span(0, 0)
HOSTILE = [
    "<script>alert(1)</script>",
    "{{ 7*7 }} {% raw %}",
    "`code` and ``` fences ~~~",
    "*a* **b** _c_ __d__ ~e~",
    "[x](y) ![z](q) [a]: b [TOC]",
    "&amp; &lt; &#60; & &copy",
    "trailing {#x} {.y}",
    "# hash #",
    "1. one - two + three > four | five",
    "\\ back \\* slash \\",
    "<!-- comment --> <?php ?> <![CDATA[x]]> &nbsp;",
    "\"double\" 'single' « » “ ”",
    "😀 \u202eשלום\u202c مرحبا 漢字 é e\u0301",
    "*[abbr]: long  [^1]: note  !!! note",
    "http://x.org/a_b_c <me@x.org> a\u00a0b\u2028c",
    "yaml: - ? % @ ` ! & * | > #",
    "wzxhzdk:0 klzzwxh:0001",
    "--- ... === <div markdown=1>",
]
# Everything but surrogates and control characters, which are refused before anything is shown.
TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=60).filter(str.strip)
HARD = st.one_of(
    TEXT,
    st.lists(st.sampled_from([*HOSTILE, *"<>&\"'`*_[](){}#\\|~-=!:;/@%^ ab1"]), min_size=1, max_size=12)
    .map("".join)
    .filter(str.strip),
)


def prose(*inlines: Inline, role: Role = Role.PROSE) -> Prose:
    return Prose(HERE, role, "x", inlines)


def page_of(title: str, heading: str, paragraph: str) -> Page:
    """A page whose title, description, picture, headings and text hold these words."""
    anchors = Anchors()
    front = FrontMatter(
        title=Placed(" ".join(title.split()), HERE),
        description=Placed(" ".join(paragraph.split()), HERE),
        illustration=Illustration(Placed("scan.svg", HERE), Placed(paragraph, HERE)),
        topics=(Placed(heading, HERE),),
    )
    body = (
        Heading(HERE, 2, anchors.make(heading), prose(Text(HERE, heading), role=Role.HEADING)),
        Paragraph(HERE, prose(Text(HERE, paragraph))),
        Heading(
            HERE,
            3,
            anchors.make(paragraph),
            prose(
                Text(HERE, "a "),
                Emphasis(HERE, (Text(HERE, heading),)),
                Code(HERE, paragraph),
                Strong(HERE, (Text(HERE, title),)),
                role=Role.HEADING,
            ),
        ),
    )
    source = SourceText("content_src/articles/x/article.md", "")
    article = Article("x", ArticleKind.ARTICLE, source, front, body, pictures=PICTURES)
    made = Results(Content(Site(SETTINGS), (article,), ())).pages
    return next(page for page in made if str(page.path) == "articles/x/index.md")


def one_line(text: str) -> str:
    return " ".join(text.replace("\u2060", "").split())


def check(title: str, heading: str, paragraph: str) -> None:
    page = page_of(title, heading, paragraph)
    tree = html(page)
    assert words(tree, "h1") == [one_line(title)]
    assert words(tree, "article > h2") == [one_line(heading)]
    assert [node.attributes["id"] for node in tree.css("article > h2, h3")] == [
        node.anchor for node in _headings(heading, paragraph)
    ]
    assert words(tree, "h3") == [one_line(f"a {heading}{paragraph}{title}")]
    assert words(tree, "article > p")[0] == one_line(paragraph)
    image = tree.css_first("img")
    assert image is not None
    assert one_line(image.attributes["alt"] or "") == one_line(paragraph)
    # The page itself isolates a number between letters that run the other way.
    assert not tree.css("script:not([type]), article > pre, h1 > :not(bdi), h2 > :not(bdi)")


def _headings(heading: str, paragraph: str) -> list[Heading]:
    anchors = Anchors()
    return [Heading(HERE, level, anchors.make(text), prose()) for level, text in ((2, heading), (3, paragraph))]


@pytest.mark.parametrize("text", [*HOSTILE, "0J\u0590"])
def test_hostile_words_are_shown_as_they_are(text: str):
    check(text, text, text)


@given(title=HARD, heading=HARD, paragraph=HARD)
def test_any_words_are_shown_as_they_are(title: str, heading: str, paragraph: str):
    check(title, heading, paragraph)


@given(title=HARD, paragraph=HARD)
def test_front_matter_is_escaped_yaml_in_one_line_each(title: str, paragraph: str):
    page = page_of(title, "Signs", paragraph)
    body, meta = get_data(page.data().decode())
    assert body.startswith("# ")
    assert meta == page.front_matter
    assert not {"<", '"', ">"} & set(meta["title"] + meta["description"])
    shown = html(f'<p title="{meta["title"]}">{meta["description"]}</p>').css_first("p")
    assert shown is not None
    assert one_line(shown.attributes["title"] or "") == one_line(title)
    assert one_line(shown.text()) == one_line(paragraph)


def test_front_matter_is_plain_data():
    page = page_of("no", "Signs", "0123")
    front = yaml.safe_load(page.data().decode().split("---")[1])
    assert front["title"] == "no"
    assert front["description"] == "0123"
    assert front["citewell"]["demonstration"] is True
