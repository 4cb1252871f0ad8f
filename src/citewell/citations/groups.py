"""How the sources of one citation are shown: sorted, and three or more in a row that support the claim as a range."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TypeAlias

from citewell.citations.number import Mark, NumberedArticle
from citewell.model.inlines import Citation, Intent


@dataclass(frozen=True, slots=True)
class Single:
    """One source, shown by its number."""

    mark: Mark


@dataclass(frozen=True, slots=True)
class Range:
    """Three or more sources with numbers in a row, shown as first and last; ``inner`` are those between."""

    first: Mark
    inner: tuple[Mark, ...]
    last: Mark


Shown: TypeAlias = "Single | Range"


def arrange_marks(numbered: NumberedArticle, citation: Citation) -> tuple[Shown, ...]:
    """What one citation shows, in order of number; each source once; items that name no reference left out."""
    found = {mark.entry.number: mark for item in citation.items if (mark := numbered.mark(item))}
    shown: list[Shown] = []
    # Numbers in a row rise as fast as their positions do, so rows differ in the difference. A source that does not
    # simply support the claim is in no row: its number would be hidden, and what it says of the claim with it.
    for (_, intent), row in groupby(
        enumerate(sorted(found)), key=lambda pair: (pair[1] - pair[0], found[pair[1]].use.item.intent)
    ):
        marks = [found[value] for _, value in row]
        if len(marks) >= 3 and intent is Intent.SUPPORTS:
            shown.append(Range(marks[0], tuple(marks[1:-1]), marks[-1]))
        else:
            shown.extend(map(Single, marks))
    return tuple(shown)
