"""Elements of HTML, JATS and MathML as plain text, whatever reads them: it says where each begins and ends.

MathML 3 (W3C, chapter 3) for formulas, JATS 1.3 (NISO Z39.96) for the rest.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from html import unescape
from typing import Final

from citewell.citations.raised import lower_text, raise_text
from citewell.evidence.rich_text.formulas import (
    digits_meet,
    format_fraction,
    format_power,
    format_root,
    join_terms,
    put_over,
)
from citewell.evidence.rich_text.latex import read_latex

_DEEPEST: Final = 100  # elements within each other
_TOKENS: Final = frozenset({"mi", "mn", "mo", "mtext", "ms"})
_ROWS: Final = frozenset("math mrow mstyle mpadded menclose merror semantics mtd maction".split())
_NOT_SHOWN: Final = frozenset({"mphantom", "annotation-xml", "inline-graphic", "graphic", "none"})
_WITH_CHOICES: Final = frozenset({"alternatives", "inline-formula", "disp-formula", "semantics"})
_SOURCES: Final = frozenset({"tex-math", "annotation"})  # a formula in LaTeX, beside the same in MathML
APART: Final = frozenset("p br hr li list list-item div sec h1 h2 h3 h4 h5 h6".split())
"""Elements that are set apart from the words around them."""
_STYLES: Final = frozenset(
    "i b em strong sc scp u s tt a span font small big ul ol italic bold underline overline strike monospace roman"
    " sans-serif title abstract label fn xref ext-link uri email named-content styled-content cite code"
    " inline-graphic graphic".split()
)
_RAISED: Final = frozenset({"sup", "superscript"})
_LOWERED: Final = frozenset({"sub", "inf", "subscript"})
_MATH: Final = frozenset(
    "mfrac msqrt mroot msub msup msubsup mover munder munderover mmultiscripts mprescripts none mfenced mspace mtable"
    " mtr mlabeledtr mphantom mglyph annotation annotation-xml tex-math".split()
)
_PARTING: Final = _TOKENS | _ROWS | _MATH | frozenset({"tex-math", "annotation", "xref", "fn"})
KNOWN: Final = _RAISED | _LOWERED | _STYLES | APART | _TOKENS | _ROWS | _MATH | _WITH_CHOICES
"""Elements that are read; any other tag is text."""
_RAISING: Final = re.compile(r"\b(?:superscript|super|sup)\b", re.IGNORECASE)
_LOWERING: Final = re.compile(r"\b(?:subscript|sub)\b", re.IGNORECASE)
_DOCUMENT: Final = re.compile(r"\\begin\{document\}(.*)\\end\{document\}", re.DOTALL)
_ATTRIBUTE: Final = re.compile(r"([\w:.-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"']+))")


@dataclass(slots=True)
class _Open:
    """An element that has not ended, with its children: their names and texts (``""`` for text itself)."""

    name: str
    attributes: str = ""
    before: str = ""  # the last character of the text that it follows
    children: list[tuple[str, str]] = field(default_factory=list)

    @property
    def texts(self) -> list[str]:
        """The texts of its elements."""
        return [text for name, text in self.children if name]


class Elements:
    """Plain text as elements begin and end. What ends without having begun, or is nested too deep, is passed over."""

    def __init__(self) -> None:
        self._open = [_Open("")]
        self._too_deep = 0

    def text(self, words: str) -> None:
        """Add text."""
        if words:
            self._open[-1].children.append(("", words))

    def start(self, name: str, attributes: str = "") -> None:
        """Begin an element: its name in lower case without a prefix, its attributes as they are written."""
        if len(self._open) > _DEEPEST:
            self._too_deep += 1
        else:
            around = self._open[-1].children
            self._open.append(_Open(name, attributes, around[-1][1][-1:] if around else ""))

    def end(self, name: str) -> None:
        """End an element, and those in it that have no end."""
        if self._too_deep:
            self._too_deep -= 1
            return
        if any(element.name == name for element in self._open[1:]):
            while self._open[-1].name != name:
                self._close(whole=False)
            self._close(whole=True)

    def finish(self) -> str:
        """The text of it all."""
        while len(self._open) > 1:
            self._close(whole=False)
        return _joined(self._open[0].children)

    def _close(self, *, whole: bool) -> None:
        element = self._open.pop()
        read = _READ.get(element.name, _words) if whole else _unfinished
        self._open[-1].children.append((element.name, read(element)))


def _unfinished(element: _Open) -> str:
    """An element without its end: where it should end is unknown, so only its beginning is marked."""
    text = _words(element)
    return f"^{text}" if element.name in {"sup", "msup"} and text else text


def _words(element: _Open) -> str:
    return _joined(element.children)


def _token(element: _Open) -> str:
    return " ".join(_words(element).split())


def _styled(element: _Open) -> str:
    """Words that a style raises or lowers: EndNote's ``style`` by its ``face``, HTML's ``span`` by its CSS or class."""
    style = f" {_attribute(element, 'face', '')} {_attribute(element, 'style', '')} {_attribute(element, 'class', '')} "
    if _RAISING.search(style):
        return raise_text(_words(element), element.before)
    return lower_text(_words(element)) if _LOWERING.search(style) else _words(element)


def _row(element: _Open) -> str:
    return join_terms(element.texts) if element.texts else _token(element)


def _joined(children: Sequence[tuple[str, str]]) -> str:
    """Text and elements one after another; figures that a formula, a note or something not shown parts do not join."""
    text: list[str] = []
    last = ""
    parted = False
    for name, words in children:
        parts = name in _PARTING or (bool(name) and not words)
        if words:
            text.append(f" {words}" if (parted or parts) and digits_meet(last, words) else words)
            last = words[-1]
        parted = parts or (parted and not words)
    return "".join(text)


def _chosen(element: _Open) -> str:
    """Of the same formula in several forms MathML, else LaTeX."""
    mathml = [child for child in element.children if child[0] and child[0] not in _SOURCES and child[1].strip()]
    if element.name == "semantics":
        return join_terms(text for _, text in mathml[:1]) or join_terms(element.texts)
    kept = [child for child in element.children if child[0] not in _SOURCES]
    return _joined(kept if any(name == "math" for name, _ in mathml) else element.children)


def _latex(element: _Open) -> str:
    """The plain text of a formula in LaTeX, which may be a whole document around it; as it is, if not all is known."""
    source = _words(element)
    document = _DOCUMENT.search(source)
    written = (document[1] if document else source).strip()
    inside = written.strip("$").strip()
    read = read_latex(inside, formula=True)
    return written if read.reported else " ".join(read.text.split())


def _part(element: _Open, number: int) -> str:
    texts = element.texts
    return texts[number].strip() if number < len(texts) else ""


def _attribute(element: _Open, wanted: str, otherwise: str) -> str:
    for match in _ATTRIBUTE.finditer(element.attributes):
        if match[1] == wanted:
            return unescape(match[2] or match[3] or match[4] or "")
    return otherwise


def _fraction(element: _Open) -> str:
    above, below = _part(element, 0), _part(element, 1)
    if re.match(r"0(?:\.0*)?(?:[a-z%]|$)", _attribute(element, "linethickness", "")):
        return f"({above} choose {below})"
    return format_fraction(above, below)


def _fenced(element: _Open) -> str:
    separators = _attribute(element, "separators", ",").replace(" ", "")
    text = ""
    for number, part in enumerate(element.texts):
        mark = separators[min(number - 1, len(separators) - 1)] if number and separators else ""
        text += f"{mark} {part}" if mark in {",", ";"} else f"{mark}{part}"
    return f"{_attribute(element, 'open', '(')}{text}{_attribute(element, 'close', ')')}"


def _scripts(element: _Open) -> str:
    """A base with what is around it: ``mmultiscripts`` has pairs of lowered and raised parts, then those before."""
    names = [name for name, _ in element.children if name]
    texts = element.texts
    middle = names.index("mprescripts") if "mprescripts" in names else len(names)
    after, before = texts[1:middle], texts[middle + 1 :]
    return _pairs(before) + (texts[0] if texts else "") + _pairs(after)


def _pairs(texts: Sequence[str]) -> str:
    down, up = texts[::2], texts[1::2]
    return "".join(map(raise_text, up)) + "".join(map(lower_text, down))


def _under(element: _Open) -> str:
    base, under = _part(element, 0), _part(element, 1)
    return base if under in {"_", "̲", "¯", "⏟", ""} else f"{base}_({under})"


def _under_and_over(element: _Open) -> str:
    base, under, over = (_part(element, number) for number in range(3))
    return f"{base}_({under})^({over}) "


#: How elements are read; of any other the words alone.
_READ: Final[Mapping[str, Callable[[_Open], str]]] = {
    **dict.fromkeys(APART, lambda element: f" {_words(element)} "),
    **dict.fromkeys(_NOT_SHOWN, lambda _: ""),
    **dict.fromkeys(_SOURCES, _latex),
    **dict.fromkeys(_TOKENS, _token),
    **dict.fromkeys(_ROWS, _row),
    **dict.fromkeys(_WITH_CHOICES, _chosen),
    **dict.fromkeys(_LOWERED, lambda element: lower_text(_words(element))),
    **dict.fromkeys(_RAISED, lambda element: raise_text(_words(element), element.before)),
    **dict.fromkeys(("span", "style"), _styled),
    "mfenced": _fenced,
    "mfrac": _fraction,
    "mmultiscripts": _scripts,
    "mover": lambda element: put_over(_part(element, 0), _part(element, 1)),
    "mroot": lambda element: format_root(_part(element, 0), _part(element, 1)),
    "mspace": lambda _: " ",
    "msqrt": lambda element: format_root(join_terms(element.texts)),
    "msub": lambda element: _part(element, 0) + lower_text(_part(element, 1)),
    "msubsup": lambda element: _part(element, 0) + lower_text(_part(element, 1)) + raise_text(_part(element, 2)),
    "msup": lambda element: format_power(_part(element, 0), _part(element, 1)),
    "mtable": lambda element: "; ".join(element.texts),
    "mtr": lambda element: ", ".join(element.texts),
    "munder": _under,
    "munderover": _under_and_over,
}
