"""What reading a bitmap gives."""

from __future__ import annotations

from typing import NamedTuple


class Size(NamedTuple):
    """Width and height in pixels."""

    width: int
    height: int


class Bitmap(NamedTuple):
    """A picture as it will be published.

    ``size`` is the size as drawn, ``data`` the file without its metadata. ``unturned`` marks a picture whose metadata
    asks for a turn that only some browsers make in its format; ``data`` no longer asks for it.
    """

    size: Size
    data: bytes
    unturned: bool = False
