"""A pinned quote is found however it is set, and a word that differs is always seen."""

from __future__ import annotations

import io
import random
import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas
from tests.growth import assert_linear

from citewell.evidence.pages.page import read_web_page
from citewell.evidence.quotes.find_quotes import find_quote
from citewell.evidence.quotes.quote_match import find_words, make_comparable
from citewell.model.evidence import LockedQuote, LockedReference, QuoteVerdict, Verdict

TODAY = date(2026, 1, 31)
ROOT = Path(__file__).parents[3]
ARTICLES = [path.read_text() for path in sorted((ROOT / "tests/sites/back-pain/content_src/articles").rglob("*.md"))]
HANDBOOK = [path.read_text() for path in sorted((ROOT / "handbook").glob("*.md"))]

PAGE = """Back pain
Back pain is very common and normally improves within a few weeks or months.
It may take 6 weeks — or longer — to get better. Non-invasive care isn’t always enough (see 4–6 weeks below).
A patient’s ﬁrst dose is 1.5\u00a0mg, up to 14\u00a0weeks. Call “111” if you can\u00adnot pass urine.
The ef-
fect of well-
known treatments is <5% at 12 months."""


def verdict(quote: str, text: str = PAGE) -> QuoteVerdict:
    return find_quote(quote, text, TODAY).verdict


@pytest.mark.parametrize(
    "quote",
    [
        "Back pain is very common",
        "back pain is very common",
        "is very common and normally improves within a few weeks or months.",
        "very   common\nand normally improves",
        "It may take 6 weeks - or longer - to get better",
        "It may take 6 weeks – or longer – to get better",
        "It may take 6 weeks—or longer—to get better",
        "care isn't always enough",
        "see 4-6 weeks below",
        "A patient's first dose is 1.5 mg",
        'Call "111" if you cannot pass urine',
        "Call “111” if you cannot pass urine",
        "The effect of well-known treatments",
        "<5% at 12 months",
        "Back pain is very common … within a few weeks",
        "Back pain is very common [...] It may take 6 weeks",
        "Back pain is very common [… ] It may take",
        '"Back pain is very common"',
        "normally improves within a few weeks or months. It may take 6 weeks",
    ],
)
def test_typesetting_makes_no_difference(quote):
    assert verdict(quote) is QuoteVerdict.FOUND


DOSES = (
    "Take\u00a0≥\u20095\u202fmg daily. P\u2009<\u20090.05; n = 1\u2009000; 38 °C; 20 % of 120 / 80 mmHg; 2 × 10 µg; ± 3"
)


@pytest.mark.parametrize(
    "quote",
    [
        *("≥5 mg daily", "≥ 5 mg daily", "≥5mg daily", "Take ≥\u00a05mg", "Take >=5 mg", "Take >= 5 mg", "⩾5 mg"),
        *(
            "P<0.05",
            "P < 0.05",
            "P< 0.05",
            "n=1 000",
            "n = 1\u00a0000",
            "38 °C",
            "38°C",
            "38\u202f° C",
            "20% of",
            "20 % of",
        ),
        *("120/80 mmHg", "120 / 80mmHg", "2×10 μg", "2 × 10µg", "±3", "± 3", "+/- 3"),
    ],
)
def test_spaces_in_measurements_make_no_difference(quote):
    assert verdict(quote, DOSES) is QuoteVerdict.FOUND
    other = " ".join(DOSES.replace("≥\u20095\u202fmg", "≥5mg").replace("20 %", "20%").replace("°C", "° C").split())
    assert verdict(quote, other) is QuoteVerdict.FOUND


@pytest.mark.parametrize(
    ("quote", "says"),
    [
        ("≥5 mg daily", "≥\u20095\u202fmg daily"),
        ("5mg daily", "5\u202fmg daily"),
        ("2×10 µg", "2 × 10 µg"),
        ("P<0.05", "P\u2009<\u20090.05"),
    ],
)
def test_a_measurement_is_found_where_it_stands(quote, says):
    page = make_comparable(DOSES.replace("≥", "") if quote[0] == "5" else DOSES)
    assert [page.original[start:end] for start, end in find_words(quote, page)] == [says]


def test_what_is_known_of_a_quote_does_not_depend_on_spaces_in_measurements():
    pinned = LockedQuote("a dose of ≥5mg (P<0.05)", QuoteVerdict.FOUND, TODAY)
    locked = LockedReference("f", Verdict.OK, TODAY, "it opened", quotes=(pinned,))
    assert locked.quote("a dose of ≥\u20095\u00a0mg (P < 0.05)") == pinned
    assert locked.quote("a dose of ≥50 mg (P < 0.05)") is None


@pytest.mark.parametrize(
    "quote",
    [
        *("≥50 mg daily", "> 5 mg daily", "≤5 mg daily", "5 mg daily", "≥5 g daily", "≥0.5 mg", "P<0.5", "n = 10 00"),
        *("n = 1000", "20 % off", "2% of", "120/8 mmHg", "210 µg", "2 × 1 µg", "2 x 10 mg", "± 30", "0.05"),
    ],
)
def test_numbers_operators_and_units_stay_strict(quote):
    assert verdict(quote, DOSES) is not QuoteVerdict.FOUND


@pytest.mark.parametrize(
    ("quote", "says"),
    [
        ("It may take 4 weeks", "It may take 6 weeks"),
        ("It may not take 6 weeks", "It may take 6 weeks"),
        ("Back pain is not very common", "Back pain is very common"),
        ("Invasive care isn't always enough", "Non-invasive care isn’t always enough"),
        ("first dose is 15 mg", "first dose is 1.5 mg"),
        ("dose is 5 mg", "dose is 1.5 mg"),
        ("up to 4 weeks", "up to 14 weeks"),
        ("Back Pain is Very Common", "Back pain is very common"),
        ("The effect of unknown treatments", "The effect of wellknown treatments"),
        ("Back pain is very rare and normally improves", "Back pain is very common and normally improves"),
        (">5% at 12 months", "<5% at 12 months"),
    ],
)
def test_a_word_a_number_or_a_not_makes_it_changed(quote, says):
    found = find_quote(quote, PAGE, TODAY)
    assert (found.verdict, found.says) == (QuoteVerdict.CHANGED, says)


@pytest.mark.parametrize(
    ("quote", "says"),
    [
        ("5 mg a day", "a dose of 0·5 mg a day"),
        ("a dose of 5", "a dose of 5·5 mg a day"),
        ("500 people took part", "In all, 1 500 people took part"),
        ("567 people took part", "In all, 1\N{NO-BREAK SPACE}234\N{NO-BREAK SPACE}567 people took part"),
        ("In all, 1", "In all, 1 500 people took part"),
    ],
)
def test_a_part_of_a_number_is_another_number(quote, says):
    assert verdict(quote, says) is not QuoteVerdict.FOUND
    assert verdict(says, says) is QuoteVerdict.FOUND


@pytest.mark.parametrize(
    ("quote", "says"),
    [
        ("in 2019", "in 2019 100 people"),
        ("100 people", "in 2019 100 people"),
        ("500 people", "(Table 1. 500 people)"),
        ("5 mg", "take · 5 mg"),
    ],
)
def test_numbers_one_after_another_are_two(quote, says):
    assert verdict(quote, says) is QuoteVerdict.FOUND


@pytest.mark.parametrize(
    ("quote", "says"),
    [
        ("six weeks to get an appointment", "four weeks to get an appointment"),
        ("It may take four weeks to get an operation", "It may take four weeks to get an appointment"),
        ("about six weeks to get an appointment", "take four weeks to get an appointment"),
    ],
)
def test_words_exchanged_at_an_end_are_shown(quote, says):
    found = find_quote(quote, "Waiting times\nIt may take four weeks to get an appointment. Ask your doctor.", TODAY)
    assert (found.verdict, found.says) == (QuoteVerdict.CHANGED, says)


def test_the_first_or_last_word_exchanged_is_shown_as_the_page_has_it():
    """Of quotes whose other words stand in one place only."""
    chance, tried = random.Random(7), 0
    texts = [_prose(text).split() for text in ARTICLES]
    while tried < 200:
        words, length, end = chance.choice(texts), chance.randint(4, 40), chance.choice([0, -1])
        keys = [re.sub(r"\W", "", word).casefold() for word in words]
        start = chance.randrange(len(words) - length)
        quote, own = words[start : start + length], keys[start : start + length]
        kept = own[1:] if end == 0 else own[:-1]
        if not all(own) or f" {' '.join(keys)} ".count(f" {' '.join(kept)} ") > 1:
            continue
        tried += 1
        quote[end] = chance.choice(["xylophone", "77", "never-never", "zebras"])
        found = find_quote(" ".join(quote), " ".join(words), TODAY)
        assert found.verdict is QuoteVerdict.CHANGED
        shown = re.sub(r"\W", "", found.says.split()[end]).casefold()
        assert shown == own[end], (quote, found.says)


@pytest.mark.parametrize(
    "quote", ["Paracetamol harms the liver of mice", "Sarcomas are rare tumours", "…", "", "x", "''"]
)
def test_what_stands_nowhere_is_missing(quote):
    assert verdict(quote) is QuoteVerdict.MISSING


@pytest.mark.parametrize(
    "quote",
    ["gets better in weeks. Most pain stays away", "gets better in weeks", "pain stays away", "is common and mild"],
)
def test_the_numbers_of_notes_are_no_words_of_the_page(quote):
    page = read_web_page(
        b"""<p>It gets better in weeks<sup><a href="#n12">12</a></sup>. Most pain stays away.
        <a href="#n1"><sup>1-3</sup></a> It is common [12, 13] and mild [4].""",
        "text/html",
        "",
    )
    assert verdict(quote, page.text) is QuoteVerdict.FOUND
    assert find_quote(quote.replace("in weeks", "in months"), page.text, TODAY).says in {"", quote}


_RAISED = """<p>It has 10<sup>6</sup> cells and x<sup>2</sup>, CO<sub>2</sub> and
10<sup>−3</sup> mol, 10<sup>5.5</sup> CFU, 10⁷ or 10^8 units, H₂O and AUC<sub>0–24</sub>,
<math><msup><mn>10</mn><mn>9</mn></msup></math> rays,
<math><mfrac><mn>1</mn><mn>2</mn></mfrac></math> tablet, 2<sup>nd</sup> line, log<sub>10</sub>2,
<span class="katex"><span class="katex-mathml"><math><semantics><mrow><msup><mn>10</mn><mn>4</mn></msup></mrow>
<annotation>10^4</annotation></semantics></math></span><span class="katex-html">104</span></span> bacteria."""


@pytest.mark.parametrize(
    "quote",
    [
        *("10⁶ cells", "It has 10^6 cells", "x²", "CO2 and", "CO₂ and", "10⁻³ mol", "10^-3 mol", "10⁷", "10^7"),
        *("10⁸ units", "10^8 units", "H2O", "H₂O", "AUC0-24", "AUC₀₋₂₄", "10⁹ rays", "½ tablet", "2nd line"),
        *("10^5.5 CFU", "10⁴ bacteria"),
    ],
)
def test_raised_and_lowered_figures_are_found_however_they_are_written(quote):
    assert verdict(quote, read_web_page(_RAISED.encode(), "text/html", "").text) is QuoteVerdict.FOUND


@pytest.mark.parametrize(
    ("quote", "says"),
    [
        ("It has 106 cells", "It has 10⁶ cells"),
        ("It has 10 cells", "It has 10⁶ cells"),
        ("It has 10⁵ cells", "It has 10⁶ cells"),
        ("and 10-3 mol", "and 10⁻³ mol"),
        ("mol, 105.5 CFU", "mol, 10^5.5 CFU"),
        ("mol, 10⁵ CFU", "mol, 10^5.5 CFU"),
        ("109 rays", "10⁹ rays"),
        ("12 tablet", "½ tablet"),
        ("104 bacteria", "10⁴ bacteria"),
    ],
)
def test_figures_that_would_be_joined_are_other_figures(quote, says):
    found = find_quote(quote, read_web_page(_RAISED.encode(), "text/html", "").text, TODAY)
    assert found.verdict is not QuoteVerdict.FOUND
    assert found.says in {says, ""}


def test_raised_figures_are_in_the_titles_of_a_page():
    page = read_web_page(
        b"<meta name=citation_title content='10&lt;sup>6&lt;/sup>'><h1>10<sup>7</sup></h1>", "text/html", ""
    )
    assert page.titles == ("10⁶", "10⁷")


def test_exponents_of_a_pdf_are_no_part_of_the_number_before_them():
    file = io.BytesIO()
    canvas = Canvas(file)
    words = canvas.beginText(72, 700)
    pieces = [("It has 10", 0), ("6", 3), (" cells in 2019", 0), ("12", 4), (", CO", 0), ("2", -2), (" and 10", 0)]
    for text, rise in [*pieces, ("-3", 3), (" mol of 30", 0), ("0 in all", 0)]:
        words.setFont("Helvetica", 7 if rise else 10)
        words.setRise(rise)
        words.textOut(text)
    canvas.drawText(words)
    canvas.save()
    text = read_web_page(file.getvalue(), "application/pdf", "").text
    for quote in ("It has 10⁶ cells", "It has 10^6 cells", "CO2 and", "10⁻³ mol", "mol of 300 in all"):
        assert verdict(quote, text) is QuoteVerdict.FOUND, quote
    for quote in ("It has 106 cells", "cells in 201912", "10-3 mol"):
        assert verdict(quote, text) is not QuoteVerdict.FOUND, quote


def test_an_ellipsis_spans_300_characters_and_no_more():
    near, far = (
        "first words here " + "x " * 140 + "last words here",
        "first words here " + "x " * 160 + "last words here",
    )
    assert verdict("first words here … last words here", near) is QuoteVerdict.FOUND
    assert (
        find_quote("first words here … last words here", far, TODAY).says
        == "first words here [elsewhere] last words here"
    )
    assert verdict("last words here … first words here", near) is QuoteVerdict.CHANGED


@pytest.mark.parametrize(
    ("quote", "text"), [("cancer", "non-cancer pain"), ("art", "heart"), ("5", "5%"), ("4", "4.5 mg")]
)
def test_a_part_of_a_word_or_number_is_not_the_word(quote, text):
    assert verdict(quote, text) is not QuoteVerdict.FOUND


WORDS = st.sampled_from(
    """back pain may take weeks not cancer is common 4 6 12 1.5 mg, (see a doctor) the of “quoted” patient’s 4–6
    well-known
    <5% ﬁnd e.g. can\u00adnot — and - or ½ naïve""".split()
)


@settings(max_examples=200, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=60), st.data())
def test_any_words_that_stand_there_are_found(words, data):
    start = data.draw(st.integers(0, len(words) - 1))
    quote = words[start : data.draw(st.integers(start + 1, len(words)))]
    assume(any(map(str.isalnum, "".join(quote))))
    spaces = data.draw(st.lists(st.sampled_from([" ", "\n", "  ", "\u00a0"]), min_size=len(words), max_size=len(words)))
    text = "".join(f"{word}{space}" for word, space in zip(words, spaces, strict=True))
    assert verdict(" ".join(quote), text) is QuoteVerdict.FOUND


@settings(max_examples=200, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=60), st.data())
def test_no_words_are_found_with_one_exchanged(words, data):
    start = data.draw(st.integers(0, len(words) - 1))
    quote = words[start : data.draw(st.integers(start + 1, len(words)))]
    quote[data.draw(st.integers(0, len(quote) - 1))] = data.draw(st.sampled_from(["rare", "7", "never", "tumours"]))
    assert verdict(" ".join(quote), " ".join(words)) is not QuoteVerdict.FOUND


def test_one_changed_word_of_real_prose_is_shown_and_other_prose_is_not_taken_for_it():
    """What ``ALIKE`` rests on: quotes of 4 to 40 words out of our articles, looked for in the handbook (which is no
    health page: our articles repeat one another's sentences), and out of the handbook, looked for in the articles."""
    chance = random.Random(4)
    ours, strangers = ([_prose(text) for text in texts] for texts in (ARTICLES, HANDBOOK))
    changed = strange = 0
    for number in range(150):
        own, other = (chance.choice(ours), chance.choice(strangers))[:: 1 if number % 2 else -1]
        words = own.split()
        length = chance.randint(4, 40)
        start = chance.randrange(len(words) - length)
        quote = words[start : start + length]
        strange += find_quote(" ".join(quote), other, TODAY).verdict is not QuoteVerdict.MISSING
        place = chance.randrange(length)
        others = {"rarely", "17", "never", "knees", "hospital"} - {quote[place].strip(".,")}
        quote[place] = chance.choice(sorted(others))
        found = find_quote(" ".join(quote), own, TODAY)
        changed += found.verdict is QuoteVerdict.CHANGED
        assert found.verdict is not QuoteVerdict.FOUND
    assert changed >= 147
    assert strange <= 8, "the handbook quotes some of our sentences as examples"


def _prose(text: str) -> str:
    return re.sub(r"\s*\[(?:@|no source)[^\]]*\]|[*_#>`|]|:::.*", "", text)


def test_time_grows_with_the_length_of_the_text_and_not_faster():
    chance = random.Random(1)
    words = [
        chance.choice(["the", "pain", "of", "back", "may", "take", f"sign{number % 5000}"]) for number in range(210_000)
    ]
    text = " ".join(words)
    assert len(text) > 1_000_000
    quote = words[150_000:150_040]
    assert verdict(" ".join(quote), text) is QuoteVerdict.FOUND
    quote[20] = "otherwise"
    assert verdict(" ".join(quote), text) is QuoteVerdict.CHANGED
    assert verdict("the pain of the back may take " * 6, text) is not QuoteVerdict.FOUND
    assert_linear(lambda size: verdict(" ".join(quote), " ".join(words[:size])), 10_000)
