"""Running text as the page shows it: words with their marks, claims as spans, terms as links to their meaning."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from itertools import groupby
from operator import attrgetter
from typing import Final, NamedTuple

from citewell.citations.number import NumberedArticle
from citewell.markup import Markup, element, join, text
from citewell.messages import Words
from citewell.model.addresses import address_of, follow, relative_link, scheme
from citewell.model.inlines import (
    Break,
    Citation,
    Code,
    Emphasis,
    Foreign,
    Inline,
    Link,
    Strong,
    Text,
    Waiver,
    join_text,
    walk_leaves,
)
from citewell.render.annotations import Overlay, TermOccurrence, letters, letters_of
from citewell.render.citation_marks import WORD_JOINER, marks
from citewell.render.language_spans import in_language

_NO_BREAK_SPACE: Final = text("\u00a0")  # between two citations, for the same reason
_LINE: Final = element("br")
_ELSEWHERE: Final = ("https", "http", "")  # not a letter to write or a number to call
_LETTERS: Final = re.compile(r"\S+")
NOTHING: Final = Overlay()

Escape = Callable[[str], Markup]
LeadTo = Callable[[TermOccurrence, Markup], Markup]
"""A term, and its words as they are in the text, as the link to its meaning."""


@dataclass(slots=True)
class RunningText:
    """Writes one run of text, once.

    ``at`` is how many of its letters are written; ``overlay`` counts them alike, and ``lead_to`` makes links of its
    terms. A claim is one ``span`` or several: none reaches over a mark, or over an end of emphasis inside of it.
    """

    numbered: NumberedArticle
    interface: Words
    escape: Escape = text
    overlay: Overlay = NOTHING
    lead_to: LeadTo | None = None
    at: int = field(default=0, init=False)
    _stretch: int = field(default=0, init=False)
    _term: int = field(default=0, init=False)

    def write(self, inlines: tuple[Inline, ...], *, in_claim: bool = False) -> Markup:
        """These inlines; ``in_claim`` when all of them are inside a claim."""
        level = _Level(self, in_claim)
        for inline in inlines:
            match inline:
                case Text():
                    level.loose.append(inline.text.replace("\n", " "))
                case Break():
                    level.loose.append("\n" if inline.hard else " ")
                case Citation():
                    level.mark(marks(self.numbered, inline, self.interface))
                case Waiver():
                    level.mark(None)
                case Code():
                    level.nest((Text(inline.span, inline.text),), partial(element, "code"))
                case Emphasis() | Strong():
                    level.nest(inline.children, partial(element, "em" if isinstance(inline, Emphasis) else "strong"))
                case Link():
                    level.nest(inline.children, partial(linked, self._address(inline.href)))
                case Foreign():
                    said = join_text(inline.children)
                    level.nest(inline.children, partial(in_language, said, inline.language, self.interface))
        return level.finish()

    def _address(self, href: str) -> str:
        """An address as the page has it: one from the root of the site leads there even if the site is in a folder."""
        here = address_of(self.numbered.article)
        target = follow(href, here) if href.startswith("/") and scheme(href) is None else None
        return relative_link(here, target.path, target.fragment) if target else href

    def stretch(self) -> int | None:
        """The number of the claim that the next letter belongs to, ``None`` when that is in none."""
        stretches = self.overlay.stretches
        while self._stretch < len(stretches) and stretches[self._stretch].end <= self.at:
            self._stretch += 1
        here = self._stretch
        return here if here < len(stretches) and stretches[here].support else None

    def left(self) -> int:
        """How many letters are left of the stretch that ``stretch`` looked at; of what is in none, all."""
        stretches = self.overlay.stretches
        return stretches[self._stretch].end - self.at if self._stretch < len(stretches) else 1 << 30

    def words(self, words: str) -> Markup:
        """Words of one annotation, with the links of the terms in them."""
        terms, end = self.overlay.terms, self.at + letters(words)
        shown: list[Markup] = []
        done = 0
        while self._term < len(terms) and terms[self._term].start < end:
            term = terms[self._term]
            start = _after(words, term.start - self.at + 1, done) - 1
            stop = _after(words, term.end - self.at, done)
            assert self.lead_to is not None, "see above"
            shown += [self._lines(words[done:start]), self.lead_to(term, self._lines(words[start:stop]))]
            done, self.at = stop, term.end
            self._term += 1
        self.at = end
        return join([*shown, self._lines(words[done:])]) if shown else self._lines(words)

    def _lines(self, words: str) -> Markup:
        if "\n" not in words:
            return self.escape(words)
        return join([self.escape(line) for line in words.split("\n")], _LINE)


class _Piece(NamedTuple):
    """Something written: the number of the claim around it, and how many letters are written with it."""

    shown: Markup
    claim: int | None
    after: int


class _Level:
    """The content of one element. ``loose`` are pieces of text whose last white space a mark may still remove."""

    def __init__(self, run: RunningText, in_claim: bool) -> None:
        self._run = run
        self._in_claim = in_claim
        self._pieces: list[_Piece] = []
        self._after_mark = False
        self.loose: list[str] = []

    def nest(self, children: tuple[Inline, ...], around: Callable[[Markup], Markup]) -> None:
        """An element with inlines of its own: in a claim, if it belongs to one and holds no mark; else with claims."""
        self._settle()
        claim, left = self._claim(), self._run.left()
        fits = letters_of(children) <= left and not any(isinstance(leaf, Citation) for leaf in walk_leaves(children))
        inner = self._run.write(children, in_claim=self._in_claim or (claim is not None and fits))
        self._add(around(inner), claim if fits else None)

    def mark(self, mark: Markup | None) -> None:
        """A mark comes directly after the words it belongs to; a waiver (``None``) shows nothing."""
        words = "".join(self.loose)
        beside = self._after_mark and bool(words) and not words.strip()
        self.loose = [words.rstrip()]
        self._settle()
        if mark is not None:
            self._add(_NO_BREAK_SPACE if beside else WORD_JOINER, None)
            self._add(mark, None)
            self._after_mark = True

    def finish(self) -> Markup:
        """All of it, each claim in a ``span``."""
        self._settle()
        shown: list[Markup] = []
        for claim, group in groupby(self._pieces, key=attrgetter("claim")):
            pieces = list(group)
            written = [piece.shown for piece in pieces]
            shown += written if claim is None else [self._claimed(claim, written, pieces[-1].after)]
        return join(shown)

    def _claimed(self, claim: int, written: list[Markup], after: int) -> Markup:
        """A claim, or a part of one that goes on after a mark or emphasis."""
        stretch = self._run.overlay.stretches[claim]
        if after < stretch.end:
            return element("span", *written, class_=f"claim {stretch.support} part")
        return element("span", *written, class_=f"claim {stretch.support}", data_verified=stretch.verified)

    def _claim(self) -> int | None:
        return None if self._in_claim else self._run.stretch()

    def _add(self, shown: Markup, claim: int | None) -> None:
        self._pieces.append(_Piece(shown, claim, self._run.at))
        self._after_mark = False

    def _settle(self) -> None:
        """Write the loose words, cut where a sentence ends; a claim begins and ends with a letter."""
        words = "".join(self.loose)
        self.loose = []
        at = 0
        while at < len(words):
            claim = self._claim()
            if claim is not None and (not self._pieces or self._pieces[-1].claim != claim):
                letter = _LETTERS.search(words, at)
                start = letter.start() if letter else len(words)
                if start > at:
                    self._add(self._run.words(words[at:start]), None)
                    at = start
                    continue
            cut = len(words) if self._in_claim else _after(words, self._run.left(), at)
            self._add(self._run.words(words[at:cut]), claim)
            at = cut


def linked(href: str, shown: Markup | str) -> Markup:
    """A link as its author wrote it; another site does not learn where the reader came from."""
    away = scheme(href) in _ELSEWHERE
    return element("a", shown, href=href, rel="noreferrer" if away else None)


def _after(words: str, count: int, at: int = 0) -> int:
    """The offset right after so many letters from ``at`` on; the end of words that have no more."""
    for run in _LETTERS.finditer(words, at):
        length = run.end() - run.start()
        if count <= length:
            return run.start() + count
        count -= length
    return len(words)
