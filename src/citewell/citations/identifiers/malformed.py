"""What is wrong with an identifier, as a value."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BadIdentifier:
    """Why a text is not the identifier it should be.

    ``reason`` ends the sentence "the DOI …" in plain words. ``spelling`` is the normal form when what was meant
    admits no doubt, so that it may replace the text; ``advice`` says what to do when it does not;
    both are clauses without a stop.
    """

    reason: str
    spelling: str = ""
    advice: str = ""
