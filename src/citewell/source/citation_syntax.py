"""What is between the brackets of a citation or a waiver, read into values.

First ``cut_items`` cuts it as pandoc does (``[see @a, p. 3; -@b]``; ``tests/pandoc/`` compares the two), with plain
ASCII for bare keys. Then the words before each key are read (``citation_intent.py``), and what follows it: a locator, a
quote (``[@a "the words"]``), a suffix. What only looks like a citation is said to be one that went wrong.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from citewell.citations.find_reference import BARE_KEY
from citewell.model.inlines import Citation, CitationItem, Waiver
from citewell.model.source_location import Span
from citewell.model.text_problems import CitationError, MalformedCitation
from citewell.source.citation_affixes import BracketText, ParseWords, make_plain_content, read_bracket_text
from citewell.source.citation_errors import explain_no_key, find_slip_after_key
from citewell.source.citation_intent import WordsBefore, begins_with_certainty, is_intent, read_words_before
from citewell.source.locators import read_locator

_KEY: Final = re.compile(rf"(?P<minus>-?)@(?:\{{(?P<braced>[^\s{{}}]+)\}}|(?P<bare>{BARE_KEY}))")
# No citation is longer. Brackets in brackets are each read again, so their depth times this is what a text can cost.
LONGEST: Final = 2000
_NO_SOURCE_LIKE: Final = re.compile(r"\s*no\s+s", re.IGNORECASE)
_KEY_LIKE: Final = re.compile(r"@[\w{*]")
_NO_SOURCE: Final = re.compile(r"\s*no\s+source\b", re.IGNORECASE)
_WAIVER: Final = re.compile(r"no source:\s*(?P<kind>[a-z][a-z0-9-]*)\s*(?:,\s*(?P<note>\S.*))?", re.DOTALL)
_QUOTE: Final = re.compile(r"(?:\"(?P<straight>(?!\s*\")[^\"]+)\"|“(?P<curly>(?!\s*”)[^“”]+)”)\s*$", re.DOTALL)
_ANY_QUOTE: Final = re.compile(r"[\"“”]")
# A semicolon ends an item, unless a letter follows it directly: that is a slip, or a key that needed braces.
_PARTS: Final = re.compile(
    r"(?<!\w)@\{[^\s{}]*\}|\"[^\"]*\"|“[^”]*”|(?P<end>;(?=\s|-?@|$))|(?P<stray>[\[;])", re.DOTALL
)
_OTHER_KEY: Final = re.compile(r"(?<!\w)@[\w{*]")
# To pandoc the star after "@" is a key, even where it could begin or end emphasis.
_STAR_KEY: Final = re.compile(r"(?<!\w)@\*")
# Markdown left over from emphasis or code; a star between spaces and an underscore in a word are only characters.
_HALF_PAIR: Final = re.compile(r"(?<!\s)\*|\*(?!\s)|(?<!\w)_|_(?!\w)|`")
_NAMES_QUOTE: Final = re.compile(r"quote(?!\w)", re.IGNORECASE)
_STRAY: Final = {"[": CitationError.BRACKETS_INSIDE, ";": CitationError.NO_SPACE_AFTER_SEMICOLON}


@dataclass(frozen=True, slots=True)
class MalformedBracket:
    """A bracket that looks like a citation or a waiver and is neither."""

    span: Span
    facts: MalformedCitation


@dataclass(frozen=True, slots=True)
class WrittenItem:
    """One item as pandoc cuts it: ``prefix`` and ``after`` are all words before and after the key.

    ``span`` is that of the key in the source, with its ``@`` and any braces; the item begins at ``start``.
    """

    span: Span
    key: str
    suppress_author: bool
    prefix: str
    after: str
    start: int


class BadItem(Exception):
    """An item that went wrong."""

    def __init__(self, start: int, end: int, facts: MalformedCitation) -> None:
        self.malformed = MalformedBracket(Span(start, end), facts)


def looks_like_citation(content: str) -> bool:
    """Whether a bracket's content holds what could be a key, ``@`` and a letter after it.

    Or begins with ``no s`` or ``certainty:``.
    """
    if _NO_SOURCE_LIKE.match(content) or begins_with_certainty(content):
        return True
    _, at, after = content.partition("@")
    return bool(at) and (any(map(str.isalpha, after)) or bool(_KEY_LIKE.search(content)))


def read_bracket(
    content: str, start: int, parse: ParseWords | None = None
) -> Citation | Waiver | MalformedBracket | None:
    """Read what is in square brackets.

    ``content`` is the text between them and ``start`` its offset (spans come out on the same scale; a mark's own span
    takes the brackets in). ``parse`` reads the Markdown in it, and is left out where there is none. ``None`` means that
    it is neither a citation nor a waiver and does not look like one.
    """
    if not looks_like_citation(content):
        return None
    span = Span(start - 1, start + len(content) + 1)
    if "@" not in content and begins_with_certainty(content):
        return MalformedBracket(span, MalformedCitation(CitationError.CERTAINTY_WITHOUT_SOURCE))
    if "@" not in content or _NO_SOURCE.match(content):
        return _read_waiver(content, span)
    if len(content) > LONGEST:
        return MalformedBracket(span, MalformedCitation(CitationError.TOO_LONG, most=LONGEST))
    try:
        read = read_bracket_text(content, parse) if parse else make_plain_content(content)
        return _read_citation(cut_items(read, start), span)
    except BadItem as bad:
        return bad.malformed


def cut_items(content: BracketText, start: int) -> list[WrittenItem]:
    """The items of a citation whose content begins at ``start``; raises ``BadItem`` for the first that went wrong."""
    if content.lost:
        raise BadItem(start, start + len(content.text), content.lost)
    parts = list(_PARTS.finditer(content.syntax))
    cuts = [part.start() for part in parts if part["end"]]
    bounds = list(zip([0, *(cut + 1 for cut in cuts)], [*cuts, len(content.syntax)], strict=True))
    items = [_cut_item(content, begin, end, start) for begin, end in bounds]
    stray = next((part for part in parts if part["stray"]), None)
    if stray:
        raise BadItem(start + stray.start(), start + stray.end(), MalformedCitation(_STRAY[stray[0]]))
    return items


def _read_waiver(content: str, span: Span) -> Waiver | MalformedBracket:
    match = _WAIVER.fullmatch(content.rstrip())
    if match is None:
        return MalformedBracket(span, MalformedCitation(CitationError.WAIVER_MALFORMED))
    note = match["note"]
    if note and _OTHER_KEY.search(note):
        return MalformedBracket(span, MalformedCitation(CitationError.SOURCE_AND_WAIVER))
    return Waiver(span, match["kind"], " ".join(note.split()) if note else None)


def _cut_item(content: BracketText, begin: int, end: int, start: int) -> WrittenItem:
    key = _find_key(content.syntax, begin, end)
    if key is None:
        raise BadItem(start + begin, start + end, explain_no_key(content.text[begin:end], content.syntax[begin:end]))
    name, after = key["braced"] or key["bare"], key.end()
    slip = find_slip_after_key(name, content.text[key.start() : after], content.text[after:end])
    if slip:
        raise BadItem(start + key.start(), start + after + slip.length, slip.facts)
    _refuse_misplaced(content, (begin, key.start()), (after, end), start)
    return WrittenItem(
        Span(start + key.start("minus") + len(key["minus"]), start + after),
        name,
        suppress_author=bool(key["minus"]),
        prefix=" ".join(content.words(begin, key.start()).split()),
        after=content.words(after, end),
        start=start + begin + len(content.text[begin:end]) - len(content.text[begin:end].lstrip()),
    )


def _find_key(syntax: str, begin: int, end: int) -> re.Match[str] | None:
    """The first key of an item: at its beginning or after white space, so that an e-mail address is not one."""
    for match in _KEY.finditer(syntax, begin, end):
        before = syntax[match.start() - 1] if match.start() > begin else " "
        if before.isspace() or before in "([":
            return match
    return None


def _refuse_misplaced(content: BracketText, before: tuple[int, int], after: tuple[int, int], start: int) -> None:
    """Raise ``BadItem`` for another key or half a pair around a key, and for quotation marks that are not last."""
    syntax = content.syntax[after[0] : after[1]]
    pinned = _QUOTE.search(syntax)
    unquoted = (after[0], after[0] + pinned.start() if pinned else after[1])
    stray = _ANY_QUOTE.search(content.syntax, *unquoted)
    if stray:
        raise BadItem(start + stray.start(), start + stray.end(), MalformedCitation(CitationError.QUOTE_MISPLACED))
    for where in (before, unquoted):
        if _has_other_key(content, *where):
            raise BadItem(start + where[0], start + where[1], MalformedCitation(CitationError.NO_SEMICOLON))
        half = _HALF_PAIR.search(content.syntax, *where)
        if half:
            facts = MalformedCitation(CitationError.HALF_OF_A_PAIR, half[0])
            raise BadItem(start + half.start(), start + half.end(), facts)


def _has_other_key(content: BracketText, start: int, end: int) -> bool:
    """Whether a part holds something that pandoc reads as a key: as readers get it, or as it is written."""
    return (
        _OTHER_KEY.search(content.words(start, end)) is not None
        or _OTHER_KEY.search(content.syntax, start, end) is not None
        or any(content.shown[key.start()] == "@" for key in _STAR_KEY.finditer(content.text, start, end))
    )


def _read_citation(written: Sequence[WrittenItem], span: Span) -> Citation:
    """A citation of items; the certainty, which is of the whole claim, is before the first of them."""
    before = [_read_before(item) for item in written]
    for item, words in zip(written[1:], before[1:], strict=True):
        if words.certainty:
            raise BadItem(item.start, item.span.start, MalformedCitation(CitationError.CERTAINTY_NOT_FIRST))
    items = tuple(_read_item(*pair) for pair in zip(written, before, strict=True))
    return Citation(span, items, before[0].certainty)


def _read_before(item: WrittenItem) -> WordsBefore:
    """The words before the key; raises ``BadItem`` where they only look like an intent or a certainty."""
    read = read_words_before(item.prefix)
    if isinstance(read, MalformedCitation):
        raise BadItem(item.start, item.span.start, read)
    return read


def _read_item(item: WrittenItem, before: WordsBefore) -> CitationItem:
    """What follows the key: a locator, words, and last a quote; each may be absent.

    Raises ``BadItem`` where a quote is named and something else is beside its name, and for an intent after the key.
    """
    rest = " ".join(item.after.split())
    pinned = _QUOTE.search(rest)
    if pinned:
        rest = rest[: pinned.start()]
    rest = rest.strip(" ,")
    located = read_locator(rest) if rest else None
    suffix = (located.rest if located else rest).strip(" ,")
    if pinned and located and located.label == "quote":
        raise BadItem(*item.span, MalformedCitation(CitationError.QUOTE_TWICE))
    if _NAMES_QUOTE.match(suffix):
        raise BadItem(*item.span, MalformedCitation(CitationError.QUOTE_NAME_NOT_ALONE))
    if is_intent(suffix):
        raise BadItem(*item.span, MalformedCitation(CitationError.INTENT_AFTER_KEY, suffix))
    return CitationItem(
        item.span,
        item.key,
        prefix=before.shown or None,
        locator=located.locator if located else None,
        label=located.label if located else None,
        suffix=suffix if suffix.strip(".:") else None,
        quote=(pinned["straight"] or pinned["curly"]).strip() if pinned else None,
        suppress_author=item.suppress_author,
        intent=before.intent,
    )
