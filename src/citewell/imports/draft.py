"""From a document to a draft: its article, its sources as references, its pictures, and a report of what was guessed.

In two steps, because the keys of references are made by the bibliography: ``plan_draft`` gives what to add there, and
``write_draft`` takes the keys.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from citewell.evidence.items.normalise import Item
from citewell.formats.terminal_text import count_noun
from citewell.imports.document import Block, Document, Notes, name_some
from citewell.imports.marks import resolve_marks
from citewell.imports.pictures import PictureFiles, PictureReader
from citewell.imports.read_back import count_citations, find_lost_words
from citewell.imports.shape import drop_empty_headings, restore_lists, shape_article
from citewell.imports.source_entry import make_item
from citewell.imports.source_list import SourceEntry, find_sources
from citewell.imports.write_article import ArticleWriter
from citewell.model.references import IdentifierKind

_WORDS_SHOWN: Final = 12


@dataclass(frozen=True, slots=True)
class DraftPlan:
    """A document that was taken apart.

    ``original`` are its blocks with their marks, without the list of sources, as they were; ``blocks`` those of the
    article. ``counts`` is how often each source is cited, by its number.
    """

    title: str
    original: tuple[Block, ...]
    blocks: tuple[Block, ...]
    entries: tuple[SourceEntry, ...]
    items: tuple[Item, ...]
    counts: dict[str, int]
    remarks: tuple[str, ...]
    guesses: tuple[str, ...]

    @property
    def marks(self) -> int:
        """How many times a source is named in the text."""
        return sum(self.counts.values())


@dataclass(frozen=True, slots=True)
class Draft:
    """The body of an article, and its pictures by the names of their files."""

    body: str
    pictures: dict[str, bytes]
    guesses: tuple[str, ...]


def plan_draft(document: Document, title: str = "") -> DraftPlan:
    """Take a document apart; ``title`` is the one to use, or "" for its own."""
    notes = Notes(list(document.guesses), list(document.remarks))
    listed = find_sources(list(drop_empty_headings(document.blocks, notes)), notes)
    marked = resolve_marks(listed.blocks, listed.entries, notes)
    restored = restore_lists(marked.blocks)
    shaped = shape_article(restored, title, document.title, notes)
    _compare_marks(listed.entries, marked.counts, marked.unknown, notes)
    items = tuple(make_item(entry) for entry in listed.entries)
    pairs = zip(listed.entries, items, strict=True)
    unnamed = [entry.number for entry, item in pairs if item.keys().isdisjoint(map(str, IdentifierKind))]
    if unnamed:
        of = "Source" if len(unnamed) == 1 else "Sources"
        notes.guess(
            f"{of} {name_some(unnamed)}: no identifier and no address in the text, so find them (DOI, PMID or page)."
        )
    return DraftPlan(
        shaped.title,
        restored,
        shaped.blocks,
        listed.entries,
        items,
        marked.counts,
        tuple(notes.remarks),
        notes.list_guesses(),
    )


def write_draft(plan: DraftPlan, keys: Sequence[str], pictures: PictureReader) -> Draft:
    """Write the article of a plan; ``keys`` are the citation keys of its items, in order."""
    notes = Notes()
    files = PictureFiles(pictures, notes)
    key_of = dict(reversed([(entry.number, key) for entry, key in zip(plan.entries, keys, strict=True)]))
    body = ArticleWriter(key_of.__getitem__, files.add).write(plan.blocks)
    lost = find_lost_words(plan.original, body, [plan.title, *plan.remarks])
    if lost:
        shown = " ".join(lost[:_WORDS_SHOWN])
        notes.guess(f"{len(lost)} words are not in the draft as they were; compare it with the original: {shown}")
    named = count_citations(body)
    if named != plan.marks:
        notes.guess(
            f"The document names sources {plan.marks} times, and the draft {named} times: a source that is named twice "
            "side by side is cited once."
        )
    return Draft(body, files.data, notes.list_guesses())


def _compare_marks(
    entries: Sequence[SourceEntry], counts: dict[str, int], unknown: Sequence[str], notes: Notes
) -> None:
    """Note where the marks in the text and the list of sources do not agree."""
    if unknown:
        shown = name_some(list(dict.fromkeys(unknown)))
        why = "its number is not in the list of sources" if entries else "there is no list of sources"
        marks = count_noun(len(unknown), "mark")
        notes.guess(f"{marks} without a source: {why}, so the text keeps them, and the check names each: {shown}")
    idle = [number for number, count in counts.items() if not count]
    if idle:
        notes.guess(
            f"{len(idle)} of {len(entries)} sources are not cited in the text: {name_some(idle)}. "
            "They are in the bibliography."
        )
    for entry in entries:
        if entry.backlinks is not None and entry.backlinks != counts[entry.number]:
            notes.guess(
                f"Source {entry.number} is cited {counts[entry.number]} times in the text, and "
                f"{entry.backlinks} times as its entry says."
            )
