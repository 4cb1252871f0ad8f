"""The words of an HTML page that a reader sees, in their order, a line for each block."""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator
from typing import Final

from selectolax.lexbor import LexborNode

from citewell.evidence.quotes.passages import NOTE

#: What never shows words, or shows them only without scripts.
_UNSEEN: Final = frozenset(
    """
    head script style noscript template iframe object embed svg canvas audio video select datalist textarea math
    """.split()
)
#: What the HTML Standard (section 15.3, rendering) shows as a block of its own, or as a cell.
_BLOCKS: Final = frozenset(
    """address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption
    figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search section summary
    table tbody td tfoot th thead tr ul""".split()
)

_NOTE_NUMBER: Final = re.compile(r"[\s\[(]*\d{1,4}(?:\s*[,;–-]\s*\d{1,4})*[\s\]),]*|[*†‡§a-z]")


def visible_text(root: LexborNode | None, without: frozenset[str] = frozenset()) -> str:
    """The visible text under a node, white space collapsed, a line for each block; ``without`` some elements."""
    if root is None:
        return ""
    lines = "".join(_pieces(root, _UNSEEN | without)).split("\0")
    return "\n".join(line for line in (" ".join(line.split()) for line in lines) if line)


def _pieces(root: LexborNode, unseen: frozenset[str]) -> Iterator[str]:
    """Texts, and NUL where a block begins or ends. It walks, for recursion would end at the depth of hostile pages."""
    node: LexborNode | None = root
    while node is not None:
        tag = node.tag or ""
        if tag == "sup" and _is_note(node):
            yield f"{NOTE}{node.text()}{NOTE}"
            node = yield from _onward(node, root)
            continue
        if node.is_text_node:
            yield (node.text_content or "").replace("\0", "").replace(NOTE, "")
        elif tag in _BLOCKS:
            yield "\0"
        elif tag == "br":
            yield " "
        below = None if tag in unseen or _hidden(node) else node.first_child
        if below is not None:
            node = below
            continue
        node = yield from _onward(node, root)


def _onward(node: LexborNode, root: LexborNode) -> Generator[str, None, LexborNode | None]:
    """The next node after one that is done with; closes the blocks that end before it."""
    at: LexborNode | None = node
    while at is not None:
        if at.tag in _BLOCKS:
            yield "\0"
        if at.mem_id == root.mem_id:
            return None
        if at.next is not None:
            return at.next
        at = at.parent
    return None


def _is_note(node: LexborNode) -> bool:
    """Whether raised words are the number of a note: "may last weeks" goes on behind it as if it were not there."""
    linked = node.css_first("a") is not None or (node.parent is not None and node.parent.tag == "a")
    return linked and bool(_NOTE_NUMBER.fullmatch(node.text()))


def _hidden(node: LexborNode) -> bool:
    if not node.is_element_node:
        return False
    attributes = node.attributes
    return "hidden" in attributes and attributes["hidden"] != "until-found"
