"""Small whole pictures of every format, and the metadata that cameras and programs put into them."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

HERE = Path(__file__).parent / "pictures"
#: 32 × 16 pixels, as a browser's canvas writes them; the JPEG and the WebP have a colour profile.
PHOTOS = {name: (HERE / name).read_bytes() for name in ("photo.png", "photo.jpg", "photo.webp")}


def chunk(name: bytes, body: bytes) -> bytes:
    """A chunk of a PNG."""
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def png(width: int, height: int, *more: bytes) -> bytes:
    """A PNG that says it is this large, with further chunks before its end."""
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", b"") + b"".join(more) + chunk(b"IEND", b"")


def segment(marker: int, body: bytes) -> bytes:
    """A segment of a JPEG."""
    return struct.pack(">BBH", 0xFF, marker, len(body) + 2) + body


def jpeg(width: int, height: int, *before: bytes) -> bytes:
    """A JPEG that says it is this large, with further segments at its start."""
    frame = segment(0xC2, b"\x08" + struct.pack(">HH", height, width) + b"\x03")
    return b"\xff\xd8" + b"".join(before) + frame + segment(0xDA, b"\x00") + b"\x01\xff\x00\x02\xff\xd0\x03\xff\xd9"


def riff(name: bytes, body: bytes) -> bytes:
    """A chunk of a WebP."""
    return name + struct.pack("<I", len(body)) + body + b"\0" * (len(body) % 2)


def webp(*chunks: bytes) -> bytes:
    """A WebP of these chunks."""
    inside = b"".join(chunks)
    return b"RIFF" + struct.pack("<I", 4 + len(inside)) + b"WEBP" + inside


def exif(orientation: int, order: str = ">") -> bytes:
    """EXIF as a telephone writes it: its make, an orientation, and where the photo was taken."""
    head = b"MM\0*" if order == ">" else b"II*\0"
    tags = (
        struct.pack(f"{order}HHI4s", 0x010F, 2, 4, b"Cam\0"),
        struct.pack(f"{order}HHIHH", 0x0112, 3, 1, orientation, 0),
        struct.pack(f"{order}HHII", 0x8825, 4, 1, 50),
    )
    place = b"51.5 N, 0.1 W of Jane"
    return head + struct.pack(f"{order}IH", 8, len(tags)) + b"".join(tags) + struct.pack(f"{order}I", 0) + place


def private_jpeg(orientation: int, order: str = ">") -> bytes:
    """The photo with everything that cameras and programs add to a JPEG, each naming Jane."""
    photo = PHOTOS["photo.jpg"]
    return (
        photo[:2]
        + segment(0xE0, b"JFIF\0\1\1\0\0\1\0\1\1\1" + b"Jane's small preview")
        + segment(0xE1, b"Exif\0\0" + exif(orientation, order))
        + segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>Jane</x:xmpmeta>")
        + segment(0xE2, b"MPF\0Jane")
        + segment(0xED, b"Photoshop 3.0\x008BIM\x04\x04Jane")
        + segment(0xEE, b"Adobe\0\x64\0\0\0\0\1Jane")
        + segment(0xFE, b"Jane")
        + photo[photo.index(b"\xff\xe2") :]
        + b"a film by Jane"
    )


def private_png(orientation: int) -> bytes:
    """The same as a PNG."""
    photo = PHOTOS["photo.png"]
    metadata = (
        chunk(b"tEXt", b"Author\0Jane"),
        chunk(b"zTXt", b"Comment\0\0" + zlib.compress(b"Jane")),
        chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0<x:xmpmeta>Jane</x:xmpmeta>"),
        chunk(b"tIME", b"\x07\xea\1\1\1\1\1"),
        chunk(b"eXIf", exif(orientation)),
        chunk(b"prVt", b"Jane"),
    )
    return photo[:33] + b"".join(metadata) + photo[33:] + b"what Jane cut off"


def private_webp(orientation: int) -> bytes:
    """The same as a WebP."""
    photo = PHOTOS["photo.webp"]
    flags = bytes([photo[20] | 0x0C])
    chunks = photo[12:20] + flags + photo[21:]
    return webp(chunks, riff(b"EXIF", exif(orientation)), riff(b"XMP ", b"Jane"), riff(b"JANE", b"x")) + b"Jane"
