"""The pages of the handbook, and the names by which they are asked for."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from citewell.installation import find_handbook

FIRST: Final = "start"


@dataclass(frozen=True, slots=True)
class HandbookPage:
    """A page: ``file`` is its Markdown, with the title as the heading in its first line."""

    file: Path

    @property
    def topic(self) -> str:
        """What to ask for: the name of its file, and ``start`` for ``README.md``."""
        return name_topic(self.file.stem)

    @property
    def title(self) -> str:
        """Its heading."""
        with self.file.open(encoding="utf-8") as lines:
            return next(lines).removeprefix("# ").strip()

    def read(self) -> str:
        """Its text, Markdown."""
        return self.file.read_text(encoding="utf-8")


def list_handbook_pages() -> list[HandbookPage]:
    """All pages, the first one first and the others by name."""
    pages = map(HandbookPage, find_handbook().glob("*.md"))
    return sorted(pages, key=lambda page: (page.topic != FIRST, page.topic))


def name_topic(stem: str) -> str:
    """The topic of a page by the name of its file, without ``.md``."""
    return FIRST if stem == "README" else stem
