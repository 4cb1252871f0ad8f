"""A bitmap as it was read, and how large it may be."""

from __future__ import annotations

from typing import Final, NamedTuple

#: A browser needs four bytes of memory for each pixel, so a picture in a small file can be too much for a phone.
_MOST_PIXELS: Final = 25_000_000
_LONGEST: Final = 20_000
SMALLER: Final = "make it smaller: 1,600 pixels wide are plenty"


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


def describe_excess(size: Size) -> str | None:
    """How a picture of this size is too large to be published; ``None`` if it is not."""
    if max(size) > _LONGEST:
        return f"the picture is more than {_LONGEST:,} pixels wide or high"
    pixels = size.width * size.height
    if pixels > _MOST_PIXELS:
        measured = f"{pixels:,} pixels ({size.width:,} × {size.height:,})"
        return f"the picture has {measured}; at most {_MOST_PIXELS:,} are allowed"
    return None
