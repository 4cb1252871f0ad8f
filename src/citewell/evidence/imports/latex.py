r"""LaTeX in BibTeX fields as plain words: ``M{\"u}ller`` is Müller, ``{DNA}`` is DNA, ``$\alpha$`` is α.

A small reader of our own: a general one drops commands that it does not know, and with them words.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_ACCENTS: Final = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", "=": "\u0304", "u": "\u0306", ".": "\u0307",
    '"': "\u0308", "r": "\u030a", "H": "\u030b", "v": "\u030c", "d": "\u0323", "c": "\u0327", "k": "\u0328",
    "b": "\u0331",
}  # fmt: skip
_SIGNS: Final = {
    "ss": "ß", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "aa": "å", "AA": "Å",
    "i": "ı", "j": "ȷ", "dh": "ð", "DH": "Ð", "dj": "đ", "DJ": "Đ", "th": "þ", "TH": "Þ", "ng": "ŋ", "NG": "Ŋ",
    "textendash": "–", "textemdash": "—", "textquoteright": "’", "textquoteleft": "‘", "textquotedblleft": "“",
    "textquotedblright": "”", "textquotesingle": "'", "textasciitilde": "~", "textbackslash": "\\", "ldots": "…",
    "dots": "…", "textellipsis": "…", "copyright": "©", "textregistered": "®", "texttrademark": "™", "pounds": "£",
    "textsterling": "£", "texteuro": "€", "euro": "€", "S": "§", "P": "¶", "dag": "†", "ddag": "‡", "degree": "°",
    "textdegree": "°", "pm": "±", "times": "×", "cdot": "·", "leq": "≤", "le": "≤", "geq": "≥", "ge": "≥", "neq": "≠",
    "approx": "≈", "sim": "∼", "infty": "∞", "rightarrow": "→", "to": "→", "leftarrow": "←", "textmu": "µ",
    "textless": "<", "textgreater": ">", "textbar": "|", "textunderscore": "_", "slash": "/", "quad": " ", "space": " ",
    "TeX": "TeX", "LaTeX": "LaTeX", "BibTeX": "BibTeX",
}  # fmt: skip
_STYLES: Final = frozenset(
    "emph textit textbf textrm textsf texttt textsc textnormal textup textsl mathrm mathit mathbf mathsf text mbox "
    "hbox ensuremath url path href enquote mkbibquote mkbibemph uppercase lowercase MakeUppercase it bf rm em sc tt sf "
    "sl protect relax bgroup egroup noopsort".split()
)
_GREEK: Final = re.compile("(?i)(?:var)?(alpha|beta|gamma|delta|epsilon|zeta|eta|theta|iota|kappa|lambda|mu|nu|xi|"
    "omicron|pi|rho|sigma|tau|upsilon|phi|chi|psi|omega)")  # fmt: skip
_TOKEN: Final = re.compile(
    r"\\(?P<accent>[`'^~=.\"]|[uvHcdbkr](?![A-Za-z]))\s*(?:\{\s*\\?(?P<braced>[A-Za-z]?)\s*\}|\\(?P<dotless>[ij])(?![A-Za-z])\s?"
    r"|(?P<letter>[A-Za-z]))"
    r"|\\(?P<word>[A-Za-z]+)\*?(?:\s+|(?=[^A-Za-z])|$)(?:\{\})?"
    r"|\\(?P<escaped>[#$%&_{} ])|\\(?P<space>[,;:!/ \\-])"
    r"|(?P<raised>[\^_])(?:\{(?P<script>[^{}]*)\}|(?P<one>[A-Za-z0-9+-]))"
    r"|(?P<dashes>---?)|(?P<quotes>``|'')|(?P<gone>[{}$])|(?P<tie>~)"
)


def plain(text: str) -> str:
    """A field's text without its LaTeX; of a command that is not known, the words that it holds stay."""
    math = _in_math(text)
    return unicodedata.normalize("NFC", _TOKEN.sub(lambda match: _said(match, math), text))


def _in_math(text: str) -> list[tuple[int, int]]:
    """The stretches between dollar signs, where ``^`` and ``_`` raise and lower."""
    marks = [match.start() for match in re.finditer(r"(?<!\\)\$", text)]
    return list(zip(marks[::2], marks[1::2], strict=False))


def _said(match: re.Match[str], math: list[tuple[int, int]]) -> str:  # noqa: PLR0911 - one answer a kind of token
    found = match.groupdict()
    if found["accent"]:
        letter = found["braced"] or found["dotless"] or found["letter"] or ""
        return letter + _ACCENTS[found["accent"]] if letter else found["accent"]
    if found["word"]:
        return _word(found["word"]) or ""
    if found["escaped"] or found["space"]:
        return found["escaped"] or {"/": "", "!": "", "-": ""}.get(found["space"], " ")
    if found["raised"]:
        if not any(start < match.start() < end for start, end in math):
            return match[0].replace("{", "").replace("}", "")
        tag = "sup" if found["raised"] == "^" else "sub"
        return f"<{tag}>{plain(found['script'] or found['one'] or '')}</{tag}>"
    if found["dashes"]:
        return "–" if found["dashes"] == "--" else "—"
    if found["quotes"]:
        return "“" if found["quotes"] == "``" else "”"
    if found["gone"] == "$" and not any(match.start() in pair for pair in math):
        return "$"
    return " " if found["tie"] else ""


def is_plain(text: str) -> bool:
    """Whether ``plain`` knows every command in a text."""
    return all(_word(match["word"]) is not None for match in _TOKEN.finditer(text) if match["word"])


def _word(name: str) -> str | None:
    """What a command with a name stands for; ``None`` for one that is not known."""
    if name in _SIGNS:
        return _SIGNS[name]
    if name in _STYLES:
        return ""
    greek = _GREEK.fullmatch(name)
    if greek:
        size = "CAPITAL" if name[0].isupper() else "SMALL"
        letter = "LAMDA" if greek[1].lower() == "lambda" else greek[1].upper()
        return unicodedata.lookup(f"GREEK {size} LETTER {letter}")
    return None
