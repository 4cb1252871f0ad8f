"""Running text: every claim in spans of its own, however it is written, and not a letter changed by that."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser, LexborNode
from tests.render.samples import numbered

from citewell.citations.number import NumberedArticle
from citewell.messages import Words
from citewell.model.glossary import Term
from citewell.plain_words.anchors import term_anchors
from citewell.plain_words.term_uses import build_term_index
from citewell.render.annotations import overlays, support_of
from citewell.render.html import DocumentHtml

BIOPSY = Term("biopsy", "a small sample of tissue", ("biopsy", "biopsies"))
SARCOMA = Term("soft tissue sarcoma", "a rare cancer", ("soft tissue sarcoma", "STS"))
GLOSSARY = (BIOPSY, SARCOMA)

_WORDS = st.sampled_from(
    ["Rest helps", "a biopsy", "5 mg", "soft tissue sarcoma", "(see below)", "“quoted”", "a\\*b", "&amp;", "x < y"]
)
_ENDS = st.sampled_from([". ", ".\n", "! ", "? ", ".\\\n", " "])
_MARKS = st.sampled_from(["", "", "[@a]", " [@a; @b]", "[no source: advice]", " [@a] [@b]"])
_PLAIN = st.builds("".join, st.tuples(_WORDS, _MARKS, _ENDS))
_INNER = st.lists(_PLAIN, min_size=1, max_size=3).map(lambda parts: "".join(parts).strip())
_WRAPPED = st.one_of(
    _INNER.map(lambda inner: f"**{inner}** "),
    _INNER.map(lambda inner: f"*{inner}* "),
    st.lists(_WORDS, min_size=1, max_size=3).map(lambda words: f"[{'. '.join(words)}](https://health.org) "),
    st.lists(_WORDS, min_size=1, max_size=3).map(lambda words: f"[{'. '.join(words)}]{{lang=la}} "),
    st.lists(_WORDS, min_size=1, max_size=3).map(lambda words: f"`{'. '.join(words)}` "),
)
_TEXT = st.lists(st.one_of(_PLAIN, _WRAPPED), min_size=1, max_size=8).map("".join)


def written(document: NumberedArticle, *, known: bool = True) -> str:
    overlay = overlays(document.article, build_term_index(GLOSSARY), term_anchors(GLOSSARY)) if known else {}
    return "\n".join(DocumentHtml(document, Words(), overlay).top(document.article.body))


def body(html: str) -> LexborNode:
    found = LexborHTMLParser(html).body
    assert found is not None
    for heard in found.css(".cites, .meaning"):
        heard.decompose()
    return found


def letters(text: str) -> str:
    return "".join(text.replace("\u2060", "").split())


def claims_shown(html: str) -> list[tuple[str, str]]:
    """The support and the letters of each claim on the page, its parts put together."""
    found: list[tuple[str, str]] = []
    goes_on = False
    for span in body(html).css(".claim"):
        _, support, *part = (span.attributes["class"] or "").split()
        said = letters(span.text())
        if goes_on:
            assert found[-1][0] == support
            found[-1] = (support, found[-1][1] + said)
        else:
            found.append((support, said))
        goes_on = bool(part)
    assert not goes_on
    return found


def claims_of_ledger(document: NumberedArticle) -> list[tuple[str, str]]:
    rows = ((support_of(claim), letters(claim.text)) for claim in document.article.claims)
    return [(support, said) for support, said in rows if support]


@given(_TEXT)
@settings(max_examples=300, deadline=None)
def test_each_claim_has_the_words_of_the_ledger_and_nothing_else_changes(text: str):
    document = numbered(text)
    html, without = written(document), written(document, known=False)
    assert claims_shown(html) == claims_of_ledger(document)
    assert body(html).text() == body(without).text()
    bare = re.sub(r'<span class="meaning">[^<]*</span>|<a class="term"[^>]*>([^<]*)</a>', r"\1", html)
    assert re.sub(r'<span class="claim[^>]*>|</span>', "", bare) == re.sub("</span>", "", without)


@given(_TEXT)
@settings(max_examples=100, deadline=None)
def test_tags_nest_and_no_claim_stands_in_a_claim_or_around_a_mark(text: str):
    html = written(numbered(text))
    open_tags: list[str] = []
    for closing, tag in re.findall(r"<(/?)(\w+)", html):
        if not closing and tag != "br":
            open_tags.append(tag)
        elif closing:
            assert open_tags.pop() == tag
    assert not open_tags
    tree = LexborHTMLParser(html)
    assert not tree.css(".claim .claim, .claim .cites, a a, code a, a .claim .term")


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Rest helps. [@a] So it is. [no source: advice]", "{sourced:Rest helps.}@ {waived:So it is.}"),
        ("Rest **really** helps. [@a]", "{sourced:Rest <strong>really</strong> helps.}@"),
        ("**Rest. [@a] It** helps. [@a]", "<strong>{sourced:Rest.}@ {sourced part:It}</strong> {sourced:helps.}@"),
        ("Rest [@a] and sleep [@a].", "{sourced part:Rest}@ {sourced part:and sleep}@{sourced:.}"),
        ('Rest helps. [@a "rest helps"]', "{quoted:Rest helps.}@"),
        ("Does it? Rest helps. [@a]", "Does it? {sourced:Rest helps.}@"),
    ],
)
def test_a_claim_begins_and_ends_with_its_words(text: str, html: str):
    shown = re.sub(r'\u2060<span class="cites">.*?</a></span>', "@", written(numbered(text)))
    shown = re.sub(r'<span class="claim ([^"]*)">(.*?)</span>', r"{\1:\2}", shown)
    assert shown == f"<p>{html}</p>"


def test_headings_and_labels_are_no_claims():
    html = written(numbered("## Rest helps\n\n:::{urgent} Call 111 if you have\n- a fever [@a]\n:::\n"))
    assert claims_shown(html) == [("sourced", "afever")]


def test_a_term_is_explained_where_readers_first_meet_it():
    html = written(numbered("A biopsy is done. [@a] The biopsy may hurt. [@a]"))
    link = body(html).css_first("a.term")
    assert link is not None
    assert link.attributes["href"] == "../../glossary/#term-biopsy"
    assert link.attributes["data-plain"] == "a small sample of tissue"
    assert 'biopsy</a><span class="meaning"> (a small sample of tissue)</span> is done.' in html
    assert html.count("term-biopsy") == 1


def test_what_the_editor_explains_is_not_explained_again():
    html = written(numbered("A biopsy (a small sample of tissue) is done. [@a]"))
    assert 'class="term"' in html
    assert 'class="meaning"' not in html


@pytest.mark.parametrize(
    "text",
    [
        "## A biopsy",
        "See [a biopsy](https://health.org). [@a]",
        "Write `biopsy` down. [@a]",
        ":::{urgent} Have a biopsy if you have\n- a fever [@a]\n:::",
        ":::{note} A biopsy\nRest helps. [@a]\n:::",
        "It is a bi**opsy**. [@a]",
        "Rest helps. [see a biopsy @a]",
    ],
)
def test_where_no_link_may_stand_the_next_use_has_it(text: str):
    document = numbered(f"{text}\n\nThen a biopsy is done. [@a]")
    html = written(document)
    assert html.count('class="term"') == 1
    assert 'Then a <a class="term"' in html


def test_nothing_is_added_to_the_words_of_others():
    html = written(numbered("> - A biopsy is done. [@a]\n\nThen a biopsy is done. [@a]"))
    assert html.count('class="term"') == 1
    assert 'Then a <a class="term"' in html


def test_the_longest_term_is_taken_over_a_line_end_too():
    html = written(numbered("It is a soft\ntissue sarcoma. [@a]"))
    assert ">soft tissue sarcoma</a>" in html


def test_of_two_that_begin_alike_the_longer_is_taken():
    glossary = tuple(Term(name, "plain words", (name,)) for name in ("cauda equina", "cauda equina syndrome"))
    document = numbered("It is cauda equina syndrome. [@a]")
    overlay = overlays(document.article, build_term_index(glossary), term_anchors(glossary))
    html = "".join(DocumentHtml(document, Words(), overlay).top(document.article.body))
    assert ">cauda equina syndrome</a>" in html


def test_a_term_in_capitals_is_no_other_word():
    assert 'class="term"' not in written(numbered("The sts helps. [@a]"))
    assert ">STS</a>" in written(numbered("The STS helps. [@a]"))


def test_no_glossary_no_links():
    document = numbered("A biopsy is done. [@a]")
    html = "".join(DocumentHtml(document, Words(), overlays(document.article, {}, {})).top(document.article.body))
    assert "term" not in html
