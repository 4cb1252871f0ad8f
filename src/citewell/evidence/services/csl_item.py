"""A CSL item out of what was found: only CSL's variables, identifiers only where they are well formed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from citewell.citations.identifiers import make_identifier_url, parse_identifier, strip_identifier
from citewell.evidence.items.languages import read_language
from citewell.evidence.services.json_api import each, text
from citewell.model.csl_variables import DATES, NAMES, TEXTS, TYPES
from citewell.model.references import IdentifierKind

VARIABLES: Final = TEXTS | NAMES | DATES


def complete(item: Mapping[str, Any]) -> dict[str, Any]:
    """The item without what is empty or no variable of CSL; ``type`` first, and ``document`` where it is none."""
    kind = item.get("type")
    kept = {name: value for name, value in item.items() if name in VARIABLES and value}
    return {"type": kind if kind in TYPES else "document", **kept}


def identifier(kind: IdentifierKind, value: object) -> str:
    """The first well-formed identifier of a value, in its publisher's own letters; empty for none."""
    for one in each(value):
        given = text(one)
        normal = parse_identifier(kind, given) if given else None
        if normal:
            return strip_identifier(kind, given, normal)
    return ""


def doi_address(doi: str) -> str:
    """Where a DOI leads; empty for none."""
    normal = parse_identifier(IdentifierKind.DOI, doi)
    return make_identifier_url(IdentifierKind.DOI, normal) if normal else ""


def doi_path(doi: str) -> str:
    """A DOI as the end of an address, with what an address cannot hold percent-encoded; empty for what is no DOI."""
    return doi_address(doi).removeprefix(make_identifier_url(IdentifierKind.DOI, ""))


def language(code: str) -> str:
    """A language as CSL has it; nothing for "undetermined", several, and what is unknown."""
    found = read_language(code)
    return found.tag if found else ""


def short(words: str, longest: int) -> str:
    """Words as they are, or nothing where they are longer than the thing can be."""
    return words if len(words) <= longest else ""
