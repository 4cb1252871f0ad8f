"""Pages: saved from a browser, or fetched, and what Word, Outlook, Google Docs and pandoc write as HTML."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

from citewell.errors import ContentUnreadable
from citewell.evidence.pages.charset import decode_body
from citewell.formats.terminal_text import count_noun
from citewell.imports.document import Document, Notes
from citewell.imports.html_blocks import BlockReader

ENDINGS = (".html", ".htm", ".xhtml")
#: Never words of a text, whatever the page.
_NO_WORDS: Final = ("script", "style", "template", "noscript", "object", "embed", "select", "textarea")
_HIDDEN: Final = "[hidden], [style*='display:none'], [style*='display: none']"
_CHROME: Final = "nav, [role=navigation], [role=search], dialog, button, .mw-jump-link, .navbox, #toc, .toc"
_SHOWN: Final = 60  # characters of what was left out that are named


def read_document(data: bytes, base: str) -> Document:
    """Read a page: its main part, without the navigation around it, which the guesses name."""
    return parse_page(decode_body(data), base)


def parse_page(text: str, base: str) -> Document:
    """Read the text of a page."""
    tree = LexborHTMLParser(text)
    body = tree.body
    if body is None or not any(map(str.isalnum, body.text())):
        raise ContentUnreadable(
            "the page has no text", "If a program on the page writes it, save the page in a browser."
        )
    notes = Notes()
    title = tree.css_first("title")
    tree.strip_tags([*_NO_WORDS])
    _leave_out_hidden(body, notes)
    root = _find_content(body)
    _leave_out(body, root, notes)
    blocks = tuple(BlockReader(base, notes).read(root))
    return Document(blocks, " ".join(title.text().split()) if title else "", tuple(notes.remarks), notes.list_guesses())


def _find_content(body: LexborNode) -> LexborNode:
    """The main part: the only ``main`` or ``article``, if every source that is linked to is in it."""
    for names in ("main, [role=main]", "article"):
        found = body.css(names)
        if len(found) == 1 and len(found[0].text()) > len(body.text()) // 5 and _holds_targets(found[0], body):
            return found[0]
    return body


def _holds_targets(part: LexborNode, body: LexborNode) -> bool:
    """Whether what the marks of a part lead to is in it."""
    wanted = {(link.attributes.get("href") or "")[1:] for link in part.css("sup a[href^='#']")}
    inside = {each.attributes.get("id") for each in part.css("[id]")}
    whole = {each.attributes.get("id") for each in body.css("[id]")}
    return not (wanted & whole) - inside


def _leave_out(body: LexborNode, root: LexborNode, notes: Notes) -> None:
    """Take away what is around the text, and name it."""
    before = _count_words(body)
    first: list[str] = []
    for node in [*root.css(_CHROME), *_list_outer_parts(root)]:
        words = " ".join(node.text(separator=" ").split())
        first += [words] if words else []
        node.decompose()
    for node in root.css(".mw-editsection"):
        node.decompose()
    left = before - _count_words(root)
    if left > 0:
        shown = f', such as "{first[0][:_SHOWN]}"' if first else ""
        words = count_noun(left, "word")
        notes.guess(f"{words} around the text were left out, because they look like navigation{shown}.")


def _leave_out_hidden(body: LexborNode, notes: Notes) -> None:
    """Take away what no reader of the page sees, unless a program on it shows it."""
    before = _count_words(body)
    for node in body.css(_HIDDEN):
        node.decompose()
    left = before - _count_words(body)
    if left > 0:
        notes.guess(f"{count_noun(left, 'word')} that the page hides were left out; a tab or button may show them.")


def _list_outer_parts(root: LexborNode) -> Iterator[LexborNode]:
    """The header and footer of a page that does not mark its main part; not those with its title or its sources."""
    if root.tag != "body":
        return
    for node in root.css("header"):
        if not node.css("h1"):
            yield node
    for node in root.css("footer"):
        if not node.css("ol, [id]"):
            yield node


def _count_words(node: LexborNode) -> int:
    return len(node.text(separator=" ").split())
