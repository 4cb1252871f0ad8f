"""Who opens an entry, and who else is named in it, each with what they did."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from citewell.citations.names import format_names
from citewell.citations.punctuation import join_parts
from citewell.model.references import Name, Reference

_ROLES: Final[Mapping[str, str]] = {
    "editor": "editor",
    "translator": "translator",
    "editor-translator": "editor & translator",
    "compiler": "compiler",
    "illustrator": "illustrator",
    "director": "director",
    "producer": "producer",
    "executive-producer": "executive producer",
    "script-writer": "scriptwriter",
    "narrator": "narrator",
    "host": "host",
    "performer": "performer",
    "interviewer": "interviewer",
}
"""Who has a part in a work beside its authors, by CSL's name of the role, in the order in which they are named."""

_STANDING_IN: Final = (("author",), ("editor-translator",), ("editor", "translator"), ("collection-editor",))
"""Who opens an entry: the first of these groups that anybody is in."""


class Opening(NamedTuple):
    """The words an entry opens with, and whose they are."""

    words: str
    roles: tuple[str, ...]


def opening(reference: Reference) -> Opening:
    """The authors; of a work without any, its editors and translators; of one without those, its series' editors."""
    for roles in _STANDING_IN:
        words = join_parts(", ", *(credit(reference, role) for role in roles))
        if words:
            return Opening(words, roles)
    return Opening("", ())


def others(reference: Reference) -> str:
    """Everybody else: ``Smith J, Doe A, editors; Roe B, translator``; without a stop, empty without anybody."""
    opened = opening(reference).roles
    return join_parts("; ", *(credit(reference, role) for role in _ROLES if role not in opened))


def credit(reference: Reference, role: str) -> str:
    """The people of one role with its word, as in ``Smith J, editor``; authors without one."""
    people = _people(reference, role)
    listed = format_names(people)
    if not listed or role == "author":
        return listed
    abbreviated = "." if listed.endswith(" et al") else ""
    word = _ROLES.get(role, "editor")
    return f"{listed}{abbreviated}, {word if len(people) == 1 else _several(word)}"


def _several(word: str) -> str:
    return " & ".join(f"{one}s" for one in word.split(" & "))


def _people(reference: Reference, role: str) -> tuple[Name, ...]:
    """Who has a role. Those who both edited and translated a work have one role, ``editor-translator``."""
    if role == "author":
        return reference.authors
    both = reference.editors if reference.editors == reference.contributors.get("translator") else ()
    if both and role in {"editor", "translator"}:
        return ()
    if both and role == "editor-translator":
        return both
    return reference.editors if role == "editor" else reference.contributors.get(role, ())
