"""The words before a key that mean something: how the source relates to the claim, and how sure the claim is.

``[contradicts @key]``, ``[certainty: low, @key]``. To pandoc they are a prefix, as "see" is in ``[see @key]``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches
from typing import Final, NamedTuple

from citewell.model.inlines import Certainty, Intent
from citewell.model.text_problems import CitationError, MalformedCitation

# What editors are likely to write instead, besides slips of the hand.
_MEANT: Final = {
    Intent.SUPPORTS: "agrees confirms confirming proves supported supporting",
    Intent.PARTLY: "part partial partially somewhat",
    Intent.CONTRADICTS: "against contra contradicted contradicting contrary disagrees disputes opposes refutes",
    Intent.BACKGROUND: "backgrounds context further overview",
}
_SYNONYMS: Final = {word: str(intent) for intent, words in _MEANT.items() for word in words.split()}
# The first word, and whether others follow after a comma or colon.
_FIRST: Final = re.compile(r"(?P<word>[^\W\d_]+)\s*(?P<between>[,:]?)\s*(?P<more>.*)", re.DOTALL)
_STATED: Final = re.compile(r"(?P<name>\w+)\s*(?P<colon>:?)\s*(?P<level>[^,]*?)\s*(?:,\s*(?P<more>.*))?", re.DOTALL)
_CERTAINTY: Final = "certainty"
_LIKE_CERTAINTY: Final = ("certain", "confidence", "evidence", "grade", "quality")
_CERTAINTY_BEGUN: Final = re.compile(r"\s*certainty\s*:", re.IGNORECASE)
_ALIKE: Final = 0.8  # of difflib's measure: "contradict", "suports"


class WordsBefore(NamedTuple):
    """The words before a key: how the source relates to the claim, how sure the claim is, and what readers see."""

    intent: Intent = Intent.SUPPORTS
    certainty: Certainty | None = None
    shown: str = ""


def begins_with_certainty(words: str) -> bool:
    """Whether words begin like the statement of a certainty."""
    return _CERTAINTY_BEGUN.match(words) is not None


def is_intent(words: str) -> bool:
    """Whether words are the one for an intent and nothing else."""
    return words in set(Intent)


def read_words_before(words: str) -> WordsBefore | MalformedCitation:
    """Read the words before a key, white space collapsed; what is wrong if they only look like one of ours."""
    stated = _read_certainty(words)
    if isinstance(stated, MalformedCitation):
        return stated
    certainty, rest = stated
    first = _FIRST.fullmatch(rest)
    if first is None or (first["more"] and not first["between"] and not is_intent(first["word"])):
        return WordsBefore(certainty=certainty, shown=rest)
    word = first["word"]
    if is_intent(word):
        if first["more"] and not first["between"]:
            return MalformedCitation(CitationError.WORDS_AFTER_INTENT, word, f"[{word}, {first['more']} @key]")
        return WordsBefore(Intent(word), certainty, first["more"])
    meant = _find_meant(word, Intent, _SYNONYMS)
    if meant:
        return MalformedCitation(CitationError.UNKNOWN_INTENT, word, meant)
    return WordsBefore(certainty=certainty, shown=rest)


def _read_certainty(words: str) -> tuple[Certainty | None, str] | MalformedCitation:
    """The certainty that words begin with, and the rest of them."""
    stated = _STATED.fullmatch(words)
    if stated is None:
        return None, words
    name, level = stated["name"], " ".join(stated["level"].split())
    known = level in set(Certainty)
    if name == _CERTAINTY and stated["colon"] and known:
        return Certainty(level), stated["more"] or ""
    meant = _find_meant(level, Certainty, {})
    is_meant = name.casefold() == _CERTAINTY and bool(stated["colon"] or meant)
    alike = name.casefold() in _LIKE_CERTAINTY or get_close_matches(name.casefold(), [_CERTAINTY], 1, _ALIKE)
    if is_meant or (alike and stated["colon"] and meant):
        found = words.rstrip(" ,")
        if not meant:
            return MalformedCitation(CitationError.UNKNOWN_CERTAINTY, found)
        return MalformedCitation(CitationError.MISSPELT_CERTAINTY, found, f"[certainty: {meant}, @key]")
    return None, words


def _find_meant(word: str, choices: Iterable[str], synonyms: dict[str, str]) -> str:
    """The choice that a word was meant to be; empty where none is like it."""
    plain = word.casefold().replace("-", " ").replace("_", " ")
    nearest = get_close_matches(plain, list(choices), 1, _ALIKE)
    return synonyms.get(plain) or (str(nearest[0]) if nearest else "")
