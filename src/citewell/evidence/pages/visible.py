"""The words of an HTML page that a reader sees, in their order, a line for each block."""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator
from typing import Final

from selectolax.lexbor import LexborNode

from citewell.evidence.quotes.quote_match import FORMULA, LOWERED, NOTE, RAISED
from citewell.evidence.rich_text.elements import Elements

#: What never shows words, or shows them only without scripts.
_UNSEEN: Final = frozenset(
    """
    head script style noscript template iframe object embed svg canvas audio video select datalist textarea
    """.split()
)
#: What the HTML Standard (section 15.3, rendering) shows as a block of its own, or as a cell.
_BLOCKS: Final = frozenset(
    """address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption
    figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search section summary
    table tbody td tfoot th thead tr ul""".split()
)

_OUR_MARKS: Final = dict.fromkeys(map(ord, f"\0{NOTE}{RAISED}{LOWERED}{FORMULA}"))  # for str.translate: left out
_MOST_MOVED: Final = 80  # characters, and nodes, of raised words; what is longer is only small print
_NOTE_NUMBER: Final = re.compile(r"[\s\[(]*\d{1,4}(?:\s*[,;–-]\s*\d{1,4})*[\s\]),]*|[*†‡§a-z]")


def extract_visible_text(root: LexborNode | None, without: frozenset[str] = frozenset()) -> str:
    """The visible text under a node, white space collapsed, a line for each block; ``without`` some elements."""
    if root is None:
        return ""
    lines = "".join(_walk_pieces(root, _UNSEEN | without)).split("\0")
    return "\n".join(line for line in (" ".join(line.split()) for line in lines) if line)


def _walk_pieces(root: LexborNode, unseen: frozenset[str]) -> Iterator[str]:
    """Texts, and NUL where a block begins or ends. It walks, for recursion would end at the depth of hostile pages."""
    node: LexborNode | None = root
    while node is not None:
        tag = node.tag or ""
        moved = None if tag in unseen else _read_raised(node) if tag in {"sup", "sub"} else _read_formula(node, tag)
        if moved is not None:
            yield moved
            node = yield from _move_on(node, root)
            continue
        if node.is_text_node:
            yield (node.text_content or "").translate(_OUR_MARKS)
        elif tag in _BLOCKS:
            yield "\0"
        elif tag == "br":
            yield " "
        below = None if tag in unseen or _is_hidden(node) else node.first_child
        if below is not None:
            node = below
            continue
        node = yield from _move_on(node, root)


def _move_on(node: LexborNode, root: LexborNode) -> Generator[str, None, LexborNode | None]:
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


def _read_raised(node: LexborNode) -> str | None:
    """Raised or lowered words between their marks, and the numbers of notes between theirs; ``None`` for long ones."""
    words, linked = "", node.parent is not None and node.parent.tag == "a"
    for count, inner in enumerate(_walk_below(node)):
        linked = linked or inner.tag == "a"
        words += (inner.text_content or "").translate(_OUR_MARKS) if inner.is_text_node else ""
        if count > _MOST_MOVED or len(words) > _MOST_MOVED or inner.tag in _BLOCKS:
            return None
    words = " ".join(words.split())
    if not words:
        return ""
    if node.tag == "sup" and linked and _NOTE_NUMBER.fullmatch(words):
        return f"{NOTE}{words}{NOTE}"  # "may last weeks" goes on after it as if it were not there
    mark = RAISED if node.tag == "sup" else LOWERED
    return f"{mark}{words}{mark}"


def _read_formula(node: LexborNode, tag: str) -> str | None:
    """The text of a formula between its marks; ``None`` for any other element."""
    if tag != "math":
        return None
    elements = Elements()
    elements.start("math")
    open_: list[LexborNode] = []
    for inner in _walk_below(node):
        while open_ and (inner.parent is None or open_[-1].mem_id != inner.parent.mem_id):
            elements.end(open_.pop().tag or "")
        if inner.is_text_node:
            elements.text((inner.text_content or "").replace("\0", ""))
        else:
            written = (f'{name}="{value}"' for name, value in inner.attributes.items())
            elements.start(inner.tag or "", " ".join(written) if inner.tag in {"mfrac", "mfenced"} else "")
            open_.append(inner)
    while open_:
        elements.end(open_.pop().tag or "")
    elements.end("math")
    words = " ".join(elements.finish().translate(_OUR_MARKS).split())
    return f"{FORMULA}{words}{FORMULA}" if words else ""


def _walk_below(root: LexborNode) -> Iterator[LexborNode]:
    """Every node under one, in their order."""
    node = root.first_child
    while node is not None:
        yield node
        following = node.first_child
        while following is None and node is not None and node.mem_id != root.mem_id:
            following = node.next
            if following is None:
                node = node.parent
        node = following


def _is_hidden(node: LexborNode) -> bool:
    if not node.is_element_node:
        return False
    attributes = node.attributes
    if "katex-html" in (attributes.get("class") or ""):  # the same formula again, for the eye alone
        return True
    return "hidden" in attributes and attributes["hidden"] != "until-found"
