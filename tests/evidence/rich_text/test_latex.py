"""LaTeX of bibliographies as plain text: figures never join, and what is not known is kept and reported."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.steps import steps

from citewell.evidence.rich_text.latex import latex_to_text, read_latex


@pytest.mark.parametrize(
    ("latex", "words"),
    [
        (r"M{\"u}ller, M\"uller, M{\"{u}}ller", "Müller, Müller, Müller"),
        (r"{\'E}cole, \'{\i}, \^{\i}le, {\o}re, \ss, \aa ngstr{\"o}m", "École, í, île, øre, ß, ångström"),
        (r"Mu{\~n}oz, ma{\~{n}}ana, Jo\~ao, Lu{\'{\i}}s, Espa{\~n}a~A", "Muñoz, mañana, João, Luís, España A"),
        (r"\v{C}apek, \c{c}, \k{a}, \H{o}, \.z, \u{g}, \d{h}, \b{b}, \r{u}", "Čapek, ç, ą, ő, ż, ğ, ḥ, ḇ, ů"),
        (r"\'a and \v z and {\ae} and \={a} and {\v c} \ae", "á and ž and æ and ā and č æ"),
        (r"{\'{\^e}}, \'{\u{a}}, \d{\^a}, \'{\ae}, \h{a}, \.{\i}, {\.{I}}", "ế, ắ, ậ, ǽ, ả, i, İ"),
        (r"\textcommabelow{s}, \t{oo}, \l\L\O\AE\OE\dh\TH\DJ\ng\ij", "ș, o͡o, łŁØÆŒðÞĐŋĳ"),
        (r"K{\ifmmode\ddot{o}\else\"{o}\fi}rtgen, $\ifmmode x\else y\fi$", "Körtgen, x"),
    ],
)
def test_accents(latex, words):
    assert latex_to_text(latex) == words


@pytest.mark.parametrize(
    ("latex", "words"),
    [
        (r"10\textsuperscript{6} CFU at 37$^\circ$C", "10⁶ CFU at 37°C"),
        (r"10$^{-6}$, $10^{6}$, $10^6$/L, 10$^{\mathrm{6}}$, $10^\text{6}$", "10⁻⁶, 10⁶, 10⁶/L, 10⁶, 10⁶"),
        (r"$10^{5.5}$, $e^{\alpha/2}$, x\textsuperscript{n+1}", "10^5.5, e^(α/2), xⁿ⁺¹"),
        (r"2\textsuperscript{nd}, 4$^{th}$, 1\textsuperscript{er}, A\textsuperscript{TM}", "2nd, 4th, 1er, A™"),
        (r"H$_2$O, CO\textsubscript{2}, T$_{1/2}$, PM$_{2.5}$, C$_{max}$", "H₂O, CO₂, T₁/₂, PM₂.₅, Cmax"),
        (r"$^{18}$F, $^{99m}$Tc, Na$^+$/K$^+$, Ca$^{2+}$, Il10$^{-/-}$", "¹⁸F, ⁹⁹ᵐTc, Na⁺/K⁺, Ca²⁺, Il10⁻/⁻"),
        (r"A 2{\texttimes}2 trial, 5 {\textpm} 2 days, 2$\times$2", "A 2×2 trial, 5 ± 2 days, 2×2"),
        (r"I{\textasciicircum}2 of IL-1$\upbeta$, \textbeta, \textmu g, $\mu$g", "I^2 of IL-1β, β, µg, μg"),
        (r"$\alpha$, $\Omega$, $\varepsilon$, $\upbeta$, $\Upalpha$, \textalpha", "α, Ω, ε, β, Α, α"),
        (r"$\frac{1}{2}$, 1$\frac{3}{16}$, \nicefrac{3}{4}, $\frac{a+b}{2}$", "½, 1 3/16, ¾, (a+b)/2"),
        (r"$\sqrt{2}$, $\sqrt[3]{x+1}$, $\bar{x}$, $\hat{\beta}$, $\overline{AB}$", "√2, ∛(x+1), x̄, β̂, A̅B̅"),
        (
            r"$p < 0.05$, $p \leq 0.05$, $2 \times 2$, $n = 5$, $\geq$5, \textless5",
            "p < 0.05, p ≤ 0.05, 2 × 2, n = 5, ≥5, <5",
        ),
        (r"$1.5\times 10^3$, $p\leq 0.05$, \texorpdfstring{$\alpha$}{alpha}, ${}^{18}$F", "1.5×10³, p≤0.05, α, ¹⁸F"),
        (r"10{,}000, 10\,000, 5\%, 5~mg, 5\ mg, \degree C, \textdegree C", "10,000, 10 000, 5%, 5 mg, 5 mg, °C, °C"),
        (r"10{\scriptsize 6}, 10\tiny6, 10\raisebox{1ex}{6}, H\raisebox{-.5ex}{2}O", "10 6, 10 6, 10⁶, H₂O"),
        (r"10\scalebox{.7}{6}, 50\textpermil, 5\cent, {\bf 10}, \textbf{1}0", "10 6, 50‰, 5¢, 10, 10"),
        (r"\ensuremath{10^6}, \(x^2\), $$10^6$$, \mbox{10\textsuperscript{6}}", "10⁶, x², 10⁶, 10⁶"),
        (r"$\not=$, $\mathbb{R}$, $\mathrm{CO_2}$, $\dot{V}\mathrm{O}_{2\max}$, $5'$", "≠, ℝ, CO₂, V̇O₂max, 5′"),
    ],
)
def test_figures_and_formulas(latex, words):
    assert read_latex(latex) == (words, ())


@pytest.mark.parametrize(
    ("latex", "words"),
    [
        (r"\SI{37}{\celsius}, \SI{5e6}{\milli\gram\per\kilogram}", "37 °C, 5 × 10⁶ mg/kg"),
        (r"\num{1e-6}, \num{e6}, \num{5 +- 2}, \SI{5}{\percent}", "1 × 10⁻⁶, 10⁶, 5 ± 2, 5%"),
        (r"\SI{10}{mg}, \si{\micro\gram}, \qty{2.5}{\square\meter}", "10 mg, µg, 2.5 m²"),
        (r"\unit{kg.m^{-2}}, \SIrange{5}{10}{\mg}, \ang{90}, \qty{3}{\meter\squared}", "kg·m⁻², 5 to 10 mg, 90°, 3 m²"),
        (
            r"\ce{H2O}, \ce{Ca^{2+}}, \ce{SO4^2-}, \ce{^{14}C}, \ce{Na+}, \ce{A -> B}",
            "H₂O, Ca²⁺, SO₄²⁻, ¹⁴C, Na⁺, A → B",
        ),
    ],
)
def test_quantities_and_chemistry(latex, words):
    assert read_latex(latex) == (words, ())


@pytest.mark.parametrize(
    ("latex", "words"),
    [
        ("A {DNA} {S}tudy -- of --- ``quotes''", "A DNA Study – of — “quotes”"),
        (r"5\% \& \$6 \_ \# x_y a^2", "5% & $6 _ # x_y a^2"),
        (r"\emph{In vitro} and \textbf{bold} {\it x} \textit{E.~coli}", "In vitro and bold x E. coli"),
        (r"\foreignlanguage{german}{Gr{\"o}\ss e} \textcolor{red}{x} \enquote{q}", "Größe x “q”"),
        (r"20\textbf{19}, 5\hspace{1em}6, \SI{5} {mg}, $5''$", "2019, 5 6, 5 mg, 5″"),
        (r"{\noopsort{1973}}1974, \MakeUppercase{who}, soft\-hyphen", "1974, WHO, softhyphen"),
        (r"\char65 \symbol{66}\char'101\char" + '"43', "ABAC"),
        ("US$5 and $6, 5$ a day, $5-$10, $ x $, $", "US$5 and $6, 5$ a day, $5-$10, $ x $, $"),
        ("trailing \\", "trailing \\"),
    ],
)
def test_words_and_prices(latex, words):
    assert latex_to_text(latex) == words


@pytest.mark.parametrize(
    ("latex", "words"),
    [
        (r"10.1130/0091-7613(1996)024$<$0867:CIATRO$>$2.3.CO;2", "10.1130/0091-7613(1996)024<0867:CIATRO>2.3.CO;2"),
        (r"10.1002/86:1{\textless}183::AID{\textgreater}3.0.CO;2-O", "10.1002/86:1<183::AID>3.0.CO;2-O"),
        (r"10.1/{\_}a\_b--c\%d", "10.1/_a_b--c%d"),
        (r"http://a.example/{\textasciitilde}user/a\_b.pdf", "http://a.example/~user/a_b.pdf"),
        (r"http://a.example/\~{}u/\~v/$\sim$w/~x", "http://a.example/~u/~v/~w/~x"),
        (r"\url{http://a.example/~a--b\&c'd}", "http://a.example/~a--b&c'd"),
    ],
)
def test_addresses(latex, words):
    assert read_latex(latex, address=True) == (words, ())


@pytest.mark.parametrize(
    ("latex", "words", "reported"),
    [
        (r"10\strange{6} cells", r"10\strange{6} cells", (r"\strange{6}",)),
        (r"10$^{\strange 6}$", r"10^(\strange 6)", (r"\strange",)),
        (r"A {\odd} B", r"A \odd B", (r"\odd",)),
        (r"\one[a]{b}{c} \two*{d}", r"\one[a]{b}{c} \two*{d}", (r"\one[a]{b}{c}", r"\two*{d}")),
        (r"\SI{five}{\mg}", r"\SI{five}{\mg}", (r"\SI{five}{\mg}",)),
        (r"\ifmmode x", r"\ifmmode x", (r"\ifmmode",)),
        (r"A\footnote{see B} C", "A C", (r"\footnote{see B}",)),
        (r"10\footnote{see B}6", "10 6", (r"\footnote{see B}",)),
    ],
)
def test_what_is_not_known_stays_and_is_reported(latex, words, reported):
    assert read_latex(latex) == (words, reported)


_PIECES = r"10 6 \textsuperscript{ \frac { } $ ^ _ ~ \' \~ \v \SI{5}{ \ce{ \ifmmode \else \fi \left ( [ ] \( \) \odd{ a"
_LATEX = st.text(r"\{}$^_~'`\"[]()- .,5abvcfx", max_size=40) | st.lists(
    st.sampled_from(_PIECES.split()), max_size=25
).map("".join)


@settings(max_examples=400, deadline=None)
@given(_LATEX)
def test_any_latex_is_read_and_no_figure_or_letter_is_lost(latex):
    found = read_latex(latex)
    if not found.reported and "\\" not in latex:
        kept = re.sub(r"[^0-9a-z]", "", latex)
        assert re.sub(r"[^0-9a-z]", "", _flat(found.text)) == kept


def _flat(text: str) -> str:
    """Raised and lowered characters on the line again."""
    import unicodedata  # noqa: PLC0415  only here

    return "".join(letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter))


_REPEATED = (
    r"$ ~ { } $x $$ \( \' \'{ \textbf{ \odd{ \odd[{ \frac ^{ $^{ \ifmmode \else \ifmmode~ \SI{ \sqrt[ \ce{ \char ` 1$2$"
    r" \footnote{ \fi"
)


@pytest.mark.parametrize("piece", _REPEATED.split())
def test_the_work_grows_with_the_text_and_no_faster(piece):
    once, twice = (steps(read_latex, piece * number) for number in (400, 800))
    assert twice <= 2.2 * once
