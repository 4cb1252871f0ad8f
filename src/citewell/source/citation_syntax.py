"""What stands between the brackets of a citation or a waiver, read into values.

The grammar is pandoc's (``[see @a, p. 3; -@b]``) with three things of our own: bare keys are plain ASCII, a quote may
be pinned (``[@a "the words"]``), and what only looks like a citation is said to be one that went wrong.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from citewell.model.inlines import Citation, CitationItem, Waiver
from citewell.model.place import Span
from citewell.source.locators import read_locator

_KEY: Final = re.compile(r"(?P<minus>-?)@(?:\{(?P<braced>[^\s{}]+)\}|(?P<bare>[A-Za-z0-9_][A-Za-z0-9_\-.:/]*))")
_NO_SOURCE_LIKE: Final = re.compile(r"\s*no\s+s", re.IGNORECASE)
_NO_SOURCE: Final = re.compile(r"\s*no\s+source\b", re.IGNORECASE)
_WAIVER: Final = re.compile(r"no source:\s*(?P<kind>[a-z][a-z0-9-]*)\s*(?:,\s*(?P<note>\S.*?))?\s*", re.DOTALL)
_QUOTE: Final = re.compile(r"(?:\"(?P<straight>[^\"]+)\"|“(?P<curly>[^“”]+)”)\s*$", re.DOTALL)
_ANY_QUOTE: Final = re.compile(r"[\"“”]")
# A semicolon ends an item; one with a letter right behind it belongs to a key that needed braces.
_ITEM_SPLIT: Final = re.compile(r"@\{[^\s{}]*\}|\"[^\"]*\"|“[^”]*”|;(?=\s|-?@|$)", re.DOTALL)
# What stands glued to a bare key although only braces could hold it.
_GLUED: Final = re.compile(r"[^\s\]\"“]+")


@dataclass(frozen=True, slots=True)
class Malformed:
    """A bracket that looks like a citation or a waiver and is neither: why, and what to write instead."""

    span: Span
    why: str
    instead: str = ""


class _BadItem(Exception):
    def __init__(self, span: Span, why: str, instead: str = "") -> None:
        self.malformed = Malformed(span, why, instead)


def looks_like_citation(content: str) -> bool:
    """Whether a bracket's content holds ``@`` and a letter, or begins with ``no s``."""
    if _NO_SOURCE_LIKE.match(content):
        return True
    at = content.find("@")
    return at >= 0 and any(character.isalpha() for character in content[at + 1 :])


def read_bracket(content: str, start: int) -> Citation | Waiver | Malformed | None:
    """Read what stands in square brackets.

    ``content`` is the text between them and ``start`` its offset (spans come out on the same scale; a mark's own span
    takes the brackets in). ``None`` means that it is neither a citation nor a waiver and does not look like one.
    """
    if not looks_like_citation(content):
        return None
    span = Span(start - 1, start + len(content) + 1)
    if "@" not in content or _NO_SOURCE.match(content):
        return _read_waiver(content, span)
    try:
        items = tuple(_read_item(content[a:b], start + a) for a, b in _split_items(content))
    except _BadItem as bad:
        return bad.malformed
    return Citation(span, items)


def _read_waiver(content: str, span: Span) -> Waiver | Malformed:
    match = _WAIVER.fullmatch(content)
    if match is None:
        return Malformed(span, "this looks like a note that there is no source", "[no source: KIND]")
    note = match["note"]
    return Waiver(span, match["kind"], " ".join(note.split()) if note else None)


def _split_items(content: str) -> list[tuple[int, int]]:
    """Where the items stand: split at semicolons outside braces and quotes."""
    cuts = [match.start() for match in _ITEM_SPLIT.finditer(content) if match[0] == ";"]
    starts = [0, *(cut + 1 for cut in cuts)]
    return list(zip(starts, [*cuts, len(content)], strict=True))


def _read_item(text: str, start: int) -> CitationItem:
    """One citation item; raises ``_BadItem`` with the reason and, where it is known, the right spelling."""
    key = _find_key(text)
    if key is None:
        raise _BadItem(Span(start, start + len(text)), *_why_no_key(text))
    name = key["braced"] or key["bare"]
    end = key.end()
    if key["bare"]:
        end -= len(name) - len(name.rstrip("-.:/"))
        name = name.rstrip("-.:/")
    _refuse_glued(text, key, end, start)
    locator, label, suffix, quote = _read_after_key(text[end:], start + end)
    return CitationItem(
        Span(start + key.start() + len(key["minus"]), start + end),
        name,
        prefix=" ".join(text[: key.start()].split()) or None,
        locator=locator,
        label=label,
        suffix=suffix,
        quote=quote,
        suppress_author=bool(key["minus"]),
    )


def _find_key(text: str) -> re.Match[str] | None:
    """The first key of an item: at its beginning or after white space, so that an e-mail address is none."""
    for match in _KEY.finditer(text):
        before = text[match.start() - 1] if match.start() else " "
        if before.isspace() or before in "([":
            return match
    return None


def _why_no_key(text: str) -> tuple[str, str]:
    if re.search(r"\w@\w", text):
        return "this looks like a citation; an e-mail address needs no brackets around it", ""
    apart = re.search(r"@\s+(\S+)", text)
    if apart:
        return "there is a space between the @ and the key", f"[@{apart[1]}]"
    odd = re.search(r"@\{?([^\s,;{}]+)", text)
    if odd:
        return "this looks like a citation, but its key has a sign that needs braces", f"[@{{{odd[1]}}}]"
    if text.strip():
        return f'"{text.strip()}" between the brackets has no @ before it', f"@{text.strip().split()[0]}"
    return "there is a semicolon with nothing beside it", ""


def _refuse_glued(text: str, key: re.Match[str], end: int, start: int) -> None:
    """A key goes on to white space, a comma and space, a semicolon or the end; anything else needed braces."""
    rest = text[end:]
    if not rest or rest[0].isspace() or re.match(r",\s|[.:]*\s*$", rest) or rest[0] in '"“':
        return
    glued = _GLUED.match(rest)
    after = glued[0] if glued else ""
    where = Span(start + key.start(), start + end + len(after))
    if rest[0] == "," and re.match(r",\S", rest):
        spaced = f"{text[key.start() : end]}, {after[1:]}"
        raise _BadItem(where, "a comma after a key needs a space, and one inside a key needs braces", spaced)
    whole = (key["braced"] or text[key.start("bare") : end]) + after
    raise _BadItem(where, "this key has a sign that needs braces", f"@{{{whole}}}")


def _read_after_key(rest: str, start: int) -> tuple[str | None, str | None, str | None, str | None]:
    """Locator, its label, suffix and quote of an item; ``start`` is where ``rest`` stands."""
    if not rest.strip():
        return None, None, None, None
    quote = None
    pinned = _QUOTE.search(rest)
    if pinned:
        quote = " ".join((pinned["straight"] or pinned["curly"]).split())
        rest = rest[: pinned.start()]
    stray = _ANY_QUOTE.search(rest)
    if stray:
        where = Span(start + stray.start(), start + stray.start() + 1)
        raise _BadItem(where, "a pinned quote stands last in its item, once, between a pair of quotation marks")
    if re.search(r"(?:^|\s)-?@\w", rest):
        raise _BadItem(Span(start, start + len(rest)), "two sources in one citation need a semicolon between them", ";")
    locator = label = None
    if re.match(r",\s", rest):
        rest = rest[1:].lstrip()
        located = read_locator(rest)
        if located:
            locator, label, rest = located
    suffix = " ".join(rest.strip(" \t\n,").split())
    return locator, label, suffix if suffix.strip(".:") else None, quote
