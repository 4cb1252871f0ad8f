"""The one tag of EXIF that changes how a picture is drawn: its orientation, 1 to 8 (EXIF 2.32, section 4.6.4 A)."""

from __future__ import annotations

import struct
from typing import Final

UPRIGHT: Final = 1
_ORIENTATION: Final = 0x0112
_SHORT: Final = 3
_ORDERS: Final = {b"II*\0": "<", b"MM\0*": ">"}


def read_orientation(tiff: bytes) -> int:
    """The orientation in a block of EXIF, which is a TIFF file; upright if it gives none, or is damaged."""
    order = _ORDERS.get(tiff[:4], "")
    if not order:
        return UPRIGHT
    try:
        (directory,) = struct.unpack_from(f"{order}I", tiff, 4)
        (entries,) = struct.unpack_from(f"{order}H", tiff, directory)
        for entry in range(entries):
            tag, kind, count, value = struct.unpack_from(f"{order}HHIH", tiff, directory + 2 + 12 * entry)
            if tag == _ORIENTATION:
                return value if kind == _SHORT and count == 1 and 1 <= value <= 8 else UPRIGHT
    except struct.error:
        pass
    return UPRIGHT


def write_exif(orientation: int) -> bytes:
    """A block of EXIF with this orientation and nothing else."""
    header = b"MM\0*" + struct.pack(">I", 8)
    return header + struct.pack(">HHHIHHI", 1, _ORIENTATION, _SHORT, 1, orientation, 0, 0)


def swaps_sides(orientation: int) -> bool:
    """Whether a picture is drawn on its side, so that its height becomes its width."""
    return orientation >= 5
