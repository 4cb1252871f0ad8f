"""A bitmap as it was read, and how large it may be."""

from __future__ import annotations

from typing import NamedTuple


class Size(NamedTuple):
    """Width and height in pixels."""

    width: int
    height: int


class Bitmap(NamedTuple):
    """A picture as it will be published.

    ``size`` is the size as drawn, ``data`` the file without its metadata. ``asks_for_turn`` is true if the metadata
    asks for a turn that only some browsers make in this format; ``data`` no longer asks for it.
    """

    size: Size
    data: bytes
    asks_for_turn: bool = False
