r"""LaTeX in the fields of bibliographies as plain text: ``M{\"u}ller`` is Müller, ``10\textsuperscript{6}`` is 10⁶.

A reader of our own: pylatexenc's, whose table of characters is used, leaves out what it does not know and so joins the
figures around it. Here a command that is not known stays as it was, with its arguments, and is reported.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Mapping
from typing import Final, NamedTuple

from citewell.citations.raised import lower_text, raise_text
from citewell.evidence.rich_text.chemistry import read_chemical_formula
from citewell.evidence.rich_text.formulas import add_accent, digits_meet, format_fraction, format_root, put_over
from citewell.evidence.rich_text.latex_commands import (
    ACCENTS,
    ADDRESSES,
    ALONE,
    FRACTIONS,
    HIDDEN,
    LAST_SHOWN,
    LEFT_OUT,
    LOWERING,
    MOVING,
    RAISING,
    SHOWN,
    SPACING,
    SYMBOLS,
    TEXT_IN_FORMULAS,
    find_character,
)
from citewell.evidence.rich_text.quantities import QUANTITIES, read_quantity

_DEEPEST: Final = 40  # commands within each other's arguments
_TOKEN: Final = re.compile(
    r"\\(?P<word>[A-Za-z]+)|\\(?P<symbol>.)|(?P<mark>\$\$?|[{}^_~]|---?|``|''|[?!]`)|(?P<text>[^\\${}^_~\-`'?!]+)|.",
    re.DOTALL,
)
_GAP: Final = re.compile(r"\s+")
_NOTHING: Final = re.compile(r"\s*\{\s*\}")
_TEXT_MARKS: Final = {"---": "—", "--": "–", "``": "“", "''": "”", "?`": "¿", "!`": "¡"}
_FORMULA_MARKS: Final = {"''": "″"}
_CODE: Final = re.compile(r"\s*(?:\"(?P<hex>[0-9A-F]{1,6})|'(?P<octal>[0-7]{1,7})|(?P<decimal>[0-9]{1,7}))\s?")


class ReadLatex(NamedTuple):
    """Plain text, and what of the LaTeX is not known (it is in the text as it was) or was left out of the text."""

    text: str
    reported: tuple[str, ...] = ()


def read_latex(source: str, *, formula: bool = False, address: bool = False) -> ReadLatex:
    """The plain text of a field, in Unicode's form NFC.

    ``formula`` reads it as if it were between dollar signs; ``address`` reads a URL or a DOI, in which dashes and
    tildes are not typesetting. Takes time in proportion to the length, however hostile the text.
    """
    if not any(mark in source for mark in "\\${}^_~-`'"):
        return ReadLatex(unicodedata.normalize("NFC", source))
    reader = _Reader(source, address=address)
    text = reader.read(0, len(source), formula=formula)
    return ReadLatex(unicodedata.normalize("NFC", text), tuple(dict.fromkeys(reader.reported)))


def latex_to_text(source: str) -> str:
    """The plain text of a field."""
    return read_latex(source).text


class _Reader:
    """Reads one source. The partner of every ``{`` and ``$`` is known beforehand, so nothing is searched twice."""

    def __init__(self, source: str, *, address: bool) -> None:
        self.source = source
        self.address = address
        self.reported: list[str] = []
        self.partners = _match_brackets(source)
        self.depth = 0

    def read(self, start: int, end: int, *, formula: bool, before: str = "") -> str:
        """The plain text between two offsets; ``before`` is the last character that it follows."""
        self.depth += 1
        text = _Text(formula=formula, before=before)
        at = start
        while at < end:
            at = self._token(at, end, text)
        self.depth -= 1
        return "".join(text.parts)

    def _token(self, at: int, end: int, text: _Text) -> int:
        """Read what is at an offset; the offset after it."""
        match = _TOKEN.match(self.source, at, end)
        if not match:
            return end
        if self.depth > _DEEPEST and match.lastgroup in {"word", "symbol"}:
            return self._keep(at, match.end(), text)
        if match["word"]:
            return self._command(match, end, text)
        if match["symbol"]:
            return self._symbol(match, end, text)
        if match["mark"]:
            return self._mark(match, end, text)
        text.add({"'": "′"}.get(match[0], match[0]) if text.formula and not self.address else match[0])
        return match.end()

    def _mark(self, match: re.Match[str], end: int, text: _Text) -> int:
        mark, at = match["mark"], match.start()
        if mark.startswith("$"):
            close = self.partners.get(at)
            if text.formula or close is None or close > end:
                text.add("" if text.formula else mark)
            else:
                text.join(self.read(match.end(), close, formula=True, before=text.last))
                return close + len(mark)
        elif mark in "^_" and text.formula and not self.address:
            words, after = self._argument(match.end(), end, formula=True)
            text.move(words, up=mark == "^")
            return after
        elif mark in "{}":
            return match.end()
        elif mark == "~":
            text.add("~" if self.address else " ")
        else:
            marks = {} if self.address else _FORMULA_MARKS if text.formula else _TEXT_MARKS
            text.add(marks.get(mark, mark))
        return match.end()

    def _symbol(self, match: re.Match[str], end: int, text: _Text) -> int:
        symbol = match["symbol"]
        if symbol in "([" and (close := self.partners.get(match.start(), end)) < end:
            text.join(self.read(match.end(), close, formula=True, before=text.last))
            return close + 2
        if self.address and symbol == "~":
            text.add("~")
            return match.end() + 2 if self.source.startswith("{}", match.end()) else match.end()
        if symbol in ACCENTS:
            return self._accent(symbol, match, end, text)
        known = SYMBOLS.get(symbol)
        if known is None:
            self._keep(match.start(), match.end(), text)
        else:
            text.add(known)
        return match.end()

    def _command(self, match: re.Match[str], end: int, text: _Text) -> int:
        """A command with a name: a character, an accent, or something with arguments."""
        name = match["word"]
        if name in ACCENTS and (len(name) > 1 or not text.formula):
            return self._accent(name, match, end, text)
        if name in _WITH_ARGUMENTS:
            return self._with_arguments(name, match, end, text)
        if name in {"ifmmode", "else"}:
            return self._branch(name, match, end, text)
        return self._character(name, match, end, text)

    def _character(self, name: str, match: re.Match[str], end: int, text: _Text) -> int:
        """A command that is a character or empty, or one that is unknown."""
        after = self._after_gap(match.end(), end)
        code = self._coded(after, end) if name in {"char", "symbol"} else None
        known = code[0] if code else "" if name == "fi" else find_character(name)
        if known is None:
            return self._keep(match.start(), self._after_arguments(match.end(), end), text)
        spaced = text.formula and after > match.end() and text.last in {"", " "} and known and not known.isalpha()
        text.add("~" if self.address and known == "∼" else known)
        if not known and digits_meet(text.last, self.source[after:end][:1]):
            text.add(" ")  # as in "10{\\scriptsize 6}", which is not 106
        if spaced:
            text.add(" ")  # as in "2 x 2": LaTeX swallows the space, and sets its own
        if name in {"left", "right"} and self.source.startswith(".", after):
            return after + 1  # a delimiter that is not shown
        return code[1] if code else after

    def _accent(self, name: str, match: re.Match[str], end: int, text: _Text) -> int:
        after = match.end()
        alone = _NOTHING.match(self.source, after, end)
        if alone:
            text.add(ALONE.get(name, ""))
            return alone.end()
        words, after = self._argument(after, end, formula=text.formula)
        if not words.strip():
            return self._keep(match.start(), after, text)
        text.add(add_accent(words, ACCENTS[name]) if words.strip()[0].isalpha() else ALONE.get(name, "") + words)
        return after

    def _with_arguments(self, name: str, match: re.Match[str], end: int, text: _Text) -> int:
        start = match.start()
        after = self._after_gap(match.end() + self.source.startswith("*", match.end()), end)
        option, after = self._option(after, end, formula=text.formula)
        formula = name == "ensuremath" or (text.formula and name not in TEXT_IN_FORMULAS)
        words: list[str] = []
        for _ in range(_WITH_ARGUMENTS[name]):
            if after >= end or self.source[after] == "}":
                return self._keep(start, after, text)
            raw = name in _AS_WRITTEN
            one, after = self._raw_argument(after, end) if raw else self._argument(after, end, formula=formula)
            words.append(one)
            after = self._after_gap(after, end) if len(words) < _WITH_ARGUMENTS[name] else after
        if name in RAISING | LOWERING | MOVING:
            text.move(words[-1], up=name in RAISING or (name in MOVING and not words[0].strip().startswith(("-", "−"))))
            return after
        shown = _format_command(name, words, option)
        if shown is None:
            return self._keep(start, after, text)
        if name in LEFT_OUT:
            self.reported.append(self.source[start:after])
            text.join(" " if text.last.isdecimal() else "")
        elif name in FRACTIONS or name in QUANTITIES or name == "scalebox":
            text.join(shown)
        else:
            text.add(shown)
        return after

    def _branch(self, name: str, match: re.Match[str], end: int, text: _Text) -> int:
        r"""The one half of ``\ifmmode … \else … \fi`` that counts; the offset from which to go on."""
        other, close = self.partners.get(match.start(), -1), self.partners.get(-match.start() - 1, -1)
        if not 0 <= close <= end:
            return self._keep(match.start(), match.end(), text)
        if name == "else":  # the first half was read
            return close + len("\\fi")
        if text.formula:
            return self._after_gap(match.end(), end)
        return other + len("\\else") if other >= 0 else close + len("\\fi")

    def _coded(self, at: int, end: int) -> tuple[str, int] | None:
        r"""The character of a code, as in ``\char"41`` and ``\symbol{65}``, and the offset after it."""
        close = self.partners.get(at, end) if self.source.startswith("{", at) else None
        match = _CODE.match(self.source, at + 1 if close else at, close or end)
        if not match:
            return None
        base = {"hex": 16, "octal": 8}.get(match.lastgroup or "", 10)
        code = int(match[match.lastgroup or 0], base)
        return (chr(code), close + 1 if close else match.end()) if 32 <= code < 0x110000 else None

    def _argument(self, at: int, end: int, *, formula: bool) -> tuple[str, int]:
        """The text of an argument, which is a group, a command or one character, and the offset after it."""
        at = self._after_gap(at, end)
        if at >= end:
            return "", end
        close = self.partners.get(at, end)
        if self.source[at] == "{" and close < end:
            return self.read(at + 1, close, formula=formula), close + 1
        if self.source[at] == "\\":
            text = _Text(formula=formula)
            self.depth += 1
            after = self._token(at, end, text)
            self.depth -= 1
            return "".join(text.parts), after
        return (self.source[at], at + 1) if self.source[at] not in "{}" else ("", at)

    def _raw_argument(self, at: int, end: int) -> tuple[str, int]:
        """The LaTeX of an argument, and the offset after it."""
        close = self.partners.get(at, end)
        if self.source[at] != "{" or close >= end:
            return self.source[at], at + 1
        return self.source[at + 1 : close], close + 1

    def _option(self, at: int, end: int, *, formula: bool) -> tuple[str, int]:
        """The text of an argument in brackets, if there is one, and the offset after it."""
        close = self.partners.get(at, end) if self.source.startswith("[", at) else end
        if close >= end:
            return "", at
        return self.read(at + 1, close, formula=formula), self._after_gap(close + 1, end)

    def _after_gap(self, at: int, end: int) -> int:
        gap = _GAP.match(self.source, at, end)
        return gap.end() if gap else at

    def _after_arguments(self, at: int, end: int) -> int:
        """Where the star and the groups end that follow a command at once."""
        at += self.source.startswith("*", at, end)
        while at < end and self.source[at] in "{[" and self.partners.get(at, end) < end:
            at = self.partners[at] + 1
        return at

    def _keep(self, start: int, end: int, text: _Text) -> int:
        """Leave unknown LaTeX unchanged, and report it."""
        words = self.source[start:end]
        self.reported.append(words)
        text.add(words)
        return end


class _Text:
    """Plain text as it grows; ``formula`` where ``^`` raises."""

    def __init__(self, *, formula: bool, before: str = "") -> None:
        self.formula = formula
        self.before = before
        self.parts: list[str] = []

    @property
    def last(self) -> str:
        """The last character, of this text or before it."""
        return self.parts[-1][-1] if self.parts else self.before

    def add(self, words: str) -> None:
        if words:
            self.parts.append(words)

    def join(self, words: str) -> None:
        """Add a formula, with a space where its first figure would become part of the number before it."""
        self.add(f" {words}" if digits_meet(self.last, words) else words)

    def move(self, words: str, *, up: bool) -> None:
        """Add words that are raised or lowered."""
        if self.formula and self.parts:
            self.parts[-1] = self.parts[-1].rstrip()
            self.parts = self.parts if self.parts[-1] else self.parts[:-1]
        self.add(raise_text(words, self.last) if up else lower_text(words))


def _format_command(name: str, words: list[str], option: str) -> str | None:
    """The text of a command with its arguments; ``None`` if its arguments are not understood."""
    if name in QUANTITIES:
        return read_quantity(name, words)
    if name in SHOWN:
        return SHOWN[name](words[0])
    if name in LAST_SHOWN:
        return words[-1]
    return _MADE[name](words, option) if name in _MADE else " " if name in SPACING else ""


def _format_over(words: list[str], _option: str) -> str:
    return put_over(words[1], words[0])


_MADE: Final[Mapping[str, Callable[[list[str], str], str | None]]] = {
    **dict.fromkeys(FRACTIONS, lambda words, _: format_fraction(words[0], words[1])),
    **dict.fromkeys(ADDRESSES, lambda words, _: read_latex(words[0], address=True).text),
    "binom": lambda words, _: f"({words[0]} choose {words[1]})",
    "ce": lambda words, _: read_chemical_formula(words[0]),
    "not": lambda words, _: add_accent(words[0], "\u0338"),
    "overset": _format_over,
    "sqrt": lambda words, option: format_root(words[0], option),
    "stackrel": _format_over,
    "texorpdfstring": lambda words, _: words[0],
}
_AS_WRITTEN: Final = frozenset({*QUANTITIES, *ADDRESSES, "ce"})
_WITH_ARGUMENTS: Final[Mapping[str, int]] = {
    **dict.fromkeys((*SHOWN, *ADDRESSES, *RAISING, *LOWERING, "sqrt", "ce", "not"), 1),
    **dict.fromkeys((*FRACTIONS, "binom", "overset", "stackrel", "texorpdfstring"), 2),
    **QUANTITIES, **HIDDEN, **LAST_SHOWN, **dict.fromkeys(MOVING, 2), **LEFT_OUT,
}  # fmt: skip

_STRUCTURE: Final = re.compile(r"\\(?P<word>[A-Za-z]+)|\\.|\$\$?|[{}\[\]]", re.DOTALL)
_CLOSING: Final = {"}": "{", "]": "[", "\\)": "\\(", "\\]": "\\["}


def _match_brackets(source: str) -> dict[int, int]:
    r"""Where each opening ends: ``{``, ``[``, ``$``, ``\(``, ``\[`` at its offset.

    ``\ifmmode`` and ``\else`` have the offset of ``\else`` at theirs, and that of ``\fi`` at theirs below zero.
    """
    partners: dict[int, int] = {}
    begun: defaultdict[str, list[int]] = defaultdict(list)
    dollars: dict[tuple[int, str], int] = {}  # the last that is open, of each kind in each group
    for match in _STRUCTURE.finditer(source):
        mark, at = match[0], match.start()
        if match["word"]:
            _match_condition(match["word"], at, begun["if"], partners)
        elif mark in _CLOSING:
            if begun[_CLOSING[mark]]:
                partners[begun[_CLOSING[mark]].pop()] = at
        elif mark[0] == "$":
            kind = (begun["{"][-1] if begun["{"] else -1, mark)
            before = dollars.pop(kind, None)
            if before is not None and _is_formula(source, before + len(mark), at, mark):
                partners[before] = at
            else:
                dollars[kind] = at
        else:
            begun[mark].append(at)
    return partners


def _match_condition(word: str, at: int, begun: list[int], partners: dict[int, int]) -> None:
    if word == "ifmmode":
        begun.append(at)
    elif word == "else" and begun:
        partners.setdefault(begun[-1], at)
    elif word == "fi" and begun:
        start = begun.pop()
        partners[-start - 1] = at
        if start in partners:
            partners[-partners[start] - 1] = at


def _is_formula(source: str, start: int, end: int, mark: str) -> bool:
    """Whether what is between two dollar signs is a formula, and not the words between two prices."""
    if start >= end:
        return False
    first, inside = source[start], source[start : min(end, start + _LONG)]
    if mark == "$$" or _FORMULA_CHARACTER.search(inside):
        return True
    if first.isspace() or source[end - 1].isspace():
        return False
    return not first.isdigit() or not (" " in inside or source[end + 1 : end + 2].isdigit())


_LONG: Final = 300  # characters of a formula in which a character of formulas is searched
_FORMULA_CHARACTER: Final = re.compile(r"[\\^_=<>+*]")
