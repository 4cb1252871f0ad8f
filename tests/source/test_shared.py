"""Shared texts in an article: every place leads to the file where it is written, and nothing leaks out of one."""

from __future__ import annotations

from citewell.citations.sections import digest_section, list_sections
from citewell.messages import Words
from citewell.model.blocks import walk_prose
from citewell.model.inlines import join_text
from citewell.model.problems import ProblemKind
from citewell.model.references import Bibliography
from citewell.model.source_location import SourceText
from citewell.source.article import parse_article
from citewell.source.files import ARTICLE
from citewell.source.shared import read_shared

WRITTEN = """---
title: X
---

Before it. [@a]
:::{use} card
After it. [@b]

:::{use} card

- An item. [@c]
"""
CARD = ":::{emergency} Call now\n- Numbness. [@d]\n:::\n"


def read(article: str, **texts: str):
    shared = {
        name: read_shared(SourceText(f"content_src/shared/{name}.md", text), name, Words())
        for name, text in texts.items()
    }
    return parse_article(SourceText("content_src/articles/x/article.md", article), slug="x", shared=shared)


def rows(article) -> list[str]:
    return [f"{article.locate(claim.span)} {claim.text}" for claim in article.claims]


def test_every_sentence_leads_to_the_file_where_it_is_written():
    assert rows(read(WRITTEN, card=CARD))[1:] == [
        "content_src/articles/x/article.md:5:1 Before it.",
        "content_src/shared/card.md:1:16 Call now",
        "content_src/shared/card.md:2:3 Numbness.",
        "content_src/articles/x/article.md:7:1 After it.",
        "content_src/shared/card.md:1:16 Call now",
        "content_src/shared/card.md:2:3 Numbness.",
        "content_src/articles/x/article.md:11:3 An item.",
    ]


def test_places_are_in_reading_order_and_hold_the_words():
    article = read(WRITTEN, card=CARD)
    spans = [claim.span for claim in article.claims if claim.text != "X"]
    assert spans == sorted(spans)
    for run in walk_prose(article.body):
        assert join_text(run.inlines) in article.source.text[slice(*run.span)]


def test_a_place_leads_back_to_its_span_in_the_first_use():
    article = read(WRITTEN, card=CARD)
    for claim in article.claims[:4]:
        assert article.source.span(article.locate(claim.span)) == claim.span
    again = article.claims[6]
    assert article.source.span(article.locate(again.span)) == article.claims[3].span


def test_nothing_leaks_out_of_a_shared_text_or_into_it():
    article = read(
        "---\ntitle: X\n---\n\n- One. [@a]\n\n:::{use} open\n\n- Two. [@b]\n",
        open=":::{emergency} Call now\n- Numbness. [@d]\n\n```\nTable: not a caption",
    )
    assert [type(node).__name__ for node in article.body] == ["List", "CareCard", "List"]
    assert article.problems == ()
    assert [problem.location.line for problem in article.shared[0].shared.problems] == [1, 4]


def test_ids_are_unique_although_a_card_is_used_twice():
    article = read(WRITTEN, card=CARD)
    anchors = [node.anchor for node in article.body if hasattr(node, "anchor")]
    assert len(set(anchors)) == len(anchors) == 2
    assert len({claim.id for claim in article.claims}) == len(article.claims)


def test_an_article_never_grows_beyond_what_one_may_have():
    article = read("---\ntitle: X\n---\n\n" + ":::{use} long\n\n" * 5_000, long=f"{'It hurts. [@a] ' * 10_000}\n")
    assert len(article.source.text) <= ARTICLE.size
    [problem] = article.problems
    assert (problem.location.line, problem.kind) == (31, ProblemKind.FILE_TOO_LARGE)


def test_a_section_of_each_article_covers_what_it_uses():
    articles = [f"---\ntitle: X\n---\n\nIt is.\n\n## One\n\n{text}\n" for text in (":::{use} card", "Not here.")]
    changed = CARD.replace("Numbness", "Weakness")
    before, after = (
        [[digest_section(part, Bibliography()) for part in list_sections(read(text, card=card))] for text in articles]
        for card in (CARD, changed)
    )
    assert before[0][0] == after[0][0]
    assert before[0][1] != after[0][1]
    assert before[1] == after[1]


def test_a_byte_order_mark_or_missing_line_end_of_a_shared_text_changes_nothing():
    plain = rows(read(WRITTEN, card=CARD))
    assert rows(read(WRITTEN, card=CARD.rstrip())) == plain
