"""The words around a key may hold Markdown: what readers get of it, and where no key or semicolon is looked for.

As in pandoc, stressed words, code and entities belong together: ``[@a, *this; that*]`` is one source. Marks show plain
words only, so the stress is dropped; a link or HTML would be lost, so it is refused.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from markdown_it.token import Token

from citewell.model.text_problems import CitationError, MalformedCitation
from citewell.source.characters import find_hidden_characters

# Replaces, in ``syntax``, a character that is not part of the citation's syntax; no text of an article can hold it.
MASK: Final = "\0"
_MARKDOWN: Final = re.compile(r"[\\`*_<&]|!\[|\]\(")
_KEYS: Final = re.compile(r"(?<![^\s(\[-])@(?:\{[^\s{}]+\}|\w[\w.:/-]*)")
_LOST: Final = {
    "link_open": MalformedCitation(CitationError.LINK_INSIDE),
    "image": MalformedCitation(CitationError.PICTURE_INSIDE),
    "html_inline": MalformedCitation(CitationError.HTML_INSIDE),
}

ParseWords = Callable[[str], list[Token]]


@dataclass(frozen=True, slots=True)
class BracketText:
    """The text between the brackets, character by character.

    ``text`` is the text as written, ``syntax`` the same with every character masked that belongs to emphasis, code or
    an entity, and ``shown`` what readers get for each character. ``lost`` is the problem if something in it could not
    be shown.
    """

    text: str
    syntax: str
    shown: Sequence[str]
    lost: MalformedCitation | None = None

    def words(self, start: int, end: int) -> str:
        """What readers get of a part; white space as it is written."""
        return "".join(self.shown[start:end])


def make_plain_content(text: str) -> BracketText:
    """A content in which nothing is Markdown."""
    return BracketText(text, text, text)


def read_bracket_text(text: str, parse: ParseWords) -> BracketText:
    """A content that may hold Markdown; ``parse`` gives its inline tokens, each with its span, and reads no citations.

    Keys are hidden from ``parse``: the ``_`` or ``<`` in one is not Markdown.
    """
    hidden = _KEYS.sub(lambda key: "@" + "k" * (len(key[0]) - 1), text)
    if not _MARKDOWN.search(hidden):
        return make_plain_content(text)
    syntax, shown, depth = [MASK] * len(text), [""] * len(text), 0
    lost: MalformedCitation | None = None
    for token in parse(hidden):
        start, end = token.meta["span"]
        depth += token.nesting
        if token.type in _LOST:
            lost = lost or _LOST[token.type]
        elif token.type == "text" and token.content:
            shown[start:end] = text[start:end]
            if not depth:
                syntax[start:end] = text[start:end]
        elif token.type in ("softbreak", "hardbreak"):
            shown[start] = " "
            syntax[start] = MASK if depth else " "
        elif token.type == "code_inline":
            shown[start] = text[start + len(token.markup) : end - len(token.markup)]
        elif token.type == "text_special":
            shown[start] = token.content
            for odd in find_hidden_characters(token.content, text[start:end]):
                lost = lost or MalformedCitation(CitationError.CHARACTER_INSIDE, character=odd.character)
    return BracketText(text, "".join(syntax), shown, lost)
