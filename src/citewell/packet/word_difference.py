"""What changed between two texts, word by word."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Final, Literal, NamedTuple

#: Words of one text beyond which it is shown as a whole: comparing takes time that grows with their product.
_MOST: Final = 400


class WordRun(NamedTuple):
    """Words that both texts have, or only the ``old`` or the ``new`` one."""

    sort: Literal["same", "old", "new"]
    text: str


def compare_words(old: str, new: str) -> Iterator[WordRun]:
    """The words of both texts in reading order; joined by spaces, those that are not ``new`` are the old text."""
    before, after = old.split(), new.split()
    if max(len(before), len(after)) > _MOST:
        yield from (WordRun("old", " ".join(before)), WordRun("new", " ".join(after)))
        return
    steps = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    for kind, old_start, old_end, new_start, new_end in steps:
        if kind == "equal":
            yield WordRun("same", " ".join(before[old_start:old_end]))
            continue
        if old_end > old_start:
            yield WordRun("old", " ".join(before[old_start:old_end]))
        if new_end > new_start:
            yield WordRun("new", " ".join(after[new_start:new_end]))
