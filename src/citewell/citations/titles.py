"""Titles that are translations: NLM sets them in square brackets."""

from __future__ import annotations


def is_translated(title: str) -> bool:
    """Whether brackets enclose the whole title, except for a stop after them."""
    bare = title.strip().rstrip(".?!").rstrip()
    if not (bare.startswith("[") and bare.endswith("]") and bare[1:-1].strip()):
        return False
    depth = 0
    for at, character in enumerate(bare):
        depth += {"[": 1, "]": -1}.get(character, 0)
        if depth == 0:
            return at == len(bare) - 1
    return False
