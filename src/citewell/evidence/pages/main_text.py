"""The main text of an HTML page: what is left without menus, banners and footers."""

from __future__ import annotations

import logging
from typing import Final

import trafilatura
from selectolax.lexbor import LexborHTMLParser

from citewell.evidence.pages.visible import extract_visible_text
from citewell.evidence.quotes.quote_match import remove_script_marks

#: It warns of each page without an article; what a page lacks is ours to say.
logging.getLogger("trafilatura").setLevel(logging.CRITICAL + 1)
logging.getLogger("htmldate").setLevel(logging.CRITICAL + 1)

_NO_MAIN: Final = frozenset("nav header footer aside form button dialog math".split())
#: Consent banners, by what their makers call them.
_BANNERS: Final = ", ".join(
    f'[{attribute}*="{word}" i]' for attribute in ("id", "class") for word in ("cookie", "consent", "gdpr", "onetrust")
)
_SHORT: Final = 40  # words; less than this is a menu or a teaser


def extract_main_text(tree: LexborHTMLParser) -> str:
    """The main text, a line for each block. Changes the tree: banners are taken out."""
    for banner in tree.css(_BANNERS)[:50]:
        if banner.tag not in {"html", "body", "main", "article"}:
            banner.decompose()
    found = trafilatura.extract(tree.html or "", fast=True, include_comments=False, include_tables=True) or ""
    if len(found.split()) >= _SHORT:
        return found
    return remove_script_marks(extract_visible_text(tree.body, _NO_MAIN))
