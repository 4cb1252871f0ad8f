"""LaTeX's commands: the characters that they are, and what they do with their arguments.

Characters come from pylatexenc's table of some 800 names; what is listed here comes first, because that table is for
converting whole papers, or lacks it (siunitx, upgreek, biblatex, babel).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from functools import cache
from typing import Final

from citewell.evidence.rich_text.formulas import overline_words

#: Accents over or under a letter, as combining characters (LaTeX2e, textcomp and amsmath).
ACCENTS: Final[Mapping[str, str]] = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", "=": "\u0304", "u": "\u0306", ".": "\u0307",
    '"': "\u0308", "h": "\u0309", "r": "\u030a", "H": "\u030b", "v": "\u030c", "U": "\u030e", "G": "\u030f",
    "f": "\u0311", "d": "\u0323", "c": "\u0327", "k": "\u0328", "b": "\u0331", "t": "\u0361",
    "textcommabelow": "\u0326", "textogonekcentered": "\u0328", "acute": "\u0301", "grave": "\u0300",
    "hat": "\u0302", "tilde": "\u0303", "bar": "\u0304", "breve": "\u0306", "dot": "\u0307", "ddot": "\u0308",
    "dddot": "\u20db", "mathring": "\u030a", "check": "\u030c", "vec": "\u20d7",
}  # fmt: skip
#: What an accent is by itself, over nothing: ``\~{}``.
ALONE: Final[Mapping[str, str]] = {
    "`": "`", "'": "´", "^": "^", "~": "~", "=": "¯", "u": "˘", ".": "˙", '"': "¨", "r": "˚", "H": "˝", "v": "ˇ",
    "c": "¸", "k": "˛", "tilde": "~", "hat": "^",
}  # fmt: skip
#: Control symbols: a backslash and one character that is not a letter.
SYMBOLS: Final[Mapping[str, str]] = {
    **{itself: itself for itself in "#$%&_{}"}, **dict.fromkeys(" ,;:>\n\t\\", " "), **dict.fromkeys("/!-@*+", ""),
    "|": "‖",
}  # fmt: skip

_NAMED_FUNCTIONS: Final = frozenset(
    "arccos arcsin arctan arg cos cosh cot coth csc deg det dim exp gcd hom inf ker lg lim liminf limsup ln log max min"
    " mod Pr sec sin sinh sup tan tanh".split()
)
_SPACES: Final = frozenset(
    "quad qquad enspace enskip thinspace medspace thickspace negthinspace space nobreakspace newline linebreak par"
    " hfill hfil smallskip medskip bigskip".split()
)
#: Commands that change the looks alone, of what follows them.
_SILENT: Final = frozenset(
    "string it bf rm em sc tt sf sl protect relax bgroup egroup itshape bfseries upshape scshape slshape rmfamily"
    " sffamily ttfamily mdseries normalfont normalsize small footnotesize scriptsize tiny large Large LARGE"
    " displaystyle textstyle scriptstyle scriptscriptstyle limits nolimits noindent nobreak allowbreak unskip"
    " ignorespaces nocorr boldmath unboldmath selectfont leavevmode null break sloppy frenchspacing"
    " nonfrenchspacing xspace left right big Big bigg Bigg bigl bigr bigm Bigl Bigr biggl biggr textcompwordmark"
    " mathstrut strut newblock".split()
)
_CHARACTERS: Final[Mapping[str, str]] = {
    **dict.fromkeys(_SILENT, ""), **dict.fromkeys(_SPACES, " "), **{name: name for name in _NAMED_FUNCTIONS},
    "And": "&", "BibTeX": "BibTeX", "LaTeX": "LaTeX", "P": "¶", "S": "§", "TeX": "TeX", "ast": "*", "bullet": "•",
    "celsius": "°C", "checkmark": "✓", "colon": ":", "copyright": "©", "ddag": "‡", "ddagger": "‡", "degree": "°",
    "degreeCelsius": "°C", "diamond": "⋄", "euro": "€", "flqq": "«", "fg": "»", "frqq": "»", "geqslant": "≥",
    "glq": "‚", "glqq": "„", "grq": "‘", "grqq": "“", "gt": ">", "guillemetleft": "«", "guillemetright": "»",
    "iere": "re", "ieme": "e", "ier": "er", "imath": "ı", "jmath": "ȷ", "lbrack": "[", "leqslant": "≤", "lq": "‘",
    "lt": "<", "micro": "µ", "mid": "|", "ne": "≠", "ohm": "Ω", "og": "«", "permil": "‰", "perthousand": "‰",
    "pounds": "£", "prime": "′", "rbrack": "]", "rq": "’", "slash": "/", "textapprox": "≈", "textasciicircum": "^",
    "textasciiacute": "´", "textbar": "|", "textbraceleft": "{", "textbraceright": "}", "textcelsius": "°C",
    "textgreater": ">", "textless": "<", "textminus": "−", "textperiodcentered": "·", "textquotedbl": '"',
    "textquotestraightdblbase": "„", "textunderscore": "_", "thickapprox": "≈", "thicksim": "∼", "gets": "←",
    "land": "∧", "lor": "∨", "neg": "¬", "owns": "∋", "Re": "ℜ", "Im": "ℑ", "blacktriangleleft": "◀",
    "textonesuperior": "¹", "textsuperiorone": "¹", "textordfeminine": "ª", "i": "ı", "j": "ȷ", "EUR": "€",
    "textsurd": "√", "geqq": "≥", "leqq": "≤", "guillemotleft": "«", "guillemotright": "»", "percent": "%",
    "textmu": "µ", "textmugreek": "µ", "textpermil": "‰", "cent": "¢",
}  # fmt: skip
_NOT_CHARACTERS: Final = frozenset(
    "hspace vspace nolinebreak cancer leo aries taurus gemini virgo libra scorpio sagittarius capricornus aquarius"
    " pisces image original id Ident recorder top".split()
)
"""Names in pylatexenc's table that are not characters, or mean something else in the packages of bibliographies."""
_GREEK: Final = re.compile(
    r"(?:up|Up|text|math|it|var)?(?P<letter>(?i:alpha|beta|gamma|delta|epsilon|zeta|eta|theta|iota|kappa|lambda|mu|nu|xi"
    r"|omicron|pi|rho|sigma|tau|upsilon|phi|chi|psi|omega))"
)
_OTHER_GREEK: Final = frozenset({"varsigma", "textvarsigma", "varkappa", "varpi", "varrho", "vartheta"})


def find_character(name: str) -> str | None:
    """The character of a command without arguments, or ""; ``None`` for an unknown command."""
    if name in _CHARACTERS:
        return _CHARACTERS[name]
    greek = _GREEK.fullmatch(name)
    if not greek or name in _OTHER_GREEK:
        return _load_characters().get(name)
    letter = greek["letter"]
    size = "CAPITAL" if letter[0].isupper() or name.startswith("Up") else "SMALL"
    upper = "LAMDA" if letter.lower() == "lambda" else letter.upper()
    return unicodedata.lookup(f"GREEK {size} LETTER {upper}")


@cache
def _load_characters() -> dict[str, str]:
    """The names of single characters in pylatexenc."""
    from pylatexenc.latex2text import (  # noqa: PLC0415 - an extra, without which `citewell check` loads the services
        get_default_latex_context_db,
    )

    specs = ((spec.macroname, spec.simplify_repl) for spec in get_default_latex_context_db().iter_macro_specs())
    return {
        name: text
        for name, text in specs
        if isinstance(text, str) and len(text) == 1 and not text.isspace() and name not in _NOT_CHARACTERS
    }


def to_double_struck(letters: str) -> str:
    """Letters as mathematicians write sets of numbers: ℝ."""
    return "".join(map(_to_double_struck_letter, letters))


def _to_double_struck_letter(letter: str) -> str:
    for name in (f"DOUBLE-STRUCK CAPITAL {letter}", f"MATHEMATICAL DOUBLE-STRUCK CAPITAL {letter}"):
        try:
            return unicodedata.lookup(name)
        except KeyError:
            continue
    return letter


def _keep_words(words: str) -> str:
    return words


def _quote_words(words: str) -> str:
    return f"“{words}”"


def _bracket_words(words: str) -> str:
    return f"({words})"


#: Commands of which the only argument is shown, and what becomes of its text.
SHOWN: Final[Mapping[str, Callable[[str], str]]] = {
    **dict.fromkeys(
        "emph textit textbf textrm textsf texttt textsc textnormal textup textsl textmd underline uline mathrm mathit"
        " mathbf mathsf mathtt mathcal mathfrak mathscr mathnormal mathup boldsymbol bm pmb text mbox hbox fbox"
        " ensuremath operatorname mathop mathbin mathrel mathord mathopen mathclose mathpunct mathinner smash mkbibemph"
        " mkbibbold mkbibitalic nohyphens NoCaseChange MakeCapital natexlab bibnamefont bibfnamefont".split(),
        _keep_words,
    ),
    "MakeLowercase": str.lower, "MakeUppercase": str.upper, "enquote": _quote_words, "lowercase": str.lower,
    "mathbb": to_double_struck, "mkbibparens": _bracket_words, "mkbibquote": _quote_words, "overline": overline_words,
    "uppercase": str.upper,
}  # fmt: skip
TEXT_IN_FORMULAS: Final = frozenset("text textrm textit textbf textsf texttt textnormal textup mbox hbox".split())
ADDRESSES: Final = frozenset({"url", "path", "nolinkurl"})
"""Commands whose argument is read as it is written, but for escapes."""
RAISING: Final = frozenset({"textsuperscript", "sp", "up", "fup"})
MOVING: Final = frozenset({"raisebox"})
"""Commands that move their second argument by their first, a length: up, or down if it is negative."""
LOWERING: Final = frozenset({"textsubscript", "sb"})
FRACTIONS: Final = frozenset({"frac", "tfrac", "dfrac", "cfrac", "sfrac", "nicefrac", "xfrac"})
#: Commands whose arguments, so many, readers never see.
HIDDEN: Final[Mapping[str, int]] = {
    "color": 1, "fontsize": 2, "hphantom": 1, "hspace": 1, "noopsort": 1, "phantom": 1, "selectlanguage": 1,
    "SortNoop": 1, "sortnoop": 1, "vphantom": 1, "vspace": 1,
}  # fmt: skip
SPACING: Final = frozenset({"hphantom", "hspace", "phantom", "vspace"})
"""Those of them that leave a gap."""
#: Commands whose last argument is shown, of so many.
LAST_SHOWN: Final[Mapping[str, int]] = {
    "bibinfo": 2, "foreignlanguage": 2, "scalebox": 2, "textcolor": 2,
}  # fmt: skip
#: Commands of which something is left out that an editor may want: it is reported.
LEFT_OUT: Final[Mapping[str, int]] = {
    "cite": 1, "citep": 1, "citet": 1, "footnote": 1, "footnotemark": 0, "href": 1, "index": 1, "label": 1,
    "nocite": 1, "ref": 1, "thanks": 1,
}  # fmt: skip
