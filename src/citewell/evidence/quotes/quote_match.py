"""Finding words in a text, whatever typesetting did to them."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from citewell.citations.raised import lower_text, raise_text
from citewell.model.quote_spacing import ANY_SAME, APART, SAME, TIGHT

GAP: Final = 300  # characters that "…" inside a quote may replace
_MOST_PLACES: Final = 2_000
_MOST_TEXT: Final = 3_000_000

_LIGATURES: Final = {chr(0xFB00 + n): form for n, form in enumerate(("ff", "fi", "fl", "ffi", "ffl", "st", "st"))}
_DASHES: Final = "‐‑‒–—―−﹘﹣－-"
_QUOTES: Final = str.maketrans({**dict.fromkeys("“”„‟″«»＂", '"'), **dict.fromkeys("‘’‚‛′`´", "'")})
#: Surrounds the number of a note in ``PageText.text``: U+2063, which is invisible and not used by pages.
NOTE: Final = "\u2063"
#: Marks before and after what a page raises or lowers, which browsers see as plain characters, and of a formula, of
#: which they see the parts without the marks: invisible operators (U+2061 to U+2064) that pages do not use in text.
RAISED: Final = "\u2064"
LOWERED: Final = "\u2062"
FORMULA: Final = "\u2061"
_MOVED: Final = rf"(?P<up>{RAISED}[^{RAISED}\n]*{RAISED})|(?P<down>{LOWERED}[^{LOWERED}\n]*{LOWERED})"
_ON_THE_LINE: Final = str.maketrans("₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎", "0123456789+-=()")
_NOTES: Final = rf"{NOTE}[^{NOTE}\n]{{0,60}}{NOTE}|[ ]?\[\d{{1,3}}(?:[ ]?[,–-][ ]?\d{{1,3}}){{0,20}}\]"
#: All that typesetting changes: invisible characters, the numbers of notes, a hyphen at a line's end, dashes with the
#: space around them, white space, quotation marks, ligatures, spaces in measurements, how raised and lowered figures
#: are written.
_TYPESET: Final = re.compile(
    rf"(?P<nothing>[\u00ad\u200b-\u200f\u2060{FORMULA}\ufeff]+|{_NOTES})|{_MOVED}"
    rf"|(?P<tight>{TIGHT})"
    r"|(?P<power>(?<=[\w)])\^[+−–-]?[0-9]++(?![.,]?[0-9]))|(?P<low>[₀-₉₊-₎]+)"
    r"|(?P<cut>(?<=[^\W_])[‐-][ ]?\n\s*(?=[^\W_]))"
    rf"|(?P<wide>(?:^|\s+)[{_DASHES}]+(?:\s+|$)|\s*—\s*|\s*--+\s*)|(?P<dash>[{_DASHES}])|(?P<space>[^\S ]\s*|\s\s+)"
    r"|(?P<mark>[“”„‟″«»＂‘’‚‛′`´])|(?P<joined>[\ufb00-\ufb06])"
    rf"|(?P<apart>{APART})|(?P<same>{ANY_SAME})"
)
_MARKED: Final = re.compile(_MOVED)
_CUT: Final = "\x1f"  # a hyphen at a line's end, which is part of the word or not
_DASH: Final = "\x1e"  # a dash between clauses, where a hyphen joins words
_ELLIPSIS: Final = re.compile(r"\s*(?:\[\s*(?:…|\.{3})\s*\]|\(\s*(?:…|\.{3})\s*\)|…|\.{3,}|\. \. \.)\s*")
_FIRST_MARKS: Final = " \"'" + _DASH
_LAST_MARKS: Final = " .,;:\"'" + _DASH


@dataclass(frozen=True, slots=True)
class ComparableText:
    """A text without what typesetting did to it, and the way back: place ``at[n]`` was ``was[n]`` before.

    Both begin and end with each change.
    """

    original: str
    text: str
    at: tuple[int, ...]
    was: tuple[int, ...]

    def to_original(self, place: int) -> int:
        """The place in the original that a place in the plain text comes from."""
        nearest = bisect_right(self.at, place) - 1
        origin = self.was[nearest] + place - self.at[nearest]
        return min(origin, self.was[nearest + 1] - 1) if nearest + 1 < len(self.was) else origin

    def end_in_original(self, place: int) -> int:
        """Where in the original ends what ends at a place in the plain text."""
        nearest = bisect_left(self.at, place)
        if nearest < len(self.at) and self.at[nearest] == place:
            return self.was[nearest]
        return self.was[nearest - 1] + place - self.at[nearest - 1]


def make_comparable(text: str) -> ComparableText:
    """A text in plain form. The original it refers to is the text in composed letters (NFC)."""
    text = unicodedata.normalize("NFC", text[:_MOST_TEXT])
    pieces: list[str] = []
    at, was = [0], [0]
    length = end = 0
    for match in _TYPESET.finditer(text):
        form = _replace_typography(match)
        pieces += (text[end : match.start()], form)
        length += match.start() - end
        end = match.end()
        at += (length, length := length + len(form))
        was += (match.start(), end)
    return ComparableText(text, "".join((*pieces, text[end:])), tuple(at), tuple(was))


def _replace_typography(match: re.Match[str]) -> str:
    written = match[0]
    forms = {"nothing": "", "tight": "", "cut": _CUT, "wide": _DASH, "dash": "-", "space": " ", "apart": " "}
    kind = match.lastgroup or ""
    if kind in forms:
        return forms[kind]
    if kind == "same":
        return SAME[written]
    before = match.string[max(match.start() - 1, 0) : match.start()]
    if kind in {"up", "power"}:
        return raise_text(written.strip(f"{RAISED}^"), before)
    if kind in {"down", "low"}:  # CO₂ and CO2 are the same words; 10₂ and 102 are not
        low = lower_text(written.strip(LOWERED))
        return low if before.isdecimal() else low.translate(_ON_THE_LINE)
    return _LIGATURES[written] if kind == "joined" else written.translate(_QUOTES)


def undo_typesetting(passage: str) -> str:
    """A passage without invisible characters, ligatures and hyphens at the ends of lines; the rest as it is set."""
    kept = {"space", "tight", "mark", "dash", "wide", "apart", "same", "power", "low"}
    passage = remove_script_marks(passage)
    return _TYPESET.sub(
        lambda found: found[0] if found.lastgroup in kept else _replace_typography(found), passage
    ).replace(_CUT, "")


def remove_script_marks(text: str) -> str:
    """A text of a page whose raised and lowered characters are Unicode's, without the marks around them."""
    return _MARKED.sub(_replace_script_marks, text).replace(FORMULA, "")


def _replace_script_marks(match: re.Match[str]) -> str:
    words = match[0][1:-1]
    return (
        lower_text(words)
        if match["down"]
        else raise_text(words, match.string[max(match.start() - 1, 0) : match.start()])
    )


def find_words(words: str, text: ComparableText) -> Iterator[tuple[int, int]]:
    """Each place (start and end in ``text.original``) where words occur.

    White space, quotation marks, dashes, ligatures, hyphenation, the numbers of notes and spaces in measurements ("≥ 5
    mg" for "≥5mg") make no difference, nor does the case of the first letter, nor closing punctuation. They must be
    whole words: "4 weeks" is not in "14 weeks", nor "invasive" in "non-invasive". "…" or "[…]" among them
    matches up to 300 characters.
    """
    chains: list[tuple[int, int]] = []
    for number, part in enumerate(split_at_ellipses(words)):
        places = list(_find_places(part, text.text))
        if number == 0:
            chains = places
        else:
            chains = [(start, after[1]) for start, end in chains for after in _order_places(places, end)][:_MOST_PLACES]
    yield from ((text.to_original(start), text.end_in_original(end)) for start, end in chains)


def split_at_ellipses(words: str) -> list[str]:
    """The parts of a quote between its ellipses, in plain form, without the marks at its ends."""
    parts = (make_comparable(part).text.lstrip(_FIRST_MARKS).rstrip(_LAST_MARKS) for part in _ELLIPSIS.split(words))
    return [part for part in parts if any(map(str.isalnum, part))]


def _order_places(places: list[tuple[int, int]], end: int) -> list[tuple[int, int]]:
    first = bisect_right(places, (end, -1))
    return [place for place in places[first : first + 20] if place[0] - end <= GAP]


def _find_places(words: str, text: str) -> Iterator[tuple[int, int]]:
    """The places of plain words in a plain text, as whole words."""
    found = 0
    for match in _compile_pattern(words).finditer(text):
        if _is_whole(text, match.start(), match.end()):
            yield match.span()
            found += 1
            if found == _MOST_PLACES:
                return


def _compile_pattern(words: str) -> re.Pattern[str]:
    """Words as a pattern. A line's end may cut a word anywhere, and a dash may be set in any of its forms."""
    forms = [_letter_pattern(letter) for letter in words]
    first = words[0]
    if first.lower() != first.upper() and len(first.lower()) == len(first.upper()) == 1:
        forms[0] = f"[{re.escape(first.lower())}{re.escape(first.upper())}]"
    pieces = [forms[0]]
    for before, after, form in zip(words, words[1:], forms[1:], strict=False):
        pieces += (f"{_CUT}?" if before.isalpha() and after.isalpha() else "", form)
    return re.compile("".join(pieces))


def _letter_pattern(letter: str) -> str:
    if letter in f"-{_DASH}{_CUT}":
        return f"[{_DASH}{_CUT}-]" + ("?" if letter == _CUT else "")
    return re.escape(letter)


_BEFORE: Final = re.compile(rf"\w$|\w[-{_CUT}]$")
_AFTER: Final = re.compile(rf"\w|[-{_CUT}]\w|['][^\W\d_]")
_NUMBER_BEFORE: Final = re.compile(r"(?:\d[.,:/·]|[<>=≤≥±+×.·-])$")
_NUMBER_AFTER: Final = re.compile(r"[.,:/·]\d|[%‰°^]")
#: Thousands that a space parts, as in "1 500"; a group has three figures, all but the first.
_BEGINS_THOUSANDS: Final = re.compile(r"(?:^|[^\w.,])\d{1,3}$")
_GOES_ON: Final = re.compile(r" \d{3}(?!\w)")


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether a place begins and ends with whole words, and with whole numbers."""
    before, after = text[max(start - 3, 0) : start], text[end : end + 5]
    if _is_word_character(text[start]) and _BEFORE.search(before):
        return False
    if _is_word_character(text[end - 1]) and _AFTER.match(after):
        return False
    if text[start].isdigit() and (_NUMBER_BEFORE.search(before) or _is_within_thousands(text, start - 1)):
        return False
    return not (text[end - 1].isdigit() and (_NUMBER_AFTER.match(after) or _is_within_thousands(text, end)))


def _is_within_thousands(text: str, space: int) -> bool:
    """Whether a space parts the thousands of a number, as in "1 500"."""
    return bool(_GOES_ON.match(text, space) and _BEGINS_THOUSANDS.search(text[max(space - 4, 0) : space]))


def _is_word_character(letter: str) -> bool:
    return letter.isalnum()
