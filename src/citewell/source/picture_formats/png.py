"""PNG: its chunks, of which only those are kept that are needed to draw the picture.

Source: PNG, third edition (W3C, 2025), sections 5 and 11. Texts, EXIF, the time and programs' own chunks are left
out, and so is what follows the end of the picture: there, a cropped picture may still hold what was cut off.
"""

from __future__ import annotations

import struct
from typing import Final

from citewell.source.picture_formats.bitmap import Bitmap, Size
from citewell.source.picture_formats.exif import UPRIGHT, read_orientation

SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"
_DRAWN: Final = frozenset(
    {
        *(b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS"),
        *(b"cHRM", b"gAMA", b"iCCP", b"sBIT", b"sRGB", b"cICP", b"mDCV", b"cLLI", b"bKGD", b"pHYs"),
        *(b"acTL", b"fcTL", b"fdAT"),
    }
)
#: A chunk without its data: length, name and checksum.
_AROUND: Final = 12


def read(data: bytes) -> Bitmap:
    """Read a picture; its chunks are kept as they are, with their checksums."""
    if data[12:16] != b"IHDR":
        raise ValueError("no header")
    size = Size(*struct.unpack_from(">II", data, 16))
    kept, at, name, orientation, drawn = [SIGNATURE], len(SIGNATURE), b"", UPRIGHT, False
    while name != b"IEND":
        length, name = struct.unpack_from(">I4s", data, at)
        chunk = data[at : at + _AROUND + length]
        if len(chunk) < _AROUND + length:
            raise ValueError("cut short")
        if name in _DRAWN:
            kept.append(chunk)
        elif name == b"eXIf":
            orientation = read_orientation(chunk[8:-4])
        drawn |= name == b"IDAT"
        at += len(chunk)
    if not drawn:
        raise ValueError("nothing is drawn")
    return Bitmap(size, b"".join(kept), asks_for_turn=orientation != UPRIGHT)
