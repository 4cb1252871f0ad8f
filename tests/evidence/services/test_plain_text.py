"""Plain words and people's names out of what services write."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citewell.evidence.items.people import from_display, person
from citewell.evidence.services.plain_text import abstract, plain


@pytest.mark.parametrize(
    ("given_text", "words"),
    [
        ("<i>In vitro</i> CO<sub>2</sub>", "In vitro CO₂"),
        ("10<sup>−6</sup> and 1<sup>st</sup>", "10⁻⁶ and 1st"),
        ("A<br/>B", "A B"),
        ("<p>One.</p><p>Two.</p>", "One. Two."),
        ("p<0.05 &amp; q&gt;3", "p<0.05 & q>3"),
        ("if a<b and c>d", "if a<b and c>d"),
        ("Na<sup>+</sup>/K<sup>+</sup>", "Na⁺/K⁺"),
        ('<span class="x" style="y">A</span>', "A"),
        ("<jats:italic toggle='yes'>A</jats:italic>", "A"),
        ("<mml:math><mml:mi>x</mml:mi></mml:math> rays", "x rays"),
        ("<!-- hidden -->A<![CDATA[B]]>", "AB"),
        ("Caf&eacute; &amp;amp; bar", "Café & bar"),
        ("Cafe\u0301", "Café"),
        ("<unknown-thing>", "<unknown-thing>"),
        ("<script>x</script>", "<script>x</script>"),
        ("  two\n\tlines ", "two lines"),
        ("", ""),
    ],
)
def test_plain_words(given_text, words):
    assert plain(given_text) == words


@pytest.mark.parametrize(
    ("given_text", "words"),
    [
        ("<jats:p>Only this.</jats:p>", "Only this."),
        ("<jats:title>ABSTRACT</jats:title><jats:p>This.</jats:p>", "This."),
        ("Abstract: This.", "This."),
        ("<jats:title>Aims?</jats:title><jats:p>These.</jats:p>", "Aims? These."),
        ("Abstraction is hard.", "Abstraction is hard."),
    ],
)
def test_abstracts(given_text, words):
    assert abstract(given_text) == words


@given(st.text())
def test_plain_words_stand_on_one_line(text):
    words = plain(text)
    assert words == " ".join(words.split())
    assert len(words) <= 20_000


@pytest.mark.parametrize(
    ("family", "given_name", "name"),
    [
        ("Made", "Ann", {"family": "Made", "given": "Ann"}),
        ("de la Made", "A.", {"family": "Made", "given": "A.", "non-dropping-particle": "de la"}),
        ("Made", "Ludwig van", {"family": "Made", "given": "Ludwig", "dropping-particle": "van"}),
        ("van", "Ann", {"family": "van", "given": "Ann"}),
        ("d'Albert", "Ann", {"family": "d'Albert", "given": "Ann"}),
        ("Van Made", "Ann", {"family": "Van Made", "given": "Ann"}),
        ("Made", "", {"family": "Made"}),
        ("", "Ann", {"family": "Ann"}),
        ("", "", None),
    ],
)
def test_particles_stand_apart(family, given_name, name):
    assert person(family, given_name) == name


@pytest.mark.parametrize(
    ("shown", "name"),
    [
        ("Ann B. Made", {"family": "Made", "given": "Ann B."}),
        ("Ann van der Made", {"family": "Made", "given": "Ann", "non-dropping-particle": "van der"}),
        ("Made, Ann", {"family": "Made", "given": "Ann"}),
        ("Carl Upton Jr.", {"family": "Upton", "given": "Carl", "suffix": "Jr."}),
        ("Carl Upton, Jr.", {"family": "Upton", "given": "Carl", "suffix": "Jr."}),
        ("World Health Organization", {"literal": "World Health Organization"}),
        ("National Institute for Health and Care Excellence", None),
        ("Great Britain. Department of Health", None),
        ("Plato", {"literal": "Plato"}),
        ("Smith & Sons", {"literal": "Smith & Sons"}),
        ("", None),
    ],
)
def test_names_on_title_pages(shown, name):
    assert from_display(shown) == (name or ({"literal": shown} if shown else None))


@pytest.mark.parametrize("piece", ["<!--", "<![CDATA[", "<p a=b", "<sub>", "&amp;lt;", "<tex-math>", "<p a ="])
def test_no_text_takes_long(piece: str) -> None:
    start = time.process_time()
    plain(piece * (200_000 // len(piece)))
    assert time.process_time() - start < 5  # a quadratic pattern takes half a minute
