"""Who published a work, and whether a name in a text ("WHO", "the Mayo Clinic") means one of its publishers."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Final
from urllib.parse import urlsplit

from citewell.model.references import IdentifierKind, Reference

_PERIODICALS: Final = frozenset({"article-journal", "article-magazine", "article-newspaper"})
_WORD: Final = re.compile(r"[^\W_]+")
# Words of a body's name that its short form passes over.
_SMALL: Final = frozenset("a and at for from in of on the to".split())
# A short form of two letters ("RC") would be found in too many names with one word left out.
_SHORTEST_WITH_GAP: Final = 3
_LONGEST_INITIALS: Final = 20


def find_publisher(reference: Reference) -> str:
    """The one body responsible for a work, by the name to print; empty when the reference names none.

    Of a periodical's article that is the periodical; of anything else the publisher, the authority, the site it is
    on, a body that is its author, or the host of its address, whichever is there first.
    """
    field = reference.fields.get
    first, last = ("container-title", "publisher") if is_periodical(reference) else ("publisher", "container-title")
    bodies = (author.literal for author in reference.authors)
    return (
        field(first, "")
        or field("authority", "")
        or field(last, "")
        or next(filter(None, bodies), _find_host(reference))
    )


def normalise_publisher(publisher: str) -> str:
    """What is the same for one publisher however its name is written: ``NHS``, ``nhs`` and ``The NHS``."""
    return " ".join(_split_words(publisher))


def is_periodical(reference: Reference) -> bool:
    """Whether a work is an article of a journal, magazine or newspaper."""
    return reference.type in _PERIODICALS


def is_published_by(reference: Reference, name: str) -> bool:
    """Whether a body named in a text is responsible for a work: its publisher, authority, journal or site, author.

    The name may be the whole of the body's, its beginning ("Mayo" of Mayo Clinic), several of its words in a row, or
    its initials. An author's family name counts too.
    """
    said = _split_words(name)
    return bool(said) and any(_names_body(name, said, body) for body in _list_bodies(reference))


class Bodies:
    """The bodies responsible for some works, indexed so that many names can be looked for."""

    def __init__(self, references: Iterable[Reference]) -> None:
        self._known: dict[str, list[str]] = {}
        for body in dict.fromkeys(name for reference in references for name in _list_bodies(reference)):
            for key in _list_index_keys(body):
                self._known.setdefault(key, []).append(body)

    def include(self, name: str) -> bool:
        """Whether one of the works was published by the body of this name, as ``is_published_by`` decides."""
        said = _split_words(name)
        if not said:
            return False
        if len(said) > 1:
            candidates = min((self._known.get(f"holds {word}", []) for word in said), key=len)
        else:
            candidates = [*self._known.get(f"begins {said[0]}", ()), *self._known.get(f"letters {name}", ())]
        return any(_names_body(name, said, body) for body in candidates)


def _list_index_keys(body: str) -> set[str]:
    """By what a body is found: its words, the first of them, its initials, and its initials without one of them."""
    words = _split_words(body)
    keys = {f"holds {word}" for word in words} | {f"begins {word}" for word in words[:1]}
    for letters in _list_initials(body):
        keys.add(f"letters {letters}")
        keys |= {f"letters {letters[:gap]}{letters[gap + 1 :]}" for gap in range(len(letters[:_LONGEST_INITIALS]))}
    return keys


def _list_bodies(reference: Reference) -> list[str]:
    variables = ("publisher", "authority", "container-title", "container-title-short")
    names = [reference.fields.get(variable, "") for variable in variables]
    names += (author.literal or author.family for author in reference.authors)
    return [name for name in names if name]


def _names_body(name: str, said: tuple[str, ...], body: str) -> bool:
    words = _split_words(body)
    length = len(said)
    last = len(words) - length if length > 1 else min(len(words) - 1, 0)
    if any(words[start : start + length] == said for start in range(last + 1)):
        return True
    return length == 1 and name.isupper() and any(_abbreviates(name, letters) for letters in _list_initials(body))


def _split_words(name: str) -> tuple[str, ...]:
    """The words of a name in small letters, without an article before it."""
    words = tuple(_WORD.findall(name.casefold()))
    return words[1:] if words[:1] == ("the",) else words


@cache
def _list_initials(body: str) -> tuple[str, ...]:
    """The first letters of a name's words, those in capitals spelt out (``CRUK``); again without those before it."""
    words = [word for word in _WORD.findall(body) if word not in _SMALL]
    letters = [word if word.isupper() else word[0].upper() for word in words]
    leading = next((place for place, word in enumerate(words) if not word.isupper()), 0)
    return ("".join(letters), "".join(letters[leading:]))


def _abbreviates(short: str, initials: str) -> bool:
    """Whether a short form is these initials, of which it may leave out one (``NICE`` has no H for "Health")."""
    if short == initials:
        return True
    if len(short) < _SHORTEST_WITH_GAP or len(initials) != len(short) + 1:
        return False
    gap = next(place for place in range(len(initials)) if short[place : place + 1] != initials[place])
    return short[gap:] == initials[gap + 1 :]


def _find_host(reference: Reference) -> str:
    address = reference.identifiers.get(IdentifierKind.URL, "")
    return (urlsplit(address).hostname or "").removeprefix("www.")
