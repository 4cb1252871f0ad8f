"""Pages of every shape in ``pages/``, and in ``drafts/`` what becomes of each, for an editor to compare."""

from __future__ import annotations

import pytest
from tests.imports.reading import PAGES, describe, import_data
from tests.imports.word import DOCUMENTS

from citewell.imports.read_back import count_citations

DRAFTS = PAGES.parent / "drafts"
FILES = {path.name: path.read_bytes() for path in sorted(PAGES.iterdir()) if path.is_file()} | DOCUMENTS
#: Sources, and marks in the text, as counted on each page by hand.
COUNTS = {
    "brackets_and_tabs.txt": (3, 10),
    "copied_from_a_browser.txt": (15, 59),
    "endnotes.docx": (2, 4),
    "footnotes.docx": (2, 4),
    "footnotes.md": (2, 6),
    "from_google_docs.html": (2, 4),
    "from_outlook.html": (2, 4),
    "like_the_nhs.html": (3, 13),
    "like_wikipedia.html": (3, 6),
    "list_of_references.docx": (3, 3),
    "numbers.md": (3, 10),
    "table_and_figure.html": (2, 5),
}


@pytest.mark.parametrize("name", FILES)
def test_a_page_becomes_the_draft_beside_it(name: str) -> None:
    found = import_data(name, FILES[name])

    assert describe(found) == (DRAFTS / f"{name}.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", FILES)
def test_no_mark_no_source_and_no_word_is_lost(name: str) -> None:
    plan, draft = import_data(name, FILES[name])

    assert (len(plan.entries), plan.marks) == COUNTS[name]
    assert count_citations(draft.body) == plan.marks
    assert "words are not in the draft" not in "".join(draft.guesses)


def test_a_copied_page_has_the_marks_that_its_own_list_of_sources_counts() -> None:
    plan, _ = import_data("copied_from_a_browser.txt", FILES["copied_from_a_browser.txt"])

    assert {entry.number: entry.backlinks for entry in plan.entries} == plan.counts
