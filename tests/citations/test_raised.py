"""Raised and lowered words in plain text."""

from __future__ import annotations

import pytest

from citewell.citations.raised import lower_text, raise_text


@pytest.mark.parametrize(
    ("raised", "before", "plain"),
    [
        ("2", "m", "²"),
        ("-1", "h", "⁻¹"),
        ("−/−", "Il10", "⁻/⁻"),
        ("TM", "Brand", "™"),
        ("th", "the 5", "th"),
        ("th", "the", "ᵗʰ"),
        ("5.5", "10", "^5.5"),
        ("α/2", "z", "^(α/2)"),
        (" ", "x", ""),
    ],
)
def test_raised_words(raised: str, before: str, plain: str):
    assert raise_text(raised, before) == plain


@pytest.mark.parametrize(("lowered", "plain"), [("2", "₂"), ("2.5", "₂.₅"), ("max", "max")])
def test_lowered_words(lowered: str, plain: str):
    assert lower_text(lowered) == plain
