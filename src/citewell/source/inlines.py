"""Running text read into inline nodes with their places in the source; what is refused in it is noted."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from itertools import accumulate
from typing import Final

from markdown_it.token import Token

from citewell.model.blocks import RawInline
from citewell.model.inlines import (
    Break,
    Citation,
    CitationItem,
    Code,
    Emphasis,
    Foreign,
    Inline,
    Link,
    Strong,
    Text,
    Waiver,
)
from citewell.model.problems import Facts
from citewell.model.source_location import Span
from citewell.model.text_problems import (
    AdjacentCitation,
    CitationError,
    CitationInLink,
    DigitsJoined,
    ForeignMarkup,
    LeftoverSyntax,
    MalformedCitation,
    Nesting,
    NoteNumber,
    PictureInText,
    RawHtml,
    ReferenceDefinition,
    TooDeep,
)
from citewell.source.brackets import DEEPEST, Brackets, match_brackets
from citewell.source.characters import find_hidden_characters
from citewell.source.citation_syntax import MalformedBracket, looks_like_citation, read_bracket
from citewell.source.foreign_markup import HIDDEN, FoundMarkup, find_foreign_markup
from citewell.source.markdown import markdown
from citewell.source.note_numbers import find_note_numbers

# Characters that no reader should see, as they begin something else: a citation, a waiver, attributes, a link, struck
# text, a block, a row of a table.
_LEFTOVERS: Final = re.compile(
    r"\[-?@|\[no\s+sour|\{[.#:]\w|\{\s*lang\b(?:=\"?[\w-]+(?=\"?\s*\}))?|\]\{(?=\s*[a-z-]{2,12}\s*\})|\}\[\s*lang\b|\]\(|\]\["
    r"|\[\^[^\[\]\s]*\]|~~(?=\S)|^::?\{|^\|(?=[^|]*\|)",
    re.IGNORECASE,
)
# A key somewhere after a bracket that nothing closes; one right after it is among the leftovers.
_CITATION_BEGUN: Final = re.compile(r"\[(?!-?@)[^\[\]]*?(?<!\w)@[\w{]")
# Markdown leaves the underscores of an address among the words alone, but not its stars.
_BETWEEN_DIGITS: Final = re.compile(r"(?:\b\w{1,20}://|\bwww\.)[^\s<>*`\]]*|(?P<joined>(?<=\d)[*_]+(?=\d))")
_DEFINITION: Final = re.compile(r"^[ \t]*\[[^\]\n]+\]:", re.MULTILINE)
# A bracket in the place of a citation, after a full stop: ``helps. [smith-2020]``, ``helps.[Smith et al., 2020]``.
_CITATION_WITHOUT_AT: Final = re.compile(r"[.!?…][\"”’)]*\s*\[(?!sic\])([^\W\d_][^\[\]@]{1,120})\]")
_KEY_LIKE: Final = re.compile(r"[\w.:/-]*[^\W_]")
_ENDS_IN_YEAR: Final = re.compile(r"\b(?:19|20)\d\d[a-z]?$")
_TELLING: Final = re.compile(r"[\[\]{~^.!?]\S|\|")  # every leftover has one, and most text few
# What Markdown does something with, besides brackets: characters, and pairs of them.
_MARKDOWN: Final = re.compile(r"[\\`*_<&]")
_MARKDOWN_PAIRS: Final = ("![", " \n", "\t\n", "\n ", "\n\t")
_OPENERS: Final = frozenset({"em_open", "strong_open", "link_open", "foreign_open"})

NoteProblem = Callable[[Facts, Span], None]


def _citation_in_link(_characters: str) -> CitationInLink:
    return CitationInLink()


def read_inlines(raw: RawInline, note: NoteProblem) -> tuple[Inline, ...]:
    """The inlines of a run of text, with spans of the source; ``note`` gets what is refused or went wrong in it."""
    brackets = match_brackets(raw.content)
    if brackets.depth > DEEPEST:
        note(TooDeep(Nesting.BRACKETS, DEEPEST), raw.span)
        return (Text(raw.span, raw.content),)
    reader = _Reader(raw, brackets, note)
    return reader.read()


class _Reader:
    """One run of text being read."""

    def __init__(self, raw: RawInline, brackets: Brackets, note: NoteProblem) -> None:
        self._raw = raw
        self._note = note
        self._brackets = brackets
        self._opaque: list[Span] = []
        self._shown: list[tuple[int, str]] = []
        self._left_over: list[tuple[Span, Callable[[str], Facts]]] = []
        self._opening = {close: start for start, close in brackets.partner.items()}
        self._reported: set[int] = set()

    def read(self) -> tuple[Inline, ...]:
        simple = self.read_simple()
        nodes = self.read_markdown() if simple is None else simple
        foreign = list(self._find_foreign_markup())
        for found in foreign:
            self._note(ForeignMarkup(self._raw.content[slice(*found.span)], found.name), self._locate(found.span))
        self._note_left_over([found.span for found in foreign])
        return nodes

    def read_markdown(self) -> tuple[Inline, ...]:
        """Whatever Markdown finds."""
        md, content = markdown(), self._raw.content
        tokens = md.inline.parse(content, md, {"notes": self, "brackets": (content, self._brackets)}, [])
        if max(accumulate((token.nesting for token in tokens), initial=0)) > DEEPEST:
            self._note(TooDeep(Nesting.EMPHASIS, DEEPEST), self._raw.span)
            return (Text(self._raw.span, content),)
        nodes = self._read_nodes(iter(tokens))
        self._note_lost_characters()
        return nodes

    def read_simple(self) -> tuple[Inline, ...] | None:
        """Lines of plain words and marks, as most text is, without asking Markdown; ``None`` when there is more."""
        content = self._raw.content
        if _MARKDOWN.search(content) or any(pair in content for pair in _MARKDOWN_PAIRS):
            return None
        pieces: list[tuple[int, int, Citation | Waiver | None]] = []
        at = 0
        while (opening := content.find("[", at)) >= 0:
            close = self._brackets.partner.get(opening)
            if close is None or content[close + 1 : close + 2] in ("[", "(", "{"):
                return None
            mark = read_bracket(content[opening + 1 : close], opening + 1)
            if not isinstance(mark, Citation | Waiver):
                return None
            pieces.append((at, opening, mark))
            at = close + 1
        nodes: list[Inline] = []
        for start, end, mark in (*pieces, (at, len(content), None)):
            nodes += self._read_lines(start, end)
            if mark is not None:
                nodes.append(self._place_mark(mark, self._locate(mark.span)))
        return tuple(nodes)

    def _read_lines(self, start: int, end: int) -> Iterator[Inline]:
        """Plain words, each line end between them as a break."""
        for number, line in enumerate(self._raw.content[start:end].split("\n")):
            if number:
                yield Break(self._locate(Span(start - 1, start)), False)
            yield from self._read_text(line, start)
            start += len(line) + 1

    def note_malformed(self, start: int, found: MalformedBracket) -> None:
        """The bracket at ``start`` looks like a citation but is not one."""
        if start not in self._reported:  # the link rule looks ahead over the same bracket again
            self._reported.add(start)
            self._note(found.facts, self._locate(found.span))

    def note_adjacent(self, start: int, end: int) -> None:
        """A citation is glued to the bracket after it."""
        self._note(AdjacentCitation(self._raw.content[end : end + 1]), self._locate(Span(start, end)))

    def _locate(self, span: Span) -> Span:
        offsets = self._raw.offsets
        if span.end <= span.start:
            return Span(offsets[span.start], offsets[span.start])
        return Span(offsets[span.start], offsets[span.end - 1] + 1)

    def _read_nodes(self, tokens: Iterator[Token], closing: str = "") -> tuple[Inline, ...]:
        nodes: list[Inline] = []
        for token in tokens:
            if closing and token.type == closing:
                break
            if token.type == "text":
                self._note_unclosed(token)
                nodes += self._read_text(token.content, token.meta["span"][0])
            elif (node := self._read_node(token, tokens)) is not None:
                nodes.append(node)
        return tuple(nodes)

    def _read_node(self, token: Token, tokens: Iterator[Token]) -> Inline | None:
        local = Span(*token.meta["span"])
        span = self._locate(local)
        if token.type in _OPENERS:
            return (
                self._read_bare_address(token, tokens, local)
                if token.info == "auto"
                else self._read_nested(token, tokens, local)
            )
        if token.type == "text_special":
            return self._read_special(token.content, local)
        if token.type in ("softbreak", "hardbreak"):
            return Break(span, token.type == "hardbreak")
        self._opaque.append(local)
        return self._read_opaque(token, span)

    def _read_special(self, content: str, local: Span) -> Text:
        """A character by its name, or a backslash with what follows it."""
        written = self._raw.content[slice(*local)]
        for facts in find_hidden_characters(content, written):
            self._note(facts, self._locate(local))
        if content == written:  # a backslash before a letter is one
            self._shown.append((local.start, content))
        elif content == "&" and written.startswith("&"):  # ``&amp;nbsp;``: readers see ``&nbsp;``
            self._shown.append((local.end - 1, content))
        return Text(self._locate(local), content)

    def _read_opaque(self, token: Token, span: Span) -> Inline | None:
        """What holds no running text of its own: code, marks, and what is refused."""
        if token.type == "code_inline":
            return Code(span, token.content)
        if token.type == "citation":
            return self._place_mark(token.attrs["mark"], span)
        if token.type == "image":
            self._note(PictureInText(str(token.attrs.get("src", ""))), span)
            return Text(span, token.content)
        self._note(RawHtml(token.content), span)
        return None

    def _read_nested(self, token: Token, tokens: Iterator[Token], local: Span) -> Inline:
        span = self._locate(local)
        children = self._read_nodes(tokens, token.type.removesuffix("_open") + "_close")
        if token.type == "link_open":
            self._opaque.append(Span(self._brackets.partner.get(local.start, local.end), local.end))
            return Link(span, str(token.attrs.get("href", "")), children)
        if token.type == "foreign_open":
            return Foreign(span, str(token.attrs["lang"]), children)
        # The parser tells only where the last of the opening characters is.
        length = len(token.markup)
        start = min(span.start, children[0].span.start - length) if children else span.start
        whole = Span(start, children[-1].span.end + length if children else span.end)
        return Emphasis(whole, children) if token.type == "em_open" else Strong(whole, children)

    def _read_bare_address(self, token: Token, tokens: Iterator[Token], local: Span) -> Link:
        """``<https://example.org>``: the words are the address as a reader would see it, between the angle brackets."""
        words = Text(self._locate(Span(local.start + 1, local.end - 1)), next(tokens).content)
        next(tokens)
        self._opaque.append(local)
        return Link(self._locate(local), str(token.attrs.get("href", "")), (words,))

    def _read_text(self, words: str, start: int) -> Iterator[Text]:
        """Plain words; those of a table cell in pieces, because a backslash was taken out before each pipe."""
        self._shown.append((start, words))
        for number in find_note_numbers(words):
            self._note_later(NoteNumber, Span(start + number.start, start + number.end))
        if _TELLING.search(words):
            self._note_odd_syntax(words, start)
        end = start + len(words)
        while start < end:
            pipe = self._raw.content.find("|", start + 1, end)
            after = end if pipe < 0 else pipe
            yield Text(self._locate(Span(start, after)), self._raw.content[start:after])
            start = after

    def _note_odd_syntax(self, words: str, start: int) -> None:
        """What looks like Markdown or a mark but is not."""
        for leftover in _LEFTOVERS.finditer(words):
            self._note_leftover(start + leftover.start(), leftover[0])
        for forgotten in _CITATION_WITHOUT_AT.finditer(words):
            is_key = _KEY_LIKE.fullmatch(forgotten[1])
            if is_key or _ENDS_IN_YEAR.search(forgotten[1]):
                place = self._locate(Span(start + forgotten.start(1), start + forgotten.end(1)))
                instead = f"@{forgotten[1]}" if is_key else ""
                self._note(MalformedCitation(CitationError.NO_AT_AFTER_SENTENCE, instead=instead), place)

    def _note_unclosed(self, token: Token) -> None:
        """Two stars or underscores that begin bold words and do not end them."""
        at, character = token.meta["span"][0], token.content
        is_first = character and "delimiter" in token.meta and self._raw.content[max(0, at - 1) : at] != character
        if is_first and self._raw.content.startswith(character * 2, at):
            self._note(LeftoverSyntax(character * 2), self._locate(Span(at, at + 2)))

    def _note_leftover(self, at: int, characters: str) -> None:
        """Characters left over in the text, unless the bracket they belong to was reported already."""
        opening = self._opening.get(at)
        if at in self._reported or opening in self._reported:
            return
        in_link = opening is not None and characters == "](" and "[@" in self._raw.content[opening:at]
        self._note_later(_citation_in_link if in_link else LeftoverSyntax, Span(at, at + len(characters)))

    def _note_later(self, kind: Callable[[str], Facts], local: Span) -> None:
        """Keep what is left over until other systems' markup is known, of which it may be a part."""
        self._left_over.append((local, kind))

    def _note_left_over(self, foreign: list[Span]) -> None:
        """What is left over, but for what is part of another system's markup: that is one fault."""
        for span, kind in self._left_over:
            before = bisect_right(foreign, span.start, key=lambda each: each.start)
            if not before or foreign[before - 1].end <= span.start:
                self._note(kind(self._raw.content[slice(*span)]), self._locate(span))

    def _find_foreign_markup(self) -> Iterator[FoundMarkup]:
        """Markup of other systems among the characters that are shown as they were typed."""
        if not any(find_foreign_markup(self._raw.content)):  # most text has none, with what is hidden or without
            return
        shown = [character if character == "\n" else HIDDEN for character in self._raw.content]
        for start, words in self._shown:
            shown[start : start + len(words)] = words
        yield from find_foreign_markup("".join(shown))

    def _place_mark(self, mark: object, span: Span) -> Citation | Waiver:
        if isinstance(mark, Waiver):
            return Waiver(span, mark.kind, mark.note)
        assert isinstance(mark, Citation)
        items = tuple(
            CitationItem(
                self._locate(item.span),
                item.key,
                item.prefix,
                item.locator,
                item.label,
                item.suffix,
                item.quote,
                item.suppress_author,
                item.intent,
            )
            for item in mark.items
        )
        return Citation(span, items, mark.certainty)

    def _note_lost_characters(self) -> None:
        """Characters that Markdown would leave out: a star between digits changes a dose, a definition vanishes."""
        found = [match for match in _BETWEEN_DIGITS.finditer(self._raw.content) if match["joined"]]
        for kind, matches in (
            (DigitsJoined, found),
            (ReferenceDefinition, _DEFINITION.finditer(self._raw.content)),
        ):
            for match in matches:
                if not self._is_opaque(match.start()) and not looks_like_citation(match[0][1:]):
                    self._note(kind(match[0].strip()), self._locate(Span(match.start(), match.end())))
        for opening in self._brackets.unclosed:
            if _CITATION_BEGUN.match(self._raw.content, opening):
                self._note(LeftoverSyntax("["), self._locate(Span(opening, opening + 1)))

    def _is_opaque(self, offset: int) -> bool:
        before = bisect_right(self._opaque, offset, key=lambda span: span.start)  # in reading order, none in another
        return before > 0 and offset < self._opaque[before - 1].end
