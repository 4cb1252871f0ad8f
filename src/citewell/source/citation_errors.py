"""What most likely went wrong in a citation, and how it should be written."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from citewell.model.text_problems import CitationError, MalformedCitation
from citewell.source.citation_intent import begins_with_certainty, is_intent
from citewell.source.locators import read_locator

# What is glued to a key although only braces could hold it; a comma before white space is not glued.
_GLUED: Final = re.compile(r"(?:,(?!\s)|[^\s,\]\"“])+")
# A key goes on to white space, a comma and white space, a quote or the end.
_FREE: Final = re.compile(r"\s|,\s|[.:]*\s*$|[\"“]")
_ESCAPE: Final = re.compile(r"\\([!-/:-@\[-`{-~])")
_PLAIN: Final = re.compile(r"[A-Za-z0-9_]+(?:[-.:/][A-Za-z0-9_]+)*")
# The wide characters of East Asian keyboards, and what they mean after a key.
_WIDE: Final = {"，": ",", "；": ";", "：": ","}
# What is between a key and what it begins with.
_BEFORE_KEY: Final = (
    (re.compile(r"\\@([^\s,;{}]+)"), CitationError.BACKSLASH_BEFORE_AT),
    (re.compile(r"@\s+(\S+)"), CitationError.SPACE_AFTER_AT),
)
# An identifier or a key without its @: it has a digit, and would be a locator for who looks for locators only.
_NO_PLACE: Final = re.compile(r"[0-9]{5,}|[^\W\d_]{2}[\w:/-]*")


class Slip(NamedTuple):
    """How many characters after a key are wrong, and how."""

    length: int
    facts: MalformedCitation


def find_slip_after_key(name: str, key: str, rest: str) -> Slip | None:
    """What is wrong right after a key, if anything; ``key`` is the name as written, with its ``@`` and any braces."""
    glued = None if not rest or _FREE.match(rest) else _GLUED.match(rest)
    if glued is None:
        return None
    after = glued[0]
    if re.match(r",[^\s,]|[，；：]", rest):
        return _explain_end(key, after, rest)
    if after.count("[") > rest[: len(after) + 1].count("]"):
        return Slip(len(after), MalformedCitation(CitationError.BRACKETS_INSIDE))
    if re.search(r"@\w", after) and "://" not in name:
        return Slip(len(after), MalformedCitation(CitationError.NO_SEMICOLON))
    return _explain_character(name, key, after, rest)


def _explain_end(key: str, after: str, rest: str) -> Slip:
    plain = _WIDE.get(after[0])
    if plain:
        instead = f"{key}{plain} {rest[1:].lstrip()}"
        return Slip(1, MalformedCitation(CitationError.WIDE_PUNCTUATION, after[0], instead, plain))
    return Slip(len(after), MalformedCitation(CitationError.COMMA_WITHOUT_SPACE, instead=f"{key}, {after[1:]}"))


def _explain_character(name: str, key: str, after: str, rest: str) -> Slip:
    if re.fullmatch(r"[^\w/]+", after):
        words = rest[len(after) :].strip(" ,")
        instead = f"{key}, {words}" if words else key
        return Slip(len(after), MalformedCitation(CitationError.FOREIGN_CHARACTER, instead=instead))
    whole = _ESCAPE.sub(r"\1", name + after)
    if "\\" in after and _PLAIN.fullmatch(whole):
        return Slip(len(after), MalformedCitation(CitationError.BACKSLASH_IN_KEY, instead=f"@{whole}"))
    return Slip(len(after), MalformedCitation(CitationError.NEEDS_BRACES, instead=_put_in_braces(whole)))


def explain_no_key(text: str, syntax: str) -> MalformedCitation:
    """Why an item has no key, and what to write instead where that is clear; in ``syntax`` Markdown is masked."""
    if "@" in text:
        return _explain_odd_key(text, syntax)
    words = text.strip()
    if re.match(r"no\s+source\b", words):
        return MalformedCitation(CitationError.SOURCE_AND_WAIVER)
    if _is_locator(words):
        return MalformedCitation(CitationError.LOCATOR_WITHOUT_KEY, words)
    if is_intent(words) or begins_with_certainty(words):
        return MalformedCitation(CitationError.INTENT_WITHOUT_KEY, words)
    if words:
        first = words.split()[0].rstrip(",")
        return MalformedCitation(CitationError.NO_AT, words, f"@{first}" if _PLAIN.fullmatch(first) else "")
    return MalformedCitation(CitationError.NOTHING_BESIDE_SEMICOLON)


def _is_locator(words: str) -> bool:
    """Whether words are a place in a source and nothing else, and neither a long number nor a key ("smith-2020")."""
    located = read_locator(words)
    return located is not None and not located.rest and not _NO_PLACE.fullmatch(words)


def _explain_odd_key(text: str, syntax: str) -> MalformedCitation:
    for pattern, error in _BEFORE_KEY:
        if found := pattern.search(text):
            return MalformedCitation(error, instead=f"@{found[1]}")
    if re.search(r"[^\W_]@\w", text) and not re.search(r"(?<!\w)@", text):
        return MalformedCitation(CitationError.EMAIL_ADDRESS)
    if "@" not in syntax:
        return MalformedCitation(CitationError.KEY_IN_STRESS)
    if re.search(r"(?:[^\s\w@-]|[^\s@]-)@\w", syntax):
        return MalformedCitation(CitationError.NO_SPACE_BEFORE_AT)
    braces = re.search(r"@\{(?:([^\s,;{}]+)(\{|\s+\S|$))?", text)
    if braces:
        instead = _put_in_braces(braces[1]) if braces[2] == "" else ""
        return MalformedCitation(CitationError.UNFINISHED_BRACES, instead=instead)
    odd = re.search(r"@([^\s,;{}]+)", text)
    return MalformedCitation(CitationError.ODD_KEY, instead=f"[{_put_in_braces(odd[1])}]" if odd else "")


def _put_in_braces(key: str) -> str:
    return "@{" + re.sub(r"[{}]", "", key) + "}"
