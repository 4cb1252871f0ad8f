"""What most likely went wrong in a citation, in words, and how it should be written."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from citewell.source.citation_words import MASK

# What stands glued to a key although only braces could hold it.
_GLUED: Final = re.compile(r"[^\s\]\"“]+")
# A key goes on to white space, a comma and white space, a quote or the end.
_FREE: Final = re.compile(r"\s|,\s|[.:]*\s*$|[\"“]")
_ESCAPE: Final = re.compile(r"\\([!-/:-@\[-`{-~])")
_PLAIN: Final = re.compile(r"[A-Za-z0-9_]+(?:[-.:/][A-Za-z0-9_]+)*")


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
    if re.match(r",[^\s,]", rest):
        return Slip(
            len(after), "a comma after a key needs a space, and one inside a key needs braces", f"{key}, {after[1:]}"
        )
    if re.fullmatch(r"[^\w/]+", after):
        words = rest[len(after) :].strip()
        return Slip(len(after), "this key has a sign that is not its own", f"{key}, {words}" if words else key)
    whole = _ESCAPE.sub(r"\1", name + after)
    if "\\" in after and _PLAIN.fullmatch(whole):
        return Slip(len(after), "a key needs no backslash", f"@{whole}")
    return Slip(len(after), "this key has a sign that needs braces", _in_braces(whole))


def why_no_key(text: str, signs: str) -> tuple[str, str]:
    """Why an item has no key, and what to write instead where that is clear; in ``signs`` Markdown is masked."""
    if "@" in text:
        return _why_not_this_key(text, signs)
    if text.strip():
        return f'"{text.strip()}" between the brackets has no @ before it', f"@{text.strip().split()[0]}"
    return "there is a semicolon with nothing beside it", ""


def _why_not_this_key(text: str, signs: str) -> tuple[str, str]:
    if re.search(r"\w@\w", text) and not re.search(r"(?<!\w)@", text):
        return "this looks like a citation; an e-mail address needs no brackets around it", ""
    apart = re.search(r"@\s+(\S+)", text)
    if apart:
        return "there is a space between the @ and the key", f"[@{apart[1]}]"
    if "@" not in signs:
        return "a key cannot stand in stressed words or in code", ""
    if re.search(rf"(?:[^\s\w@-]|\w-|{MASK}-?)@\w", signs):
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
