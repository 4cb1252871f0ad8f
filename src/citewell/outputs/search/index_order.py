"""Pagefind's filters in one order, so that the same pages give the same index.

Up to 1.5.2 Pagefind writes the values of a filter in the order of a hash table, which is another one in each run, and
the digest of that file goes into other files and names. Its source sorts them since; once that is released, this file
can go.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from citewell.outputs.search.index_files import MARK, unpack

_ARRAY, _TEXT = 4, 3  # major types of CBOR (RFC 8949, 3.1)


def sort_filters(index: Path) -> None:
    """Sort the values of each filter of the index in this folder, and name what may change by that by its content.

    Raises ``ValueError`` if a file is not what Pagefind writes, ``OSError``.
    """
    renamed: dict[bytes, bytes] = {}
    for path in sorted((index / "filter").glob("*.pf_filter")):
        renamed |= _rename_by_content(path, path.stem, _sort_values(unpack(path)))
    for path in sorted(index.glob("pagefind.*.pf_meta")):
        meta = unpack(path)
        for old, new in renamed.items():
            meta = meta.replace(old, new)  # of the same length, so that no length before it changes
        renamed |= _rename_by_content(path, path.stem.removeprefix("pagefind."), meta)
    entry = index / "pagefind-entry.json"
    known = json.loads(entry.read_bytes())
    for language in known["languages"].values():
        old = language["hash"].encode("ascii")
        language["hash"] = renamed.get(old, old).decode("ascii")
    entry.write_text(json.dumps(known, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


def _rename_by_content(path: Path, name: str, data: bytes) -> dict[bytes, bytes]:
    """Write what a file holds now, under the name that this gives; ``name`` is the old one: ``en_2f77119``."""
    language, _, digits = name.rpartition("_")
    new = f"{language}_{hashlib.sha256(data).hexdigest()[: len(digits)]}"
    path.unlink()
    path.with_name(path.name.replace(name, new)).write_bytes(gzip.compress(MARK + data, mtime=0))
    return {name.encode("ascii"): new.encode("ascii")}


def _sort_values(filter_: bytes) -> bytes:
    """A filter is ``[name, [[value, [pages …]] …]]`` in CBOR: here with its values sorted."""
    _, start = _read_head(filter_, 0, _ARRAY)
    start = _find_end(filter_, start)
    count, first = _read_head(filter_, start, _ARRAY)
    ends = list(_find_ends(filter_, first, count))
    values = sorted((filter_[begin:end] for begin, end in pairwise([first, *ends])), key=_read_name)
    return filter_[:first] + b"".join(values) + filter_[ends[-1] if ends else first :]


def _read_name(pair: bytes) -> bytes:
    _, start = _read_head(pair, 0, _ARRAY)
    length, first = _read_head(pair, start, _TEXT)
    return pair[first : first + length]


def _find_ends(data: bytes, start: int, count: int) -> Iterator[int]:
    """The end of each of ``count`` items, one after another."""
    for _ in range(count):
        start = _find_end(data, start)
        yield start


def _find_end(data: bytes, start: int) -> int:
    """The end of an item: a number, a text or a list of items."""
    argument, after = _read_head(data, start)
    kind = data[start] >> 5
    if kind == _TEXT:
        return after + argument
    if kind == _ARRAY:
        for end in _find_ends(data, after, argument):
            after = end
    elif kind != 0:
        raise ValueError("a filter of the search index holds something that Pagefind does not write")
    return after


def _read_head(data: bytes, start: int, kind: int | None = None) -> tuple[int, int]:
    """The number in the head of an item (its value, length or count), and where the head ends (RFC 8949, 3)."""
    if start >= len(data) or (kind is not None and data[start] >> 5 != kind):
        raise ValueError("a filter of the search index is not in the form that Pagefind writes")
    short = data[start] & 0x1F
    if short < 24:
        return short, start + 1
    if short > 27:
        raise ValueError("a filter of the search index is not in the form that Pagefind writes")
    size = 1 << (short - 24)
    return int.from_bytes(data[start + 1 : start + 1 + size], "big"), start + 1 + size
