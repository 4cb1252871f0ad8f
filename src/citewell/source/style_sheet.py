"""A style sheet as its rules and declarations, each with its place (CSS Syntax 3, as much of it as sites may use)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from citewell.model.source_location import SourceText, Span

_COMMENT: Final = re.compile(r"/\*.*?\*/", re.DOTALL)
#: What is one thing, whatever characters are in it; and the characters that end a rule's head, a declaration or a rule.
_TOKEN: Final = re.compile(
    r"""(?P<comment>/\*.*?\*/)|(?P<text>"[^"\n]*"|'[^'\n]*'|url\(\s*[^"'\s)][^)]*\))|(?P<end>[{};])|(?P<open>/\*|["'])""",
    re.DOTALL | re.IGNORECASE,
)


class StyleStatement(NamedTuple):
    """A declaration, the head of a rule with a block, or an at-rule without one.

    ``selectors`` is the head of the innermost rule around it that is not an at-rule.
    """

    text: str
    span: Span
    opens: bool
    selectors: str


class BrokenStyleSheet(Exception):
    """A style sheet whose strings, comments or brackets do not end; ``span`` is where the first of these is."""

    def __init__(self, span: Span) -> None:
        super().__init__()
        self.span = span


def list_style_statements(source: SourceText) -> Iterator[StyleStatement]:
    """The statements of a style sheet, in order. Raises ``BrokenStyleSheet`` where one cannot be read."""
    text, start = source.text, 0
    heads: list[tuple[str, Span]] = []
    for token in _TOKEN.finditer(text):
        if token["open"]:
            raise BrokenStyleSheet(Span(*token.span()))
        if not token["end"]:
            continue
        span = _trim(text, start, token.start())
        said = _without_comments(text[span.start : span.end])
        start = token.end()
        if token[0] == "}" and not heads:
            raise BrokenStyleSheet(Span(*token.span()))
        if said or token[0] == "{":
            yield StyleStatement(said, span, token[0] == "{", _innermost(heads))
        if token[0] == "{":
            heads.append((said, Span(*token.span())))
        elif token[0] == "}":
            heads.pop()
    span = _trim(text, start, len(text))
    if heads or _without_comments(text[span.start : span.end]):
        raise BrokenStyleSheet(heads[-1][1] if heads else span)


def _innermost(heads: list[tuple[str, Span]]) -> str:
    return next((head for head, _ in reversed(heads) if not head.startswith("@")), "")


def _without_comments(text: str) -> str:
    return " ".join(_COMMENT.sub(" ", text).split())


def _trim(text: str, start: int, end: int) -> Span:
    """The span without white space and comments at its beginning, and at most to the end of its first line."""
    while found := re.compile(r"\s+|/\*.*?\*/", re.DOTALL).match(text, start, end):
        start = found.end()
    return Span(start, start + len(text[start:end].rstrip()))
