"""Ids for headings and blocks: made of their words, unique on the page, never one that the page itself uses."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

# Ids the page furniture uses; ``ref-`` and ``cite-`` begin those of sources and marks.
RESERVED: Final = frozenset(
    {"content", "takeaway", "contents", "sources", "related-questions", "related-articles", "notice", "report"}
)
_LONGEST: Final = 60


class Anchors:
    """Hands out ids for one page."""

    def __init__(self) -> None:
        self._used: dict[str, int] = {}
        self._taken: set[str] = set()

    def make(self, words: str) -> str:
        """An id for these words: ``what-it-looks-like``, then ``what-it-looks-like-2``."""
        base = slug_of(words) or "section"
        if base in RESERVED or base.startswith(("ref-", "cite-")):
            base = f"section-{base}"
        anchor = base
        while anchor in self._taken:
            self._used[base] = self._used.get(base, 1) + 1
            anchor = f"{base}-{self._used[base]}"
        self._taken.add(anchor)
        return anchor


def slug_of(words: str) -> str:
    """Lower-case words joined by hyphens, accents taken off Latin letters, other scripts kept; cut at a whole word."""
    folded = unicodedata.normalize("NFKD", words.casefold())
    plain = "".join(character for character in folded if not unicodedata.combining(character))
    slug = re.sub(r"[^\w]+", "-", unicodedata.normalize("NFC", plain)).strip("-_")
    if len(slug) <= _LONGEST:
        return slug
    return slug[: _LONGEST + 1].rsplit("-", 1)[0][:_LONGEST].strip("-")
