"""The values of BibTeX fields: without braces and quotation marks, names of texts replaced, pieces joined."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

_NAMES: Final = "January February March April May June July August September October November December".split()
MONTHS: Final[Mapping[str, str]] = {name[:3].lower(): name for name in _NAMES}
"""The names of months that every BibTeX style defines."""
MOST_COPIED: Final = 4_000_000
"""Characters that names of texts and parents may add to a file; one of 848 bytes can ask for gigabytes."""
_MARKS: Final = re.compile(r"\\.|[{}\"#]", re.DOTALL)
_EACH: Final = 20  # characters that a copy costs at least


class CopyBudget:
    """How much of what a file holds once may still be copied to other places of it."""

    def __init__(self) -> None:
        self._left = MOST_COPIED

    @property
    def spent(self) -> bool:
        """Whether something was not copied."""
        return self._left < 0

    def take(self, text: str) -> bool:
        """Whether a text may be copied once more; after the first refusal all are refused."""
        self._left -= len(text) + _EACH if self._left >= 0 else 0
        return self._left >= 0


def read_value(written: str, strings: Mapping[str, str], copies: CopyBudget) -> str:
    """The text of a field as it is written: ``"British " # bmj``.

    A name without a text stays, and so does one whose text may not be copied again.
    """
    return "".join(_read_piece(piece.strip(), strings, copies) for piece in _split_pieces(written))


def _read_piece(piece: str, strings: Mapping[str, str], copies: CopyBudget) -> str:
    if len(piece) >= 2 and (piece[0], piece[-1]) in {("{", "}"), ('"', '"')}:
        return piece[1:-1]
    text = strings.get(piece.lower())
    return piece if text is None or not copies.take(text) else text


def _split_pieces(written: str) -> Iterator[str]:
    """The pieces between ``#`` that are in neither braces nor quotation marks."""
    depth, quoted, start = 0, False, 0
    for match in _MARKS.finditer(written):
        mark, at = match[0], match.start()
        if mark == "{":
            depth += 1
        elif mark == "}":
            depth -= 1
        elif mark == '"' and depth == 0:
            quoted = not quoted
        elif mark == "#" and depth == 0 and not quoted:
            yield written[start:at]
            start = at + 1
    yield written[start:]
