"""WebP: its chunks, of which only those are kept that are needed to draw the picture.

Sources: RFC 9649 (the container; its section 2.7 names the chunks), RFC 6386, section 9.1 (VP8 frame header).
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import Final

from citewell.source.picture_formats.bitmap import Bitmap, Size
from citewell.source.picture_formats.exif import UPRIGHT, read_orientation

_IN_FRAME: Final = frozenset({b"VP8 ", b"VP8L", b"ALPH"})
_DRAWN: Final = _IN_FRAME | {b"VP8X", b"ICCP", b"ANIM", b"ANMF"}
_FIRST: Final = 12
#: The flags in VP8X that say that there is EXIF or XMP.
_METADATA_FLAGS: Final = 0x08 | 0x04
#: Bytes for the position, size, duration and flags of a frame, before the chunks of its picture.
_FRAME_HEAD: Final = 16


def read(data: bytes) -> Bitmap:
    """Read a picture; what follows the length in its header is left out."""
    end = 8 + struct.unpack_from("<I", data, 4)[0]
    if end > len(data) + 1:  # some programs leave out the last filling byte
        raise ValueError("cut short")
    chunks = list(_read_chunks(data[_FIRST:end]))
    if not {name for name, _ in chunks} & {b"VP8 ", b"VP8L", b"ANMF"}:
        raise ValueError("nothing is drawn")
    orientation = next((_read_orientation(body) for name, body in chunks if name == b"EXIF"), UPRIGHT)
    inside = b"".join(_write_chunk(name, _clear_metadata_flags(name, body)) for name, body in chunks if name in _DRAWN)
    head = b"RIFF" + struct.pack("<I", 4 + len(inside)) + b"WEBP"
    return Bitmap(_read_size(*chunks[0]), head + inside, asks_for_turn=orientation != UPRIGHT)


def _read_chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The name and the body of each chunk."""
    at = 0
    while at < len(data):
        name, length = struct.unpack_from("<4sI", data, at)
        body = data[at + 8 : at + 8 + length]
        if len(body) < length:
            raise ValueError("cut short")
        yield name, body
        at += 8 + length + length % 2


def _read_size(name: bytes, body: bytes) -> Size:
    """The size that the first chunk gives."""
    if name == b"VP8X" and len(body) >= 10:
        return Size(1 + int.from_bytes(body[4:7], "little"), 1 + int.from_bytes(body[7:10], "little"))
    if name == b"VP8L" and body[0] == 0x2F:
        bits = struct.unpack_from("<I", body, 1)[0]
        return Size(1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF))
    if name == b"VP8 " and body[3:6] == b"\x9d\x01\x2a":
        width, height = struct.unpack_from("<HH", body, 6)
        return Size(width & 0x3FFF, height & 0x3FFF)
    raise ValueError("no size")


def _read_orientation(body: bytes) -> int:
    return read_orientation(body.removeprefix(b"Exif\0\0"))


def _clear_metadata_flags(name: bytes, body: bytes) -> bytes:
    """The body of a chunk that is kept, without flags for metadata and, in a frame, without metadata."""
    if name == b"VP8X":
        return bytes([body[0] & ~_METADATA_FLAGS]) + body[1:]
    if name != b"ANMF":
        return body
    picture = (_write_chunk(*chunk) for chunk in _read_chunks(body[_FRAME_HEAD:]) if chunk[0] in _IN_FRAME)
    return body[:_FRAME_HEAD] + b"".join(picture)


def _write_chunk(name: bytes, body: bytes) -> bytes:
    return name + struct.pack("<I", len(body)) + body + b"\0" * (len(body) % 2)
