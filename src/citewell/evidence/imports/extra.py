"""Identifiers in a note, a line each ("PMID: 12345678"): where Zotero keeps those that its items have no field for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from citewell.citations.identifiers import parse_identifier
from citewell.model.references import IdentifierKind

_LINE: Final = re.compile(r"\s*(DOI|PMID|PMCID|ISBN)\s*:\s*(\S+)\s*", re.IGNORECASE)


def with_identifiers(raw: Mapping[str, Any]) -> Mapping[str, Any]:
    """CSL data with the well-formed identifiers of its note as variables, where it lacks these; the rest stays."""
    note = raw.get("note")
    if not isinstance(note, str) or ":" not in note:
        return raw
    found: dict[str, str] = {}
    rest = []
    for line in note.splitlines():
        match = _LINE.fullmatch(line)
        kind = IdentifierKind(match[1].upper()) if match else None
        if match and kind and not (raw.get(kind) or kind in found) and parse_identifier(kind, match[2]):
            found[kind] = match[2]
        else:
            rest.append(line)
    return {**raw, **found, "note": "\n".join(rest)} if found else raw
