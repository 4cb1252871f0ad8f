"""Contributors as Crossref lists them, as CSL names."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from citewell.evidence.items.people import CslName, body, person
from citewell.evidence.services.json_api import each, mapping, text


def from_crossref(value: object) -> list[CslName]:
    """The names of a list of contributors (``family``, ``given``, ``suffix``, or ``name``); CSL's own names too."""
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
