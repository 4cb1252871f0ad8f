"""``<meta>`` of a page: Highwire's ``citation_*``, Dublin Core, Open Graph and the rest, by name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

from selectolax.lexbor import LexborHTMLParser

_MOST: Final = 2_000  # papers of large collaborations name that many authors
_LONGEST: Final = 5_000


def read_meta_tags(tree: LexborHTMLParser) -> Mapping[str, Sequence[str]]:
    """The contents of ``<meta>``, by ``name`` or ``property`` in lower case; Dublin Core's are all ``dc.…``."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for tag in tree.css("meta[content]")[:_MOST]:
        name = (tag.attributes.get("name") or tag.attributes.get("property") or "").strip().lower()
        content = " ".join((tag.attributes.get("content") or "").split())
        if name and content:
            found[_normalise_name(name)].append(content[:_LONGEST])
    return found


def _normalise_name(name: str) -> str:
    for spelling in ("dcterms.", "dcterms:", "dc:", "eprints."):
        if name.startswith(spelling):
            return "dc." + name.removeprefix(spelling)
    return name
