"""Counts and the percentages beside them: "68 of 149 people (64%)", "0.9% (11/1,172)", "Of 149 people, 68 (46%)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from typing import Final, NamedTuple

from citewell.lazy_pattern import compile_lazily

_ONES: Final = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS: Final = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_WORDED: Final = {word: number for number, word in enumerate(_ONES)} | {
    word: number for number, word in zip(range(20, 100, 10), _TENS, strict=True)
}
_GROUPS: Final = compile_lazily(r"(?<=\d)[\u00a0\u202f\u2009](?=\d{3}(?!\d))")  # "1 172" is one number
_SPACES: Final = compile_lazily(r"[\u00a0\u202f\u2009\u2007]")
_TENTHS: Final = compile_lazily(r"(?<=\d)·(?=\d)")  # the decimal point of some British journals

# "sixty-eight"; but not the end of "one hundred and eight", nor the beginning of "eight hundred".
_WORD: Final = (
    rf"\b(?<![\w-]-)(?<!hundred )(?<!hundred and )(?i:(?:{'|'.join(_TENS)})(?:[- ](?:{'|'.join(_ONES[1:10])}))?"
    rf"|{'|'.join(_ONES)})\b(?!-|[ ]hundred|[ ]thousand|[ ]million)"
)
_NUMBER: Final = r"(?:\d{1,3}(?:,\d{3}){1,3}|\d{1,9})(?:\.\d{1,3})?(?![\d,.]?\d)"
_COUNT: Final = rf"(?:(?<![\w.,/–-]){_NUMBER}|{_WORD})"
_PERCENT: Final = rf"(?:\d{{1,3}}(?:\.\d{{1,4}})? ?%|(?:\d{{1,3}}(?:\.\d{{1,4}})?|{_WORD}) per ?cent\b)"
_ABOUT: Final = r"about|around|roughly|approximately|approx\.|some|circa|~|≈"
_OVER: Final = r"more than|over|at least|just over|well over|greater than|>|≥"
_UNDER: Final = r"less than|fewer than|under|up to|at most|just under|nearly|almost|below|close to|<|≤"
_HOW_EXACT: Final = rf"(?:(?P<about>{_ABOUT})|(?P<over>{_OVER})|(?P<under>{_UNDER})) ?"
_SHARE: Final = rf"(?:{_HOW_EXACT})?(?P<percent>{_PERCENT})"
_X: Final = rf"(?P<x>{_COUNT})"
_Y: Final = rf"(?P<y>(?<![\w.,–-]){_NUMBER}(?!/\d)|{_WORD})(?: (?P<scale>thousand|million|billion)\b)?"
_NOUNS: Final = r"(?: (?!(?:of|in|to|or|out|per|from)\b)[^\W\d_][\w’'-]*){0,3}"
_WHICH: Final = (
    r"(?:(?:the|all|these|those|every|each|a total of|our|their|its|his|her|first|other|"
    rf"(?P<roughly>{_ABOUT}|nearly|almost|over|more than)) ?){{0,3}}"
)
_OUT_OF: Final = rf"(?:{_NOUNS} \(?(?P<of>out of|of|in|among|from|per) {_WHICH}| ?/ ?)"
_N: Final = r"(?:n ?= ?|i\.e\.,? |that is,? |or |which is |equal to |= ?)?"
# Words between a count and its percentage: those of one noun phrase, and nothing that begins another statement.
_BETWEEN: Final = (
    r"(?P<between>(?: (?!(?:but|while|whereas|compared|than|versus|vs|and \w+ (?:had|were|was))\b)"
    r"[^\W\d_][\w’'-]*){0,8})"
)
_OPENS: Final = (
    rf"(?: ?[(\[]| [–—] |[,;:] (?=or |that is|i\.e\.|which is| ?=)| (?=or about|or {_PERCENT}|= ?)"
    rf"| (?:is|are|makes?|equals?) ){_N}"
)
_AFTER: Final = r"(?! ?(?:%|CI\b|confidence)| ?(?!and |in |had |were |was |did |have |has |are |got )[a-zA-Z])"
# Pairs of percentages beside pairs of counts are not taken apart.
_NO_PAIR: Final = rf"(?! ?(?:and|or|to|v|vs\.?|versus|against|compared with|[,;/–-]) ?(?!95|99|90){_PERCENT})"
_CHANGE: Final = compile_lazily(
    r"\b(?:more|less|fewer|lower|higher|greater|smaller|larger|reduc|increas|decreas|relative|risk|odds|chance|"
    r"difference|change|points?|improv|CI|confidence|interval|accura|sensitiv|specific|off|extra)",
    re.IGNORECASE,
)
_BY: Final = compile_lazily(
    r"(?:\b(?:by|rose|rise|rises|fell|fall|falls|drop|dropped|cut|extra|additional|another|CI|weighted|adjusted)"
    rf"(?: of)?|[\d.]+ ?%[^.;]{{0,12}}) (?:{_ABOUT}|{_OVER}|{_UNDER})? ?$",
    re.IGNORECASE,
)
_FORMS: Final = tuple(
    compile_lazily(form)
    for form in (
        # 68 of 149 people (46%); 68/149 (46%); 68 of 149 people, or 46%
        rf"{_X}{_OUT_OF}{_Y}{_BETWEEN}{_OPENS}{_SHARE}{_NO_PAIR}{_AFTER}",
        # (68/149, 46%)
        rf"{_X}{_OUT_OF}{_Y}{_BETWEEN}[,;] {_SHARE}{_NO_PAIR}(?= ?[)\],;.])",
        # 68 people (46%) of 149; 68 (46%) out of 149
        rf"{_X}(?P<between>{_NOUNS}) ?[(\[]{_SHARE}[)\]] (?P<of>out of|of|in|among) {_WHICH}{_Y}",
        # 46% of people (68 of 149); 46% (n = 68/149)
        rf"{_SHARE}(?P<between>(?: [^\W\d_][\w’'-]*){{0,6}})(?: ?[(\[]|, (?=or )| [–—] ){_N}{_X}{_OUT_OF}{_Y}",
        # (46%; 68/149)
        rf"[(\[]{_SHARE}(?P<between>)[,;] {_N}{_X}{_OUT_OF}{_Y}{_NOUNS}[)\]]",
        # 46% of 149 people (68); 46% (68) of 149 people
        rf"{_SHARE} (?P<of>of) {_WHICH}{_Y}(?P<between>{_NOUNS})(?: ?[(\[]|, (?=n)){_N}{_X}(?: [a-z]+)?[)\]]",
        rf"{_SHARE} ?[(\[]{_N}{_X}(?P<between>(?: [a-z]+)?)[)\]] (?P<of>out of|of|in|among) {_WHICH}{_Y}",
    )
)
# "Of 149 people, 68 (46%) …": the total may be any number named before.
_TOTAL: Final = compile_lazily(
    r"\b(?i:of|among|out of|in|with|there were|(?:ask|stud|follow|includ|enrol|recruit|survey|test|treat)\w*) "
    rf"{_WHICH}{_Y}"
)
_PART: Final = compile_lazily(
    rf"{_X}(?P<between>{_NOUNS}) ?[(\[]{_SHARE}{_NO_PAIR}[)\];,](?! ?(?:out of|of|in|among) )"
)
_HALF_OF_A_RANGE: Final = compile_lazily(r"(?:\d ?(?:–|-|to|or|and|%)|\bCI|[<>±]|(?<!n )(?<!n)=) ?$")
_BOUND: Final = compile_lazily(rf"\b(?i:(?P<over>{_OVER})|(?P<under>{_UNDER})) ?$")
_LONGEST_BOUND: Final = 16  # characters
_CLOSE_TO_BOUND: Final = Fraction(1, 5)  # "fewer than 1 in 100 (0.01%)" is about something else
_NEARLY: Final = compile_lazily("nearly|almost|close")
_SMALLER_GROUP: Final = compile_lazily(r"\b(?:of|among) (?:whom|which|these|those|them)\b")
_IS_A_TOTAL: Final = compile_lazily(rf"{_COUNT}{_NOUNS} (?:of|in|among|from|per) {_WHICH}$")
_A_NUMBER: Final = compile_lazily(_COUNT)
_NEXT_TO: Final = 60  # characters that a count and the words between it and its total have at most
_FAR: Final = 200  # characters before a count in which its total is looked for, besides the first total
_FEW: Final = 12  # numbers among them
_YEARS: Final = range(1900, 2100)
_NEAR_IN_POINTS: Final = Fraction(5, 2)
_NEAR: Final = Fraction(1, 10)
_CLOSE: Final = Fraction(8, 10)


class Mismatch(NamedTuple):
    """Two numbers that do not fit: the count as written, its percentage as computed, and the percentage as written."""

    counted: str
    computed: str
    percentage: str


def find_mismatches(text: str) -> Iterator[Mismatch]:
    """Each count in a sentence with a different percentage beside it; rounding, "about" and similar are allowed."""
    if "%" not in text and "cent" not in text:
        return
    plain = _TENTHS.sub(".", _SPACES.sub(" ", _GROUPS.sub(",", text)))
    seen: set[int] = set()
    for form in _FORMS:
        for found in form.finditer(plain):
            if found.start("percent") not in seen and not _is_about_something_else(found, plain):
                seen.add(found.start("percent"))
                total = _read_total(found)
                share = _read_number(found["x"]) / total if total else Fraction(0)
                if total and not _fits(found, share) and not _is_within_bound(found, share, plain):
                    yield _make_mismatch(found, share, f"{found['x']} of {found['y']}")
    yield from _find_mismatched_parts(plain, seen)


def _find_mismatched_parts(text: str, seen: set[int]) -> Iterator[Mismatch]:
    total = _TOTAL.search(text)
    if total is None or _read_number(total["y"]) in _YEARS:
        return
    for part in _PART.finditer(text, total.end()):
        near = max(total.end(), part.start() - _FAR)
        if (
            part.start("percent") in seen
            or _SMALLER_GROUP.search(text, near, part.start())
            or _IS_A_TOTAL.search(text, max(near, part.start() - _NEXT_TO), part.start())
        ):
            continue
        x = _read_number(part["x"])
        numbers = [_read_total(total), *map(_read_number, _A_NUMBER.findall(text, near, part.start())[-_FEW:])]
        totals = {each for each in (*numbers, *map(sum, pairwise(numbers))) if each >= x and each}
        if totals and not any(_fits(part, x / each) for each in totals):
            named = numbers[0] if numbers[0] in totals else max(totals)
            yield _make_mismatch(part, x / named, f"{part['x']} of {float(named):,.10g}")


def _is_about_something_else(found: re.Match[str], text: str) -> bool:
    """Whether the numbers are a blood pressure, a year, a change or a comparison, and no count with its share."""
    x, y = _read_number(found["x"]), _read_number(found["y"])
    named = found.groupdict()
    of = named.get("of")
    if (of is None and x > y) or (of in ("in", "from") and y in _YEARS and "," not in found["y"]):
        return True
    if _CHANGE.search(found["between"]) or _BY.search(text, max(0, found.start() - 40), found.start()):
        return True
    return bool(_HALF_OF_A_RANGE.search(text, max(0, found.start() - 6), found.start()))


def _read_number(written: str) -> Fraction:
    if written[0].isalpha():
        return Fraction(sum(_WORDED[word] for word in re.split("[- ]", written.lower())))
    return Fraction(written.replace(",", ""))


def _read_total(found: re.Match[str]) -> Fraction:
    scale = {"thousand": 10**3, "million": 10**6, "billion": 10**9}.get(found["scale"] or "", 1)
    return _read_number(found["y"]) * scale


def _read_percentage(found: re.Match[str]) -> tuple[Fraction, int]:
    """The percentage as written, and how many decimals it has."""
    figures = found["percent"].rstrip("%").split()[0]
    return _read_number(figures), len(figures.partition(".")[2])


def _fits(found: re.Match[str], share: Fraction) -> bool:
    written, decimals = _read_percentage(found)
    computed, off = share * 100, abs(share * 100 - written)
    unit = Fraction(1, 10**decimals)
    if off <= unit / 2 or 0 <= computed - written < unit:  # rounded, or cut
        return True
    if found["over"]:
        return computed >= written
    if found["under"]:
        lowest = written * _CLOSE if _NEARLY.match(found["under"]) else 0
        return lowest <= computed <= written
    named = found.groupdict()
    if found["about"] or named.get("roughly"):
        return off <= max(_NEAR_IN_POINTS if written >= 2 * _NEAR_IN_POINTS else Fraction(0), written * _NEAR)
    return _fits_in_whole_people(written, found, share, named.get("of"))


def _is_within_bound(found: re.Match[str], share: Fraction, text: str) -> bool:
    """Whether the count is only a bound that the percentage keeps: "fewer than 1 in 100 people (0.5%)"."""
    bound = _BOUND.search(text, max(0, found.start("x") - _LONGEST_BOUND), found.start("x"))
    if bound is None:
        return False
    written, computed = _read_percentage(found)[0], share * 100
    return written >= computed if bound["over"] else computed * _CLOSE_TO_BOUND <= written <= computed


def _fits_in_whole_people(written: Fraction, found: re.Match[str], share: Fraction, of: str | None) -> bool:
    """Whether a natural frequency, such as "2 in 3" or "9 out of 10", is the percentage rounded to whole people."""
    total = _read_total(found) if "y" in found.groupdict() else Fraction(0)
    is_natural = of in ("in", "out of", "per") or re.fullmatch("10+", str(total))
    if not is_natural or not total or total > 10**3:
        return False
    if share * total == 1 and written:
        return abs(100 / written - total) <= max(Fraction(1, 2), total * _NEAR)
    return abs(written - share * 100) <= min(50 / total, Fraction(4))


def _make_mismatch(found: re.Match[str], share: Fraction, count: str) -> Mismatch:
    decimals = _read_percentage(found)[1]
    return Mismatch(count, f"{float(share * 100):.{decimals}f}%", found["percent"])
