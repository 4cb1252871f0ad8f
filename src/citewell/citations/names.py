"""Names in NLM style, ``Henschke N, Maher CG, Refshauge KM``, and who is named where in an entry.

After Citing Medicine (2nd edition, chapters 1 and 2): the surname first, initials without stops, a comma between names.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final, NamedTuple

from citewell.citations.punctuation import join_parts, trim
from citewell.model.references import Name, Reference

MOST: Final = 6
"""How many names come before "et al" where there are more: one of the two limits that Citing Medicine allows."""

PARTICLES: Final = frozenset(
    "af al auf ben bin d da dal dalla das de degli dei del della den der des di do dos du e el het i ibn la las le les"
    " lo los op 's 't te ten ter tot uit van vande vom von vor y zu zum zur".split()
)
"""Words in small letters that belong to a family name, not to a given name."""

_SUFFIXES: Final[Mapping[str, str]] = {"II": "2nd", "III": "3rd", "IV": "4th", "V": "5th"}
_DEGREES: Final = frozenset("ba bsc dphil frcp frcs ma mba mbbs md mph ms msc pharmd phd rn".split())
_OTHERS: Final = frozenset({"and others", "others", "et al"})  # how BibTeX, and editors, leave the rest of a team out

# Scripts that have initials: Latin, Greek, Cyrillic.
_INITIALLED: Final = re.compile(r"[A-Za-z\u00c0-\u024f\u0370-\u03ff\u0400-\u04ff\u1e00-\u1fff]")
_UNSPACED: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")  # Japanese, Chinese, Korean
_ELIDED: Final = ("'", "’", "-", "‐", "‑")  # d'Angelo and al-Khatib are one word
_SPOKEN: Final = re.compile("[AEIOUY]")  # a word of three capitals with a vowel is a name: DAN, ANN
_HYPHEN: Final = re.compile("[-‐‑–]")
_GIVEN: Final = re.compile(r"[^\s.]+\.?")
# Parts of a given-name field that are not names: Robert "Bob", Sara (Sally), Prof. Dr. Hans, Sir John.
_NO_NAME: Final = re.compile(r"[(\[“\"][^()\[\]“”\"]*[)\]”\"]|(?:^|(?<= ))(?:Dr|Prof|Sir|Dame|Mrs?|Ms)\b\.? ")
_RANK: Final = re.compile(r"(?<=[^\s,])(?:,\s*(\S.*)|\s+((?:Jr|Sr)\b\.?|II|III|IV|[2-5](?:nd|rd|th)))\s*$")


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

_OPENING_ROLES: Final = (("author",), ("editor-translator",), ("editor", "translator"), ("collection-editor",))
"""Who opens an entry: the first of these groups that anybody is in."""


class Opening(NamedTuple):
    """The words an entry opens with, and whose they are."""

    words: str
    roles: tuple[str, ...]


def find_opening(reference: Reference) -> Opening:
    """The authors; of a work without any, its editors and translators; of one without those, its series' editors."""
    for roles in _OPENING_ROLES:
        words = join_parts(", ", *(format_credit(reference, role) for role in roles))
        if words:
            return Opening(words, roles)
    return Opening("", ())


def format_other_contributors(reference: Reference) -> str:
    """Everybody else: ``Smith J, Doe A, editors; Roe B, translator``; without a stop, empty without anybody."""
    opened = find_opening(reference).roles
    return join_parts("; ", *(format_credit(reference, role) for role in _ROLES if role not in opened))


def format_credit(reference: Reference, role: str) -> str:
    """The people of one role with its word, as in ``Smith J, editor``; authors without one."""
    people = _list_people(reference, role)
    listed = format_names(people)
    if not listed or role == "author":
        return listed
    abbreviated = "." if listed.endswith(" et al") else ""
    word = _ROLES.get(role, "editor")
    return f"{listed}{abbreviated}, {word if len(people) == 1 else _make_plural(word)}"


def _make_plural(word: str) -> str:
    return " & ".join(f"{one}s" for one in word.split(" & "))


def _list_people(reference: Reference, role: str) -> tuple[Name, ...]:
    """Who has a role. Those who both edited and translated a work have one role, ``editor-translator``."""
    if role == "author":
        return reference.authors
    both = reference.editors if reference.editors == reference.contributors.get("translator") else ()
    if both and role in {"editor", "translator"}:
        return ()
    if both and role == "editor-translator":
        return both
    return reference.editors if role == "editor" else reference.contributors.get(role, ())


def format_names(people: tuple[Name, ...]) -> str:
    """Names one after another, without a stop at the end; empty when there are none."""
    listed = [word for name in people if (word := format_name(name)) and word.casefold().rstrip(".") not in _OTHERS]
    cut = len(listed) > MOST or any(trim(name.literal).casefold().rstrip(".") in _OTHERS for name in people)
    shown = ", ".join(listed[:MOST])
    return f"{shown}, et al" if shown and cut else shown


def format_name(name: Name) -> str:
    """One name: ``van Tulder MW``, ``Smith JA Jr``, ``World Health Organization``.

    Zotero has one line for given names, where a suffix follows a comma (``John A., Jr.``), or only a space. A name
    that is wholly in small letters (``bell hooks``) is kept so.
    """
    if name.literal:
        return trim(name.literal)
    given = _NO_NAME.sub(" ", name.given).strip(" ,")
    rank = _RANK.search(given)
    given = given[: rank.start()] if rank else given
    suffix = _format_suffix(name.suffix or (rank[1] or rank[2] if rank else ""))
    if not name.family:
        return trim(f"{given} {suffix}")
    particle = name.non_dropping_particle.strip()
    family = f"{particle}{'' if particle.endswith(_ELIDED) else ' '}{name.family}".strip()
    initials = given.strip() if f"{name.family}{given}".islower() else _abbreviate_given_names(given, name.family)
    gap = "" if _UNSPACED.match(family) and _UNSPACED.match(initials) else " "
    return trim(f"{family}{gap}{initials} {name.dropping_particle} {suffix}")


def _abbreviate_given_names(given: str, family: str) -> str:
    """First letters of given names in a script that has them; a particle in small letters (``da``) stays a word.

    All of them are kept (``RWJG``), as journals print them; Citing Medicine would stop at two. A word with a stop is
    abbreviated already (``Th.``), and so are a few capitals (``CG``), unless the whole name is in capitals (``DAN M``).
    """
    if not _INITIALLED.search(given):
        return " ".join(given.split())
    words = _GIVEN.findall(given)
    in_capitals = given.isupper() and (len(words) > 1 or (len(family) > 1 and family.isupper()))
    return "".join(_abbreviate_given_name(word, in_capitals=in_capitals) for word in words)


def _abbreviate_given_name(word: str, *, in_capitals: bool) -> str:
    """What one given name is abbreviated to; of a compound, each part that has a large letter."""
    if word.rstrip("'’") in PARTICLES:
        return f" {word} "
    first, *others = [part for part in _HYPHEN.split(word) if part and part not in PARTICLES] or [word]
    written = [first, *(part for part in others if part[0].isupper())]
    return "".join(_abbreviate_part(part, in_capitals=in_capitals) for part in written)


def _abbreviate_part(part: str, *, in_capitals: bool) -> str:
    letters = "".join(letter for letter in part if letter.isalpha())
    if part.endswith("."):
        return letters[:1].upper() + letters[1:]
    if part.isupper() and (len(part) <= 2 or (len(part) == 3 and not (in_capitals and _SPOKEN.search(part)))):
        return letters
    return next((letter.upper() for letter in letters if letter.lower() != letter.upper()), "")  # not ʿ


def _format_suffix(suffix: str) -> str:
    """A rank in a family as NLM has it: ``3rd`` for ``III``; academic degrees are left out."""
    plain = " ".join(word for word in suffix.replace(",", " ").split() if not _is_degree(word)).rstrip(".")
    return _SUFFIXES.get(plain, plain)


def _is_degree(word: str) -> bool:
    return word.replace(".", "").casefold() in _DEGREES
