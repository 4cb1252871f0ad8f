"""The families of rules: each has a folder here, the letters that begin its codes, and its title in the handbook."""

from __future__ import annotations

from typing import Final, NamedTuple


class Family(NamedTuple):
    """A family; ``folder`` is the package beside this file that holds its rules, ``letters`` abbreviate its name."""

    letters: str
    folder: str
    title: str


#: In the order in which an article meets them.
FAMILIES: Final = (
    Family("SRC", "source", "Files and front matter"),
    Family("CIT", "citations", "Claims and citations"),
    Family("SUP", "support", "Does the source say so"),
    Family("REF", "references", "References"),
    Family("REV", "review", "Review"),
    Family("ART", "article", "Structure of an article"),
    Family("ACC", "accessibility", "Pictures and tables for everybody"),
    Family("RDB", "readability", "Plain words"),
    Family("SEC", "security", "Safety"),
    Family("LNK", "links", "Links and pictures"),
    Family("BRA", "brand", "The look of a site"),
    Family("STA", "static", "Files published as they are"),
)
