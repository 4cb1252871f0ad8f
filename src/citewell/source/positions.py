"""Inline Markdown whose tokens know their places.

markdown-it-py's inline tokens have no positions. Here its state records the offset at which each token is pushed, and
each rule that makes a token is wrapped so that the token covers exactly what the rule consumed. Every token then has
``meta["span"]``, a pair of offsets into the text that was parsed.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import EnvType

InlineRule = Callable[[StateInline, bool], bool]


class PositionedState(StateInline):
    """The library's inline state, with the place of each token in ``token.meta["span"]``."""

    _pending_start = 0

    @property
    def pending(self) -> str:
        """Text not yet made a token. The setter notes where it began."""
        return StateInline.pending.fget(self)  # type: ignore[attr-defined,no-any-return]  # a property of the base

    @pending.setter
    def pending(self, value: str) -> None:
        if value and not self.pending:
            self._pending_start = self.pos
        StateInline.pending.fset(self, value)  # type: ignore[attr-defined]  # a property of the base

    def append_pending(self, text: str) -> None:
        """Add text found at the current position."""
        if not self._pending and not self._pending_buffer:
            self._pending_start = self.pos
        super().append_pending(text)

    def pushPending(self) -> Token:  # noqa: N802 - the library's name
        """Make the pending text a token; it is in the source letter by letter."""
        token = super().pushPending()
        token.meta = {"span": (self._pending_start, self._pending_start + len(token.content))}
        return token

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        """Push a token at the current position.

        A run of ``*`` pushes one text token a character without moving on, so each is one further than the last.
        """
        token = super().push(ttype, tag, nesting)
        start = self.pos
        before = self.tokens[-2].meta.get("delimiter") if ttype == "text" and len(self.tokens) > 1 else None
        if ttype == "text":
            if before is not None and before[0] == self.pos:
                start = before[1] + 1
            token.meta = {"span": (start, start + 1), "delimiter": (self.pos, start)}
        else:
            token.meta = {"span": (start, start)}
        return token


class PositionedInline(ParserInline):
    """The library's inline parser on that state."""

    def parse(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> list[Token]:
        """Parse ``src`` into ``tokens``, every one with its span."""
        state = PositionedState(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


def spanned(rule: InlineRule, character: str) -> InlineRule:
    """The same rule, its first token covering all that it consumed; all that it reads begins with ``character``.

    Every rule is asked at every character, so the answer "no" has to be quick.
    """

    def positioned(state: StateInline, silent: bool) -> bool:
        if state.src[state.pos] != character:
            return False
        start, first = state.pos, len(state.tokens) + (1 if state.pending else 0)
        matched = rule(state, silent)
        if matched and not silent and len(state.tokens) > first:
            state.tokens[first].meta["span"] = (start, state.pos)
        return matched

    return positioned
