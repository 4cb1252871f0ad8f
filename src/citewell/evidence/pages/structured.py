"""JSON-LD of a page (schema.org), as far as it describes the page itself or the work on it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, Final

from selectolax.lexbor import LexborHTMLParser

#: schema.org's types of a page or a written work, with their subtypes that health pages use. ``about`` and its like
#: (``MedicalCondition``) describe a topic, and ``Organization`` or ``WebSite`` the publisher: neither is the page.
WORKS: Final = frozenset(
    """
    aboutpage article blogposting book chapter creativework dataset digitaldocument faqpage healthtopiccontent
    itempage medicalguideline medicalguidelinecontraindication medicalguidelinerecommendation medicalscholarlyarticle
    medicalwebpage newsarticle publicationissue qapage report reportagenewsarticle scholarlyarticle socialmediaposting
    techarticle thesis webpage
    """.split()
)
_MOST_TEXT: Final = 500_000  # characters of one script
_MOST_SCRIPTS: Final = 20
_MOST_NODES: Final = 5_000


def list_works(tree: LexborHTMLParser) -> list[dict[str, Any]]:
    """The works and pages that JSON-LD describes, articles before plain web pages."""
    found = [node for script in _parse_scripts(tree) for node in _list_objects(script) if list_types(node) & WORKS]
    return sorted(found, key=lambda node: list_types(node) <= {"webpage", "itempage", "aboutpage", "creativework"})


def list_types(node: dict[str, Any]) -> frozenset[str]:
    """The types of a JSON-LD node, in lower case and without the address of their vocabulary."""
    value = node.get("@type")
    values = value if isinstance(value, list) else [value]
    return frozenset(
        each.rpartition("/")[2].rpartition(":")[2].lower() for each in values[:10] if isinstance(each, str)
    )


def _parse_scripts(tree: LexborHTMLParser) -> Iterator[Any]:
    for script in tree.css('script[type*="ld+json" i]')[:_MOST_SCRIPTS]:
        text = script.text() or ""
        if len(text) <= _MOST_TEXT:
            try:
                yield json.loads(text.strip().removeprefix("<![CDATA[").removesuffix("]]>").rstrip(";"), strict=False)
            except (ValueError, RecursionError):
                continue


def _list_objects(data: Any) -> Iterator[dict[str, Any]]:
    """The objects at the top, in lists and in ``@graph``; what a page is about, or a part of, is not the page."""
    waiting = [data]
    for _ in range(_MOST_NODES):
        if not waiting:
            return
        node = waiting.pop(0)
        if isinstance(node, list):
            waiting[:0] = node[:200]
        elif isinstance(node, dict):
            yield node
            waiting[:0] = [node[name] for name in ("@graph", "mainEntity", "mainEntityOfPage") if name in node]
