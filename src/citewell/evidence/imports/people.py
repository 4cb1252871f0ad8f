"""Names in one text, as other programs write them: "Downie, Aron", "Downie AP", "National Cancer Institute"."""

from __future__ import annotations

import re
from typing import Final

_SUFFIX: Final = re.compile(r"(?:Jr|Sr|II|III|IV|2nd|3rd|4th)\.?", re.IGNORECASE)

_BEHIND: Final = re.compile(r"(\S.*?)\s+((?:Jr|Sr|II|III|IV|2nd|3rd|4th)\.?)")


def person(text: str) -> dict[str, str]:
    """``Family, Given, Suffix`` as the parts of a name; a text without a comma is that of a body."""
    parts = [part.strip() for part in text.split(",")]
    if len(parts) == 1 or len(parts) > 3 or not parts[0] or not all(parts[1:2]):
        return {"literal": text.strip().strip(",").strip() or text.strip()}
    if len(parts) == 2 or not parts[2]:
        behind = _BEHIND.fullmatch(parts[1])  # as PubMed writes it: "D'Agostino, Ralph B Sr"
        given = {"given": behind[1], "suffix": behind[2]} if behind else {"given": parts[1]}
        return {"family": parts[0], **given}
    if _SUFFIX.fullmatch(parts[1]):
        return {"family": parts[0], "given": parts[2], "suffix": parts[1]}
    return {"family": parts[0], "given": parts[1], "suffix": parts[2]}
