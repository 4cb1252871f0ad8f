"""Ids for headings and blocks: made of their words, unique on the page, never one that the page itself uses."""

from __future__ import annotations

from typing import Final

from citewell.model.slugs import make_slug

# Ids the page furniture uses; ``ref-`` and ``cite-`` begin those of sources and marks.
RESERVED: Final = frozenset(
    "content takeaway contents sources related-questions related-articles corrections review notice report".split()
)


class Anchors:
    """Hands out ids for one page."""

    def __init__(self) -> None:
        self._used: dict[str, int] = {}
        self._taken: set[str] = set()

    def make(self, words: str) -> str:
        """An id for these words: ``what-it-looks-like``, then ``what-it-looks-like-2``."""
        base = make_slug(words) or "section"
        if base in RESERVED or base.startswith(("ref-", "cite-")):
            base = f"section-{base}"
        anchor = base
        while anchor in self._taken:
            self._used[base] = self._used.get(base, 1) + 1
            anchor = f"{base}-{self._used[base]}"
        self._taken.add(anchor)
        return anchor
