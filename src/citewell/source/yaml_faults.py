"""What a YAML parser complains about, in words an editor can act on."""

from __future__ import annotations

from typing import Final, NamedTuple

from yaml import MarkedYAMLError

_QUOTES: Final = 'put the text in double quotes: "..."'


class Fault(NamedTuple):
    """A fault in a YAML text: the kind of flaw, its offset in the text, the fault and the way out in words."""

    kind: str
    offset: int
    detail: str
    suggestion: str


def reword(error: MarkedYAMLError, text: str) -> Fault:
    """Turn the parser's complaint (libyaml's or PyYAML's wording) into ours."""
    mark = error.problem_mark
    at = min(mark.index if mark else len(text), len(text))
    opened = min(error.context_mark.index, len(text)) if error.context_mark else at
    context, problem = error.context or "", error.problem or ""
    return (
        _sign(context, opened, text[at : at + 1], at)
        or _unclosed(context, problem, opened)
        or _line(context, problem, opened, at, text)
        or _syntax(at, "this is not YAML that Citewell can read", "check the punctuation and the indentation here")
    )


def anchor(offset: int, sign: str) -> Fault:
    """A text that begins with ``&`` or ``*``, which YAML reads as a name for copying."""
    return Fault("yaml-anchor", offset, f'a text that begins with "{sign}" is read as a name for copying', _QUOTES)


def _sign(context: str, opened: int, sign: str, at: int) -> Fault | None:
    if context.endswith("an alias"):
        return anchor(opened, "*")
    if context.endswith("an anchor"):
        return anchor(opened, "&")
    if context.endswith(("a tag", "a tag URI")):
        return Fault("yaml-tag", opened, 'a text that begins with "!" is read as a type', _QUOTES)
    if sign == "\t":
        return _syntax(at, "a tab stands where only spaces may stand", "replace the tab with spaces")
    if context.endswith("the next token"):
        return _syntax(at, f'a text cannot begin with "{sign}" without quotes', _QUOTES)
    if context.endswith("a directive"):
        return _syntax(opened, 'a line cannot begin with "%"', _QUOTES)
    return None


def _unclosed(context: str, problem: str, opened: int) -> Fault | None:
    if "escape" in problem or "hexadecimal" in problem:
        way = "use single quotes, or write the backslash twice"
        return _syntax(opened, "a backslash inside double quotes does not stand for itself", way)
    if "quoted scalar" in context:
        return _syntax(opened, "a quotation mark is opened and never closed", "close it at the end of the text")
    if "flow sequence" in context:
        return _syntax(opened, 'a list that begins with "[" is not closed', 'part its items with commas and close with "]"')
    if "flow mapping" in context:
        return _syntax(opened, 'a group that begins with "{" is not closed', 'part its lines with commas and close with "}"')
    return None


def _line(context: str, problem: str, opened: int, at: int, text: str) -> Fault | None:
    if problem.startswith("mapping values are not allowed"):
        way = "put the text in double quotes, or check that the line begins in the right column"
        return _syntax(at, "a colon and a space cannot stand inside a text without quotes", way)
    if "expected ':'" in problem:
        way = 'write "key: value"; a text that goes on in the next line is indented'
        return _syntax(opened, "this line has no key with a colon", way)
    if "sequence entries are not allowed" in problem:
        return _syntax(at, "a list cannot begin on the line of its key", 'begin it on the next line, with "- "')
    if "block mapping" in context and text[at - 1 : at] in {"'", '"'}:
        way = "inside single quotes write an apostrophe twice, or use double quotes around the whole text"
        return _syntax(at, "something stands after the closing quotation mark", way)
    if "block mapping" in context:
        return _syntax(at, "this line does not fit under the lines above it", "let all keys of a group begin in one column")
    if "block collection" in context:
        return _syntax(at, "this line does not go on with the list above it", 'let all items begin in one column, with "- "')
    return None


def _syntax(offset: int, detail: str, suggestion: str) -> Fault:
    return Fault("yaml-syntax", offset, detail, suggestion)
