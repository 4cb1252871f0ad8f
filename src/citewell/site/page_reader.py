"""The facts of one built page, read in one walk over its tree, as a browser builds it."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final

from citewell.model.published import Backlink, Entry, Expected, Mark, PublishedPage
from citewell.site.page_addresses import active_of, loads_of, style_addresses

if TYPE_CHECKING:
    from collections.abc import Mapping

    from selectolax.lexbor import LexborNode

_HEADINGS: Final = {f"h{level}": level for level in range(1, 7)}
_INLINE: Final = frozenset(
    "a abbr b bdi bdo cite code data del dfn em i img ins kbd mark q s samp small span strong sub sup time u var wbr".split()
)
_UNSEEN: Final = frozenset({"script", "style", "template", "title", "noscript"})
_WORD_JOINER: Final = "\u2060"
_SPACES: Final = re.compile(r"[^\S\n]+")


def read_page(data: bytes, path: PurePosixPath, expected: Expected | None = None) -> PublishedPage:
    """Read the HTML file that is to stand at ``path``."""
    from selectolax.lexbor import LexborHTMLParser  # noqa: PLC0415 - `citewell check` has no pages to read

    reader = _PageReader()
    root = LexborHTMLParser(data.decode("utf-8", "replace")).root
    if root is not None:
        _walk(root, reader)
    return reader.page(path, expected)


def _walk(root: LexborNode, reader: _PageReader) -> None:
    """Enter and leave every node in document order, without recursion: a page may be nested to any depth."""
    node = root
    while True:
        reader.enter(node)
        child = node.child
        if child is not None:
            node = child
            continue
        while True:
            reader.leave(node)
            if node == root:
                return
            follower = node.next
            if follower is not None:
                node = follower
                break
            parent = node.parent
            assert parent is not None, "only the root has none"
            node = parent


class _PageReader:
    """What was found so far, and what the walk is inside of."""
