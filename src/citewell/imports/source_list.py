"""Where a document lists its sources, and what each entry says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from citewell.imports.document import (
    Block,
    HeadingBlock,
    ListBlock,
    Notes,
    ParagraphBlock,
    Run,
    Runs,
    SourceMark,
    TextRun,
    join_runs,
    list_runs,
)
from citewell.imports.runs import tidy

#: How such a list is called, in the languages in which health pages often are written.
_TITLE: Final = re.compile(
    r"(?:\d+\.?\s*)?(?:"
    r"(?:list of |our |key |selected |medical |cited )?(?:sources?|references?|bibliography|citations?|literature"
    r"|works cited|literature cited|foot-?notes?|end-?notes?|notes)(?: and (?:references?|sources?|notes|links))?"
    r"(?: \(\d+\))?|references and further reading"
    r"|quellen(?:angaben|verzeichnis)?|literatur(?:verzeichnis)?|einzelnachweise|fußnoten"
    r"|références|notes et références|bibliographie|fuentes|referencias|bibliografía|fonti|note|riferimenti"
    r"|bibliografia|bronnen|referenties|kilder|källor|referenser)\s*:?",
    re.IGNORECASE,
)
_REMARKS: Final = re.compile(r"\bnotes?\b", re.IGNORECASE)
_LIKE_SOURCE: Final = re.compile(r"https?://|www\.|doi|PMID|\b(?:19|20)\d\d\b|\(\S+\.[a-z]{2,7}\)$")
_LABEL: Final = re.compile(
    r"\s*(?:\[(?P<square>\d{1,3})\]|\((?P<round>\d{1,3})\)|(?P<plain>\d{1,3})(?:[.):]|(?=[ \t\u00a0]*\^)|(?=\s)))\s*"
)
_RAISED: Final = {ord(raised): str(digit) for digit, raised in enumerate("⁰¹²³⁴⁵⁶⁷⁸⁹")}
_RAISED_LABEL: Final = re.compile(r"\s*([⁰¹²³⁴-⁹]{1,3})\s*")
_ABOUT_PAGE: Final = re.compile(r"\b(?:reviewed|updated|published|review due|copyright)\b|©", re.IGNORECASE)
_LINKED_NUMBER: Final = re.compile(r"\s*[\[(]?(\d{1,3})[\])]?\s*")
#: What leads back from an entry: ``^``, ``^ a b``, ``^abc`` (glued to the title), ``Jump up to: a b``.
_CARET: Final = re.compile(r"\s*(?:Jump (?:up )?(?:to:?)?\s*)?[\^↑]\s*(?:Jump up to:?\s*)?")
_ARROW_AT_END: Final = re.compile(r"[\s\u00a0]*[↩↑⤴\^][︎\ufe0e]?\s*$")
_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """An entry of the list: its ``number`` on the page, the anchors that lead to it, its words and its links.

    ``backlinks`` is how many places cite it, as the page itself says; ``None`` if it does not.
    """

    number: str
    ids: tuple[str, ...]
    text: str
    links: tuple[str, ...] = ()
    linked_words: str = ""
    emphasised: tuple[str, ...] = ()
    backlinks: int | None = None


@dataclass(frozen=True, slots=True)
class SourceList:
    """The blocks of a document without its list of sources, and the entries of that."""

    blocks: tuple[Block, ...]
    entries: tuple[SourceEntry, ...]


def find_sources(blocks: Sequence[Block], notes: Notes) -> SourceList:
    """Take the list of sources out of a document: below its title, where the marks lead, or numbered at the end."""
    places = _find_linked(blocks)
    titles = [at for at, block in enumerate(blocks) if _is_title(block)]
    for at in titles:
        below = list(_find_below(blocks, at + 1))
        if any(_looks_like_source(blocks[each]) for each in below) or not _may_be_remarks(blocks[at]):
            places |= {at, *below}
    if not places:
        places = _find_numbered_end(blocks)
        if places:
            notes.guess("The numbered lines at the end were taken for the list of sources.")
    found = [(at, block) for at, block in enumerate(blocks) if at in places]
    entries = tuple(_number_entries([entry for at, block in found if at not in titles for entry in _read_block(block)]))
    notes.remarks += [
        f"Title of the list of sources: {join_runs(block.runs)}"
        for at, block in found
        if at in titles and isinstance(block, HeadingBlock | ParagraphBlock)
    ]
    entries += tuple(_read_linked_numbers(blocks, entries))
    return SourceList(tuple(block for at, block in enumerate(blocks) if at not in places), entries)


def _read_linked_numbers(blocks: Sequence[Block], entries: Sequence[SourceEntry]) -> Iterator[SourceEntry]:
    """Entries for marks that are links to other sites, on a page that does not list their numbers."""
    known = {entry.number for entry in entries}
    for runs in list_runs(blocks):
        for run in runs:
            found = _LINKED_NUMBER.fullmatch(run.text) if isinstance(run, TextRun) and run.link else None
            if found and isinstance(run, TextRun) and found[1] not in known:
                known.add(found[1])
                yield SourceEntry(found[1], (), run.link, (run.link,))


def _is_title(block: Block) -> bool:
    return (
        isinstance(block, HeadingBlock | ParagraphBlock) and _TITLE.fullmatch(join_runs(block.runs).strip()) is not None
    )


def _may_be_remarks(block: Block) -> bool:
    """Whether a title may also be above remarks, not sources."""
    return isinstance(block, HeadingBlock | ParagraphBlock) and bool(_REMARKS.search(join_runs(block.runs)))


def _find_below(blocks: Sequence[Block], start: int) -> Iterator[int]:
    """The entries right below the title of a list: lists and paragraphs with a number, or one paragraph a source."""
    bare = start < len(blocks) and _is_bare_source(blocks[start])
    for at in range(start, len(blocks)):
        block = blocks[at]
        numbered = isinstance(block, ParagraphBlock) and _read_label(join_runs(block.runs))[0]
        if not (isinstance(block, ListBlock) or numbered or (bare and _is_bare_source(block))):
            return
        yield at


def _is_bare_source(block: Block) -> bool:
    """Whether a paragraph without a number names a source, and not when the page was last reviewed."""
    text = join_runs(block.runs) if isinstance(block, ParagraphBlock) else ""
    return bool(text) and not _ABOUT_PAGE.search(text) and _looks_like_source(block)


def _find_linked(blocks: Sequence[Block]) -> set[int]:
    """The lists and paragraphs to which marks before them lead."""
    wanted: set[str] = set()
    places: set[int] = set()
    for at, block in enumerate(blocks):
        if isinstance(block, ListBlock):
            targeted = [item for item in block.items if wanted.intersection(item.ids)]
            if targeted:
                places.add(at)
        elif isinstance(block, ParagraphBlock) and wanted.intersection(block.ids):
            places.add(at)
        for runs in list_runs([block]):
            marks = (run for run in runs if isinstance(run, SourceMark) and not run.written.isalpha())
            wanted.update(name[1:] for mark in marks for name in mark.names)
    return places


def _find_numbered_end(blocks: Sequence[Block]) -> set[int]:
    """The paragraphs at the end that are numbered from 1 on, or the list of numbers that ends the document."""
    places: list[int] = []
    wanted = -1
    for at in range(len(blocks) - 1, -1, -1):
        block = blocks[at]
        if not places and isinstance(block, ListBlock) and block.start == 1 and len(block.items) > 1:
            return {at} if all(_looks_like_source(*item.blocks) for item in block.items) else set()
        number = _read_label(join_runs(block.runs))[0] if isinstance(block, ParagraphBlock) else ""
        if not number or wanted not in (-1, int(number)):
            break
        places.append(at)
        wanted = int(number) - 1
    return set(places) if wanted == 0 and len(places) > 1 else set()


def _looks_like_source(*blocks: Block) -> bool:
    """Whether blocks have an address, an identifier, a year, or the name of a site at their end."""
    runs = [run for each in list_runs(blocks) for run in each]
    return _LIKE_SOURCE.search(join_runs(runs)) is not None or any(
        isinstance(run, TextRun) and run.link.startswith("http") for run in runs
    )


def _read_block(block: Block) -> Iterator[SourceEntry]:
    if isinstance(block, ListBlock):
        for at, item in enumerate(block.items):
            number = str(block.start + at) if block.start else ""
            yield _read_entry(
                tuple(run for runs in list_runs(item.blocks) for run in (*runs, TextRun(" "))), number, item.ids
            )
    elif isinstance(block, HeadingBlock | ParagraphBlock):
        yield _read_entry(block.runs, "", block.ids if isinstance(block, ParagraphBlock) else ())


def _number_entries(entries: Sequence[SourceEntry]) -> Iterator[SourceEntry]:
    """Each entry once; those without a number get the next one, as a browser numbers them."""
    last = 0
    seen: set[tuple[tuple[str, ...], str]] = set()
    for entry in entries:
        if entry.ids and (entry.ids, entry.text) in seen:  # mammoth repeats a note at each of its marks
            continue
        seen.add((entry.ids, entry.text))
        number = entry.number or str(last + 1)
        last = int(number) if number.isdigit() else last
        yield SourceEntry(
            number, entry.ids, entry.text, entry.links, entry.linked_words, entry.emphasised, entry.backlinks
        )


def _read_label(text: str) -> tuple[str, int]:
    """The number that begins an entry, and how many characters it takes; "" and 0 if there is none."""
    raised = _RAISED_LABEL.match(text)
    if raised:
        return raised[1].translate(_RAISED), raised.end()
    found = _LABEL.match(text)
    return (next(filter(None, found.groups())), found.end()) if found else ("", 0)


def _read_entry(runs: Runs, listed: str, ids: tuple[str, ...]) -> SourceEntry:
    """Read an entry; ``listed`` is its number in the list that holds it, which a number in its words overrules."""
    marks = [run for run in runs if isinstance(run, SourceMark)]
    kept: list[Run] = [run for run in runs if isinstance(run, TextRun)]
    lead = _read_label(marks[0].written)[0] if marks and runs and runs[0] is marks[0] else ""
    words = join_runs(tidy(kept))
    number, length = _read_label(words)
    while number and (again := _read_label(words[length:]))[0] == number:  # "1. 1.^ab", as browsers copy
        length += again[1]
    if listed and number and number != listed:
        number, length = "", 0  # the entry itself begins with a number, such as a year
    text, backlinks = _cut_backlinks(words[length:], [mark for mark in marks if mark.written != lead or len(marks) > 1])
    links = tuple(dict.fromkeys(run.link for run in kept if isinstance(run, TextRun) and run.link))
    linked = " ".join(join_runs([run for run in kept if isinstance(run, TextRun) and run.link]).split())
    slanted = tuple(run.text.strip() for run in kept if isinstance(run, TextRun) and run.emphasis)
    return SourceEntry(number or lead or listed, ids, text, links, linked, slanted, backlinks)


def _cut_backlinks(words: str, marks: Sequence[SourceMark]) -> tuple[str, int | None]:
    """The words of an entry without what leads back, and how many places that leads to."""
    letters = [mark for mark in marks if mark.written.strip("[]() ").isalpha()]
    caret = _CARET.match(words)
    if caret:
        rest = words[caret.end() :]
        count = len(letters) if marks else 0
        if not marks:
            while count < len(_LETTERS) and re.match(
                rf"{_LETTERS[count]}(?![a-z]{{2}} |[a-z]* )|{_LETTERS[count]}(?=\s)", rest
            ):
                rest = rest[1:].lstrip()
                count += 1
            if not count:
                count, rest = _count_glued(rest)
        return rest.strip(), max(1, count)
    arrow = _ARROW_AT_END.search(words)
    if arrow:
        words = words[: arrow.start()]
    return " ".join(words.split()), len(letters) or None


def _count_glued(rest: str) -> tuple[int, str]:
    """The letters a, b, c … glued to a title that begins otherwise: ``abcSoft tissue``."""
    count = 0
    while count < min(len(rest), len(_LETTERS)) and rest[count] == _LETTERS[count]:
        count += 1
    glued = rest[count : count + 1].islower()  # "bacteria" begins with no letters of ours
    return (0, rest) if glued else (count, rest[count:])
