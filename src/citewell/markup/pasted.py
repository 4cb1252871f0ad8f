"""Lists and tables as they arrive from Word, Outlook, Google Docs and web pages: with bullets and tabs, not Markdown.

Read as Markdown, such a text is one paragraph, and one source at its end would count for all of it. The check refuses
them, and an import makes lists and tables of them; both ask here what is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from citewell.lazy_pattern import compile_lazily

# Bullets of word processors and web pages; the last three are from Word's own fonts, and what is left of those.
_BULLETS: Final = "•‣⁃◦∙▪▫■□●○▸▹►▶➢➤❏❑❖◆◇♦\uf0b7\uf0a7\uf0d8"
# Characters that begin items, too, but also mean yes and no in a table.
_TICKS: Final = "✓✔✗✘☐☑☒✅❌★☆➔👉🔹🔸"
_SPACE: Final = r"[ \t\u00a0\u2007\u202f]"
_LINE: Final = r"[ \t>]*(?P<mark>{})"
#: A bullet; a hyphen that lacks its space, or has one that Markdown does not know.
_ITEM: Final = compile_lazily(
    _LINE.format(rf"[{_BULLETS}]|[·・](?=\D|$)|-(?=[^\W\d_])|[‐‑](?={_SPACE})|[-*+](?=[\u00a0\u2007\u202f])")
)
#: What begins an item, or a line of wrapped prose: it counts below a colon, and where another line begins so, too.
_MAYBE: Final = {
    "tick": compile_lazily(_LINE.format(rf"[{_TICKS}](?=\s*\w)")),
    "dash": compile_lazily(_LINE.format(rf"[–—―−](?={_SPACE})")),
    "letter": compile_lazily(_LINE.format(rf"[oOvqüØø§¨](?={_SPACE}+[^\W\d_])")),
    "number": compile_lazily(
        _LINE.format(rf"\((?:[a-z]|[ivx]{{1,4}}|\d{{1,2}})\)(?={_SPACE})|(?:[a-z]|[ivx]{{1,4}})[.)](?={_SPACE})")
    ),
    "number without its space": compile_lazily(_LINE.format(r"\d{1,2}[.)](?=[^\W\d_]|[\u00a0\u2007\u202f])")),
    "star": compile_lazily(_LINE.format(r"[*+](?=[^\W\d_][^*+]*$)")),
}
_O: Final = compile_lazily(rf"[ \t>]*(?P<mark>o)(?={_SPACE}+[^\W\d_])")
_WITHIN: Final = compile_lazily(r"(?<=\S)[ \t\u00a0]+(?P<mark>[•▪‣●■◦►➢✓✔✅☐\uf0b7\uf0a7\uf0d8])(?=\s*\w)")
# Characters that are also a dash, a point between factors or a word: after a colon, and again before the next item.
_WITHIN_AFTER_COLON: Final = compile_lazily(
    rf":{_SPACE}+(?P<mark>[·・∙o*‐–—-]){_SPACE}+(?=[^\W\d_])[^\n]{{0,300}}?{_SPACE}(?P=mark){_SPACE}+(?=[^\W\d_])"
)
#: The same right after the brackets of a source or the end of a sentence, where no factor, unit or title goes on.
_WITHIN_AFTER_END: Final = compile_lazily(rf"[\].!?;]{_SPACE}+(?P<mark>[·・∙o*]){_SPACE}+(?=[^\W\d_])")
_SPACED_DOT: Final = compile_lazily(rf"(?<=\S){_SPACE}+(?P<mark>[·・∙]){_SPACE}+(?=[^\W\d_])")
#: A dash may also add an afterthought: it counts where a second one begins with a capital after a source, too.
_DASH_AFTER_SOURCE: Final = compile_lazily(rf"\][.!?;]?{_SPACE}+(?P<mark>[-‐–—]){_SPACE}+(?=[^\W\d_a-zß-öø-ÿ])")
_MAY_HAVE_ONE: Final = compile_lazily(
    rf"[{_BULLETS}{_TICKS}·・‐‑–—―−]|[:\].!?;]{_SPACE}+[o*-]{_SPACE}"
    rf"|^[ \t>]*(?:[-*+\d(]|\w{{1,4}}[.)]|[oOvqüØø§¨]{_SPACE})",
    re.MULTILINE,
)
#: Bullets that mean nothing else: a line that begins with one is certainly an item.
_ONLY_BULLETS: Final = frozenset(_BULLETS + "·・")
_LONG_WORD: Final = compile_lazily(r"[^\W\d_]{5}|\w\s+\w")
_TAB: Final = "\t"
_OWN_MARK: Final = compile_lazily(
    rf"[ \t>]*(?:[-*+]|\d{{1,3}}[.)]|\(?[a-z\d]{{1,3}}[.)]|[{_BULLETS}·・oq§]){_SPACE}*\t\s*"
)
_SOURCE: Final = compile_lazily(r"\[[^\]]*(?:@|no source)")


class PastedBullet(NamedTuple):
    """Characters that begin an item: their offset in the text, and whether they begin a line."""

    start: int
    characters: str
    begins_line: bool


class PastedTable(NamedTuple):
    """A table whose cells are separated by tabs: where it begins and ends in the text, and its cells, row by row."""

    start: int
    end: int
    rows: tuple[tuple[str, ...], ...]


def find_pasted_bullets(text: str, is_english: bool = True, within_lines: bool = True) -> tuple[PastedBullet, ...]:
    """The bullets of a paragraph that Markdown takes for words, in reading order.

    ``within_lines`` also looks for bullets in the middle of a line, if no line begins with one; titles and headings may
    have characters between their parts. ``o`` alone is a word in some languages other than English.
    """
    if not _MAY_HAVE_ONE.search(text):  # most have none
        return ()
    found = tuple(_find_at_lines(text, is_english))
    return found or (tuple(_find_within(text, is_english)) if within_lines else ())


def write_pasted_list(text: str, is_english: bool = True) -> str | None:
    """The paragraph with its bullets as a Markdown list, word for word, or ``None`` if it is not certain what is one.

    It is certain where all its items begin with the same bullet, and each line from the first on is an item, or where
    bullets in one line follow a colon or its beginning.
    """
    found = find_pasted_bullets(text, is_english)
    if not found or len({each.characters for each in found}) > 1 or found[0].characters not in _ONLY_BULLETS:
        return None
    lead, body = text[: found[0].start].rstrip(), text[found[0].start :]
    if not found[0].begins_line:
        return _write_items(lead, text, found) if lead.endswith(":") and "\n" not in text else None
    if not lead and "\n" not in body:
        found = (*found, *_find_same_within(text, found[0]))
    elif ">" in text or not _has_only_items(body, found[0].characters):
        return None
    return _write_items(lead, text, found)


def find_pasted_table(text: str) -> PastedTable | None:
    """The first table of a paragraph whose cells are separated by tabs: two rows, or one row of three cells.

    A tab after a bullet or number separates nothing.
    """
    offset, start = 0, 0
    rows: list[tuple[str, ...]] = []
    for line in [*text.split("\n"), ""]:
        marked = _OWN_MARK.match(line)
        if _TAB in line[marked.end() if marked else 0 :]:
            start = start if rows else offset
            rows.append(tuple(cell.strip() for cell in line.split(_TAB)))
        elif _is_table(rows):
            return PastedTable(start, offset - 1, tuple(rows))
        else:
            rows = []
        offset += len(line) + 1
    return None


def write_pasted_table(table: PastedTable) -> str | None:
    """The table with pipes, word for word, or ``None`` if it is not certain which cells belong together.

    It is certain where every row has as many cells, and the first row names the columns: it has no source.
    """
    head, *rows = table.rows
    if not rows or any(len(row) != len(head) for row in rows) or any(_SOURCE.search(cell) for cell in head):
        return None
    if sum(map(bool, head)) < len(head) - 1 or any("`" in cell for row in table.rows for cell in row):
        return None
    return "\n".join([_write_row(head), "|" + "---|" * len(head), *map(_write_row, rows)])


def _is_table(rows: Sequence[tuple[str, ...]]) -> bool:
    """Whether lines with tabs are rows: there are two, or three cells, and words on both sides of a tab."""
    filled = max((sum(map(bool, row)) for row in rows), default=0)
    return filled > 1 and (len(rows) > 1 or len(rows[0]) > 2)  # one tab in one line may be a gap


def _find_at_lines(text: str, is_english: bool) -> Iterator[PastedBullet]:
    lines = text.split("\n")
    several = {kind for kind, pattern in _MAYBE.items() if sum(bool(pattern.match(line)) for line in lines) > 1}
    start, below_colon = 0, False
    for line in lines:
        found = _ITEM.match(line) or (_O.match(line) if is_english else None)
        for kind, pattern in _MAYBE.items():
            if not found and (kind in several or (below_colon and kind != "star")):
                found = pattern.match(line)
        if found:
            yield PastedBullet(start + found.start("mark"), found["mark"], True)
        start += len(line) + 1
        below_colon = line.rstrip().endswith(":")


def _find_within(text: str, is_english: bool) -> Iterator[PastedBullet]:
    """Several bullets within the lines, or one after the end of something."""
    after_colon = _WITHIN_AFTER_COLON.search(text)
    if after_colon and (is_english or after_colon["mark"] != "o"):
        first = PastedBullet(after_colon.start("mark"), after_colon["mark"], False)
        return iter((first, *_find_same_within(text, first)))
    found = list(_WITHIN.finditer(text))
    if len(found) == 1 and not text[: found[0].start()].endswith((":", ";", ".", "]")):
        found = []
    found = found or _find_spaced_dots(text)
    found = found or [each for each in _WITHIN_AFTER_END.finditer(text) if is_english or each["mark"] != "o"]
    dashes = list(_DASH_AFTER_SOURCE.finditer(text))
    found = found or (dashes if len(dashes) > 1 else [])
    return (PastedBullet(each.start("mark"), each["mark"], False) for each in found)


def _find_spaced_dots(text: str) -> list[re.Match[str]]:
    """Two or more dots with spaces around them before words, of which one part is longer than a unit."""
    found = list(_SPACED_DOT.finditer(text))
    if len(found) < 2:  # one may be a mark between two words
        return []
    ends = [*(each.start() for each in found[1:]), len(text)]
    parts = [text[each.end() : end] for each, end in zip(found, ends, strict=True)]
    return found if any(map(_LONG_WORD.search, parts)) else []


def _find_same_within(text: str, first: PastedBullet) -> Iterator[PastedBullet]:
    """Further bullets like the first, with a space on both sides, before a word."""
    same = re.compile(rf"(?<=\S){_SPACE}+(?P<mark>{re.escape(first.characters)}){_SPACE}+(?=\w)")
    after = same.finditer(text, first.start + len(first.characters))
    return (PastedBullet(each.start("mark"), each["mark"], False) for each in after)


def _has_only_items(body: str, mark: str) -> bool:
    """Whether each line begins with the bullet, or follows a line that is nothing else."""
    after_bullet = False
    for line in body.split("\n"):
        is_item = line.lstrip().startswith(mark)
        if is_item == after_bullet or f" {mark} " in line.strip():
            return False
        after_bullet = line.strip() == mark
    return not after_bullet


def _write_items(lead: str, text: str, found: Sequence[PastedBullet]) -> str:
    ends = [*(each.start for each in found[1:]), len(text)]
    items = (
        " ".join(text[each.start + len(each.characters) : end].split()) for each, end in zip(found, ends, strict=True)
    )
    return (f"{lead}\n\n" if lead else "") + "\n".join(f"- {item}" for item in items)


def _write_row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"
