"""Digests of plain values: the same in every process, and independent of the order of sets and mappings."""

from __future__ import annotations

import collections.abc
import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache

from citewell.diagnostics import Location


def digest_of(value: object) -> str:
    """The SHA-256 of a plain value, in 64 hexadecimal digits.

    Plain are texts, bytes, numbers, days, members of an enum, ``None``, and mappings, sets, sequences and dataclasses
    of them. Where something is written in a file (a ``Location``) makes no difference.
    """
    digest = hashlib.sha256()
    for part in _parts(value):
        digest.update(part)
    return digest.hexdigest()


def _parts(value: object) -> Iterator[bytes]:
    """A value as bytes, each part led by its type and length, so that no two values give the same."""
    if isinstance(value, bytes):
        yield b"b%d:" % len(value)
        yield value
    elif is_dataclass(value) and not isinstance(value, type):
        if not isinstance(value, Location):
            yield f"{type(value).__name__}(".encode()
            for name in _fields(type(value)):
                yield from _parts(getattr(value, name))
            yield b")"
    elif isinstance(value, Mapping):
        yield from _in_order("m", (_joined((key, item)) for key, item in value.items()))
    elif isinstance(value, collections.abc.Set):
        yield from _in_order("s", map(_joined, value))
    elif isinstance(value, tuple | list):
        yield b"t%d(" % len(value)
        for item in value:
            yield from _parts(item)
        yield b")"
    else:
        text = f"{type(value).__name__}:{value}".encode("utf-8", "surrogatepass")
        yield b"v%d:" % len(text)
        yield text


def _in_order(sort: str, items: Iterator[bytes]) -> Iterator[bytes]:
    known = sorted(items)
    yield f"{sort}{len(known)}(".encode()
    yield from known
    yield b")"


def _joined(value: object) -> bytes:
    return b"".join(_parts(value))


@cache
def _fields(kind: type) -> tuple[str, ...]:
    """The fields that make a dataclass what it is; what is worked out from them (``init=False``) adds nothing."""
    return tuple(each.name for each in fields(kind) if each.init)
