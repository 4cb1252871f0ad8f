"""The ledger for people at a terminal."""

from __future__ import annotations

from click import unstyle
from tests.formats.claims import claims_of

from citewell.formats.ledger.text import format_ledger

TEXT = """\
---
title: Is it a lump?
origin: generated
---

It grows. [certainty: low, @one; contradicts @two]
It shrinks. [background @two]
"""


def test_a_line_says_how_sources_relate_to_the_claim_and_that_nobody_verified_it():
    lines = [" ".join(unstyle(line).split()) for line in format_ledger([claims_of(TEXT)])]

    assert lines[2:4] == [
        "6 cited It grows. one, contradicts two; certainty: low; unverified",
        "7 uncited It shrinks. background two; unverified",
    ]
