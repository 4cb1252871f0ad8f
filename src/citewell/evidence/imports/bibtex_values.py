"""The values of BibTeX fields: without braces and quotation marks, names of texts replaced, pieces joined."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

_NAMES: Final = "January February March April May June July August September October November December".split()
MONTHS: Final[Mapping[str, str]] = {name[:3].lower(): name for name in _NAMES}
"""The names of months that every BibTeX style defines."""


def value_of(written: str, strings: Mapping[str, str]) -> str:
    """The text of a field as it is written: ``"British " # bmj``; a name that stands for nothing stays."""
    return "".join(_piece(piece.strip(), strings) for piece in _pieces(written))


def _piece(piece: str, strings: Mapping[str, str]) -> str:
    if len(piece) >= 2 and (piece[0], piece[-1]) in {("{", "}"), ('"', '"')}:
        return piece[1:-1]
    return strings.get(piece.lower(), piece)


def _pieces(written: str) -> Iterator[str]:
    """The pieces between ``#`` that stand in neither braces nor quotation marks."""
    depth, quoted, start = 0, False, 0
    for at, sign in enumerate(written):
        if at and written[at - 1] == "\\":
            continue
        if sign == "{":
            depth += 1
        elif sign == "}":
            depth -= 1
        elif sign == '"' and depth == 0:
            quoted = not quoted
        elif sign == "#" and depth == 0 and not quoted:
            yield written[start:at]
            start = at + 1
    yield written[start:]
