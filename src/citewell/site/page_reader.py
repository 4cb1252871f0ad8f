"""The facts of one built page, read in one walk over its tree, as a browser builds it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final

from selectolax.lexbor import LexborHTMLParser

from citewell.model.published import (
    Expected,
    PublishedBacklink,
    PublishedEntry,
    PublishedMark,
    PublishedPage,
    collapse_spaces,
    remove_spaces,
)
from citewell.site.allowed_html import find_unexpected
from citewell.site.resource_urls import Attributes, find_refresh_target, list_loads, list_style_addresses

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_HEADINGS: Final = {f"h{level}": level for level in range(1, 7)}
_INLINE: Final = frozenset(
    "a abbr b bdi bdo cite code data del dfn em i img ins kbd mark q s samp small span strong sub sup time u var "
    "wbr".split()
)
# Classes of words amid a statement that do not belong to it: what a term means, what a source says of the statement.
_NO_STATEMENT: Final = frozenset({"meaning", "intent", "certainty"})
_UNSEEN: Final = frozenset({"script", "style", "template", "title"})
# What hides an element, from sight or from those who hear the page, or may do so.
_CONCEALING: Final = frozenset({"aria-hidden", "hidden", "inert", "popover", "style"})


def read_page(data: bytes, path: PurePosixPath, expected: Expected | None = None) -> PublishedPage:
    """Read the HTML file for the page at ``path``."""
    reader = _PageReader()
    root = LexborHTMLParser(data.decode("utf-8", "replace")).root
    if root is None:
        return reader.page(path, expected)
    reader.read(root)
    return replace(reader.page(path, expected), unexpected=tuple(find_unexpected(root)))


def read_title(data: bytes) -> str:
    """The title of an HTML file, white space collapsed."""
    title = LexborHTMLParser(data.decode("utf-8", "replace")).css_first("title")
    return " ".join(title.text().split()) if title else ""


class _PageReader:
    """Collects the facts of one page."""
    def __init__(self) -> None:
        self._lang = self._title = self._robots = self._index = self._refresh = self._canonical = ""
        self._description: str | None = None
        self._has_banner = False
        self._ids: list[str] = []
        self._headings: list[int] = []
        self._links: list[str] = []
        self._links_with_referrer: list[str] = []
        self._loads: list[str] = []
        self._marks: list[PublishedMark] = []
        self._entries: list[PublishedEntry] = []
        self._below_takeaway: tuple[str, ...] = ()
        self._alternatives: set[str] = set()
        self._shown: list[str] = []
        self._prose: list[str] = []
        self._in_code = self._has_code = False

    def read(self, node: LexborNode) -> None:
        """Read a node and all below it. Recursion is safe: block nesting is bounded."""
        tag = node.tag or ""
        if tag == "-text":
            self._add_words(node.text_content or "")
        elif not tag.startswith(("-", "!")):
            self._read_element(tag, node)

    def page(self, path: PurePosixPath, expected: Expected | None) -> PublishedPage:
        """The page with all that was read."""
        shown = _join_lines(self._shown)
        return PublishedPage(
            path=path,
            lang=self._lang,
            title=self._title,
            description=self._description,
            robots=self._robots,
            index=self._index,
            refresh=self._refresh,
            canonical=self._canonical,
            has_banner=self._has_banner,
            ids=tuple(self._ids),
            headings=tuple(self._headings),
            links=tuple(self._links),
            links_with_referrer=tuple(self._links_with_referrer),
            loads=tuple(self._loads),
            marks=tuple(self._marks),
            entries=tuple(self._entries),
            below_takeaway=self._below_takeaway,
            shown=shown,
            prose=_join_lines(self._prose) if self._has_code else shown,
            alternatives=frozenset(self._alternatives),
            expected=expected,
        )

    def _read_element(self, tag: str, node: LexborNode) -> None:
        attributes = node.attributes
        if attributes:
            self._read_attributes(tag, attributes)
        if level := _HEADINGS.get(tag):
            self._headings.append(level)
        if "demo" in (attributes.get("class") or "").split():
            self._has_banner = self._has_banner or _is_seen(node)
        if "takeaway" in (attributes.get("class") or "").split():
            self._below_takeaway = tuple(_list_links_after(node))
        role = attributes.get("role")
        if role == "doc-bibliography":
            self._entries += _entries(node)
        if tag == "title" and not self._title:
            self._title = " ".join(node.text().split())
        if tag == "style":
            self._loads += list_style_addresses(node.text())
        if role == "doc-biblioref":
            self._read_mark(node, attributes)
        elif tag not in _UNSEEN and (attributes.get("class") or "") not in _NO_STATEMENT:
            self._read_children(tag, node)

    def _read_children(self, tag: str, node: LexborNode) -> None:
        """Read what is in an element. A block gets lines of its own."""
        around = "" if tag in _INLINE else " " if tag == "br" else "\n"
        was_in_code = self._in_code
        self._in_code = was_in_code or tag == "code"
        self._has_code = self._has_code or self._in_code
        self._add_words(around)
        for child in _list_children(node):
            self.read(child)
        self._add_words(around)
        self._in_code = was_in_code

    def _read_attributes(self, tag: str, attributes: Attributes) -> None:
        if attributes.get("id"):
            self._ids.append(attributes["id"] or "")
        if tag in ("a", "area") and (href := attributes.get("href")) is not None:
            self._links.append(href)
            if "noreferrer" not in (attributes.get("rel") or "").lower().split():
                self._links_with_referrer.append(href)
        if tag == "html":
            self._lang = attributes.get("lang") or ""
        if tag == "meta":
            self._read_meta((attributes.get("name") or "").lower(), attributes.get("content") or "")
            self._refresh = find_refresh_target(attributes) or self._refresh
        if tag == "link" and (attributes.get("rel") or "").lower() == "canonical":
            self._canonical = attributes.get("href") or ""
        if tag == "link" and (attributes.get("rel") or "").lower() == "alternate":
            self._links.append(attributes.get("href") or "")
        if tag == "form":
            self._index = attributes.get("data-index") or self._index
        if alt := attributes.get("alt"):
            self._alternatives.add(collapse_spaces(alt))
        self._loads += list_loads(tag, attributes)

    def _read_meta(self, name: str, content: str) -> None:
        if name == "description":
            self._description = content
        elif name == "robots":
            self._robots = content

    def _read_mark(self, node: LexborNode, attributes: Attributes) -> None:
        """Read a mark: it is not part of its sentence, so its words are not shown."""
        landings = tuple(inner for each in node.css("[id]") if (inner := each.id) and each != node)
        self._ids += landings
        number = collapse_spaces("".join(_list_visible_words(node)))
        self._marks.append(
            PublishedMark(
                attributes.get("id") or "",
                attributes.get("href") or "",
                int(number) if number.isdecimal() else None,
                landings,
            )
        )

    def _add_words(self, words: str) -> None:
        self._shown.append(words)
        self._prose.append(" " if self._in_code and words != "\n" else words)


def _list_children(node: LexborNode) -> Iterator[LexborNode]:
    child = node.child
    while child is not None:
        yield child
        child = child.next


def _is_seen(node: LexborNode) -> bool:
    """Whether an element has words, and nothing written on it or around it takes them from readers."""
    around: LexborNode | None = node
    while around is not None:
        if around.tag in _UNSEEN or _CONCEALING.intersection(around.attributes):
            return False
        around = around.parent
    return bool(collapse_spaces(node.text()))


def _list_links_after(node: LexborNode) -> Iterator[str]:
    """The addresses of the links in the element that follows directly; if there are no words between the two."""
    following = node.next
    while following is not None and not (following.text_content or "").strip() and (following.tag or "")[:1] in "-!":
        following = following.next
    if following is not None:
        for link in following.css("a[href]"):
            yield link.attributes.get("href") or ""


def _list_visible_words(node: LexborNode) -> Iterator[str]:
    """The words that are seen, those only heard (class ``vh``) left out."""
    for child in _list_children(node):
        if child.tag == "-text":
            yield child.text_content or ""
        elif "vh" not in (child.attributes.get("class") or "").split():
            yield from _list_visible_words(child)


def _entries(bibliography: LexborNode) -> Iterator[PublishedEntry]:
    """The items of the lists of a bibliography, with the numbers a browser gives them."""
    for ordered in bibliography.css("ol"):
        number = _parse_whole_number(ordered.attributes.get("start"), 1) - 1
        for item in _list_children(ordered):
            if item.tag == "li":
                number = _parse_whole_number(item.attributes.get("value"), number + 1)
                yield PublishedEntry(item.id or "", number, tuple(map(_read_backlink, item.css('[role="doc-backlink"]'))))


def _read_backlink(node: LexborNode) -> PublishedBacklink:
    shown = collapse_spaces("".join(_list_visible_words(node)))
    return PublishedBacklink(shown, node.attributes.get("href") or "", node.attributes.get("aria-label") or collapse_spaces(node.text()))


def _parse_whole_number(value: str | None, otherwise: int) -> int:
    return int(value) if value and value.lstrip("-").isdecimal() else otherwise


def _join_lines(pieces: list[str]) -> str:
    """A block a line, each as ``tidy`` leaves it."""
    lines = (" ".join(line.split()) for line in "".join(pieces).split("\n") if not line.isspace())
    return remove_spaces("\n".join(filter(None, lines)))
