"""Plain words and people's names out of what services write."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.steps import steps

from citewell.evidence.items.people import make_person, parse_display_name
from citewell.evidence.rich_text.tags import abstract_to_text, markup_to_text


@pytest.mark.parametrize(
    ("given_text", "words"),
    [
        ("<i>In vitro</i> CO<sub>2</sub>", "In vitro CO₂"),
        ("10<sup>−6</sup> and 1<sup>st</sup>", "10⁻⁶ and 1st"),
        ("A<br/>B", "A B"),
        ("<p>One.</p><p>Two.</p>", "One. Two."),
        ("p<0.05 &amp; q&gt;3", "p<0.05 & q>3"),
        ("if a<b and c>d", "if a<b and c>d"),
        ("Na<sup>+</sup>/K<sup>+</sup>, Il10<sup>-/-</sup>", "Na⁺/K⁺, Il10⁻/⁻"),
        ("10<sup>5.5</sup>, 10<sup><i>9</i></sup>, 10<sup>n</sup>, e<sup>α x</sup>", "10^5.5, 10⁹, 10ⁿ, e^(α x)"),
        (
            "<sup>99m</sup>Tc, <sup>18</sup>F, PM<sub>2.5</sub>, C<sub>max</sub>, A<sup>TM</sup>",
            "⁹⁹ᵐTc, ¹⁸F, PM₂.₅, Cmax, A™",
        ),
        ("10<sup>&minus;6</sup>, 10<sup>&#8722;6</sup>", "10⁻⁶, 10⁻⁶"),
        ("10<sup>6 and no end", "10^6 and no end"),
        ("10&lt;sup&gt;6&lt;/sup&gt; &amp;amp; more", "10⁶ & more"),
        (
            '10<span class="sup">6</span>, 10<span style="vertical-align: super">6</span>, CO<inf>2</inf>',
            "10⁶, 10⁶, CO₂",
        ),
        ("10<inline-graphic href='times.gif'/>5, 12<xref>3</xref>, 12<sup></sup>3", "10 5, 12 3, 12 3"),
        ("<math><mn>5</mn></math>5, <msup><mn>10</mn><mn>6", "5 5, ^10 6"),
        ("1<i>0</i> and <b>1</b>0", "10 and 10"),
        ("?a=1&copy=2 AT&T", "?a=1&copy=2 AT&T"),
        (r"$$10^6$$ cells, $\beta$-blocker, \(x^2\), $10^{-3}$", "10⁶ cells, β-blocker, x², 10⁻³"),
        (r"from $5 to $6, $\odd{6}$, $n$", r"from $5 to $6, $\odd{6}$, $n$"),
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
    assert markup_to_text(given_text) == words


@pytest.mark.parametrize(
    ("mathml", "words"),
    [
        ("<msup><mn>10</mn><mn>6</mn></msup>", "10⁶"),
        ("<msup><mn>10</mn><mrow><mo>−</mo><mn>6</mn></mrow></msup>", "10⁻⁶"),
        ("<msup><mn>10</mn><mn>5.5</mn></msup>", "10^5.5"),
        ("<msup><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mn>2</mn></msup>", "(a+b)²"),
        ("<msup><msup><mn>10</mn><mn>6</mn></msup><mn>2</mn></msup>", "(10⁶)²"),
        ("<msub><mi>CO</mi><mn>2</mn></msub>", "CO₂"),
        ("<msubsup><mi>SO</mi><mn>4</mn><mrow><mn>2</mn><mo>−</mo></mrow></msubsup>", "SO₄²⁻"),
        ("<mfrac><mn>1</mn><mn>2</mn></mfrac>", "½"),
        ("<mn>1</mn><mfrac><mn>3</mn><mn>16</mn></mfrac>", "1 3/16"),
        ("<mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mn>2</mn></mfrac>", "(a+b)/2"),
        ("<mfrac linethickness='0'><mi>n</mi><mi>k</mi></mfrac>", "(n choose k)"),
        ("<msqrt><mn>2</mn></msqrt><mroot><mi>x</mi><mn>3</mn></mroot>", "√2∛x"),
        ("<mover accent='true'><mi>x</mi><mo>¯</mo></mover>", "x̄"),
        ("<mover><mi>β</mi><mo>^</mo></mover>", "β̂"),
        ("<munderover><mo>∑</mo><mi>i</mi><mi>n</mi></munderover><mi>x</mi>", "∑_(i)^(n) x"),
        ("<mmultiscripts><mi>C</mi><mprescripts/><none/><mn>14</mn></mmultiscripts>", "¹⁴C"),
        ("<mfenced open='[' close=']'><mn>1</mn><mn>2</mn></mfenced>", "[1, 2]"),
        ("<mn>2</mn><mo>&#x2062;</mo><mn>3</mn>", "2·3"),
        ("<mn>2</mn><mn>3</mn>", "2 3"),
        ("<semantics><mrow><mi>p</mi><mo>&lt;</mo><mn>5</mn></mrow><annotation>p&lt;5</annotation></semantics>", "p<5"),
        ("<mtable><mtr><mtd><mn>1</mn></mtd><mtd><mn>2</mn></mtd></mtr></mtable>", "1, 2"),
        ("\n <mrow>\n  <mi>x</mi>\n  <mo>=</mo> <mtext> two words </mtext></mrow>", "x=two words"),
    ],
)
def test_formulas(mathml, words):
    prefixed = re.sub(r"<(/?)(?=[a-z])", r"<\1mml:", mathml)
    assert markup_to_text(f"<math>{mathml}</math>") == words
    assert markup_to_text(f'<mml:math xmlns:mml="http://www.w3.org/1998/Math/MathML">{prefixed}</mml:math>') == words


@pytest.mark.parametrize(
    ("given_text", "words"),
    [
        ("12<math><mn>5</mn></math>", "12 5"),
        ("1<math><mfrac><mn>1</mn><mn>2</mn></mfrac></math> tablet", "1½ tablet"),
        ("<jats:alternatives><jats:tex-math>$$10^6$$</jats:tex-math><math><mn>7</mn></math></jats:alternatives>", "7"),
        (
            r"<tex-math>\documentclass{minimal}\begin{document}$$10^{-3}$$\end{document}</tex-math> mol",
            "10⁻³ mol",
        ),
        (r"<tex-math>10^\odd{6}</tex-math>", r"10^\odd{6}"),
    ],
)
def test_formulas_among_words(given_text, words):
    assert markup_to_text(given_text) == words


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
    assert abstract_to_text(given_text) == words


@given(st.text())
def test_plain_words_stand_on_one_line(text):
    words = markup_to_text(text)
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
    assert make_person(family, given_name) == name


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
    assert parse_display_name(shown) == (name or ({"literal": shown} if shown else None))


@pytest.mark.parametrize(
    "piece",
    [
        "<!--",
        "<p a=b",
        "<sub>",
        "&amp;lt;",
        "<tex-math>",
        "<p a =",
        "$",
        "$x",
        "\\(",
        "<i>",
        "</i>",
        "<i></b>",
        "<msup>",
    ],
)
def test_the_work_grows_with_the_text_and_no_faster(piece: str) -> None:
    once, twice = (steps(markup_to_text, piece * number) for number in (200, 400))
    assert twice <= 2.2 * once
