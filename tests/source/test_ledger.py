"""The ledger: what is a claim, what supports it, and what is listed as no claim."""

from __future__ import annotations

import pytest

from citewell.model.source_location import SourceText
from citewell.source.article import parse_article
from tests.source.reading import FIRST_LINE, read, rows


def told(body: str) -> list[tuple[str, str, str | None]]:
    """Each row of the body's ledger: its text, its status and its kind."""
    return [(row.text, str(row.status), row.kind) for row in rows(body)]


def test_each_sentence_is_a_claim_with_its_own_sources() -> None:
    first, second, third = rows(
        "Pain is common. [@a; @b, p. 3] It often\npasses. [no source: advice, agreed] Rest helps.\n"
    )
    assert (first.text, str(first.status), [item.key for item in first.citations]) == (
        "Pain is common.",
        "cited",
        ["a", "b"],
    )
    assert (second.text, str(second.status), second.kind) == ("It often passes.", "waived", "advice")
    assert (third.text, str(third.status), third.citations) == ("Rest helps.", "uncited", ())


def test_mark_in_or_before_the_end_belongs_to_its_sentence() -> None:
    assert told("Pain [@a] is common [@b]. Rest helps [@c].") == [
        ("Pain is common.", "cited", None),
        ("Rest helps.", "cited", None),
    ]


def test_emphasis_code_links_and_entities_are_plain_words() -> None:
    assert told("*Most* `pain` & [the page](https://e.org) &lt;5&gt; passes. [@a]") == [
        ("Most pain & the page <5> passes.", "cited", None)
    ]


def test_questions_and_headings_claim_nothing() -> None:
    assert told("## Is it cancer?\n\nDoes it hurt? Rarely. [@a]\n\nWhat is new? [@a]\n") == [
        ("Is it cancer?", "not-a-claim", "heading"),
        ("Does it hurt?", "not-a-claim", "question"),
        ("Rarely.", "cited", None),
        ("What is new?", "cited", None),
    ]


def test_statement_that_ends_in_a_question_is_a_statement() -> None:
    assert told("Ibuprofen heals (or does it?)") == [("Ibuprofen heals (or does it?)", "uncited", None)]
    assert told("(Does it hurt?)") == [("(Does it hurt?)", "not-a-claim", "question")]


@pytest.mark.parametrize("short_form", ["Hosp.", "hosp.", "hosp"])
def test_short_forms_of_the_site_count_however_they_are_written(short_form: str) -> None:
    source = SourceText("article.md", "---\ntitle: T\n---\nSeen at the Hosp. London. [@a]\n")
    claims = parse_article(source, slug="x", abbreviations=frozenset({short_form})).claims
    assert [(claim.text, claim.doubtful) for claim in claims[1:]] == [("Seen at the Hosp. London.", ())]


@pytest.mark.parametrize("before", ["> ", "- ", "> - "])
def test_table_inside_something_else_has_only_its_own_cells(before: str) -> None:
    after = before.replace("-", " ")
    body = f"{before}| A | B |\n{after}|---|---|\n{after}| c | d [@a] |\n"
    article = read(body)
    assert [article.source.text[row.span.start : row.span.end] for row in article.claims[1:]] == [
        "A",
        "B",
        "c",
        "d [@a]",
    ]


def test_claims_of_a_cell_with_escaped_pipes_have_their_own_places() -> None:
    article = read("| A | B |\n|---|---|\n| c | One \\| two. [@a] Three \\| four. [@b] |\n")
    spans = [article.source.text[row.span.start : row.span.end] for row in article.claims[-2:]]
    assert spans == ["One \\| two. [@a]", "Three \\| four. [@b]"]


def test_lead_in_is_free_when_all_below_is_supported() -> None:
    assert told("See a doctor about:\n\n- a lump [@a]\n- fever: [no source: advice]\n")[0] == (
        "See a doctor about:", "not-a-claim", "lead-in",
    )  # fmt: skip


def test_lead_in_is_a_claim_when_something_below_has_no_source() -> None:
    assert told("See a doctor about:\n\n- a lump [@a]\n- fever\n")[0] == ("See a doctor about:", "uncited", None)


def test_lead_in_needs_a_list_or_table_after_it() -> None:
    assert told("See a doctor about:\n\nA lump. [@a]\n")[0] == ("See a doctor about:", "uncited", None)


def test_nested_lead_ins_are_settled_inside_out() -> None:
    body = "It may be:\n\n- **Early.** Few signs: \n  - a lump [@a]\n  - pain [@b]\n- late [@c]\n"
    assert told(body) == [
        ("It may be:", "not-a-claim", "lead-in"),
        ("Early. Few signs:", "not-a-claim", "lead-in"),
        ("a lump", "cited", None),
        ("pain", "cited", None),
        ("late", "cited", None),
    ]
    assert told(body.replace(" [@b]", ""))[0][1] == "uncited"


def test_bold_lead_in_joins_the_sentence_after_it() -> None:
    assert told("**Early course.** Many have no signs. [@a]") == [("Early course. Many have no signs.", "cited", None)]


def test_bold_sentence_with_its_own_mark_stands_alone() -> None:
    assert told("**Early course is silent.** [@a] Many see a lump. [@b]") == [
        ("Early course is silent.", "cited", None),
        ("Many see a lump.", "cited", None),
    ]


def test_tables_have_labels_and_claims() -> None:
    rows_ = "| Onset | Slow. [@a] Steady. |\n| Pipe | a \\| b [@a] |\n"
    body = f"| Feature | Tumour |\n|---|---|\n{rows_}\nTable: How pain differs\n"
    assert told(body) == [
        ("How pain differs", "not-a-claim", "label"),
        ("Feature", "not-a-claim", "label"),
        ("Tumour", "not-a-claim", "label"),
        ("Onset", "not-a-claim", "label"),
        ("Slow.", "cited", None),
        ("Steady.", "uncited", None),
        ("Pipe", "not-a-claim", "label"),
        ("a | b", "cited", None),
    ]


def test_caption_may_follow_a_table_directly_and_have_a_source() -> None:
    assert told("| A | B |\n|---|---|\n| c | d [@a] |\nTable: Risk by age [@b]\n")[0] == ("Risk by age", "cited", None)


def test_cells_beyond_the_head_are_not_lost() -> None:
    assert ("extra", "uncited", None) in told("| A | B |\n|---|---|\n| c | d [@a] | extra |\n")


def test_comparison_and_cards() -> None:
    body = (
        ":::{comparison} Two kinds\n- Feature\n  - One\n  - Two\n- Onset\n  - slow [@a]\n  - fast [@b]\n:::\n\n"
        ":::{urgent} Ask for help if you have\n- a lump [@a]\n\nTell them. [no source: advice]\n:::\n\n"
        ":::{emergency}\n- numbness [@a]\n:::\n"
    )
    assert [(row.text, row.block, row.kind) for row in rows(body)] == [
        ("Two kinds", "comparison", "label"),
        ("Feature", "comparison", "label"),
        ("One", "comparison", "label"),
        ("Two", "comparison", "label"),
        ("Onset", "comparison", "label"),
        ("slow", "comparison", None),
        ("fast", "comparison", None),
        ("Ask for help if you have", "urgent", "label"),
        ("a lump", "urgent", None),
        ("Tell them.", "urgent", "advice"),
        ("numbness", "emergency", None),
    ]


def test_figure_lists_alternative_text_and_caption() -> None:
    body = ":::{figure}\n![A spine from the side](spine.svg)\n\nDiscs lie between the bones. [@a]\n:::\n"
    assert told(body) == [
        ("A spine from the side", "not-a-claim", "label"),
        ("Discs lie between the bones.", "cited", None),
    ]


def test_alternative_text_stands_where_its_words_stand() -> None:
    article = read(":::{figure}\n![  A spine ](spine.svg)\n:::\n")
    assert [article.source.text[row.span.start : row.span.end] for row in article.claims[1:]] == ["A spine"]


def test_ids_stay_while_words_stay_and_count_repeats() -> None:
    first, again, other = rows("Rest helps. [@a] Rest helps. Move. [@b]")
    moved = rows("New first. [@c] *Rest* helps. [@z]")[1]
    assert first.id == moved.id
    assert again.id == f"{first.id}-2"
    assert other.id != first.id
    assert first.id.startswith("x-")
    assert len(first.id) == len("x-") + 8


def test_support_says_whether_words_are_pinned() -> None:
    plain, pinned, named = rows('Rest helps. [@a] Move. [@a "keep moving"] Walk. [@a; @b, quote walking]')
    assert [str(row.support) for row in (plain, pinned, named)] == ["unchecked", "quoted", "quoted"]


def test_span_covers_the_sentence_and_its_marks() -> None:
    article = read("Rest\nhelps. [@a] Move on. [@b]\n")
    spans = [article.source.text[row.span.start : row.span.end] for row in article.claims[-2:]]
    assert spans == ["Rest\nhelps. [@a]", "Move on. [@b]"]


def test_quotation_and_numbered_list() -> None:
    assert [(row.text, row.block) for row in rows("> Rest helps. [@a]\n\n3. Move. [@b]\n")] == [
        ("Rest helps.", "quotation"),
        ("Move.", "list"),
    ]


def test_front_matter_rows_come_first() -> None:
    assert [(claim.text, claim.block, claim.kind) for claim in read("").claims] == [("T", "title", "heading")]


def test_a_bare_address_is_shown_without_its_signs() -> None:
    assert told("See <https://example.org/a?b=c> or <me@example.org>. [@a]") == [
        ("See https://example.org/a?b=c or me@example.org.", "cited", None)
    ]


def test_each_group_of_a_risk_is_a_claim_and_what_follows_from_them_is_none() -> None:
    body = (
        ":::{risk} Having a stroke\n- who: people who *walk*\n- events: 12 [@a]\n- out of: 1 000\n"
        "- period: 5 years. [@b, p. 3]\n- compared with: others\n  - events: 20\n  - out of: 1,000\n"
        "  - period: 5 years\n- relative: 40 % lower [@a]\n:::\n"
    )
    assert told(body) == [
        ("Having a stroke", "not-a-claim", "label"),
        ("12 out of 1,000 people who walk, in 5 years.", "cited", None),
        ("20 out of 1,000 others, in 5 years.", "uncited", None),
        ("For people who walk that is 8 fewer in every 1,000 than for others.", "not-a-claim", "computed"),
        ("As a relative number, that is 40 % lower.", "cited", None),
    ]
    _, first, other, *_ = rows(body)
    assert [item.key for item in first.citations] == ["a", "b"]
    article = read(body)
    assert [article.locate(row.span).line for row in (first, other)] == [FIRST_LINE + 1, FIRST_LINE + 5]
