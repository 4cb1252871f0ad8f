"""The families of rules: each has a folder here, the letters that begin its codes, and its title in the handbook."""

from __future__ import annotations

from typing import Final, NamedTuple


class Family(NamedTuple):
    """A family; ``folder`` is the package beside this file in which its rules are."""

    letters: str
    folder: str
    title: str


#: In the order in which an article meets them.
FAMILIES: Final = (
    Family("SRC", "files", "Files and front matter"),
    Family("CIT", "claims", "Claims and citations"),
    Family("REF", "references", "References"),
    Family("REV", "review", "Review"),
    Family("ART", "structure", "Structure of an article"),
    Family("ACC", "accessibility", "Pictures and tables for everybody"),
    Family("RDB", "plain_words", "Plain words"),
    Family("SEC", "safety", "Safety"),
    Family("LNK", "links", "Links and pictures"),
)
