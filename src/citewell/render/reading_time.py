"""How long an article takes to read."""

from __future__ import annotations

from typing import Final

WORDS_PER_MINUTE: Final = 238
"""Silent reading of English non-fiction by adults, the mean of 190 studies: Brysbaert M. How many words do we read per
minute? A review and meta-analysis of reading rate. Journal of Memory and Language 2019;109:104047."""


def reading_minutes(words: int) -> int:
    """Whole minutes for a number of words, rounded up, so that no reader is promised too little; at least 1."""
    return max(1, -(-words // WORDS_PER_MINUTE))
