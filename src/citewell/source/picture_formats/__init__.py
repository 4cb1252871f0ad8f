"""The bitmap formats a page may show, a module each: how a file begins, and how it is read.

Reading gives the size as a browser draws the picture, and the file without its metadata: where a photo was taken, with
which camera, by whom, and everything else that drawing does not need. The picture itself is not compressed again.

The library ``imagesize`` gives the same sizes for whole pictures, but a size for a third of damaged ones, too. Our walk
through a file has to read the size anyway.
"""

from __future__ import annotations

import struct
from collections.abc import Callable
from typing import Final, NamedTuple

from citewell.source.picture_formats import jpeg, png, webp
from citewell.source.picture_formats.bitmap import Bitmap


class Format(NamedTuple):
    """A picture format: its name, the endings of its files, how they begin, and how they are read."""

    name: str
    endings: tuple[str, ...]
    begins: Callable[[bytes], bool]
    read: Callable[[bytes], Bitmap]
    """Raises ``ValueError``, ``IndexError`` or ``struct.error`` on damaged data."""


FORMATS: Final = (
    Format("PNG", (".png",), lambda data: data.startswith(png.SIGNATURE), png.read),
    Format("JPEG", (".jpg", ".jpeg"), lambda data: data.startswith(b"\xff\xd8\xff"), jpeg.read),
    Format("WebP", (".webp",), lambda data: data[:4] == b"RIFF" and data[8:12] == b"WEBP", webp.read),
)


def detect_format(data: bytes) -> Format | None:
    """The format of a picture by its first bytes, whatever its name says."""
    return next((kind for kind in FORMATS if kind.begins(data)), None)


def read_bitmap(kind: Format, data: bytes) -> Bitmap | None:
    """Read a picture, or ``None`` when it is damaged, cut short or without a size. Never raises on content."""
    try:
        bitmap = kind.read(data)
    except (ValueError, IndexError, struct.error):
        return None
    return bitmap if bitmap.size.width and bitmap.size.height else None
