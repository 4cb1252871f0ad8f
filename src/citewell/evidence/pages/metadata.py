"""A page's own description of itself as a CSL item."""

from __future__ import annotations

import re
from typing import Any, Final

from selectolax.lexbor import LexborHTMLParser

from citewell.evidence.pages.charset import decode
from citewell.evidence.pages.html_page import page_title
from citewell.evidence.pages.meta_tags import meta_tags
from citewell.evidence.pages.metadata_to_csl import from_json_ld, from_tags
from citewell.evidence.pages.sniffing import kind_of
from citewell.evidence.pages.structured import works
from citewell.evidence.rich_text.tags import plain
from citewell.evidence.service_api.csl_item import complete

_LONGEST: Final = {"abstract": 5_000}
_SITE_AFTER_TITLE: Final = re.compile(r"\s+[|–—·-]\s+")


def page_item(body: bytes, content_type: str, url: str) -> dict[str, Any]:
    """The CSL item (of CSL's variables only) that a page describes itself as.

    What JSON-LD says comes first, then Highwire's ``citation_*``, Dublin Core, Open Graph and ``<title>``; each fills
    in what those before it left open. Never raises; a page that says nothing is ``{"type": "webpage", "URL": …}``.
    """
    item: dict[str, Any] = {}
    if kind_of(body, content_type) == "html":
        try:
            item = _of_html(LexborHTMLParser(decode(body, content_type)))
        except Exception:  # noqa: BLE001  whatever a hostile page makes of the parsers, it has told nothing then
            item = {}
    elif kind_of(body, content_type) == "pdf":
        item = _of_pdf(body)
    item.setdefault("type", "webpage")
    return complete({**item, "URL": url})


def _of_html(tree: LexborHTMLParser) -> dict[str, Any]:
    tags = meta_tags(tree)
    title = page_title(tree)
    described = [from_json_ld(work) for work in works(tree)[:3]]
    described += [from_tags(tags), {"title": title, "language": _language(tree)}]
    item: dict[str, Any] = {}
    for one in described:
        for name, value in one.items():
            words = _plain(name, value)
            if words and name not in item:
                item[name] = words
    if tags.get("citation_title"):
        item["type"] = from_tags(tags)["type"]  # Highwire's words say which kind of work it is; JSON-LD says "WebPage"
    site = item.get("container-title", "")
    item["title"] = _without_site(item.get("title", ""), site, title)
    return item


def _plain(name: str, value: Any) -> Any:
    """A text in one line without markup; lists of names and dates as they are."""
    if not isinstance(value, str):
        return value
    return plain(value)[: _LONGEST.get(name, 500)]


def _without_site(title: str, site: str, whole: str) -> str:
    """A title without the name of its site behind it ("Back pain - NHS")."""
    parts = _SITE_AFTER_TITLE.split(title)
    known = {site.casefold()} if site else set()
    if len(parts) > 1 and parts[-1].casefold() in known:
        return title[: title.rindex(parts[-1])].rstrip(" |–—·-")
    return title or whole


def _language(tree: LexborHTMLParser) -> str:
    element = tree.css_first("html")
    code = (element.attributes.get("lang") if element else "") or ""
    return code if re.fullmatch(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*", code) else ""


def _of_pdf(body: bytes) -> dict[str, Any]:
    """The title alone: what else PDF files say of themselves is the name of whoever made the template."""
    from citewell.evidence.pages.page import read_page  # noqa: PLC0415  loads pypdf, 0.1 s

    titles = read_page(body, "application/pdf", "").titles
    return {"type": "document", "title": _plain("title", titles[0])} if titles else {}
