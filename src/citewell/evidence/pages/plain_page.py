"""Reading plain text: its first lines are its title."""

from __future__ import annotations

from citewell.evidence.pages.charset import decode_body
from citewell.evidence.pages.digest import digest_text
from citewell.evidence.pages.page_text import PageText


def read_plain(body: bytes, content_type: str) -> PageText:
    """The page that a body of plain text is."""
    source = decode_body(body, content_type).replace("\0", "")
    text = "\n".join(line for line in (" ".join(line.split()) for line in source.splitlines()) if line)
    lines = text.split("\n", 3)[:3]
    return PageText(
        kind="text", titles=tuple(line for line in lines if len(line) <= 300), text=text, digest=digest_text(text)
    )
