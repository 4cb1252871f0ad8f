"""Words in another language: what is read as such, where, and what is refused."""

from __future__ import annotations

import pytest

from citewell.model.inlines import Foreign, join_text, walk_leaves
from tests.render.samples import built, document, html
from tests.source.wording import detail_of


def shown(text: str) -> str:
    return built({"back-pain": text})["articles/back-pain/"].body


def signs(text: str) -> list[tuple[str, str]]:
    return [(problem.kind, detail_of(problem)) for problem in document(text).problems]


@pytest.mark.parametrize(
    ("written", "page"),
    [
        ("It is [lege artis]{lang=la}. [@a]", 'It is <span lang="la">lege artis</span>.'),
        ('It is [lege artis]{lang="la"}. [@a]', 'It is <span lang="la">lege artis</span>.'),
        ("It is [*lege* artis]{lang=la}. [@a]", 'It is <span lang="la"><em>lege</em> artis</span>.'),
        ("It is *[lege artis]{lang=la}*. [@a]", 'It is <em><span lang="la">lege artis</span></em>.'),
        ("It is [ألم]{lang=ar}. [@a]", 'It is <bdi lang="ar" dir="rtl">ألم</bdi>.'),
        ("It is [back pain]{lang=en-GB}. [@a]", "It is back pain."),
        ("- one [lege artis]{lang=la} [@a]", 'one <span lang="la">lege artis</span>'),
        ("It is [a & b <c>]{lang=la}. [@a]", '<span lang="la">a &amp; b '),
    ],
)
def test_words_say_their_language_on_the_page(written: str, page: str) -> None:
    body = shown(written)
    assert page.replace("It is ", "") in body or page in body


def test_a_heading_and_a_card_and_a_cell_may_hold_them() -> None:
    text = (
        "## On [lege artis]{lang=la}\n\nSo. [@a]\n\n:::{urgent} Call for [cito]{lang=la}\n- pain [@a]\n:::\n\n"
        "| A | [Bona]{lang=la} |\n|---|---|\n| x | [mala]{lang=la} [@a] |\n\nTable: [Tabula]{lang=la}\n"
    )
    tree = html(shown(text))
    assert {each.text() for each in tree.css("[lang=la]")} >= {"lege artis", "cito", "Bona", "mala", "Tabula"}


def test_the_ledger_shows_plain_words_and_a_mark_inside_counts() -> None:
    article = document("It is [lege artis [@a]]{lang=la} done. [@b]")
    assert article.claims[-1].text == "It is lege artis done."
    assert [item.key for item in article.claims[-1].citations] == ["a", "b"]


def test_the_place_of_the_words_is_known() -> None:
    article = document("It is [lege artis]{lang=la}. [@a]")
    (run,) = article.prose
    (foreign,) = (inline for inline in run.inlines if isinstance(inline, Foreign))
    assert article.source.text[slice(*foreign.span)] == "[lege artis]{lang=la}"
    assert join_text(tuple(walk_leaves((foreign,)))) == "lege artis"


@pytest.mark.parametrize(
    "written",
    [
        "It is [x]{lang=klingon-and-more_}. [@a]",
        "It is [x]{lang=la .odd}. [@a]",
        "It is [x]{lang=}. [@a]",
        "It is [ ]{lang=la}. [@a]",
        "It is [@a]{lang=la}.",
        "It is x{lang=la}. [@a]",
    ],
)
def test_anything_else_in_the_braces_is_refused(written: str) -> None:
    assert any(kind == "leftover-syntax" and found.startswith("{lang") for kind, found in signs(written))


def test_other_attributes_stay_refused() -> None:
    assert ("leftover-syntax", "{.c") in signs("It is [x]{.class}. [@a]")
