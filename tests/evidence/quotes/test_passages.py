"""The passage of a page around a quote: whole sentences if there is room, and never more than a quotation needs."""

from __future__ import annotations

from datetime import date

import pytest

from citewell.evidence.quotes.passages import find_passage
from citewell.model.evidence import LONGEST_PASSAGE, Lock, LockedQuote, LockedReference, QuoteVerdict, Verdict
from citewell.model.lock_text import read_lock_text, write_lock_text

DAY = date(2026, 3, 1)
LONG = "word " * 100


@pytest.mark.parametrize(
    ("quote", "page", "passage"),
    [
        (
            "are benign",
            "Lumps.\nThis is about adults. Most masses are benign. Other things follow.",
            "This is about adults. Most masses are benign.",
        ),
        ("are  benign", "Adults\nMost masses\u00a0are\u00a0benign", "Adults Most masses are benign"),
        ("are benign", f"{LONG}. Most masses are benign. {LONG}", "Most masses are benign."),
        ("Most are benign", f"{LONG}Most are benign {LONG}", f"Most are benign {LONG}"[:299].rpartition(" ")[0] + " …"),
        ("is not there", "Most masses are benign.", None),
        ("are benign", "", None),
    ],
)
def test_sentences_around_a_quote_are_kept(quote: str, page: str, passage: str | None):
    found = find_passage(quote, page)
    assert (found and found.text) == passage
    assert found is None or len(found.text) <= LONGEST_PASSAGE


def test_a_lock_keeps_the_passage_and_one_from_before_has_none():
    found = find_passage("are benign", "Most masses in adults are benign.")
    quotes = (
        LockedQuote("are benign", QuoteVerdict.FOUND, DAY, passage=found),
        LockedQuote("x", QuoteVerdict.FOUND, DAY),
    )
    lock = Lock({"a": LockedReference("f", Verdict.OK, DAY, "it is there", quotes=quotes)})
    written = write_lock_text(lock)
    assert written.count('"passage"') == 1
    assert '"version": 1' in written.partition('"passage"')[2]
    assert read_lock_text(written) == lock
