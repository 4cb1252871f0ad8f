"""When two quotes are taken for versions of one."""

from __future__ import annotations

import pytest

from citewell.citations.quote_likeness import are_alike


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("is often painless", "is seldom painless"),
        ("is often painless", "is often painful"),
        ("painless lump", "painless lumps"),
        ("grows within 6 weeks", "grows within 8 weeks"),
        ("most lumps do not hurt", "most lumps hurt"),
        ("four weeks to get an appointment", "six weeks to get an appointment"),
        ("it may take four weeks to get an appointment", "six weeks to get an appointment"),
        ("weeks to get an appointment", "weeks to get an operation"),
    ],
)
def test_versions_of_one(one: str, other: str) -> None:
    assert are_alike(one, other)
    assert are_alike(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("is often painless", "“see a doctor if it grows”"),
        ("pain at night is common in children", "lumps are common in adults"),
        ("the patient's lump", "the  patient’s lump"),  # one quote, set in two ways
        ("painless", ""),
        ("is often painless", "Is often painless."),
        ("four weeks to get an appointment", "It may take four weeks to get an appointment"),  # more of the same words
        ("may take four weeks to get", "four weeks to get an appointment"),
        ("painless", "a long quote that has a painless word somewhere in its midst"),
    ],
)
def test_other_words(one: str, other: str) -> None:
    assert not are_alike(one, other)
