from __future__ import annotations

import gzip
import zlib
from collections.abc import AsyncIterator, Callable
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.evidence.running import to_its_end

from citewell.evidence.network.body import Body, read_body
from citewell.evidence.network.faults import WebFault
from citewell.evidence.network.response import FailureReason


def read(content: bytes, encoding: str = "", most: int = 10_000, step: int = 7) -> Body:
    async def pieces() -> AsyncIterator[bytes]:
        for start in range(0, len(content), step):
            yield content[start : start + step]

    return to_its_end(read_body(pieces(), {"content-encoding": encoding}, most))


def reason(content: bytes, encoding: str) -> FailureReason:
    with pytest.raises(WebFault) as raised:
        read(content, encoding)
    return raised.value.reason


def raw_deflate(content: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(content) + packer.flush()


PACKERS: dict[str, Callable[[bytes], bytes]] = {
    "": bytes,
    "gzip": gzip.compress,
    "x-gzip": gzip.compress,
    "deflate": zlib.compress,
}


@given(st.binary(max_size=3000), st.sampled_from(sorted(PACKERS)), st.integers(1, 500))
def test_whatever_is_packed_is_unpacked(content: bytes, encoding: str, step: int) -> None:
    assert read(PACKERS[encoding](content), encoding, step=step) == Body(content, cut=False)


@given(st.binary(max_size=3000), st.integers(2, 500))
def test_deflate_without_its_header_is_unpacked(content: bytes, step: int) -> None:
    assert read(raw_deflate(content), "deflate", step=step).content == content


@given(st.binary(min_size=1, max_size=3000), st.sampled_from(sorted(PACKERS)), st.integers(0, 3000))
def test_never_more_than_was_asked_for(content: bytes, encoding: str, most: int) -> None:
    body = read(PACKERS[encoding](content), encoding, most=most)
    assert body == Body(content[:most], cut=len(content) > most)


def test_several_members_and_padding_are_one_body() -> None:
    packed = gzip.compress(b"one ") + gzip.compress(b"two") + bytes(40)
    assert read(packed, "gzip").content == b"one two"


@pytest.mark.parametrize("encoding", ["identity", "none", "UTF-8", "Gzip ", "identity, gzip"])
def test_odd_ways_of_naming_it(encoding: str) -> None:
    packed = gzip.compress(b"words") if "gzip" in encoding.lower() else b"words"
    assert read(packed, encoding).content == b"words"


@pytest.mark.parametrize("encoding", ["br", "zstd", "gzip, gzip", "deflate, br"])
def test_what_was_not_offered_is_garbled(encoding: str) -> None:
    assert reason(b"anything", encoding) is FailureReason.GARBLED


@given(st.binary(min_size=20, max_size=2000), st.data())
def test_half_a_packed_body_is_never_taken_for_a_whole(content: bytes, data: st.DataObject) -> None:
    packed = gzip.compress(content)
    cut = data.draw(st.integers(1, len(packed) - 1))
    assert reason(packed[:cut], "gzip") is FailureReason.BROKEN_OFF


@given(st.binary(min_size=1, max_size=2000), st.sampled_from(["gzip", "deflate"]))
def test_no_nonsense_raises_anything_else(content: bytes, encoding: str) -> None:
    with suppress(WebFault):
        read(content, encoding)


def test_a_bomb_is_found_by_how_much_it_grows() -> None:
    assert reason(gzip.compress(bytes(1_000_000)), "gzip") is FailureReason.TOO_LARGE


def test_a_long_page_that_packs_well_is_only_cut() -> None:
    page = b"".join(b"<p>Paragraph %d of a long page.</p>" % number for number in range(20_000))
    assert read(gzip.compress(page), "gzip") == Body(page[:10_000], cut=True)


def test_what_unpacks_to_nothing_for_ever_is_not_read_for_ever() -> None:
    assert reason(gzip.compress(b"") * 10_000, "gzip") is FailureReason.TOO_LARGE
    assert reason(gzip.compress(b"page") + bytes(200_000), "gzip") is FailureReason.TOO_LARGE
