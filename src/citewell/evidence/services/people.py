"""CSL names from what services write: particles apart, bodies as ``literal``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from citewell.evidence.services.asking import each, mapping, text

CslName = dict[str, str]

_PARTICLES: Final = frozenset(
    "af al auf ben bin d da dal dalla das de degli dei del della den der des di do dos du e el het i ibn la las le les"
    " lo los op 's 't te ten ter tot uit van vande vom von vor y zu zum zur".split()
)
_SUFFIX: Final = re.compile(r"(?:Jr|Sr|2nd|3rd|4th|I{2,3}|IV|V)\.?")
_BODY: Final = re.compile(
    r"\b(?:academy|agency|association|authority|board|bureau|cent(?:er|re)s?|collaboration|college|commission|"
    r"committee|company|consortium|corporation|council|department|editors?|federation|foundation|great britain|group|"
    r"hospitals?|inc|institut(?:e|es|ion)|library|ltd|ministry|national|network|office|organi[sz]ation|press|program(?:me)?|"
    r"publish(?:ers|ing)|royal|school|services?|society|staff|states|team|trust|union|university|world|and|of|for)\b|&",
    re.IGNORECASE,
)


def person(family: str, given: str = "", suffix: str = "") -> CslName | None:
    """A person; ``van`` before the family name is its ``non-dropping-particle``, behind a given one a dropping one.

    Nobody without a family name, but for those who have only one name.
    """
    if not family:
        return {"family": given} if given else None
    particle, family = _split(family)
    name = {"family": family}
    words = given.split()
    dropped = next((at for at in range(1, len(words)) if all(word in _PARTICLES for word in words[at:])), len(words))
    parts = (("given", " ".join(words[:dropped])), ("dropping-particle", " ".join(words[dropped:])))
    name.update({key: part for key, part in (*parts, ("non-dropping-particle", particle), ("suffix", suffix)) if part})
    return name


def body(name: str) -> CslName | None:
    """A body that signs as one."""
    return {"literal": name} if name else None


def from_crossref(value: object) -> list[CslName]:
    """A list of contributors as Crossref has them (``family``, ``given``, ``suffix``, or ``name``), CSL's names too."""
    return [found for one in each(value) if (found := _from_crossref(mapping(one)))]


def _from_crossref(one: Mapping[str, Any]) -> CslName | None:
    family, given = text(one.get("family")), text(one.get("given"))
    if not family and not given:
        return body(text(one.get("literal")) or text(one.get("name")))
    name = person(family, given, text(one.get("suffix")))
    for particle in ("non-dropping-particle", "dropping-particle"):
        words = text(one.get(particle))
        if name and words:
            name[particle] = words
    return name


def from_display(words: str) -> CslName | None:
    """A name as title pages show it ("Ann B. de Vries"), or turned about ("de Vries, Ann B.").

    Whatever may be a body, or is of fewer than two or more than five words, is taken as a whole.
    """
    if not words or _BODY.search(words):
        return body(words)
    if words.count(",") == 1:
        family, given = (part.strip() for part in words.split(","))
        if _SUFFIX.fullmatch(given):
            name = from_display(family)
            return name | {"suffix": given} if name else None
        return person(family, given)
    parts = words.split()
    suffix = parts.pop() if len(parts) > 2 and _SUFFIX.fullmatch(parts[-1]) else ""
    if not 2 <= len(parts) <= 5 or "," in words:
        return body(words)
    start = len(parts) - 1
    while start > 1 and parts[start - 1] in _PARTICLES:
        start -= 1
    return person(" ".join(parts[start:]), " ".join(parts[:start]), suffix)


def _split(family: str) -> tuple[str, str]:
    """The particles in small letters at a family name's beginning, and the rest."""
    words = family.split()
    at = next((at for at, word in enumerate(words) if word not in _PARTICLES), 0)
    return " ".join(words[:at]), " ".join(words[at:])
