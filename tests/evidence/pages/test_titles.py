"""A page that is the work is never called another's, and another's is never called the work."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
import yaml
from tests.growth import assert_linear

from citewell.evidence.pages.page import PageText, read_web_page
from citewell.evidence.pages.titles import OTHER, SAME, match_title, rate_likeness

PAIRS = yaml.safe_load((Path(__file__).parent / "titles.yml").read_text())


def score(pair: list[str]) -> int:
    title, *of_page = pair
    return rate_likeness(title, of_page)


@pytest.mark.parametrize("pair", PAIRS["right"], ids=" = ".join)
def test_the_work_is_never_called_another(pair):
    assert score(pair) >= OTHER


@pytest.mark.parametrize("pair", PAIRS["wrong"], ids=" ≠ ".join)
def test_another_is_never_called_the_work(pair):
    assert score(pair) < SAME


def test_most_pairs_are_decided():
    right = [score(pair) >= SAME for pair in PAIRS["right"]]
    wrong = [score(pair) < OTHER for pair in PAIRS["wrong"]]
    assert len(right) + len(wrong) >= 200
    assert sum(right) / len(right) > 0.95
    assert sum(wrong) / len(wrong) > 0.5


TEXT = "Most back pain gets better within a few weeks, and moving helps it to. " * 8
LONG_TITLE = "Guidelines for the management of soft tissue sarcomas in adults"


def page(head: str, body: str = TEXT, lang: str = "en") -> PageText:
    return read_web_page(f"<html lang={lang}><head>{head}</head><body>{body}</body></html>".encode(), "text/html", "")


@pytest.mark.parametrize(
    "shown",
    [
        page(""),
        page("<title>Loading…</title>"),
        page("<title>Untitled document</title>"),
        page("<title>Example</title><script></script>", "<div id=root></div>"),
        page("<title>Just a moment...</title>", "Enable JavaScript and cookies to continue"),
        page("<title>Rückenschmerzen</title>", lang="de"),
        page("<title>Боль в спине</title>"),
        PageText("pdf", titles=(), text="", scanned=True),
        PageText("other"),
    ],
    ids=lambda shown: f"{shown.kind} {shown.titles}",
)
def test_what_cannot_be_judged_is_not(shown):
    assert match_title("Abdominal pain", shown) is None


def test_a_page_is_judged_by_what_it_calls_itself():
    assert match_title("Back pain", page("<title>Back pain - NHS</title>")) == 100
    assert match_title("Back pain", page("<title>x</title><meta property=og:title content='Back pain'>")) == 100
    wrong = match_title("Back pain", page("<title>Heart failure - NHS</title>"))
    assert wrong is not None
    assert wrong < OTHER


def test_a_document_without_a_title_is_judged_by_its_first_words():
    right = PageText("pdf", titles=("Journal of Examples 2020",), text=f"Journal of Examples\n{LONG_TITLE}\n{TEXT}")
    cover = PageText("pdf", titles=("Journal of Examples 2020",), text=f"Adults with sarcomas of soft tissue. {TEXT}")
    wrong = PageText("pdf", titles=("Journal of Examples 2020",), text=TEXT)
    scores = [match_title(LONG_TITLE, each) or 0 for each in (right, cover, wrong)]
    assert scores[0] >= SAME > scores[1] >= OTHER > scores[2]


def test_a_page_that_only_mentions_a_title_is_not_the_work():
    mentions = page("<title>Reading list</title>", f"<p>{LONG_TITLE}</p>{TEXT}")
    assert OTHER <= (match_title(LONG_TITLE, mentions) or 0) < SAME


@pytest.mark.parametrize("title", ["", "…", "®", " "])
def test_a_reference_without_words_in_its_title_cannot_be_judged(title):
    assert match_title(title, page("<title>Back pain</title>")) is None


def test_of_a_title_without_end_only_so_much_is_compared() -> None:
    chance = random.Random(4)
    words = ["".join(chance.choices("abcdefghijklmnopqrstuvwxyz", k=2)) for _ in range(100_000)]
    title = "A made-up trial of walking and stretching in adults with made-up pain of the back and neck"

    def compare(size: int) -> None:
        parts = (f"{word} -" if number % 900 == 0 else word for number, word in enumerate(words[:size]))
        rate_likeness(title, [" ".join(parts)])

    assert_linear(compare, 2_000, largest=25_000)
