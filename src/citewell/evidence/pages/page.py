"""Reading a page: ``read_web_page`` turns the body of a response into titles and text, whatever its kind."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from citewell.evidence.pages.charset import decode_body
from citewell.evidence.pages.digest import digest_text
from citewell.evidence.pages.page_text import Kind, PageText
from citewell.evidence.pages.sniffing import detect_kind
from citewell.evidence.quotes.quote_match import NOTE, remove_script_marks

__all__ = ["PageText", "read_web_page"]

_MOST_TEXT: Final = 2_000_000  # characters; the longest guideline we know has 1.2 million
_MOST_TITLES: Final = 24
_LONGEST_TITLE: Final = 500
_TITLE_NOTE: Final = re.compile(f"{NOTE}[^{NOTE}]*{NOTE}")


def read_web_page(body: bytes, content_type: str, url: str) -> PageText:  # noqa: ARG001  every reader of pages has these parameters
    """The page that a body is. ``content_type`` is the header as sent, ``url`` the address, which no kind needs yet.

    Never raises: what cannot be read is a page without titles and text. Nothing here limits time or memory; for what
    comes from the web use ``reader.Reader``, which does.
    """
    kind = detect_kind(body, content_type)
    try:
        return _bound_page(_read_kind(kind, body, content_type))
    except Exception:  # noqa: BLE001  parsers given hostile bytes raise anything, and a page is never worth a crash
        return PageText(kind=kind)


def _read_kind(kind: Kind, body: bytes, content_type: str) -> PageText:
    if kind == "html":
        from citewell.evidence.pages.html_page import read_html  # noqa: PLC0415  loads trafilatura, 0.3 s

        return read_html(body, content_type)
    if kind == "pdf":
        from citewell.evidence.pages.pdf_page import read_pdf  # noqa: PLC0415  loads pypdf, 0.1 s

        return read_pdf(body)
    if kind == "text":
        return _read_plain(body, content_type)
    return PageText(kind=kind)


def _read_plain(body: bytes, content_type: str) -> PageText:
    """The page that a body of plain text is: its first lines are its titles."""
    source = decode_body(body, content_type).replace("\0", "")
    text = "\n".join(line for line in (" ".join(line.split()) for line in source.splitlines()) if line)
    titles = tuple(line for line in text.split("\n", 3)[:3] if len(line) <= 300)
    return PageText(kind="text", titles=titles, text=text, digest=digest_text(text))


def _bound_page(page: PageText) -> PageText:
    """With composed letters (so that ``é`` is one wherever it comes from), and none of it endless."""
    titles = (remove_script_marks(_TITLE_NOTE.sub("", title)) for title in page.titles)
    titles = (unicodedata.normalize("NFC", title) for title in titles)
    titles = (" ".join(title.split())[:_LONGEST_TITLE] for title in titles)
    page.titles = tuple(dict.fromkeys(title for title in titles if title))[:_MOST_TITLES]
    page.text = unicodedata.normalize("NFC", page.text[:_MOST_TEXT])
    return page
