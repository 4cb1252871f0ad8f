"""Where each term of the glossary is on the glossary's page."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from citewell.model.glossary import Term
from citewell.model.slugs import make_slug


@lru_cache(maxsize=1)  # one site at a time is read, article by article
def term_anchors(glossary: tuple[Term, ...]) -> Mapping[str, str]:
    """The id of each term on the page of the glossary, by the term; of two that look alike the later has a number."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    for term in glossary:
        first = anchor = f"term-{make_slug(term.term)}"
        count = 1
        while anchor in taken:
            count += 1
            anchor = f"{first}-{count}"
        taken.add(anchor)
        found[term.term] = anchor
    return found
