"""What a note says line by line and a reference has variables for: identifiers and the day a page was visited.

Zotero keeps there what its items have no field for ("PMID: 12345678"); others write "[Online; accessed 29-July-2020]".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from citewell.citations.identifiers import parse_identifier
from citewell.evidence.items.dates import read_date
from citewell.model.references import IdentifierKind

_LINE: Final = re.compile(r"\s*(DOI|PMID|PMCID|ISBN)\s*:\s*(\S+?)[\s.]*", re.IGNORECASE)
_VISITED: Final = re.compile(
    r"\s*\[?\s*(?:online\s*[;,]\s*)?(?:last\s+)?(?:accessed|retrieved|visited|cited)(?:\s+on)?\s*:?\s+(.{4,30}?)\s*[].]*\s*",
    re.IGNORECASE,
)


def read_note(raw: Mapping[str, Any]) -> Mapping[str, Any]:
    """CSL data with what its note says as variables, where it lacks these; the rest of the note stays."""
    note = raw.get("note")
    if not isinstance(note, str):
        return raw
    found: dict[str, str] = {}
    rest = []
    for line in note.splitlines():
        read = next((one for one in _read_line(line) if not (raw.get(one[0]) or one[0] in found)), None)
        if read:
            found[read[0]] = read[1]
        else:
            rest.append(line)
    return {**raw, **found, "note": "\n".join(rest)} if found else raw


def _read_line(line: str) -> Iterator[tuple[str, str]]:
    """The variable that a line gives, and its value."""
    match = _LINE.fullmatch(line)
    kind = IdentifierKind(match[1].upper()) if match else None
    if match and kind and parse_identifier(kind, match[2]):
        yield str(kind), match[2]
    visited = _VISITED.fullmatch(line)
    if visited and (day := read_date(visited[1])) and day.whole:
        yield "accessed", visited[1]
