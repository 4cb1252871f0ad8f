"""Writing the address to which a page has moved is no change that must be looked up again; any other is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from citewell.model.evidence import Lock, LockedReference, Verdict
from citewell.model.fingerprint import compute_fingerprint
from citewell.model.references import Reference

OLD, NEW = "https://old.example/lumps", "https://new.example/lumps"
REFERENCE = Reference("a", "webpage", {"title": "Lumps", "URL": OLD})
MOVED = LockedReference(
    compute_fingerprint(REFERENCE), Verdict.MOVED, date(2026, 2, 20), "it has moved", address=OLD, final_url=NEW
)


def known(title: str, url: str, locked: LockedReference = MOVED) -> bool:
    changed = replace(REFERENCE, fields={"title": title, "URL": url})
    return Lock({"a": locked}).find_entry(changed) is not None


def test_the_address_that_answered_counts_as_looked_up() -> None:
    assert known("Lumps", OLD)
    assert known("Lumps", NEW)


def test_any_other_change_does_not() -> None:
    assert not known("Bumps", NEW)
    assert not known("Lumps", "https://third.example/lumps")
    assert not known("Lumps", NEW, replace(MOVED, verdict=Verdict.OK))
