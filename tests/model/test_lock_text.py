"""The text of the lock: what goes in comes out, in one form; and what is damaged is said to be."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citewell.model.evidence import (
    Archived,
    Lock,
    LockedQuote,
    LockedReference,
    Notice,
    NoticeKind,
    QuoteVerdict,
    Verdict,
)
from citewell.model.lock_text import DamagedLock, read_lock_text, write_lock_text
from citewell.rules.source.lock_unreadable import describe_lock_error

DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 31))
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
WORDS = TEXTS.filter(bool)  # what always says something
NOTICES = st.builds(
    Notice, st.sampled_from(NoticeKind), WORDS, TEXTS, TEXTS, TEXTS, reason=TEXTS, seen=st.none() | DAYS
)
QUOTES = st.builds(LockedQuote, WORDS, st.sampled_from(QuoteVerdict), DAYS, TEXTS, TEXTS)
REFERENCES = st.builds(
    LockedReference,
    WORDS,
    st.sampled_from(Verdict),
    DAYS,
    WORDS,
    *[TEXTS] * 2,
    status=st.none() | st.integers(100, 999),
    page_title=TEXTS,
    match=st.none() | st.integers(0, 100),
    text_digest=TEXTS,
    failed_on=st.lists(DAYS, max_size=2).map(tuple),
    suspected=st.none() | DAYS,
    archived=st.none() | st.builds(Archived, WORDS, DAYS),
    notices=st.lists(NOTICES, max_size=3).map(tuple),
    identifiers=st.lists(WORDS, max_size=2).map(tuple),
    quotes=st.lists(QUOTES, max_size=3).map(tuple),
)
WHOLE = Lock(
    {
        "b-second": LockedReference(
            "0123456789ab",
            Verdict.BROKEN,
            date(2026, 11, 22),
            "the server answered 404 (not found)",
            address="https://press.example/größe",
            status=404,
            failed_on=(date(2026, 11, 20), date(2026, 11, 22)),
            archived=Archived("https://archive.example/1", date(2024, 2, 3)),
            notices=(Notice(NoticeKind.RETRACTION, "Crossref", "2014-01", seen=date(2026, 11, 20)),),
            quotes=(LockedQuote("the words", QuoteVerdict.CHANGED, date(2026, 11, 20), says="these words"),),
        ),
        "a-first": LockedReference("ba9876543210", Verdict.OK, date(2026, 11, 22), "fine", match=0),
    }
)


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(TEXTS, REFERENCES, max_size=3))
def test_what_goes_in_comes_out(references: dict[str, LockedReference]):
    lock = Lock(references)

    assert read_lock_text(write_lock_text(lock)) == lock
    assert write_lock_text(read_lock_text(write_lock_text(lock))) == write_lock_text(lock)


def test_sorted_by_key_with_a_value_a_line_and_nothing_empty():
    text = write_lock_text(WHOLE)

    assert text.index('"a-first"') < text.index('"b-second"')
    assert text.endswith("}\n")
    assert '   "address": "https://press.example/größe",\n' in text
    assert json.loads(text)["references"]["a-first"] == {
        "fingerprint": "ba9876543210",
        "verdict": "ok",
        "checked": "2026-11-22",
        "reason": "fine",
        "match": 0,
    }


def test_one_change_shows_as_few_lines():
    before = write_lock_text(WHOLE).splitlines()
    changed = {
        **WHOLE.references,
        "a-first": LockedReference("ba9876543210", Verdict.OK, date(2026, 12, 23), "fine", match=0),
    }
    after = write_lock_text(Lock(changed)).splitlines()

    assert sum(old != new for old, new in zip(before, after, strict=True)) == 1


TEXT = write_lock_text(WHOLE)
DAMAGED = {
    "a conflict": ("<<<<<<< ours\n" + TEXT, 1, "git left a conflict"),
    "a conflict further down": (
        TEXT.replace('  "b-second"', '=======\n  "b-second"'),
        11,
        "git left",
    ),
    "cut off": (TEXT[:200], None, ""),
    "a list": ("[]", 1, "it has no references"),
    "without references": ('{"version": 1}', 1, "it has no references"),
    "of a later version": (TEXT.replace('"version": 1', '"version": 2'), 1, "it has version 2"),
    "nested too deeply": ("[" * 100_000, None, ""),
    "an entry nested too deeply": (
        f'{{"version": 1, "references": {{"x": {"[" * 900}{"]" * 900}}}}}',
        None,
        "",
    ),
    "an unknown verdict": (
        TEXT.replace('"ok"', '"fine"'),
        None,
        "the entry of 'a-first' is not as Citewell writes it, at verdict",
    ),
    "a misspelt name": (
        TEXT.replace('"notices"', '"notes"'),
        None,
        "the entry of 'b-second' has an unknown name: notes",
    ),
    "a misspelt name in a notice": (
        TEXT.replace('"published"', '"day"'),
        None,
        "of 'b-second' has an unknown name: day",
    ),
    "no verdict": (
        TEXT.replace('"verdict": "ok",', ""),
        None,
        "the entry of 'a-first' has no 'verdict'",
    ),
    "no day": (TEXT.replace("2024-02-03", "yesterday"), None, "the entry of 'b-second' is not as"),
    "a number for a text": (
        TEXT.replace('"these words"', "17"),
        None,
        "the entry of 'b-second' is not as",
    ),
    "a text for a number": (
        TEXT.replace("404,", '"404",'),
        None,
        "the entry of 'b-second' is not as",
    ),
    "a list for a reference": ('{"version": 1, "references": {"x": []}}', None, "the entry of 'x' is not as"),
    "a reference twice": (
        '{"version": 1, "references": {"x": {},\n"x": {}}}',
        None,
        "it has 'x' twice",
    ),
    "half a character": (
        TEXT.replace("these words", "\\ud800"),
        None,
        "the entry of 'b-second' is not as",
    ),
    "a number for a quote": (
        TEXT.replace('"text": "the words",', ""),
        None,
        "the entry of 'b-second' has no 'text'",
    ),
}


@pytest.mark.parametrize(("text", "line", "reason"), DAMAGED.values(), ids=DAMAGED)
def test_a_damaged_lock_is_said_to_be_one(text: str, line: int | None, reason: str):
    with pytest.raises(DamagedLock) as bad:
        read_lock_text(text)

    assert reason in describe_lock_error(bad.value.facts)
    assert line is None or bad.value.line == line
