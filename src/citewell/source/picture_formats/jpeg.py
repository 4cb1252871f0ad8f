"""JPEG: its segments, of which only those are kept that are needed to draw the picture.

Sources: ITU-T T.81, annex B (segments), T.871 (JFIF), T.872 section 6.5.3 (Adobe's segment), ICC.1 annex B.4 (colour
profiles). All browsers turn a JPEG as its EXIF asks, so the orientation stays, as the only tag.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from typing import Final

from citewell.source.picture_formats.bitmap import Bitmap, Size
from citewell.source.picture_formats.exif import UPRIGHT, read_orientation, swaps_sides, write_exif

_START: Final = b"\xff\xd8"
_END: Final = b"\xff\xd9"
_FRAMES: Final = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_SCAN: Final = 0xDA
#: Tables, frames, scans and what belongs to them; comments (0xFE) and the segments of applications (0xE0 to 0xEF) not.
_DRAWN: Final = frozenset({*range(0xC0, 0xD0), *range(0xDA, 0xE0)})
_BARE: Final = frozenset({0x01, *range(0xD0, 0xD8)})
_EXIF: Final = b"Exif\0"
#: The marker that ends a scan: neither a stuffed byte, nor a restart, nor the first of two 0xFF.
_AFTER_SCAN: Final = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")


def read(data: bytes) -> Bitmap:
    """Read a picture up to its end; what follows (another picture, a film) is left out."""
    kept, size, orientation, drawn = [_START], Size(0, 0), 0, False
    for marker, body, scan in _read_segments(data):
        if marker == 0xE1 and body.startswith(_EXIF):
            if not orientation:  # browsers use the first
                orientation = read_orientation(body[len(_EXIF) + 1 :])
                kept += _write_orientation(orientation)
            continue
        if marker in _FRAMES and not size.width:
            height, width = struct.unpack_from(">HH", body, 1)
            size = Size(width, height)
        drawn |= marker == _SCAN
        needed = body if marker in _DRAWN else _keep_needed(marker, body)
        if needed is not None:
            kept += _write_segment(marker, needed), scan
    if not drawn:
        raise ValueError("nothing is drawn")
    turned = Size(size.height, size.width) if swaps_sides(orientation) else size
    return Bitmap(turned, b"".join([*kept, _END]))


def _read_segments(data: bytes) -> Iterator[tuple[int, bytes, bytes]]:
    """Marker, body and, for a scan, its compressed data, of each segment up to the end of the picture.

    Raises if the picture stops before its end: readers would see half of it.
    """
    at = len(_START)
    while True:
        marker = data[at + 1]
        if data[at] != 0xFF:
            raise ValueError("no marker")
        if marker == 0xFF:  # padding before a marker
            at += 1
            continue
        if marker == _END[1]:
            return
        if marker in _BARE:
            at += 2
            continue
        (length,) = struct.unpack_from(">H", data, at + 2)
        start, at = at + 4, at + 2 + length
        if length < 2 or at > len(data):
            raise ValueError("impossible length")
        body, scan = data[start:at], b""
        if marker == _SCAN:
            found = _AFTER_SCAN.search(data, at)
            end = found.start() if found else len(data)
            scan, at = data[at:end], end
        yield marker, body, scan


def _keep_needed(marker: int, body: bytes) -> bytes | None:
    """The part of a segment that drawing needs (resolution, colour profile, colour transform); ``None`` if none."""
    if marker == 0xE0 and body.startswith(b"JFIF\0") and len(body) >= 14:
        return body[:12] + b"\0\0"  # without its small preview
    if marker == 0xE2 and body.startswith(b"ICC_PROFILE\0"):
        return body
    return body[:12] if marker == 0xEE and body.startswith(b"Adobe") else None


def _write_orientation(orientation: int) -> list[bytes]:
    """The segment with the orientation of the picture; none if it is upright."""
    if orientation == UPRIGHT:
        return []
    return [_write_segment(0xE1, _EXIF + b"\0" + write_exif(orientation))]


def _write_segment(marker: int, body: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(body) + 2) + body
