"""Which numbers are isolated on a page written from right to left."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

import pytest
from tests.growth import assert_linear

from citewell.markup import Markup, escape_markdown
from citewell.messages import Words
from citewell.render.headings import heading
from citewell.render.number_isolation import numbers_to_isolate, with_isolating_characters, with_numbers_isolated
from citewell.render.page import Page


def isolated(text: str, language: str) -> list[str]:
    return [found[0] for found in re.finditer(numbers_to_isolate(language), text)]


@pytest.mark.parametrize("language", ["he", "ar", "fa"])
@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("התקשרו +44 20 7946 0000 בכל שעה", ["+44 20 7946 0000"]),
        ("(020) 7946-0000.", ["(020) 7946-0000"]),
        ("+44 (0)20 7946 0000", ["+44 (0)20 7946 0000"]),
        ("+442079460000", ["+442079460000"]),
        ("116 117 أو 0800 1111", ["116 117", "0800 1111"]),
        ("0800‑1111", ["0800‑1111"]),
        ("03–5551234", ["03–5551234"]),
        ("٠٢٠ ٧٩٤٦ ٠٠٠٠", ["٠٢٠ ٧٩٤٦ ٠٠٠٠"]),
        ("۰۲۱-۵۵۵-۱۲۳۴", ["۰۲۱-۵۵۵-۱۲۳۴"]),
        ("1 000 mg", ["1 000 mg"]),
        ("10 000 אנשים", ["10 000"]),
        ("10–20% נשאר", ["10–20%"]),
        ("5–10 mg/kg, 2 ml", ["5–10 mg/kg", "2 ml"]),
        ("≥5 mg או < 3 µg/l", ["≥5 mg", "< 3 µg/l"]),
        ("ב-5 mg", ["5 mg"]),
        ("-5 או +3 או −2", ["-5", "+3", "−2"]),
        ("2026-05-12", ["2026-05-12"]),
        ("120/80 mmHg", ["120/80"]),
        ("בשנת 2020. 15 אנשים, 16 (20 דקות)", []),
        ("5, 10; 3:1, 5 MRI, 5 metres, B12", []),
    ],
)
def test_numbers_that_would_change_their_order(language, text, numbers):
    assert isolated(text, language) == numbers


@pytest.mark.parametrize(("text", "hebrew"), [("10–20 יום", ["10–20"]), ("10-20", ["10-20"]), ("100-200", ["100-200"])])
def test_a_range_of_bare_numbers_runs_as_its_language_does(text, hebrew):
    assert isolated(text, "he") == isolated(text, "fa") == hebrew
    assert isolated(text, "ar") == []


def page(*blocks: str) -> Page:
    return Page(PurePosixPath("index.md"), {"title": "0800 1111"}, "\n\n".join(blocks))


def test_text_is_isolated_wherever_it_stands_and_attributes_are_not():
    number = '<bdi dir="ltr">0800 1111</bdi>'
    written = page(
        heading(2, "חייגו (0800) 1111 & 5 + 6", "call"),
        heading(2, Markup(f"<em>{escape_markdown('0800 1111')}</em>"), "0800-1111"),
        '<p>x &lt;5 mg <a href="tel:0800 1111" title="0800 1111">0800 1111</a></p>',
    )
    assert with_numbers_isolated(written, Words("he")).body.split("\n\n") == [
        f'## חייגו <bdi dir="ltr">{escape_markdown("(0800) 1111")}</bdi>{escape_markdown(" & 5 + 6")} {{#call}}',
        f"## <em>{number}</em> {{#0800-1111}}",
        f'<p>x <bdi dir="ltr">&lt;5 mg</bdi> <a href="tel:0800 1111" title="0800 1111">{number}</a></p>',
    ]


def test_on_a_page_from_left_to_right_only_words_from_the_right_turn_numbers_round():
    written = page("<p>0800 1111</p>", '<p>Call <bdi lang="he" dir="rtl">חייגו 0800 1111</bdi></p>')
    assert with_numbers_isolated(written, Words()).body.split("\n\n") == [
        "<p>0800 1111</p>",
        '<p>Call <bdi lang="he" dir="rtl">חייגו <bdi dir="ltr">0800 1111</bdi></bdi></p>',
    ]


def test_a_page_from_left_to_right_stays_as_it_is():
    written = page("<p>0800 1111</p>")
    assert with_numbers_isolated(written, Words("de")) is written
    assert with_isolating_characters("0800 1111", Words("de")) == "0800 1111"


def test_plain_text_is_isolated_by_characters():
    assert with_isolating_characters("חייגו 0800 1111!", Words("he")) == "חייגו \u20660800 1111\u2069!"


@pytest.mark.parametrize("language", ["he", "ar"])
@pytest.mark.parametrize(
    "repeated", ["1,", "1:", "1,1 ", "1,000 ", "1×", "1–", "1-", "1 ", "+1", "5 mg/kg/", "(1)", "٬١"]
)
def test_a_long_row_of_numbers_takes_time_in_proportion_to_it(language: str, repeated: str):
    numbers = re.compile(numbers_to_isolate(language))
    assert_linear(lambda size: numbers.sub("", repeated * size + "x"), 1000)
