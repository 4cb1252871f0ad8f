"""Fingerprints keep their version: nothing that a later Citewell does makes an entry of the lock lapse."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum

import pytest

from citewell.model import fingerprint
from citewell.model.fingerprint import compute_fingerprint, matches_fingerprint
from citewell.model.lock_text import read_lock_text, write_lock_text
from citewell.model.references import IdentifierKind, Reference

WORK = Reference(
    "birds",
    "webpage",
    {"title": "Made-up birds", "URL": "https://press.example/birds"},
    identifiers={IdentifierKind.URL: "https://press.example/birds", IdentifierKind.DOI: "10.5555/birds"},
)
#: As they were computed when each version was the last one.
WRITTEN = {"1": "b3afe93c2b7a", "2": "2:8fc0bef9a58a"}
LOCK = """{
 "version": 1,
 "references": {
  "birds": {
   "fingerprint": "FINGERPRINT",
   "verdict": "ok",
   "checked": "2026-11-22",
   "reason": "the page is there and has the right title"
  }
 }
}
"""


class LaterKind(StrEnum):
    """The kinds of identifiers of a later Citewell."""

    ARXIV = "ARXIV"
    DOI = "DOI"
    PMID = "PMID"
    PMCID = "PMCID"
    ISBN = "ISBN"
    URL = "URL"


OTHERS = {
    "title": replace(WORK, fields={**WORK.fields, "title": "Made-up gulls"}),
    "address": replace(WORK, fields={**WORK.fields, "URL": "https://press.example/gulls"}),
    "a changed identifier": replace(WORK, identifiers={IdentifierKind.DOI: "10.5555/gulls"}),
    "one identifier more": replace(WORK, identifiers={**WORK.identifiers, IdentifierKind.PMID: "1"}),
    "one identifier less": replace(WORK, identifiers={}),
}


@pytest.mark.parametrize("written", WRITTEN.values(), ids=WRITTEN)
def test_an_entry_of_any_version_stays_valid_byte_for_byte(written: str):
    text = LOCK.replace("FINGERPRINT", written)
    lock = read_lock_text(text)

    assert lock.find_entry(WORK) is lock.references["birds"]
    assert write_lock_text(lock) == text


@pytest.mark.parametrize("written", WRITTEN.values(), ids=WRITTEN)
@pytest.mark.parametrize("other", OTHERS.values(), ids=OTHERS)
def test_it_lapses_when_the_work_may_be_another(written: str, other: Reference):
    assert not matches_fingerprint(other, written)


def test_what_says_nothing_of_which_work_it_is_changes_nothing():
    assert compute_fingerprint(replace(WORK, type="book", kind="guideline", unverified=True)) == WRITTEN["2"]


def test_a_new_kind_of_identifier_lapses_no_entry(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(fingerprint, "IdentifierKind", LaterKind)

    assert all(matches_fingerprint(WORK, written) for written in WRITTEN.values())


def test_a_new_version_lapses_no_entry(monkeypatch: pytest.MonkeyPatch):
    newer = {**fingerprint._VERSIONS, "3": lambda reference, _: reference.key}
    monkeypatch.setattr(fingerprint, "_VERSIONS", newer)

    assert all(matches_fingerprint(WORK, written) for written in (*WRITTEN.values(), "3:birds"))
    assert compute_fingerprint(WORK) == "3:birds"


@pytest.mark.parametrize("unknown", ["9:8fc0bef9a58a", ":", "", "2:", "x"])
def test_one_that_a_later_citewell_wrote_or_a_damaged_one_is_none(unknown: str):
    assert not matches_fingerprint(WORK, unknown)
