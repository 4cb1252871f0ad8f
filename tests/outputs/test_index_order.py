"""Pagefind's filters come in whatever order, and leave in one."""

from __future__ import annotations

import gzip
import itertools
import json
from pathlib import Path

import pytest

from citewell.outputs.search.index_order import sort_filters

MARK = b"pagefind_dcd"


def text(words: str) -> bytes:
    """A text in CBOR."""
    data = words.encode()
    return bytes([0x60 + len(data)]) + data if len(data) < 24 else bytes([0x78, len(data)]) + data


def several(*items: bytes) -> bytes:
    """A list in CBOR."""
    return bytes([0x80 + len(items)]) + b"".join(items)


VALUES = (
    several(text("back-pain"), several(b"\x01", b"\x18\xff", b"\x19\x03\xe8")),
    several(text("a name of more than twenty-three letters"), several()),
    several(text("כאב"), several(b"\x17")),
)


def index(folder: Path, filter_: bytes, digits: str = "1234567") -> dict[str, bytes]:
    """What an index with this filter holds once it is in order."""
    files = {
        f"filter/en_{digits}.pf_filter": gzip.compress(MARK + filter_, mtime=int(digits, 16)),
        f"pagefind.en_{digits}abc.pf_meta": gzip.compress(MARK + b"\x6aen_" + digits.encode() + b"\x00"),
        "pagefind-entry.json": json.dumps({"languages": {"en": {"hash": f"en_{digits}abc", "n": 1}}}).encode(),
        "fragment/en_7654321.pf_fragment": b"as it was",
    }
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    sort_filters(folder)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_any_order_gives_the_same_files(tmp_path: Path):
    made = [
        index(tmp_path / str(number), several(text("topic"), several(*order)), f"{number:07x}")
        for number, order in enumerate(itertools.permutations(VALUES))
    ]
    assert all(each == made[0] for each in made)
    names = {name.partition(".")[2]: name for name in made[0]}
    filter_ = gzip.decompress(made[0][names["pf_filter"]])
    assert filter_ == MARK + several(text("topic"), several(VALUES[1], VALUES[0], VALUES[2]))
    meta = gzip.decompress(made[0][next(name for name in made[0] if name.endswith("pf_meta"))])
    assert names["pf_filter"].removeprefix("filter/").removesuffix(".pf_filter").encode() in meta
    entry = json.loads(made[0]["pagefind-entry.json"])
    assert f"pagefind.{entry['languages']['en']['hash']}.pf_meta" in made[0]


@pytest.mark.parametrize(
    "damaged",
    [b"", b"\x82", b"\x01", several(text("topic"), several(b"\xf6")), several(text("topic"), b"\x9f"), b"\x82\x61"],
)
def test_what_is_not_a_filter_is_refused(damaged: bytes, tmp_path: Path):
    with pytest.raises(ValueError, match=r"search index"):
        index(tmp_path, damaged)
