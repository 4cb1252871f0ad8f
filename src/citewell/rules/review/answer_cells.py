"""Where an answer is in a spreadsheet, for messages about it."""

from __future__ import annotations


def name_cell(cell: str) -> str:
    """The beginning of a message about a cell; "" for an answer that is not in a spreadsheet."""
    return f"cell {cell}: " if cell else ""
