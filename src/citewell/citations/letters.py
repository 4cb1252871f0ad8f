"""Letters for the uses of a source: a to z, then aa, ab and so on."""

from __future__ import annotations


def letter(position: int) -> str:
    """The letter of the use at a position, counted from 0: as columns of a spreadsheet are named."""
    name = ""
    position += 1
    while position:
        position, rest = divmod(position - 1, 26)
        name = chr(ord("a") + rest) + name
    return name
