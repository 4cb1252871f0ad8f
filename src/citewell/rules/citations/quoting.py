"""Words of a page in a message: in one line and in quotation marks."""

from __future__ import annotations

from typing import Final

_MOST: Final = 400  # letters: all of a quote that is not too long; what a page says may be anything


def in_marks(text: str) -> str:
    """A quote as a message shows it, whole unless it is far too long."""
    words = " ".join(text.split())
    return f"“{words if len(words) <= _MOST else words[:_MOST].rstrip() + ' …'}”"
