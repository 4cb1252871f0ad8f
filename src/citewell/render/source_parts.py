"""The pages of a large list of sources: by letter, and a letter with many in parts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import count

from citewell.model.references import Reference
from citewell.render.addresses import SOURCES
from citewell.render.alphabet import NO_LETTER


@dataclass(frozen=True, slots=True)
class Part:
    """A page of sources: the ``number``-th (from 1) of those under a letter, which are ``of`` in all."""

    letter: str
    number: int
    of: int
    references: tuple[Reference, ...]

    @property
    def address(self) -> str:
        """The path of the page."""
        return self.sibling(self.number)

    def sibling(self, number: int) -> str:
        """The path of another part of the same letter; the first has the letter's own address."""
        return f"{SOURCES}{self.letter or NO_LETTER}/" + (f"{number}/" if number > 1 else "")


def split(letter: str, weighed: Iterable[tuple[Reference, int]], most: int) -> tuple[Part, ...]:
    """The parts of a letter: references in order, with the lines each takes, ``most`` lines on a page.

    A reference that alone takes more has a page of its own.
    """
    pages: list[list[Reference]] = [[]]
    room = most
    for reference, lines in weighed:
        if lines > room and pages[-1]:
            pages.append([])
            room = most
        pages[-1].append(reference)
        room -= lines
    return tuple(Part(letter, number, len(pages), tuple(own)) for number, own in zip(count(1), pages, strict=False))
