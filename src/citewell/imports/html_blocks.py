"""The blocks of a page, one walk over its tree."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final
from urllib.parse import urljoin

from selectolax.lexbor import LexborNode

from citewell.imports.document import (
    Block,
    BoxBlock,
    HeadingBlock,
    Item,
    ListBlock,
    Notes,
    ParagraphBlock,
    PictureBlock,
    QuotationBlock,
    Run,
    Runs,
    SourceMark,
    TableBlock,
    TextRun,
    list_runs,
)
from citewell.imports.links import keep_link
from citewell.imports.runs import SPACE, tidy

_HEADINGS: Final = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_BLOCKS: Final = frozenset(
    "address article aside body caption center dd details dialog div dl dt fieldset figcaption footer form header "
    "hgroup hr html legend li main menu nav p pre section summary tbody td tfoot th thead tr".split()
)
_FRAMES: Final = frozenset("ul ol menu table blockquote figure".split())
_PLAYED: Final = frozenset("iframe video audio canvas math svg map".split())
_DEEPEST: Final = 150  # no page of words is nested deeper; a hostile one must not exhaust the stack
#: What marks are called in the text of a page. Arrows lead back from a source.
_MARK_WORDS: Final = re.compile(
    r"[\[(]?\s*(?:\d{1,3}|[a-z]{1,2}|[ivxlc]{1,5}|[*†‡§¶]{1,3}|"
    r"(?:note|ref|source|reference|footnote) ?\d{1,3}|[a-z] \d{1,2}|[\^↑↩⤴\ufe0e]+)"
    r"\s*[\])]?",
    re.IGNORECASE,
)
_BOLD: Final = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_NOT_BOLD: Final = re.compile(r"font-weight\s*:\s*(?:normal|[1-4]00)", re.IGNORECASE)
_ITALIC: Final = re.compile(r"font-style\s*:\s*italic", re.IGNORECASE)
_RAISED: Final = re.compile(r"vertical-align\s*:\s*super", re.IGNORECASE)
_WORD_LIST: Final = re.compile(r"mso-list\s*:\s*\S+\s+level(\d)", re.IGNORECASE)
_GOOGLE_LIST: Final = re.compile(r"\blst-kix_\w+-(?P<level>\d)\b")
_CARDS: Final = (
    (re.compile(r"care-card--(?:emergency|immediate)|immediate-action|emergency", re.IGNORECASE), "emergency"),
    (re.compile(r"care-card--urgent|(?<!non-)urgent", re.IGNORECASE), "urgent"),
    (re.compile(r"care-card--non-urgent|non-urgent", re.IGNORECASE), "non-urgent"),
    (re.compile(r"key-?takeaways?|key-?points?|takeaways", re.IGNORECASE), "takeaway"),
    (
        re.compile(
            r"(?:^|[\s_-])(?:callout|box|note|notice|alert|admonition|panel|inset|warning|tip|infobox|factbox|highlight)"
            r"(?:$|[\s_-])",
            re.IGNORECASE,
        ),
        "note",
    ),
)
_BOX_TAGS: Final = frozenset({"div", "aside", "section", "details"})
_LARGEST_BOX: Final = 250  # words; more is the page itself
_DATA: Final = re.compile(r"data:image/[\w.+-]+;base64,(?P<data>[A-Za-z0-9+/=\s]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Look:
    """How the words of an element look."""

    strong: bool = False
    emphasis: bool = False
    link: str = ""
    raised: bool = False


class BlockReader:
    """Reads the blocks of one page; ``base`` is its address, if it has one."""

    def __init__(self, base: str, notes: Notes) -> None:
        self._base, self._notes = base, notes

    def read(self, root: LexborNode) -> list[Block]:
        """The blocks in an element."""
        return _Flow(self, root, _Look(), 0).blocks

    def read_link(self, address: str) -> str:
        """The address of a link as it may be kept, or ""."""
        return keep_link(address, self._base, self._notes)

    def read_picture(self, node: LexborNode, caption: Runs = ()) -> PictureBlock:
        """A picture, with its bytes if they are in the page."""
        address = (node.attributes.get("src") or node.attributes.get("data-src") or "").strip()
        alt = " ".join((node.attributes.get("alt") or "").split())
        found = _DATA.match(address)
        if found:
            return PictureBlock("", alt, caption, _decode(found["data"]))
        return PictureBlock(urljoin(self._base, address) if self._base else address, alt, caption)

    def read_table(self, node: LexborNode, depth: int) -> Iterator[Block]:
        """A table, or what is in it if it only arranges things on the page."""
        own = [row for row in node.css("tr") if _closest(row, "table") == node]
        rows = [[cell for cell in row.iter() if cell.tag in ("td", "th")] for row in own]
        rows = [row for row in rows if row]
        if max(map(len, rows), default=0) < 2:
            for row in rows:
                for cell in row:
                    yield from _Flow(self, cell, _Look(), depth + 1).blocks
            return
        if any(node.css("table table")) or any(cell.css("table") for row in rows for cell in row):
            self._notes.guess("A table is inside another one; the words of the inner one are in one cell.")
        caption = node.css_first("caption")
        width = max(sum(map(_span_of, row)) for row in rows)
        grid = tuple(self._read_row(row, width, depth) for row in rows)
        headed = bool(node.css("thead")) or all(cell.tag == "th" for cell in rows[0]) or not node.css("th")
        yield TableBlock(grid, self._flat(caption, depth) if caption else (), headed)
        for picture in node.css("img"):
            yield self.read_picture(picture)

    def _read_row(self, row: list[LexborNode], width: int, depth: int) -> tuple[Runs, ...]:
        cells: list[Runs] = []
        for cell in row:
            cells.append(self._flat(cell, depth))
            if _span_of(cell) > 1 and width > 1 and len(row) > 1:
                self._notes.guess("A cell of a table covers several columns; its words are in the first of them.")
            cells.extend(() for _ in range(_span_of(cell) - 1))
        if (row[0].attributes.get("rowspan") or "1") != "1":
            self._notes.guess("A cell of a table covers several rows; its words are in the first of them.")
        return tuple(cells + [()] * (width - len(cells)))

    def _flat(self, cell: LexborNode, depth: int) -> Runs:
        """All words of a cell as one running text."""
        runs: list[Run] = []
        for block in _Flow(self, cell, _Look(), depth + 1).blocks:
            for each in _runs_in(block):
                runs += [TextRun(" "), *each] if runs else each
        return tidy(runs)


class _Flow:
    """Words and blocks that follow one another in an element."""

    def __init__(self, reader: BlockReader, node: LexborNode, look: _Look, depth: int) -> None:
        self.blocks: list[Block] = []
        self._reader = reader
        self._runs: list[Run] = []
        self._ids: tuple[str, ...] = ()
        self._indent = 0
        self._walk(node, look, depth)
        self._flush()

    def _walk(self, node: LexborNode, look: _Look, depth: int) -> None:
        if depth > _DEEPEST:
            self._runs.append(TextRun(SPACE.sub(" ", node.text(separator=" "))))
            return
        for child in node.iter(include_text=True):
            self._take(child, look, depth)

    def _take(self, node: LexborNode, look: _Look, depth: int) -> None:
        tag = node.tag or ""
        if tag == "-text":
            self._add(node.text_content or "", look)
        elif tag.startswith(("-", "!")):
            return
        elif tag == "br":
            self._runs.append(TextRun("\n"))
        elif tag == "img":
            self._take_picture(node, look)
        elif tag in _PLAYED:
            self._take_played(node)
        elif tag in _HEADINGS or tag in _FRAMES or tag in _BLOCKS:
            self._flush()
            self._take_part(node, look, depth)
        else:
            self._take_inline(node, look, depth)

    def _take_part(self, node: LexborNode, look: _Look, depth: int) -> None:
        """Take an element that ends the running text before it."""
        tag = node.tag or ""
        if tag in _HEADINGS:
            self._take_heading(node, look, depth)
        elif tag in ("ul", "ol", "menu"):
            self._add_list(self._read_list(node, depth), _GOOGLE_LIST.search(node.attributes.get("class") or ""))
        elif tag == "table":
            self.blocks.extend(self._reader.read_table(node, depth))
        elif tag in ("blockquote", "figure"):
            self._take_frame(node, depth)
        else:
            self._take_block(node, look, depth)

    def _add(self, words: str, look: _Look) -> None:
        self._runs.append(TextRun(SPACE.sub(" ", words), look.strong, look.emphasis, look.link, look.raised))

    def _take_picture(self, node: LexborNode, look: _Look) -> None:
        width, height = (node.attributes.get(name) or "" for name in ("width", "height"))
        alt = (node.attributes.get("alt") or "").strip()
        if not alt and (width in ("0", "1") or height in ("0", "1")):
            return  # counts visitors
        ids, runs = self._ids, self._runs
        self._flush()
        self._ids = ids if not runs else ()
        self.blocks.append(self._reader.read_picture(node))
        if look.link:
            self._reader._notes.guess(f"The link of a picture was left out: {look.link}")  # noqa: SLF001 - one reader

    def _take_played(self, node: LexborNode) -> None:
        words = " ".join(node.text(separator=" ").split())
        if words:
            self._runs.append(TextRun(f" {words} "))
        if node.tag in ("iframe", "video", "audio"):
            address = node.attributes.get("src") or "no address"
            self._reader._notes.guess(f"A video, sound or page within the page was left out: {address}")  # noqa: SLF001 - as above

    def _take_heading(self, node: LexborNode, look: _Look, depth: int) -> None:
        inner = _Flow(self._reader, node, _Look(link=look.link), depth + 1)
        runs: list[Run] = []
        for block in inner.blocks:
            if isinstance(block, PictureBlock):
                self.blocks.append(block)
            for each in _runs_in(block):
                runs += [TextRun(" "), *each] if runs else each
        plain = tidy(TextRun(run.text, link=run.link) if isinstance(run, TextRun) else run for run in runs)
        if plain:
            self.blocks.append(HeadingBlock(_HEADINGS[node.tag or "h2"], plain))

    def _read_list(self, node: LexborNode, depth: int) -> ListBlock:
        items: list[Item] = []
        for child in node.iter(include_text=True):
            if child.tag == "-text" and (child.text_content or "").strip():
                items.append(Item((ParagraphBlock(tidy([TextRun(SPACE.sub(" ", child.text_content or ""))])),)))
            elif child.tag in ("ul", "ol") and items:  # as Google Docs and old editors nest lists
                inner = self._read_list(child, depth + 1)
                items[-1] = Item((*items[-1].blocks, inner), items[-1].ids)
            elif child.tag and child.tag[0] not in "-!":
                inside = tuple(_Flow(self._reader, child, _Look(), depth + 1).blocks)
                if inside:
                    items.append(Item(inside, _list_ids(child)))
        start = (node.attributes.get("start") or "1") if node.tag == "ol" else "0"
        return ListBlock(tuple(items), int(start) if start.isascii() and start.isdigit() else 1)

    def _add_list(self, found: ListBlock, level: re.Match[str] | None) -> None:
        """Add a list; one of Google Docs, which writes all levels side by side, below the item that it belongs to."""
        before = self.blocks[-1] if self.blocks else None
        if level is None or level["level"] == "0" or not isinstance(before, ListBlock):
            self.blocks.append(found)
            return
        self.blocks[-1] = _append_below(before, found, int(level["level"]))

    def _take_frame(self, node: LexborNode, depth: int) -> None:
        inside = _Flow(self._reader, node, _Look(), depth + 1).blocks
        pictures = [block for block in inside if isinstance(block, PictureBlock)]
        if node.tag == "blockquote":
            self.blocks.append(QuotationBlock(tuple(inside)))
        elif len(pictures) == 1 and all(isinstance(block, PictureBlock | ParagraphBlock) for block in inside):
            runs: list[Run] = []
            for block in inside:
                if isinstance(block, ParagraphBlock):
                    runs += [TextRun(" "), *block.runs] if runs else block.runs
            picture = pictures[0]
            self.blocks.append(PictureBlock(picture.address, picture.alt, tidy(runs), picture.data))
        else:
            self.blocks.extend(inside)

    def _take_block(self, node: LexborNode, look: _Look, depth: int) -> None:
        inner = _restyle(node, look)
        box = _name_box(node)
        if box:
            inside = tuple(_Flow(self._reader, node, inner, depth + 1).blocks)
            self.blocks.append(_make_box(box, inside, node))
            return
        self._ids = _list_ids(node) if node.tag in ("p", "dd", "dt") else ()
        level = _WORD_LIST.search(node.attributes.get("style") or "")
        self._indent = int(level[1]) if level else 0
        self._walk(node, inner, depth + 1)
        self._flush()

    def _take_inline(self, node: LexborNode, look: _Look, depth: int) -> None:
        if node.tag == "a" and (mark := _read_mark(node, look.raised)):
            self._runs.append(mark)
            return
        self._walk(node, self._look_of(node, look), depth + 1)

    def _look_of(self, node: LexborNode, look: _Look) -> _Look:
        restyled = _restyle(node, look)
        if node.tag == "a" and (address := node.attributes.get("href")):
            return _Look(restyled.strong, restyled.emphasis, self._reader.read_link(address), restyled.raised)
        return restyled

    def _flush(self) -> None:
        runs = tidy(self._runs)
        if runs:
            self.blocks.append(ParagraphBlock(runs, self._ids, self._indent))
        self._runs, self._ids, self._indent = [], (), 0


def _restyle(node: LexborNode, look: _Look) -> _Look:
    style = node.attributes.get("style") or ""
    bold = node.tag in ("b", "strong", "th") if not _NOT_BOLD.search(style) else False
    strong = (
        bool(bold or _BOLD.search(style)) if bold or _NOT_BOLD.search(style) or _BOLD.search(style) else look.strong
    )
    emphasis = look.emphasis or node.tag in ("i", "em", "cite", "dfn") or bool(_ITALIC.search(style))
    raised = look.raised or node.tag == "sup" or bool(_RAISED.search(style))
    return _Look(strong and node.tag != "th", emphasis, look.link, raised)


def _read_mark(node: LexborNode, raised: bool) -> SourceMark | None:
    """The mark that a link within the page is. A raised letter gets brackets, as others may be in an A to Z."""
    _, hash_, target = (node.attributes.get("href") or "").partition("#")
    words = " ".join(node.text().replace("\u2060", "").split())
    written = f"[{words}]" if raised and words.isalpha() else words
    return SourceMark((f"#{target}",), written) if hash_ and target and _MARK_WORDS.fullmatch(words) else None


def _list_ids(node: LexborNode) -> tuple[str, ...]:
    """The anchors of an element and of what is in it."""
    found = [node, *node.css("[id], a[name]")]
    names = (each.attributes.get(name) for each in found for name in ("id", "name"))
    return tuple(dict.fromkeys(name for name in names if name))


def _name_box(node: LexborNode) -> str:
    """The block that an element is, by its class, or ""."""
    if node.tag not in _BOX_TAGS:
        return ""
    named = node.attributes.get("class") or ""
    found = next((name for pattern, name in _CARDS if pattern.search(named)), "")
    found = found or ("note" if node.tag in ("aside", "details") else "")
    if not found or len(node.css("h1, h2, h3, h4, h5, h6")) > 1 or node.css("table, img, figure, h1"):
        return ""
    return found if len(node.text(separator=" ").split()) <= _LARGEST_BOX else ""


def _make_box(name: str, blocks: tuple[Block, ...], node: LexborNode) -> BoxBlock:
    """A box; its first heading, or the summary of ``details``, is its title."""
    first = blocks[0] if blocks else None
    if isinstance(first, HeadingBlock) or (isinstance(first, ParagraphBlock) and node.tag == "details"):
        return BoxBlock(name, first.runs, blocks[1:])
    return BoxBlock(name, (), blocks)


def _append_below(above: ListBlock, found: ListBlock, depth: int) -> ListBlock:
    """A list with another one below its last item, ``depth`` levels further down."""
    *items, last = above.items
    inner = last.blocks[-1] if last.blocks else None
    if isinstance(inner, ListBlock):
        lower = _append_below(inner, found, depth - 1) if depth > 1 else replace(inner, items=inner.items + found.items)
        return replace(above, items=(*items, replace(last, blocks=(*last.blocks[:-1], lower))))
    return replace(above, items=(*items, replace(last, blocks=(*last.blocks, found))))


def _closest(node: LexborNode, tag: str) -> LexborNode | None:
    above = node.parent
    while above is not None and above.tag != tag:
        above = above.parent
    return above


def _span_of(cell: LexborNode) -> int:
    span = cell.attributes.get("colspan") or "1"
    return min(int(span), 50) if span.isascii() and span.isdigit() and int(span) else 1


def _runs_in(block: Block) -> Iterator[Runs]:
    return list_runs([block])


def _decode(data: str) -> bytes | None:
    try:
        return base64.b64decode(data)
    except binascii.Error:
        return None
