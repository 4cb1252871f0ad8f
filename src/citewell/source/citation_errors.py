"""What most likely went wrong in a citation, in words, and how it should be written."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from citewell.source.locators import read_locator

# What stands glued to a key although only braces could hold it; a comma before white space is not glued.
_GLUED: Final = re.compile(r"(?:,(?!\s)|[^\s,\]\"“])+")
# A key goes on to white space, a comma and white space, a quote or the end.
_FREE: Final = re.compile(r"\s|,\s|[.:]*\s*$|[\"“]")
_ESCAPE: Final = re.compile(r"\\([!-/:-@\[-`{-~])")
_PLAIN: Final = re.compile(r"[A-Za-z0-9_]+(?:[-.:/][A-Za-z0-9_]+)*")
# The wide signs of East Asian keyboards, and what is meant by them behind a key.
_WIDE: Final = {"，": ",", "；": ";", "：": ","}
# What stands between a key and what it begins with.
_BEFORE_KEY: Final = (
    (re.compile(r"\\@([^\s,;{}]+)"), "there is a backslash before the @ of a key"),
    (re.compile(r"@\s+(\S+)"), "there is a space between the @ and the key"),
)
# An identifier or a key without its sign, although a figure in it makes a place of it for who asks for places only.
_NO_PLACE: Final = re.compile(r"[0-9]{5,}|[^\W\d_]{2}[\w:/-]*")
SOURCE_OR_REASON: Final = "a statement has a source or a reason for having none, not both"
TWO_SOURCES: Final = "two sources in one citation need a semicolon between them"
NO_BRACKETS: Final = "a citation holds no square brackets"
NO_SIGN: Final = "this looks like a citation without its @, and would be shown as it stands"


class Slip(NamedTuple):
    """How many letters behind the key are wrong, why, and what to write instead."""

    length: int
    why: str
    instead: str


def glued_to_key(name: str, key: str, rest: str) -> Slip | None:
    """What is wrong right behind a key, if anything; ``key`` is the name as written, with its ``@`` and any braces."""
    glued = None if not rest or _FREE.match(rest) else _GLUED.match(rest)
    if glued is None:
        return None
    after = glued[0]
    if re.match(r",[^\s,]|[，；：]", rest):
        return _wrong_end(key, after, rest)
    if after.count("[") > rest[: len(after) + 1].count("]"):
        return Slip(len(after), NO_BRACKETS, "")
    if re.search(r"@\w", after) and "://" not in name:
        return Slip(len(after), TWO_SOURCES, "")
    return _wrong_sign(name, key, after, rest)


def _wrong_end(key: str, after: str, rest: str) -> Slip:
    plain = _WIDE.get(after[0])
    if plain:
        return Slip(1, f'"{after[0]}" is not the plain sign "{plain}"', f"{key}{plain} {rest[1:].lstrip()}")
    why = "a comma after a key needs a space, and one inside a key needs braces"
    return Slip(len(after), why, f"{key}, {after[1:]}")


def _wrong_sign(name: str, key: str, after: str, rest: str) -> Slip:
    if re.fullmatch(r"[^\w/]+", after):
        words = rest[len(after) :].strip(" ,")
        return Slip(len(after), "this key has a sign that is not its own", f"{key}, {words}" if words else key)
    whole = _ESCAPE.sub(r"\1", name + after)
    if "\\" in after and _PLAIN.fullmatch(whole):
        return Slip(len(after), "a key needs no backslash", f"@{whole}")
    return Slip(len(after), "this key has a sign that needs braces", _in_braces(whole))


def why_no_key(text: str, signs: str) -> tuple[str, str]:
    """Why an item has no key, and what to write instead where that is clear; in ``signs`` Markdown is masked."""
    if "@" in text:
        return _why_not_this_key(text, signs)
    words = text.strip()
    if re.match(r"no\s+source\b", words):
        return SOURCE_OR_REASON, ""
    if _is_place(words):
        return f'"{words}" is a place in a source, without the key of one', ""
    if words:
        first = words.split()[0].rstrip(",")
        return f'"{words}" between the brackets has no @ before it', f"@{first}" if _PLAIN.fullmatch(first) else ""
    return "there is a semicolon with nothing beside it", ""


def _is_place(words: str) -> bool:
    """Whether words are a place in a source and nothing else, and neither a long number nor a key ("smith-2020")."""
    located = read_locator(words)
    return located is not None and not located.rest and not _NO_PLACE.fullmatch(words)


def _why_not_this_key(text: str, signs: str) -> tuple[str, str]:
    for pattern, why in _BEFORE_KEY:
        if found := pattern.search(text):
            return why, f"@{found[1]}"
    if re.search(r"[^\W_]@\w", text) and not re.search(r"(?<!\w)@", text):
        return "this looks like a citation; an e-mail address needs no brackets around it", ""
    if "@" not in signs:
        return "a key cannot stand in stressed words or in code", ""
    if re.search(r"(?:[^\s\w@-]|[^\s@]-)@\w", signs):
        return "a key needs a space before its @", ""
    braces = re.search(r"@\{(?:([^\s,;{}]+)(\{|\s+\S|$))?", text)
    if braces:
        why = "a key in braces ends with a brace and has no white space and no other brace in it"
        return why, _in_braces(braces[1]) if braces[2] == "" else ""
    odd = re.search(r"@([^\s,;{}]+)", text)
    return (
        "this looks like a citation, but its key has a sign that needs braces",
        f"[{_in_braces(odd[1])}]" if odd else "",
    )


def _in_braces(key: str) -> str:
    return "@{" + re.sub(r"[{}]", "", key) + "}"
