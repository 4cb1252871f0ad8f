"""Another address put in place of one that a reference or a link has, where nothing else depends on it."""

from __future__ import annotations

import re
from typing import Final

from citewell.diagnostics import Fix, Location
from citewell.model.facts import SiteFacts
from citewell.model.site import Site
from citewell.model.source_location import Span
from citewell.rules.references.yaml_rewrite import respelling

_PLAIN: Final = re.compile(r"[^\s<>()\[\]\\\"]+")  # what stands in a Markdown link as it is


def address_fix(site: Site, facts: SiteFacts, typed: str, spelling: str, place: Location) -> Fix | None:
    """The fix; none where a citation names the address, or where the file does not hold it as it was typed.

    ``place`` is that of a reference's address, or of a whole link.
    """
    documents = (*facts.articles.values(), *facts.pages.values())
    if not spelling or any(typed in document.keys_used for document in documents):
        return None
    article = next((each for each in site.documents if each.source.path == place.path), None)
    if article is None:
        return respelling(typed, spelling, place)
    span = article.source.span(place)
    if not _PLAIN.fullmatch(spelling) or article.source.text.count(typed, span.start, span.end) != 1:
        return None
    start = article.source.text.index(typed, span.start)
    return Fix(f'write "{spelling}"', article.source.locate(Span(start, start + len(typed))), spelling)
