"""The text that a built page is made from, in which what the audit found is looked for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from citewell.diagnostics import Location

_WORD: Final = re.compile(r"\w+")
_LONGEST: Final = 6  # words of a page that are looked for; marks and terms come between more


@dataclass(frozen=True, slots=True)
class PageSource:
    """A file of the project, or the built page itself where there is none: its path and its text."""

    path: str
    text: str = ""

    def locate(self, words: str) -> Location:
        """The place of the first words of an element, if the text has them exactly once; else the whole file."""
        asked = _WORD.findall(words)[:_LONGEST]
        places = [*re.finditer(r"\W+".join(map(re.escape, asked)), self.text)] if asked else []
        if len(places) != 1:
            return Location(self.path)
        start, end = places[0].span()
        line, last = self.text.count("\n", 0, start) + 1, self.text.count("\n", 0, end) + 1
        column, end_column = (at - (self.text.rfind("\n", 0, at) + 1) + 1 for at in (start, end))
        return Location(self.path, line, column, last, end_column)
