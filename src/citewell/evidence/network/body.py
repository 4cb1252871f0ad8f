"""Reading a body: never more of it than was asked for, and unpacked by ourselves, so that no bomb goes off."""

from __future__ import annotations

import time
import zlib
from collections.abc import AsyncIterator, Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Final, Protocol

from citewell.evidence.network.faults import WebFault
from citewell.evidence.network.limits import MinimumRate
from citewell.evidence.network.response import FailureReason

_GZIP: Final = 16 + zlib.MAX_WBITS
_PIECE: Final = 64 * 1024  # bytes that are unpacked at a time
_NOT_OFFERED: Final = frozenset({"br", "zstd", "compress", "x-compress", "dcb", "dcz"})
_BOMB: Final = 200
"""How many times longer than its packed form a body may be. Pages pack 5 to 20 times; gzip's limit is 1,032 times."""


@dataclass(frozen=True, slots=True)
class Body:
    """An unpacked body; ``cut`` says that there was more."""

    content: bytes
    cut: bool


class _Unpacker(Protocol):
    """Takes a body as it comes.

    ``taken`` is how many bytes of it were used, and ``done`` says after the last of them whether the body was whole.
    """

    taken: int

    @property
    def done(self) -> bool: ...

    def unpack(self, data: bytes) -> Iterator[bytes]:
        """What these bytes unpack to, in small pieces, each when it is wanted; raises ``zlib.error``."""
        ...


class _Plain:
    def __init__(self) -> None:
        self.taken = 0
        self.done = True

    def unpack(self, data: bytes) -> Iterator[bytes]:
        self.taken += len(data)
        yield data


class _Packed:
    """Gzip, of several members too (RFC 1952, 2.2), and deflate with or without its zlib header (RFC 9110, 8.4.1.2)."""

    def __init__(self, bits: int) -> None:
        self._bits = bits
        self._stream = zlib.decompressobj(bits)
        self.taken = 0

    @property
    def done(self) -> bool:
        return self._stream.eof or not self.taken

    def unpack(self, data: bytes) -> Iterator[bytes]:
        if not self.taken and self._bits == zlib.MAX_WBITS and not _has_zlib_header(data):
            self._bits = -zlib.MAX_WBITS
            self._stream = zlib.decompressobj(self._bits)
        while data:
            if self._stream.eof:
                if self._bits != _GZIP or not data.strip(b"\0"):
                    self.taken += len(data)
                    return  # what follows the end is padding
                self._stream = zlib.decompressobj(self._bits)
            piece = self._stream.decompress(data, _PIECE)
            rest = self._stream.unused_data if self._stream.eof else self._stream.unconsumed_tail
            self.taken += len(data) - len(rest)
            data = rest
            yield piece


def _has_zlib_header(data: bytes) -> bool:
    return len(data) < 2 or (data[0] & 0x0F == 8 and int.from_bytes(data[:2], "big") % 31 == 0)  # RFC 1950, 2.2


def _choose_unpacker(headers: Mapping[str, str]) -> _Unpacker:
    codings = [coding.strip().lower() for coding in headers.get("content-encoding", "").split(",")]
    known = [coding for coding in codings if coding in {"gzip", "x-gzip", "deflate"} | _NOT_OFFERED]
    if not known:
        return _Plain()  # none, "identity", or not a coding at all ("utf-8"), which browsers ignore, too
    if len(known) > 1 or known[0] in _NOT_OFFERED:
        raise WebFault(FailureReason.GARBLED, f'the page came packed as "{", ".join(known)}", which was not requested')
    return _Packed(zlib.MAX_WBITS if known[0] == "deflate" else _GZIP)


async def enforce_minimum_rate(chunks: AsyncIterator[bytes], slowest: MinimumRate) -> AsyncIterator[bytes]:
    """The same chunks, as long as they do not arrive too slowly; raises ``WebFault``."""
    start = time.monotonic()
    received = 0
    async for chunk in chunks:
        received += len(chunk)
        seconds = time.monotonic() - start
        if seconds > slowest.grace and received < seconds * slowest.rate:
            raise WebFault(
                FailureReason.TIMEOUT, f"the page came too slowly, {received} bytes in {seconds:.0f} seconds"
            )
        yield chunk


async def read_body(chunks: AsyncIterator[bytes], headers: Mapping[str, str], most: int) -> Body:
    """Read at most ``most`` bytes of an unpacked body from what the network gives, and not much more than that of it.

    Raises ``Fault``: when it is not packed as its headers say, breaks off, or is a bomb.
    """
    unpacker = _choose_unpacker(headers)
    content = BytesIO()  # which hands its bytes over without a copy
    try:
        async for chunk in chunks:
            for piece in unpacker.unpack(chunk):
                if content.write(piece) and content.tell() > most:
                    if content.tell() > _BOMB * unpacker.taken:
                        raise WebFault(
                            FailureReason.TOO_LARGE, f"{unpacker.taken:,} bytes of it unpack to more than {most:,}"
                        )
                    content.truncate(most)
                    return Body(content.getvalue(), cut=True)
            if unpacker.taken > most + _PIECE:
                raise WebFault(FailureReason.TOO_LARGE, f"more than {most:,} bytes of it unpack to less")
    except zlib.error as error:
        raise WebFault(FailureReason.GARBLED, "the page is not packed the way its headers say") from error
    if not unpacker.done:
        raise WebFault(FailureReason.BROKEN_OFF, "the packed page ended before its end")
    return Body(content.getvalue(), cut=False)
