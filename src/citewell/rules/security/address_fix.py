"""Another address put in place of one that a reference or a link has, where nothing else depends on it."""

from __future__ import annotations

import re
from typing import Final

from citewell.diagnostics import Fix
from citewell.model.facts import SiteFacts
from citewell.rules.references.yaml_rewrite import respelling
from citewell.rules.security.external_links import OutwardAddress

_PLAIN: Final = re.compile(r"[^\s<>()\[\]\\\"]+")  # what may be written in a Markdown link as it is


def address_fix(facts: SiteFacts, address: OutwardAddress, spelling: str) -> Fix | None:
    """The fix; none where a citation names the address, or where the file does not hold it as it was typed."""
    typed = address.typed
    if not spelling or any(typed in document.keys_used for document in facts.documents):
        return None
    if not address.in_text:
        return respelling(typed, spelling, address.location)
    if address.own_location is None or not _PLAIN.fullmatch(spelling):
        return None
    return Fix(f'write "{spelling}"', address.own_location, spelling)
