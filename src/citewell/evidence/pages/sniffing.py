"""What a body is: by its first bytes where they are plain (WHATWG MIME Sniffing, section 7), else by its header."""

from __future__ import annotations

import re
from typing import Final

from citewell.evidence.pages.page_text import Kind

_HTML_START: Final = re.compile(  # the group is atomic: comments must not be tried in every combination
    rb"(?>(?:\s|<!--.*?-->|<\?xml[^>]*>)*)<(?:!doctype\s+html|html|head|body|title|meta|script|div|h1|p)\b",
    re.IGNORECASE | re.DOTALL,
)


def detect_kind(body: bytes, content_type: str) -> Kind:
    """The kind of a body, even if the server calls a PDF ``text/html`` or a page ``text/plain``."""
    start = body[:2048].removeprefix(b"\xef\xbb\xbf")
    if b"%PDF-" in start[:1024]:
        return "pdf"
    media = content_type.partition(";")[0].strip().lower()
    if media in {"text/html", "application/xhtml+xml"} or _HTML_START.match(_narrow_utf16(start)):
        return "html"
    if media == "application/pdf":
        return "pdf"
    if media.startswith("text/") and b"\0" not in start:
        return "text"
    return "other" if media or b"\0" in start else "text"


def _narrow_utf16(start: bytes) -> bytes:
    """UTF-16 as single bytes, which is enough to see its tags."""
    return start.replace(b"\0", b"").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff") if b"\0" in start else start
