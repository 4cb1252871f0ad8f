"""What a YAML parser complains about, in words an editor can act on."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from yaml import MarkedYAMLError

_QUOTES: Final = 'put the text in double quotes: "..."'


class Fault(NamedTuple):
    """A fault in a YAML text: the kind of flaw, its offset in the text, the fault and the way out in words."""

    kind: str
    offset: int
    detail: str
    suggestion: str


class _Complaint(NamedTuple):
    """A complaint of libyaml or PyYAML: words of its context and its problem, and ours for it.

    ``sign`` is the character at the place of the fault, ``before`` those that may stand just before it (empty: any).
    With ``at_context`` the fault is said where the unfinished thing began.
    """

    context: str
    problem: str
    detail: str
    suggestion: str
    kind: str = "yaml-syntax"
    at_context: bool = False
    sign: str = ""
    before: str = ""


_COPYING: Final = 'a text that begins with "{}" is read as a name for copying'
_TYPE: Final = 'a text that begins with "!" is read as a type'
_COLON: Final = "put the text in double quotes, or check that the line begins in the right column"
_AFTER: Final = "inside single quotes write an apostrophe twice, or put the whole text in double quotes"
#: A line up to where the text goes on behind a bracket with which its value, or its item of a list, began.
_BEHIND_BRACKET: Final = re.compile(
    r"\s*(?:- +)*(?:[^\s\[{\"'#:][^:\n]*: +)?(?P<opening>[\[{])[^\n]*(?P<closing>[\]}]) *"
)
_AFTER_DOUBLE: Final = "put the whole text in single quotes, or a backslash before each quotation mark inside it"

#: The first that fits is taken.
_COMPLAINTS: Final = (
    _Complaint("an alias", "", _COPYING.format("*"), _QUOTES, kind="yaml-anchor", at_context=True),
    _Complaint("an anchor", "", _COPYING.format("&"), _QUOTES, kind="yaml-anchor", at_context=True),
    _Complaint("a tag", "", _TYPE, _QUOTES, kind="yaml-tag", at_context=True),
    _Complaint("", "", "a tab stands where only spaces may stand", "replace the tab with spaces", sign="\t"),
    _Complaint("the next token", "", 'a text cannot begin with "{sign}" without quotes', _QUOTES),
    _Complaint("a directive", "", 'a line cannot begin with "%"', _QUOTES, at_context=True),
    _Complaint(
        "quoted scalar",
        "escape",
        "a backslash inside double quotes does not stand for itself",
        "use single quotes, or write the backslash twice",
        at_context=True,
    ),
    _Complaint(
        "quoted scalar",
        "",
        "a quotation mark is opened and never closed",
        "close it at the end of the text",
        at_context=True,
    ),
    _Complaint(
        "flow sequence",
        "",
        'a list that begins with "[" is not closed',
        'put commas between its items and close it with "]"; put a text that begins with "[" in double quotes',
        at_context=True,
    ),
    _Complaint(
        "flow mapping",
        "",
        'a group that begins with "{" is not closed',
        'put commas between its parts and close it with "}"; put a text that begins with "{" in double quotes',
        at_context=True,
    ),
    _Complaint(
        "flow node",
        "",
        'something is missing in a list that begins with "[" or a group that begins with "{"',
        "write it, or close the list or group",
    ),
    _Complaint("", "mapping values are not", "a colon and a space cannot stand inside a text without quotes", _COLON),
    _Complaint(
        "",
        "expected ':'",
        "this line has no key with a colon",
        'write "key: value"; indent a text that goes on in the next line',
        at_context=True,
    ),
    _Complaint(
        "", "entries are not", "a list cannot begin on the line of its key", 'begin it on the next line with "- "'
    ),
    _Complaint("block mapping", "", "something stands after the closing quotation mark", _AFTER, before="'"),
    _Complaint("block mapping", "", "something stands after the closing quotation mark", _AFTER_DOUBLE, before='"'),
    _Complaint(
        "block mapping",
        "",
        "this line does not fit under the lines above it",
        "let all keys of a group begin in one column",
    ),
    _Complaint(
        "block collection",
        "",
        "this line does not go on with the list above it",
        'let all items begin in one column, with "- "',
    ),
    _Complaint("", "", "this is not YAML that Citewell can read", "check the punctuation and the indentation here"),
)


def reword(error: MarkedYAMLError, text: str) -> Fault:
    """Turn the parser's complaint (libyaml's or PyYAML's wording) into ours."""
    mark = error.problem_mark
    at = min(mark.index if mark else len(text), len(text))
    opened = min(error.context_mark.index, len(text)) if error.context_mark else at
    if behind := _behind_bracket(text, at if "block" in (error.context or "") else opened):
        return behind
    sign, before = text[at : at + 1], text[:at].rstrip(" ")[-1:]
    found = next(
        complaint
        for complaint in _COMPLAINTS
        if complaint.context in (error.context or "")
        and complaint.problem in (error.problem or "")
        and (not complaint.sign or complaint.sign == sign)
        and (not complaint.before or (before and before in complaint.before))
    )
    offset = opened if found.at_context else at
    return Fault(found.kind, offset, found.detail.replace("{sign}", sign), found.suggestion)


def _behind_bracket(text: str, offset: int) -> Fault | None:
    """The fault of a text that goes on where YAML took what it begins with, "{site}" or "[Can]", for a whole value."""
    found = _BEHIND_BRACKET.fullmatch(text, text.rfind("\n", 0, offset) + 1, offset)
    if found is None:
        return None
    way = f'put a text that begins with "{found["opening"]}" in double quotes'
    return Fault("yaml-syntax", offset, f'something stands after the closing "{found["closing"]}"', way)


def anchor(offset: int, sign: str) -> Fault:
    """A text that begins with ``&`` or ``*``, which YAML reads as a name for copying."""
    return Fault("yaml-anchor", offset, _COPYING.format(sign), _QUOTES)


def tag(offset: int) -> Fault:
    """A text that begins with ``!``, which YAML reads as a type."""
    return Fault("yaml-tag", offset, _TYPE, _QUOTES)
