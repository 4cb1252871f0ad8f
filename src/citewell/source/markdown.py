"""The one Markdown set-up: CommonMark and pipe tables, with citations and colon fences; what is refused is still seen.

Raw HTML, indented and fenced code, rules and underlined headings stay switched on so that their tokens can be reported.
Reference definitions are off (``[Note]: text`` would vanish), so their text stays and is reported as well.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final, Protocol

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, table
from markdown_it.rules_inline import (
    StateInline,
    autolink,
    backtick,
    entity,
    escape,
    html_inline,
    image,
    link,
    newline,
)
from markdown_it.token import Token

from citewell.messages.languages import is_tag
from citewell.model.inlines import Citation, Waiver
from citewell.source.brackets import Brackets, match_brackets
from citewell.source.citation_syntax import MalformedBracket, read_bracket
from citewell.source.fences import colon_fence
from citewell.source.positions import PositionedInline, spanned

# The library drops what is nested deeper without a word; a rule of ours refuses far less (see ``source.tree``).
_DEEPEST: Final = 100

# What cannot be the words of a link, although a round bracket follows: ``[@key](…)``, ``[no source: KIND](…)``.
# What may follow words in another language: pandoc's attributes, with the one that we know.
_LANGUAGE: Final = re.compile(r"\{\s*lang=\"?(?P<tag>[\w-]+)\"?\s*\}")
_MARK_BEFORE_LINK: Final = re.compile(r"\s*(?:-?@|no\s+source\b)", re.IGNORECASE)


class InlineNotes(Protocol):
    """Takes what the citation rule notices: ``env["notes"]``, or ``None`` if nobody asks.

    ``env["brackets"]`` is the text with its brackets, or ``None``.
    """

    def note_malformed(self, start: int, found: MalformedBracket) -> None:
        """The bracket at ``start`` looks like a citation and went wrong; places are offsets into the text parsed."""

    def note_adjacent(self, start: int, end: int) -> None:
        """A citation is followed by another bracket with nothing between."""


@cache
def markdown() -> MarkdownIt:
    """The parser, made once: it holds no state between texts."""
    md = MarkdownIt("commonmark", {"html": True, "maxNesting": _DEEPEST})
    md.inline = PositionedInline()
    md.enable("table")
    md.disable(["reference", "text_join", "linkify", "strikethrough"], ignoreInvalid=True)
    md.inline.ruler2.disable(["fragments_join", "strikethrough"])
    for name, rule, character in (
        ("newline", newline, "\n"),
        ("escape", escape, "\\"),
        ("backticks", backtick, "`"),
        ("autolink", autolink, "<"),
        ("html_inline", html_inline, "<"),
        ("entity", entity, "&"),
        ("link", _link, "["),
        ("image", _image, "!"),
    ):
        md.inline.ruler.at(name, spanned(rule, character))
    md.inline.ruler.before("link", "citation", spanned(_citation, "["))
    md.inline.ruler.after("citation", "foreign", spanned(_foreign, "["))
    md.block.ruler.at("table", _table, {"alt": ["paragraph", "reference"]})
    md.block.ruler.before("fence", "colon_fence", colon_fence, {"alt": ["paragraph", "blockquote", "list"]})
    md.validateLink = _let_through  # type: ignore[method-assign]  # the documented way to replace it
    return md


def _let_through(url: str) -> bool:  # noqa: ARG001 - the library's signature
    """Every address is read and then judged by a rule, else a ``javascript:`` link would silently stay text."""
    return True


def _table(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """The library's rule; each row gets where its text begins, after the markers of a quotation or list around it."""
    first = len(state.tokens)
    found = table(state, start_line, end_line, silent)
    for token in state.tokens[first:]:
        if token.type == "tr_open" and token.map:
            token.meta["start"] = state.bMarks[token.map[0]] + state.tShift[token.map[0]]
    return found


def _citation(state: StateInline, silent: bool) -> bool:
    notes: InlineNotes | None = state.env["notes"]
    close = _brackets(state).partner.get(state.pos)
    if close is None or notes is None:
        return False
    content = state.src[state.pos + 1 : close]
    after = state.src[close + 1 : close + 2]
    if after == "(" and not _MARK_BEFORE_LINK.match(content):
        return False
    found = read_bracket(content, state.pos + 1, parse_words)
    if not isinstance(found, Citation | Waiver):
        if found is not None and not silent:
            notes.note_malformed(state.pos, found)
        return False
    if not silent:
        token = state.push("citation", "", 0)
        state.pos = close + 1
        token.content = state.src[found.span.start : found.span.end]
        token.info = ""
        token.attrs["mark"] = found  # type: ignore[assignment]  # the library types attributes as text
        if after in ("[", "("):
            notes.note_adjacent(found.span.start, found.span.end)
    state.pos = close + 1
    return True


def _foreign(state: StateInline, silent: bool) -> bool:
    """Pandoc's bracketed span, of which nothing but a language is taken: ``[lege artis]{lang=la}``."""
    start, close = state.pos, _brackets(state).partner.get(state.pos)
    attributes = _LANGUAGE.match(state.src, close + 1) if close is not None else None
    if close is None or attributes is None or not is_tag(attributes["tag"]) or not state.src[start + 1 : close].strip():
        return False
    if not silent:
        end = state.posMax
        state.pos, state.posMax = start + 1, close
        state.push("foreign_open", "span", 1).attrs["lang"] = attributes["tag"]
        state.md.inline.tokenize(state)
        state.push("foreign_close", "span", -1)
        state.posMax = end
    state.pos = attributes.end()
    return True


def parse_words(text: str) -> list[Token]:
    """The inline tokens of words in which no citation is looked for: those around a key."""
    return markdown().inline.parse(text, markdown(), {"notes": None, "brackets": None}, [])


def _link(state: StateInline, silent: bool) -> bool:
    """The library's rule, asked only where an address follows: there are no reference links to look for."""
    return _leads_somewhere(state, state.pos) and link(state, silent)


def _image(state: StateInline, silent: bool) -> bool:
    """The library's rule, which parses the words for who cannot see it on their own: no citation is looked for."""
    if not (state.src.startswith("![", state.pos) and _leads_somewhere(state, state.pos + 1)):
        return False
    notes, state.env["notes"] = state.env["notes"], None
    found = image(state, silent)
    state.env["notes"] = notes
    return found


def _leads_somewhere(state: StateInline, bracket: int) -> bool:
    close = _brackets(state).partner.get(bracket)
    return close is not None and state.src.startswith("(", close + 1)


def _brackets(state: StateInline) -> Brackets:
    """The brackets of the text being parsed; the words of an image are a text of their own."""
    known: tuple[str, Brackets] | None = state.env["brackets"]
    if known is None or known[0] != state.src:
        known = state.env["brackets"] = (state.src, match_brackets(state.src))
    return known[1]
