"""The texts an editor could read, from ``corpus/``."""

from __future__ import annotations

from pathlib import Path
from typing import Final

CORPUS: Final = Path(__file__).parent / "corpus"


def blocks(name: str) -> dict[str, str]:
    """The code blocks of a file by the heading above each."""
    found: dict[str, str] = {}
    for section in (CORPUS / f"{name}.md").read_text(encoding="utf-8").split("\n## ")[1:]:
        title, _, rest = section.partition("\n")
        found[title] = rest.split("```\n")[1]
    return found


def lines(name: str) -> list[str]:
    """Every line of every code block of a file."""
    return [line for block in blocks(name).values() for line in block.splitlines()]
