"""A CSL item out of what was found: only CSL's variables, identifiers only where they are well formed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from citewell.citations.identifiers import make_identifier_url, parse_identifier, strip_identifier
from citewell.evidence.items.languages import parse_language
from citewell.evidence.service_api.json_api import get_text, iterate_list
from citewell.model.csl_variables import DATES, NAMES, TEXTS, TYPES
from citewell.model.references import IdentifierKind

VARIABLES: Final = TEXTS | NAMES | DATES


def clean_item(item: Mapping[str, Any]) -> dict[str, Any]:
    """The item with only CSL's variables that are not empty; ``type`` first, and ``document`` if it is unknown."""
    kind = item.get("type")
    kept = {name: value for name, value in item.items() if name in VARIABLES and value}
    return {"type": kind if kind in TYPES else "document", **kept}


def find_identifier(kind: IdentifierKind, value: object) -> str:
    """The first well-formed identifier of a value, in its publisher's own letters; empty for none."""
    for one in iterate_list(value):
        given = get_text(one)
        normal = parse_identifier(kind, given) if given else None
        if normal:
            return strip_identifier(kind, given, normal)
    return ""


def convert_doi_to_url(doi: str) -> str:
    """Where a DOI leads; empty for none."""
    normal = parse_identifier(IdentifierKind.DOI, doi)
    return make_identifier_url(IdentifierKind.DOI, normal) if normal else ""


def make_doi_path(doi: str) -> str:
    """A DOI as the end of an address, with what an address cannot hold percent-encoded; "" for what is not a DOI."""
    return convert_doi_to_url(doi).removeprefix(make_identifier_url(IdentifierKind.DOI, ""))


def find_language(code: str) -> str:
    """A language as CSL has it; "" for "undetermined", several, and unknown ones."""
    found = parse_language(code)
    return found.tag if found else ""


def drop_if_longer(words: str, longest: int) -> str:
    """The text, or "" if it exceeds ``longest`` characters."""
    return words if len(words) <= longest else ""
