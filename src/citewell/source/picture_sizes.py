"""How large a PNG, JPEG or WebP picture is, read from its first bytes.

Sources: the PNG specification (section 11.2.2, IHDR), ITU-T T.81 annex B (JPEG frame headers), the WebP container
specification and RFC 6386, section 9.1 (VP8 frame header).
"""

from __future__ import annotations

import struct
from collections.abc import Callable
from typing import Final, NamedTuple

_FRAMES: Final = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_BARE_MARKERS: Final = frozenset({0x01, *range(0xD0, 0xD9)})


class Size(NamedTuple):
    """Width and height in pixels."""

    width: int
    height: int


class Format(NamedTuple):
    """A picture format: its name, how its files begin, and how their size is read (raises on damaged data)."""

    name: str
    endings: tuple[str, ...]
    begins: Callable[[bytes], bool]
    size: Callable[[bytes], Size]


def _png(data: bytes) -> Size:
    if data[12:16] != b"IHDR":
        raise ValueError
    return Size(*struct.unpack_from(">II", data, 16))


def _jpeg(data: bytes) -> Size:
    at = 2
    while True:
        marker, length = data[at + 1], struct.unpack_from(">H", data, at + 2)[0]
        if data[at] != 0xFF:
            raise ValueError
        if marker in _FRAMES:
            height, width = struct.unpack_from(">HH", data, at + 5)
            return Size(width, height)
        if marker == 0xFF:  # padding before a marker
            at += 1
        elif marker in _BARE_MARKERS:
            at += 2
        else:
            at += 2 + max(length, 2)


def _webp(data: bytes) -> Size:
    chunk = data[12:16]
    if chunk == b"VP8X" and len(data) >= 30:
        return Size(1 + int.from_bytes(data[24:27], "little"), 1 + int.from_bytes(data[27:30], "little"))
    if chunk == b"VP8L" and data[20] == 0x2F:
        bits = struct.unpack_from("<I", data, 21)[0]
        return Size(1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF))
    if chunk == b"VP8 " and data[23:26] == b"\x9d\x01\x2a":
        width, height = struct.unpack_from("<HH", data, 26)
        return Size(width & 0x3FFF, height & 0x3FFF)
    raise ValueError


FORMATS: Final = (
    Format("PNG", (".png",), lambda data: data.startswith(b"\x89PNG\r\n\x1a\n"), _png),
    Format("JPEG", (".jpg", ".jpeg"), lambda data: data.startswith(b"\xff\xd8\xff"), _jpeg),
    Format("WebP", (".webp",), lambda data: data[:4] == b"RIFF" and data[8:12] == b"WEBP", _webp),
)


def format_of(data: bytes) -> Format | None:
    """The format of a picture by its first bytes, whatever its name says."""
    return next((kind for kind in FORMATS if kind.begins(data)), None)


def size_of(kind: Format, data: bytes) -> Size | None:
    """The size of a picture, or ``None`` when its header is damaged or gives no size."""
    try:
        size = kind.size(data)
    except (ValueError, IndexError, struct.error):
        return None
    return size if size.width and size.height else None
