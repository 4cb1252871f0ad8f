"""What a YAML parser complains about, as errors that an editor can act on."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from yaml import MarkedYAMLError

from citewell.model.problems import Facts
from citewell.model.yaml_problems import YamlCopy, YamlError, YamlSyntax, YamlType


class Fault(NamedTuple):
    """A fault in a YAML text: its offset in the text, and its facts."""

    offset: int
    facts: Facts


class _Complaint(NamedTuple):
    """A complaint of libyaml or PyYAML: words of its context and of its problem, and the facts it means.

    ``character`` is the one at the place of the fault, ``before`` those that may be just before it (empty: any). With
    ``at_context`` the fault is reported where the unfinished thing began.
    """

    context: str
    complaint: str
    facts: Facts
    at_context: bool = False
    character: str = ""
    before: str = ""


#: A line up to where the text goes on after a bracket with which its value, or its item of a list, began.
_AFTER_BRACKET: Final = re.compile(
    r"\s*(?:- +)*(?:[^\s\[{\"'#:][^:\n]*: +)?(?P<opening>[\[{])[^\n]*(?P<closing>[\]}]) *"
)
#: The first that fits is taken. The words are those of libyaml and of PyYAML.
_COMPLAINTS: Final = (
    _Complaint("an alias", "", YamlCopy("*"), at_context=True),
    _Complaint("an anchor", "", YamlCopy("&"), at_context=True),
    _Complaint("a tag", "", YamlType(), at_context=True),
    _Complaint("", "", YamlSyntax(YamlError.TAB), character="\t"),
    _Complaint("the next token", "", YamlSyntax(YamlError.BAD_BEGINNING)),
    _Complaint("a directive", "", YamlSyntax(YamlError.PERCENT), at_context=True),
    _Complaint("quoted scalar", "escape", YamlSyntax(YamlError.ESCAPE), at_context=True),
    _Complaint("quoted scalar", "", YamlSyntax(YamlError.QUOTE_NOT_CLOSED), at_context=True),
    _Complaint("flow sequence", "", YamlSyntax(YamlError.LIST_NOT_CLOSED), at_context=True),
    _Complaint("flow mapping", "", YamlSyntax(YamlError.GROUP_NOT_CLOSED), at_context=True),
    _Complaint("flow node", "", YamlSyntax(YamlError.FLOW_INCOMPLETE)),
    _Complaint("", "mapping values are not", YamlSyntax(YamlError.COLON_IN_TEXT)),
    _Complaint("", "expected ':'", YamlSyntax(YamlError.NO_COLON), at_context=True),
    _Complaint("", "entries are not", YamlSyntax(YamlError.LIST_BESIDE_KEY)),
    _Complaint("block mapping", "", YamlSyntax(YamlError.AFTER_SINGLE_QUOTE), before="'"),
    _Complaint("block mapping", "", YamlSyntax(YamlError.AFTER_DOUBLE_QUOTE), before='"'),
    _Complaint("block mapping", "", YamlSyntax(YamlError.KEY_COLUMN)),
    _Complaint("block collection", "", YamlSyntax(YamlError.ITEM_COLUMN)),
    _Complaint("", "", YamlSyntax(YamlError.UNKNOWN)),
)


def explain_complaint(error: MarkedYAMLError, text: str) -> Fault:
    """The fault that the parser's complaint (libyaml's or PyYAML's) means."""
    mark = error.problem_mark
    at = min(mark.index if mark else len(text), len(text))
    opened = min(error.context_mark.index, len(text)) if error.context_mark else at
    if after := _after_bracket(text, at if "block" in (error.context or "") else opened):
        return after
    character, before = text[at : at + 1], text[:at].rstrip(" ")[-1:]
    found = next(
        complaint
        for complaint in _COMPLAINTS
        if complaint.context in (error.context or "")
        and complaint.complaint in (error.problem or "")
        and (not complaint.character or complaint.character == character)
        and (not complaint.before or (before and before in complaint.before))
    )
    facts = found.facts
    if facts == YamlSyntax(YamlError.BAD_BEGINNING):
        facts = YamlSyntax(YamlError.BAD_BEGINNING, character)
    return Fault(opened if found.at_context else at, facts)


def _after_bracket(text: str, offset: int) -> Fault | None:
    """The fault of a text that goes on where YAML took what it begins with, "{site}" or "[Can]", for a whole value."""
    found = _AFTER_BRACKET.fullmatch(text, text.rfind("\n", 0, offset) + 1, offset)
    if found is None:
        return None
    return Fault(offset, YamlSyntax(YamlError.AFTER_BRACKET, found["closing"], found["opening"]))
