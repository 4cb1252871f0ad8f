"""A page's own description of itself as a CSL item."""

from __future__ import annotations

import re
from typing import Any, Final

from selectolax.lexbor import LexborHTMLParser

from citewell.evidence.pages.charset import decode_body
from citewell.evidence.pages.html_page import find_page_title
from citewell.evidence.pages.meta_tags import read_meta_tags
from citewell.evidence.pages.metadata_to_csl import convert_json_ld, convert_meta_tags
from citewell.evidence.pages.sniffing import detect_kind
from citewell.evidence.pages.structured import list_works
from citewell.evidence.rich_text.tags import markup_to_text
from citewell.evidence.service_api.csl_item import clean_item

_LONGEST: Final = {"abstract": 5_000}
_SITE_AFTER_TITLE: Final = re.compile(r"\s+[|–—·-]\s+")


def read_page_item(body: bytes, content_type: str, url: str) -> dict[str, Any]:
    """The CSL item (of CSL's variables only) from a page's own metadata.

    What JSON-LD says comes first, then Highwire's ``citation_*``, Dublin Core, Open Graph and ``<title>``; each fills
    in what those before it left open. Never raises; a page that says nothing is ``{"type": "webpage", "URL": …}``.
    """
    item: dict[str, Any] = {}
    if detect_kind(body, content_type) == "html":
        try:
            item = _read_html_item(LexborHTMLParser(decode_body(body, content_type)))
        except Exception:  # noqa: BLE001  a hostile page may crash the parsers in any way; then it has no metadata
            item = {}
    elif detect_kind(body, content_type) == "pdf":
        item = _read_pdf_item(body)
    item.setdefault("type", "webpage")
    return clean_item({**item, "URL": url})


def _read_html_item(tree: LexborHTMLParser) -> dict[str, Any]:
    tags = read_meta_tags(tree)
    title = find_page_title(tree)
    described = [convert_json_ld(work) for work in list_works(tree)[:3]]
    described += [convert_meta_tags(tags), {"title": title, "language": _read_language(tree)}]
    item: dict[str, Any] = {}
    for one in described:
        for name, value in one.items():
            words = _to_plain(name, value)
            if words and name not in item:
                item[name] = words
    if tags.get("citation_title"):
        item["type"] = convert_meta_tags(tags)[
            "type"
        ]  # Highwire's words say which kind of work it is; JSON-LD says "WebPage"
    site = item.get("container-title", "")
    item["title"] = _strip_site_name(item.get("title", ""), site, title)
    return item


def _to_plain(name: str, value: Any) -> Any:
    """A text in one line without markup; lists of names and dates as they are."""
    if not isinstance(value, str):
        return value
    return markup_to_text(value)[: _LONGEST.get(name, 500)]


def _strip_site_name(title: str, site: str, whole: str) -> str:
    """A title without the name of its site after it ("Back pain - NHS")."""
    parts = _SITE_AFTER_TITLE.split(title)
    known = {site.casefold()} if site else set()
    if len(parts) > 1 and parts[-1].casefold() in known:
        return title[: title.rindex(parts[-1])].rstrip(" |–—·-")
    return title or whole


def _read_language(tree: LexborHTMLParser) -> str:
    element = tree.css_first("html")
    code = (element.attributes.get("lang") if element else "") or ""
    return code if re.fullmatch(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*", code) else ""


def _read_pdf_item(body: bytes) -> dict[str, Any]:
    """The title alone: other metadata of PDF files usually describes the template."""
    from citewell.evidence.pages.page import read_web_page  # noqa: PLC0415  loads pypdf, 0.1 s

    titles = read_web_page(body, "application/pdf", "").titles
    return {"type": "document", "title": _to_plain("title", titles[0])} if titles else {}
